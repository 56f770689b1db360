//! An owner given away while a borrow of it is in use.
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
            let borrowed = item.borrow();
            PyList_SetItem(py.runs(list.borrow()), 0, item).or_raise()?;
            PyList_Append(list.borrow(), borrowed).or_raise()?;
        }
        #[cfg(fixed)]
        {
            let borrowed = item.borrow();
            PyList_Append(list.borrow(), borrowed).or_raise()?;
            PyList_SetItem(py.runs(list.borrow()), 0, item).or_raise()?;
        }
        Ok(())
    }
}
