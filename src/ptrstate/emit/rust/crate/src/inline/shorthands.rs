//! Macros that call a function with some arguments filled in.

use core::ffi::{c_char, c_int};

use crate::pointees::PyObject;
use crate::structs::Py_ssize_t;

/// The version of the API that a module says it was made for.
const API_VERSION: c_int = if cfg!(Py_LIMITED_API) { 3 } else { 1013 };

unsafe extern "C" {
    fn PyModule_Create2(definition: *mut PyObject, version: c_int) -> *mut PyObject;
    fn PyModule_FromDefAndSpec2(
        definition: *mut PyObject,
        spec: *mut PyObject,
        version: c_int,
    ) -> *mut PyObject;
    fn PyErr_WarnEx(category: *mut PyObject, message: *const c_char, level: Py_ssize_t) -> c_int;
    fn PyImport_ImportModuleLevel(
        name: *const c_char,
        globals: *mut PyObject,
        locals: *mut PyObject,
        names: *mut PyObject,
        level: c_int,
    ) -> *mut PyObject;
}

pub(crate) unsafe fn PyModule_Create(definition: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's promise.
    unsafe { PyModule_Create2(definition, API_VERSION) }
}

pub(crate) unsafe fn PyModule_FromDefAndSpec(
    definition: *mut PyObject,
    spec: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: the caller's promise.
    unsafe { PyModule_FromDefAndSpec2(definition, spec, API_VERSION) }
}

pub(crate) unsafe fn PyErr_Warn(category: *mut PyObject, message: *const c_char) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { PyErr_WarnEx(category, message, 1) }
}

pub(crate) unsafe fn PyImport_ImportModuleEx(
    name: *const c_char,
    globals: *mut PyObject,
    locals: *mut PyObject,
    names: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: the caller's promise.
    unsafe { PyImport_ImportModuleLevel(name, globals, locals, names, 0) }
}
