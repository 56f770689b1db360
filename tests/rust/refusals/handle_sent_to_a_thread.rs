//! A handle used in another thread than its own.
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
        let _ = (py, list);
        #[cfg(not(fixed))]
        {
            std::thread::scope(|threads| {
                threads.spawn(|| drop(item));
            });
        }
        #[cfg(fixed)]
        {
            drop(item);
        }
        Ok(())
    }
}
