//! A borrowed item used after the list was changed.
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
            let first = PyList_GetItem(py.peek(list.borrow()), 0).or_raise()?;
            PyList_SetItem(py.runs(list.borrow()), 0, item).or_raise()?;
            PyList_Append(list.borrow(), first).or_raise()?;
        }
        #[cfg(fixed)]
        {
            let first = PyList_GetItem(py.peek(list.borrow()), 0)
                .or_raise()?
                .to_owned();
            PyList_SetItem(py.runs(list.borrow()), 0, item).or_raise()?;
            PyList_Append(list.borrow(), first.borrow()).or_raise()?;
        }
        Ok(())
    }
}
