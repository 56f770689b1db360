//! An argument that comes back from a failed call, dropped without a look at the failure.
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
        let module = list.borrow().cast_unchecked();
        #[cfg(not(fixed))]
        {
            PyModule_AddObject(py.runs(module), c"name".into(), item);
        }
        #[cfg(fixed)]
        {
            PyModule_AddObject(py.runs(module), c"name".into(), item)?;
        }
        Ok(())
    }
}
