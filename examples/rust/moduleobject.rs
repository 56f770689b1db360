//! The prototypes of the Python module `moduleobject`, filled in.
//!
//! Copy the file into a crate of your own, or change it here and build it with `cargo build --example moduleobject`; the symbols are
//! `ptrstate_NAME`, so that no function of the interpreter is in their place.

#![allow(non_snake_case)] // the names are C's
#![allow(unused_imports)] // a body needs some of them

use core::ffi::*;
use core::mem::ManuallyDrop;

use ptrstate_capi::data::*;
use ptrstate_capi::ffi::*;
use ptrstate_capi::pointees::*;
use ptrstate_capi::structs::*;
use ptrstate_capi::*;

/// Add `value` to the module under `name`. NULL is what an earlier call left, whose exception goes
/// on.
///
/// NULL for `value` hands on an earlier failure.
///
/// C: `int PyModule_Add(PyObject *module, const char *name, PyObject *value)`
///
/// # Safety
///
/// The thread is attached for `'py`.
#[unsafe(export_name = "ptrstate_PyModule_Add")]
pub unsafe extern "C" fn PyModule_Add<'py>(
    module: BorrowedPtr<'_, 'py, PyModuleObject>,
    name: InteriorPtr<'_>,
    value: Option<OwnedPtr<'py, PyObject>>,
) -> Status {
    // SAFETY: whoever calls a function of the C API is attached.
    let py = unsafe { Attached::assume() };
    PyModule_Add_body(py, module, name, value).returned()
}

/// The body of [`PyModule_Add`], which in Python is
///
/// ```python
/// if value is None:
///     if capi.PyErr_Occurred() is None:
///         capi.PyErr_SetString(capi.PyExc_SystemError, "PyModule_AddObjectRef() got NULL and no exception")
///     return Status.FAILED
/// or_raise(capi.PyModule_AddObjectRef(module, name, value.borrow()))
/// return Status.OK
/// ```
fn PyModule_Add_body<'py>(
    py: &mut Attached<'py>,
    module: BorrowedPtr<'_, 'py, PyModuleObject>,
    name: InteriorPtr<'_>,
    value: Option<OwnedPtr<'py, PyObject>>,
) -> Result<(), Raised<'py>> {
    let Some(value) = value else {
        return Err(Raised::pending(py).unwrap_or_else(|| {
            let text = c"PyModule_AddObjectRef() got NULL and no exception";
            // SAFETY: attached.
            unsafe { PyErr_SetString(py.runs(PyExc_SystemError().upcast()), text.into()) }
        }));
    };
    // SAFETY: attached, and no exception is pending.
    unsafe { PyModule_AddObjectRef(py.runs(module), name, value.borrow()) }.or_raise()
}
