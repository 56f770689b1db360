//! A value borrowed from a dict used after the dict was changed.
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
        let dict = PyDict_New().or_raise()?;
        let first = PyList_New(0).or_raise()?;
        PyDict_SetItem(
            py.runs(dict.borrow()),
            item.borrow(),
            first.borrow().upcast(),
        )
        .or_raise()?;
        #[cfg(not(fixed))]
        {
            let value = PyDict_GetItemWithError(py.runs(dict.borrow()), item.borrow()).or_none()?;
            PyDict_SetItem(
                py.runs(dict.borrow()),
                item.borrow(),
                list.borrow().upcast(),
            )
            .or_raise()?;
            PyList_Append(list.borrow(), value.or_raise()?).or_raise()?;
        }
        #[cfg(fixed)]
        {
            let value = PyDict_GetItemWithError(py.runs(dict.borrow()), item.borrow()).or_none()?;
            let value = value.or_raise()?.to_owned();
            PyDict_SetItem(
                py.runs(dict.borrow()),
                item.borrow(),
                list.borrow().upcast(),
            )
            .or_raise()?;
            PyList_Append(list.borrow(), value.borrow()).or_raise()?;
        }
        Ok(())
    }
}
