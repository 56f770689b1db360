//! The C structs and scalar types that the signatures name.

use core::ffi::{c_char, c_int, c_void};

use crate::abi::Abi;
use crate::callbacks::PyCFunction;
use crate::pointees::PyObject;

/// A size or an index.
pub type Py_ssize_t = isize;
/// A hash.
pub type Py_hash_t = isize;
/// A character.
pub type Py_UCS4 = u32;
/// A unit of two bytes.
pub type Py_UCS2 = u16;
/// A unit of one byte.
pub type Py_UCS1 = u8;
/// What `PyGILState_Ensure` hands back.
pub type PyGILState_STATE = c_int;
/// What `PyIter_Send` returns.
pub type PySendResult = c_int;
/// A thread's identity.
pub type Py_tss_id = usize;
/// A character of the C library's wide strings.
#[cfg(not(windows))]
pub type wchar_t = i32;
/// A character of the C library's wide strings.
#[cfg(windows)]
pub type wchar_t = u16;

/// A view of an object's memory; while it holds one, `obj` owns the exporter.
#[repr(C)]
pub struct Py_buffer {
    /// The first byte.
    pub buf: *mut c_void,
    /// The exporter.
    pub obj: *mut PyObject,
    /// The size in bytes.
    pub len: Py_ssize_t,
    /// The size of an item.
    pub itemsize: Py_ssize_t,
    /// Whether the memory must not be written.
    pub readonly: c_int,
    /// The number of dimensions.
    pub ndim: c_int,
    /// The type of the items, as the `struct` module writes it.
    pub format: *mut c_char,
    /// The length of each dimension.
    pub shape: *mut Py_ssize_t,
    /// The distance of the items in each dimension.
    pub strides: *mut Py_ssize_t,
    /// The offsets of pointers to follow.
    pub suboffsets: *mut Py_ssize_t,
    /// The exporter's own.
    pub internal: *mut c_void,
}

/// A complex number.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Py_complex {
    /// The real part.
    pub real: f64,
    /// The imaginary part.
    pub imag: f64,
}

/// The definition of a function of a module or a type.
#[repr(C)]
pub struct PyMethodDef {
    /// The name, or NULL at the end of an array.
    pub ml_name: *const c_char,
    /// The function.
    pub ml_meth: Option<PyCFunction<'static, 'static>>,
    /// How it is called.
    pub ml_flags: c_int,
    /// The documentation.
    pub ml_doc: *const c_char,
}

// SAFETY: a definition points to what is static, and is only read.
unsafe impl Sync for PyMethodDef {}

macro_rules! themselves {
    ($($name:ident)*) => { $(
        // SAFETY: it is the C struct itself.
        unsafe impl Abi for $name {
            type Raw = $name;
        }

        impl crate::pointee::Pointee for $name {
            type Struct = $name;

            unsafe fn release(_pointer: core::ptr::NonNull<Self>) {}
        }
    )* };
}

themselves! { Py_buffer Py_complex PyMethodDef }
