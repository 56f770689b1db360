//! A borrowed item returned as a reference of its own.
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
) -> Result<OwnedPtr<'py, PyObject>, Raised<'py>> {
    // SAFETY: the caller's promise.
    unsafe {
        let _ = item;
        #[cfg(not(fixed))]
        {
            PyList_GetItem(py.peek(list.borrow()), 0).or_raise()
        }
        #[cfg(fixed)]
        {
            Ok(PyList_GetItem(py.peek(list.borrow()), 0)
                .or_raise()?
                .to_owned())
        }
    }
}
