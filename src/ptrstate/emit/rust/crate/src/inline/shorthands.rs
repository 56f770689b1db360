//! Macros that call a function with some arguments filled in.

use core::ffi::{c_char, c_int, c_long};

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

/// Macros that are another name of a function.
macro_rules! named_otherwise {
    ($(fn $name:ident($($argument:ident: $kind:ty),*) -> $result:ty = $function:ident;)*) => { $(
        pub(crate) unsafe fn $name($($argument: $kind),*) -> $result {
            unsafe extern "C" {
                fn $function($($argument: $kind),*) -> $result;
            }
            // SAFETY: the caller's promise.
            unsafe { $function($($argument),*) }
        }
    )* };
}

named_otherwise! {
    fn PyLong_AS_LONG(int: *mut PyObject) -> c_long = PyLong_AsLong;
    fn PyMapping_DelItem(object: *mut PyObject, key: *mut PyObject) -> c_int = PyObject_DelItem;
    fn PyMapping_DelItemString(object: *mut PyObject, key: *const c_char) -> c_int = PyObject_DelItemString;
    fn PyODict_Contains(dict: *mut PyObject, key: *mut PyObject) -> c_int = PyDict_Contains;
    fn PyODict_GetItem(dict: *mut PyObject, key: *mut PyObject) -> *mut PyObject = PyDict_GetItem;
    fn PyODict_GetItemString(dict: *mut PyObject, key: *const c_char) -> *mut PyObject = PyDict_GetItemString;
    fn PyODict_GetItemWithError(dict: *mut PyObject, key: *mut PyObject) -> *mut PyObject = PyDict_GetItemWithError;
    fn PyODict_SIZE(dict: *mut PyObject) -> Py_ssize_t = PyDict_Size;
    fn PyODict_Size(dict: *mut PyObject) -> Py_ssize_t = PyDict_Size;
}

pub(crate) unsafe fn PySlice_GetIndicesEx(
    slice: *mut PyObject,
    length: Py_ssize_t,
    start: *mut Py_ssize_t,
    stop: *mut Py_ssize_t,
    step: *mut Py_ssize_t,
    slice_length: *mut Py_ssize_t,
) -> c_int {
    unsafe extern "C" {
        fn PySlice_Unpack(
            slice: *mut PyObject,
            start: *mut Py_ssize_t,
            stop: *mut Py_ssize_t,
            step: *mut Py_ssize_t,
        ) -> c_int;
        fn PySlice_AdjustIndices(
            length: Py_ssize_t,
            start: *mut Py_ssize_t,
            stop: *mut Py_ssize_t,
            step: Py_ssize_t,
        ) -> Py_ssize_t;
    }
    // SAFETY: the object is a slice, and the variables are the caller's.
    unsafe {
        if PySlice_Unpack(slice, start, stop, step) < 0 {
            *slice_length = 0;
            return -1;
        }
        *slice_length = PySlice_AdjustIndices(length, start, stop, *step);
        0
    }
}

pub(crate) unsafe fn PyObject_DelAttr(object: *mut PyObject, name: *mut PyObject) -> c_int {
    unsafe extern "C" {
        fn PyObject_SetAttr(
            object: *mut PyObject,
            name: *mut PyObject,
            value: *mut PyObject,
        ) -> c_int;
    }
    // SAFETY: the caller's promise; NULL deletes.
    unsafe { PyObject_SetAttr(object, name, core::ptr::null_mut()) }
}

pub(crate) unsafe fn PyObject_DelAttrString(object: *mut PyObject, name: *const c_char) -> c_int {
    unsafe extern "C" {
        fn PyObject_SetAttrString(
            object: *mut PyObject,
            name: *const c_char,
            value: *mut PyObject,
        ) -> c_int;
    }
    // SAFETY: the caller's promise; NULL deletes.
    unsafe { PyObject_SetAttrString(object, name, core::ptr::null_mut()) }
}

/// `PY_VECTORCALL_ARGUMENTS_OFFSET` is the highest bit.
pub(crate) unsafe fn PyVectorcall_NARGS(count: usize) -> Py_ssize_t {
    (count & !(1 << (usize::BITS - 1))) as Py_ssize_t
}
