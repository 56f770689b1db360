//! The measured functions in Rust over raw pointers, as one writes them without types for the states.
#![allow(non_snake_case)]

use std::ffi::{c_int, c_long};
use std::ptr::null_mut;

#[repr(C)]
pub struct PyObject {
    count: isize,
    kind: *mut PyObject,
}

type Object = *mut PyObject;

unsafe extern "C" {
    static mut _Py_NoneStruct: PyObject;
    fn _Py_Dealloc(object: Object);
    fn PyDict_GetItemWithError(dict: Object, key: Object) -> Object;
    fn PyErr_Fetch(kind: *mut Object, value: *mut Object, traceback: *mut Object);
    fn PyErr_Occurred() -> Object;
    fn PyErr_SetObject(kind: Object, value: Object);
    fn PyList_Append(list: Object, item: Object) -> c_int;
    fn PyList_New(size: isize) -> Object;
    fn PyList_SetItem(list: Object, index: isize, item: Object) -> c_int;
    fn PyLong_FromLong(value: c_long) -> Object;
    fn PyNumber_Add(left: Object, right: Object) -> Object;
    fn PyTuple_GetItem(tuple: Object, index: isize) -> Object;
    fn PyTuple_New(size: isize) -> Object;
    fn PyTuple_SetItem(tuple: Object, index: isize, item: Object) -> c_int;
}

#[inline(always)]
unsafe fn Py_INCREF(object: Object) {
    unsafe {
        #[cfg(not(Py_3_12))]
        {
            (*object).count += 1;
        }
        #[cfg(Py_3_12)]
        {
            let lower = (&raw mut (*object).count).cast::<u32>();
            let count = (*lower).wrapping_add(1);
            if count != 0 {
                *lower = count;
            }
        }
    }
}

#[inline(always)]
unsafe fn Py_DECREF(object: Object) {
    unsafe {
        #[cfg(Py_3_12)]
        if ((*object).count as i32) < 0 {
            return;
        }
        (*object).count -= 1;
        if (*object).count == 0 {
            _Py_Dealloc(object);
        }
    }
}

#[inline(always)]
unsafe fn Py_XDECREF(object: Object) {
    if !object.is_null() {
        unsafe { Py_DECREF(object) }
    }
}

#[inline(always)]
unsafe fn Py_NewRef(object: Object) -> Object {
    unsafe { Py_INCREF(object) };
    object
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn raw_tuple(_self: Object, _other: Object, n: c_long) -> Object {
    unsafe {
        let made = PyTuple_New(2);
        if made.is_null() {
            return null_mut();
        }
        let item = PyLong_FromLong(n);
        if item.is_null() || PyTuple_SetItem(made, 0, item) == -1 {
            Py_DECREF(made);
            return null_mut();
        }
        let item = PyLong_FromLong(n + 1);
        if item.is_null() || PyTuple_SetItem(made, 1, item) == -1 {
            Py_DECREF(made);
            return null_mut();
        }
        made
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn raw_list(this: Object, other: Object, _n: c_long) -> Object {
    unsafe {
        let made = PyList_New(2);
        if made.is_null() {
            return null_mut();
        }
        let item = PyNumber_Add(this, other);
        if item.is_null() || PyList_SetItem(made, 0, item) == -1 {
            Py_DECREF(made);
            return null_mut();
        }
        let item = PyNumber_Add(other, this);
        if item.is_null() || PyList_SetItem(made, 1, item) == -1 {
            Py_DECREF(made);
            return null_mut();
        }
        made
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn raw_lookup(this: Object, other: Object, _n: c_long) -> Object {
    unsafe {
        let mut found = PyDict_GetItemWithError(this, other);
        if found.is_null() {
            if !PyErr_Occurred().is_null() {
                return null_mut();
            }
            found = &raw mut _Py_NoneStruct;
        }
        Py_NewRef(found)
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn raw_slots(this: Object, other: Object, _n: c_long) -> Object {
    unsafe {
        let (mut kind, mut value, mut traceback) = (null_mut(), null_mut(), null_mut());
        PyErr_SetObject(this, other);
        PyErr_Fetch(&mut kind, &mut value, &mut traceback);
        Py_XDECREF(traceback);
        Py_XDECREF(kind);
        value
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn raw_append(_self: Object, _other: Object, n: c_long) -> Object {
    unsafe {
        let made = PyList_New(0);
        if made.is_null() {
            return null_mut();
        }
        for i in 0..n {
            let item = PyLong_FromLong(i);
            if item.is_null() {
                Py_DECREF(made);
                return null_mut();
            }
            let status = PyList_Append(made, item);
            Py_DECREF(item);
            if status == -1 {
                Py_DECREF(made);
                return null_mut();
            }
        }
        made
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn raw_slot_of_type(this: Object, _other: Object, n: c_long) -> Object {
    unsafe {
        let item = PyTuple_GetItem(this, n as isize);
        if item.is_null() {
            return null_mut();
        }
        let pair = PyTuple_New(2);
        if pair.is_null() {
            return null_mut();
        }
        if PyTuple_SetItem(pair, 0, Py_NewRef(item)) == -1
            || PyTuple_SetItem(pair, 1, Py_NewRef(item)) == -1
        {
            Py_DECREF(pair);
            return null_mut();
        }
        pair
    }
}
