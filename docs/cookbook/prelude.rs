// What the raw snippets take for granted: the C functions, as raw FFI declares them.
#![allow(non_snake_case, non_camel_case_types, dead_code, clippy::missing_safety_doc)]
use std::ffi::{c_char, c_int, c_long};
use std::ptr::null_mut;
#[repr(C)]
pub struct PyObject([u8; 0]);
unsafe extern "C" {
    fn PyDict_GetItemWithError(dict: *mut PyObject, key: *mut PyObject) -> *mut PyObject;
    fn PyErr_Occurred() -> *mut PyObject;
    fn PyIter_Next(iterator: *mut PyObject) -> *mut PyObject;
    fn PyList_Append(list: *mut PyObject, item: *mut PyObject) -> c_int;
    fn PyList_GetItem(list: *mut PyObject, index: isize) -> *mut PyObject;
    fn PyLong_FromLong(value: c_long) -> *mut PyObject;
    fn PyModule_AddObject(module: *mut PyObject, name: *const c_char, value: *mut PyObject) -> c_int;
    fn PyNumber_Add(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject;
    fn PyObject_GetIter(object: *mut PyObject) -> *mut PyObject;
    fn PyObject_Repr(object: *mut PyObject) -> *mut PyObject;
    fn PyTuple_New(size: isize) -> *mut PyObject;
    fn PyTuple_SetItem(tuple: *mut PyObject, index: isize, item: *mut PyObject) -> c_int;
    #[link_name = "Py_IncRef"]
    fn Py_INCREF(object: *mut PyObject);
    #[link_name = "Py_DecRef"]
    fn Py_DECREF(object: *mut PyObject);
}
