//! A failed call whose status nobody looks at.
#![deny(unused_must_use)]

use ptrstate_capi::ffi::*;
use ptrstate_capi::pointees::*;
use ptrstate_capi::*;

/// # Safety
///
/// The thread is attached, and no exception is pending.
pub unsafe fn program<'py>(
    py: &mut Attached<'py>,
    list: OwnedPtr<'py, PyListObject>,
    item: OwnedPtr<'py, PyObject>,
) -> Result<(), Raised<'py>> {
    // SAFETY: the caller's promise.
    unsafe {
        #[cfg(not(fixed))]
        {
            PyList_SetItem(py.runs(list.borrow()), 9, item);
        }
        #[cfg(fixed)]
        {
            PyList_SetItem(py.runs(list.borrow()), 9, item).or_raise()?;
        }
        Ok(())
    }
}
