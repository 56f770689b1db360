//! A failed call whose NULL nobody looks at.
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
        let _ = item;
        #[cfg(not(fixed))]
        {
            PyList_GetItem(py.peek(list.borrow()), 9);
        }
        #[cfg(fixed)]
        {
            PyList_GetItem(py.peek(list.borrow()), 9).or_raise()?;
        }
        Ok(())
    }
}
