//! A borrow used after the block that owned the object.
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
        let _ = (py, item);
        #[cfg(not(fixed))]
        {
            let borrowed = {
                let made = PyList_New(0).or_raise()?;
                made.borrow()
            };
            PyList_Append(list.borrow(), borrowed.upcast()).or_raise()?;
        }
        #[cfg(fixed)]
        {
            let made = PyList_New(0).or_raise()?;
            let borrowed = made.borrow();
            PyList_Append(list.borrow(), borrowed.upcast()).or_raise()?;
        }
        Ok(())
    }
}
