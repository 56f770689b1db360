//! The text of a string used after the string was released.
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
        let text = PyObject_Repr(py.runs(Some(item.borrow()))).or_raise()?;
        #[cfg(not(fixed))]
        {
            let characters = PyUnicode_AsUTF8(text.borrow()).or_raise()?;
            drop(text);
            let made = PyUnicode_FromString(characters).or_raise()?;
            PyList_Append(list.borrow(), made.borrow().upcast()).or_raise()?;
        }
        #[cfg(fixed)]
        {
            let characters = PyUnicode_AsUTF8(text.borrow()).or_raise()?;
            let made = PyUnicode_FromString(characters).or_raise()?;
            drop(text);
            PyList_Append(list.borrow(), made.borrow().upcast()).or_raise()?;
        }
        Ok(())
    }
}
