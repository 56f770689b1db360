//! `object.h`, `tupleobject.h`, `listobject.h`, `bytesobject.h`, `floatobject.h`: reading fields.

use core::ffi::c_char;

use super::layouts::{
    ByteArray, Bytes, Dict, Float, Header, List, Set, Sized, Tuple, WeakReference,
};
use crate::pointees::PyObject;
use crate::structs::Py_ssize_t;

pub(crate) unsafe fn Py_REFCNT(object: *mut PyObject) -> Py_ssize_t {
    // SAFETY: the object is alive.
    unsafe { (*object.cast::<Header>()).count }
}

pub(crate) unsafe fn Py_SIZE(object: *mut PyObject) -> Py_ssize_t {
    // SAFETY: the object is alive and has a size.
    unsafe { (*object.cast::<Sized>()).size }
}

pub(crate) unsafe fn PyTuple_GET_SIZE(tuple: *mut PyObject) -> Py_ssize_t {
    // SAFETY: a tuple has a size.
    unsafe { Py_SIZE(tuple) }
}

pub(crate) unsafe fn PyTuple_GET_ITEM(tuple: *mut PyObject, index: Py_ssize_t) -> *mut PyObject {
    // SAFETY: the tuple has that many items.
    unsafe {
        *(&raw const (*tuple.cast::<Tuple>()).items)
            .cast::<*mut PyObject>()
            .offset(index)
    }
}

pub(crate) unsafe fn PyTuple_SET_ITEM(
    tuple: *mut PyObject,
    index: Py_ssize_t,
    item: *mut PyObject,
) {
    // SAFETY: the tuple has that many items.
    unsafe {
        let items = (&raw mut (*tuple.cast::<Tuple>()).items).cast::<*mut PyObject>();
        *items.offset(index) = item;
    }
}

pub(crate) unsafe fn PyList_GET_SIZE(list: *mut PyObject) -> Py_ssize_t {
    // SAFETY: a list has a size.
    unsafe { Py_SIZE(list) }
}

pub(crate) unsafe fn PyList_GET_ITEM(list: *mut PyObject, index: Py_ssize_t) -> *mut PyObject {
    // SAFETY: the list has that many items.
    unsafe { *(*list.cast::<List>()).items.offset(index) }
}

pub(crate) unsafe fn PyList_SET_ITEM(list: *mut PyObject, index: Py_ssize_t, item: *mut PyObject) {
    // SAFETY: the list has that many items.
    unsafe { *(*list.cast::<List>()).items.offset(index) = item }
}

pub(crate) unsafe fn PyBytes_GET_SIZE(bytes: *mut PyObject) -> Py_ssize_t {
    // SAFETY: bytes have a size.
    unsafe { Py_SIZE(bytes) }
}

pub(crate) unsafe fn PyBytes_AS_STRING(bytes: *mut PyObject) -> *mut c_char {
    // SAFETY: the object is bytes.
    unsafe { (&raw mut (*bytes.cast::<Bytes>()).text).cast() }
}

pub(crate) unsafe fn PyByteArray_GET_SIZE(bytes: *mut PyObject) -> Py_ssize_t {
    // SAFETY: a bytearray has a size.
    unsafe { Py_SIZE(bytes) }
}

pub(crate) unsafe fn PyFloat_AS_DOUBLE(number: *mut PyObject) -> f64 {
    // SAFETY: the object is a float.
    unsafe { (*number.cast::<Float>()).value }
}

pub(crate) unsafe fn PyByteArray_AS_STRING(bytes: *mut PyObject) -> *mut c_char {
    static mut EMPTY: c_char = 0;
    // SAFETY: the object is a bytearray; an empty one has no memory of its own, and nothing is written to a text of no length.
    unsafe {
        if Py_SIZE(bytes) == 0 {
            &raw mut EMPTY
        } else {
            (*bytes.cast::<ByteArray>()).start
        }
    }
}

pub(crate) unsafe fn PyDict_GET_SIZE(dict: *mut PyObject) -> Py_ssize_t {
    // SAFETY: the object is a dict.
    unsafe { (*dict.cast::<Dict>()).used }
}

pub(crate) unsafe fn PySet_GET_SIZE(set: *mut PyObject) -> Py_ssize_t {
    // SAFETY: the object is a set.
    unsafe { (*set.cast::<Set>()).used }
}

pub(crate) unsafe fn PyWeakref_GET_OBJECT(reference: *mut PyObject) -> *mut PyObject {
    unsafe extern "C" {
        static mut _Py_NoneStruct: PyObject;
    }
    // SAFETY: the object is a weak reference; what it refers to may be on its way out, and then counts nothing.
    unsafe {
        let object = (*reference.cast::<WeakReference>()).object;
        if Py_REFCNT(object) > 0 {
            object
        } else {
            &raw mut _Py_NoneStruct
        }
    }
}

pub(crate) unsafe fn PySequence_Fast_GET_SIZE(sequence: *mut PyObject) -> Py_ssize_t {
    // SAFETY: the object is a list or a tuple, which have their size in the same place.
    unsafe { Py_SIZE(sequence) }
}

pub(crate) unsafe fn PySequence_Fast_GET_ITEM(
    sequence: *mut PyObject,
    index: Py_ssize_t,
) -> *mut PyObject {
    // SAFETY: the object is a list or a tuple, and has that many items.
    unsafe {
        if super::checks::PyList_Check(sequence) != 0 {
            PyList_GET_ITEM(sequence, index)
        } else {
            PyTuple_GET_ITEM(sequence, index)
        }
    }
}

pub(crate) unsafe fn PyStructSequence_GET_ITEM(
    sequence: *mut PyObject,
    index: Py_ssize_t,
) -> *mut PyObject {
    // SAFETY: a struct sequence is a tuple, and has that many items.
    unsafe { PyTuple_GET_ITEM(sequence, index) }
}

pub(crate) unsafe fn PyStructSequence_SET_ITEM(
    sequence: *mut PyObject,
    index: Py_ssize_t,
    item: *mut PyObject,
) {
    // SAFETY: a struct sequence is a tuple, and has that many items.
    unsafe { PyTuple_SET_ITEM(sequence, index, item) }
}
