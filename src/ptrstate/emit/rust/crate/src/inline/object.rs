//! `object.h`

use crate::pointees::PyObject;
use crate::raw;

pub(crate) unsafe fn Py_INCREF(object: *mut PyObject) {
    // SAFETY: the caller's promise.
    unsafe { raw::incref(object) }
}

pub(crate) unsafe fn Py_XINCREF(object: *mut PyObject) {
    if !object.is_null() {
        // SAFETY: the caller's promise.
        unsafe { raw::incref(object) }
    }
}

pub(crate) unsafe fn Py_DECREF(object: *mut PyObject) {
    // SAFETY: the caller's promise.
    unsafe { raw::decref(object) }
}

pub(crate) unsafe fn Py_XDECREF(object: *mut PyObject) {
    if !object.is_null() {
        // SAFETY: the caller's promise.
        unsafe { raw::decref(object) }
    }
}

pub(crate) unsafe fn Py_CLEAR(slot: *mut *mut PyObject) {
    // SAFETY: the slot is empty before what was in it can run anything.
    unsafe { Py_XDECREF(slot.replace(core::ptr::null_mut())) }
}

pub(crate) unsafe fn Py_SETREF(slot: *mut *mut PyObject, value: *mut PyObject) {
    // SAFETY: the slot has the new value before the old one can run anything.
    unsafe { raw::decref(slot.replace(value)) }
}

pub(crate) unsafe fn Py_XSETREF(slot: *mut *mut PyObject, value: *mut PyObject) {
    // SAFETY: the slot has the new value before the old one can run anything.
    unsafe { Py_XDECREF(slot.replace(value)) }
}
