//! `unicodeobject.h`: reading the representation of a string.

use core::ffi::{c_int, c_uint, c_void};

use super::layouts::{Ascii, Compact, Unicode};
use crate::pointees::PyObject;
use crate::structs::{Py_UCS1, Py_UCS2, Py_UCS4, Py_ssize_t};

unsafe fn state(unicode: *mut PyObject) -> c_uint {
    // SAFETY: the object is a string.
    unsafe { (*unicode.cast::<Ascii>()).state }
}

/// Flags of the state: its bits are laid out from the low end, where the processor is little-endian.
macro_rules! flags {
    ($(fn $name:ident() is $shift:literal & $mask:literal as $kind:ty;)*) => { $(
        pub(crate) unsafe fn $name(unicode: *mut PyObject) -> $kind {
            // SAFETY: the object is a string.
            (unsafe { state(unicode) } >> $shift & $mask) as $kind
        }
    )* };
}

flags! {
    fn PyUnicode_CHECK_INTERNED() is 0 & 3 as c_uint;
    fn PyUnicode_KIND() is 2 & 7 as c_int;
    fn PyUnicode_IS_COMPACT() is 5 & 1 as c_int;
    fn PyUnicode_IS_ASCII() is 6 & 1 as c_int;
}

pub(crate) unsafe fn PyUnicode_IS_COMPACT_ASCII(unicode: *mut PyObject) -> c_int {
    // SAFETY: the object is a string.
    unsafe { PyUnicode_IS_COMPACT(unicode) & PyUnicode_IS_ASCII(unicode) }
}

#[cfg(Py_3_12)]
pub(crate) unsafe fn PyUnicode_IS_READY(_unicode: *mut PyObject) -> c_int {
    1
}

#[cfg(not(Py_3_12))]
pub(crate) unsafe fn PyUnicode_IS_READY(unicode: *mut PyObject) -> c_int {
    // SAFETY: the object is a string.
    (unsafe { state(unicode) } >> 7 & 1) as c_int
}

#[cfg(Py_3_12)]
pub(crate) unsafe fn PyUnicode_READY(_unicode: *mut PyObject) -> c_int {
    0
}

#[cfg(not(Py_3_12))]
pub(crate) unsafe fn PyUnicode_READY(unicode: *mut PyObject) -> c_int {
    unsafe extern "C" {
        fn _PyUnicode_Ready(unicode: *mut PyObject) -> c_int;
    }
    // SAFETY: the object is a string.
    unsafe {
        if PyUnicode_IS_READY(unicode) != 0 {
            0
        } else {
            _PyUnicode_Ready(unicode)
        }
    }
}

pub(crate) unsafe fn PyUnicode_GET_LENGTH(unicode: *mut PyObject) -> Py_ssize_t {
    // SAFETY: the object is a string.
    unsafe { (*unicode.cast::<Ascii>()).length }
}

pub(crate) unsafe fn PyUnicode_DATA(unicode: *mut PyObject) -> *mut c_void {
    // SAFETY: the object is a string; its form says where the characters are.
    unsafe {
        if PyUnicode_IS_COMPACT(unicode) == 0 {
            (*unicode.cast::<Unicode>()).data
        } else if PyUnicode_IS_ASCII(unicode) != 0 {
            unicode.cast::<Ascii>().add(1).cast()
        } else {
            unicode.cast::<Compact>().add(1).cast()
        }
    }
}

pub(crate) unsafe fn PyUnicode_1BYTE_DATA(unicode: *mut PyObject) -> *mut Py_UCS1 {
    // SAFETY: the object is a string.
    unsafe { PyUnicode_DATA(unicode).cast() }
}

pub(crate) unsafe fn PyUnicode_2BYTE_DATA(unicode: *mut PyObject) -> *mut Py_UCS2 {
    // SAFETY: the object is a string.
    unsafe { PyUnicode_DATA(unicode).cast() }
}

pub(crate) unsafe fn PyUnicode_4BYTE_DATA(unicode: *mut PyObject) -> *mut Py_UCS4 {
    // SAFETY: the object is a string.
    unsafe { PyUnicode_DATA(unicode).cast() }
}

pub(crate) unsafe fn PyUnicode_READ_CHAR(unicode: *mut PyObject, index: Py_ssize_t) -> Py_UCS4 {
    // SAFETY: the object is a string with that many characters of the size that it says.
    unsafe {
        match PyUnicode_KIND(unicode) {
            1 => (*PyUnicode_1BYTE_DATA(unicode).offset(index)).into(),
            2 => (*PyUnicode_2BYTE_DATA(unicode).offset(index)).into(),
            _ => *PyUnicode_4BYTE_DATA(unicode).offset(index),
        }
    }
}

pub(crate) unsafe fn PyUnicode_MAX_CHAR_VALUE(unicode: *mut PyObject) -> Py_UCS4 {
    // SAFETY: the object is a string.
    unsafe {
        match PyUnicode_KIND(unicode) {
            1 if PyUnicode_IS_ASCII(unicode) != 0 => 0x7f,
            1 => 0xff,
            2 => 0xffff,
            _ => 0x0010_ffff,
        }
    }
}

#[cfg(not(Py_3_12))]
mod wide {
    use core::ffi::c_char;

    use super::{Ascii, Compact, Py_ssize_t, PyObject, PyUnicode_IS_COMPACT_ASCII};
    use crate::structs::wchar_t;

    pub(crate) unsafe fn PyUnicode_WSTR_LENGTH(unicode: *mut PyObject) -> Py_ssize_t {
        // SAFETY: the object is a string; one that is all ASCII has no length apart.
        unsafe {
            if PyUnicode_IS_COMPACT_ASCII(unicode) != 0 {
                (*unicode.cast::<Ascii>()).length
            } else {
                (*unicode.cast::<Compact>()).wide_length
            }
        }
    }

    pub(crate) unsafe fn PyUnicode_AS_UNICODE(unicode: *mut PyObject) -> *mut wchar_t {
        unsafe extern "C" {
            fn PyUnicode_AsUnicode(unicode: *mut PyObject) -> *mut wchar_t;
        }
        // SAFETY: the object is a string.
        unsafe {
            let wide = (*unicode.cast::<Ascii>()).wide;
            if wide.is_null() {
                PyUnicode_AsUnicode(unicode)
            } else {
                wide
            }
        }
    }

    pub(crate) unsafe fn PyUnicode_AS_DATA(unicode: *mut PyObject) -> *const c_char {
        // SAFETY: the object is a string.
        unsafe { PyUnicode_AS_UNICODE(unicode).cast_const().cast() }
    }
}

#[cfg(not(Py_3_12))]
pub(crate) use wide::*;
