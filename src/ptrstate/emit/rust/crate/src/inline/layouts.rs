//! The fields of objects that macros read, as the headers of 3.11 to 3.13 have them.

use core::ffi::{c_char, c_uint, c_void};

use crate::pointees::PyObject;
use crate::structs::{Py_hash_t, Py_ssize_t};

/// `PyObject`
#[repr(C)]
pub(crate) struct Header {
    pub(crate) count: Py_ssize_t,
    pub(crate) kind: *mut PyObject,
}

/// `PyVarObject`
#[repr(C)]
pub(crate) struct Sized {
    pub(crate) header: Header,
    pub(crate) size: Py_ssize_t,
}

/// `PyTupleObject`
#[repr(C)]
pub(crate) struct Tuple {
    pub(crate) head: Sized,
    pub(crate) items: [*mut PyObject; 1],
}

/// `PyListObject`
#[repr(C)]
pub(crate) struct List {
    pub(crate) head: Sized,
    pub(crate) items: *mut *mut PyObject,
}

/// `PyBytesObject`
#[repr(C)]
pub(crate) struct Bytes {
    pub(crate) head: Sized,
    pub(crate) hash: Py_hash_t,
    pub(crate) text: [c_char; 1],
}

/// `PyByteArrayObject`
#[repr(C)]
pub(crate) struct ByteArray {
    pub(crate) head: Sized,
    pub(crate) allocated: Py_ssize_t,
    pub(crate) bytes: *mut c_char,
    pub(crate) start: *mut c_char,
}

/// `PyDictObject`, its beginning
#[repr(C)]
pub(crate) struct Dict {
    pub(crate) header: Header,
    pub(crate) used: Py_ssize_t,
}

/// `PySetObject`, its beginning
#[repr(C)]
pub(crate) struct Set {
    pub(crate) header: Header,
    pub(crate) fill: Py_ssize_t,
    pub(crate) used: Py_ssize_t,
}

/// `PyWeakReference`, its beginning
#[repr(C)]
pub(crate) struct WeakReference {
    pub(crate) header: Header,
    pub(crate) object: *mut PyObject,
}

/// `PyFloatObject`
#[repr(C)]
pub(crate) struct Float {
    pub(crate) header: Header,
    pub(crate) value: f64,
}

/// `PyASCIIObject`
#[repr(C)]
pub(crate) struct Ascii {
    pub(crate) header: Header,
    pub(crate) length: Py_ssize_t,
    pub(crate) hash: Py_hash_t,
    pub(crate) state: c_uint,
    #[cfg(not(Py_3_12))]
    pub(crate) wide: *mut crate::structs::wchar_t,
}

/// `PyCompactUnicodeObject`
#[repr(C)]
pub(crate) struct Compact {
    pub(crate) ascii: Ascii,
    pub(crate) utf8_length: Py_ssize_t,
    pub(crate) utf8: *mut c_char,
    #[cfg(not(Py_3_12))]
    pub(crate) wide_length: Py_ssize_t,
}

/// `PyUnicodeObject`
#[repr(C)]
pub(crate) struct Unicode {
    pub(crate) compact: Compact,
    pub(crate) data: *mut c_void,
}
