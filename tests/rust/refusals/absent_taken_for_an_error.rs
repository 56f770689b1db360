//! NULL that means "nothing there" taken for an exception.
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
        let iterator = PyObject_GetIter(py.runs(list.borrow().upcast())).or_raise()?;
        #[cfg(not(fixed))]
        {
            PyIter_Next(py.runs(iterator.borrow())).or_raise()?;
        }
        #[cfg(fixed)]
        {
            PyIter_Next(py.runs(iterator.borrow())).or_none()?;
        }
        Ok(())
    }
}
