//! A pointer used after it was released.
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
        let _ = py;
        #[cfg(not(fixed))]
        {
            drop(item);
            PyList_Append(list.borrow(), item.borrow()).or_raise()?;
        }
        #[cfg(fixed)]
        {
            PyList_Append(list.borrow(), item.borrow()).or_raise()?;
            drop(item);
        }
        Ok(())
    }
}
