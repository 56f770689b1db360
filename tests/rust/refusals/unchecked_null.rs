//! A result that may be NULL, passed on without a look.
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
            let made = PyNumber_Add(py.runs(list.borrow().upcast()), item.borrow());
            PyList_SetItem(py.runs(list.borrow()), 0, made).or_raise()?;
        }
        #[cfg(fixed)]
        {
            let made = PyNumber_Add(py.runs(list.borrow().upcast()), item.borrow()).or_raise()?;
            PyList_SetItem(py.runs(list.borrow()), 0, made).or_raise()?;
        }
        Ok(())
    }
}
