//! The type checks of all headers.

use core::ffi::{c_int, c_ulong};

use super::layouts::Header;
use crate::pointees::PyObject;

unsafe extern "C" {
    fn PyType_GetFlags(kind: *mut PyObject) -> c_ulong;
    fn PyType_IsSubtype(kind: *mut PyObject, base: *mut PyObject) -> c_int;
}

pub(crate) unsafe fn Py_TYPE(object: *mut PyObject) -> *mut PyObject {
    // SAFETY: the object is alive.
    unsafe { (*object.cast::<Header>()).kind }
}

pub(crate) unsafe fn Py_IS_TYPE(object: *mut PyObject, kind: *mut PyObject) -> c_int {
    // SAFETY: the object is alive.
    c_int::from(unsafe { Py_TYPE(object) } == kind)
}

pub(crate) unsafe fn PyObject_TypeCheck(object: *mut PyObject, kind: *mut PyObject) -> c_int {
    // SAFETY: the object and the type are alive.
    unsafe {
        let own = Py_TYPE(object);
        c_int::from(own == kind || PyType_IsSubtype(own, kind) != 0)
    }
}

pub(crate) unsafe fn PyType_HasFeature(kind: *mut PyObject, feature: c_ulong) -> c_int {
    // SAFETY: the type is alive.
    c_int::from(unsafe { PyType_GetFlags(kind) } & feature != 0)
}

pub(crate) unsafe fn PyExceptionInstance_Class(object: *mut PyObject) -> *mut PyObject {
    // SAFETY: the object is alive.
    unsafe { Py_TYPE(object) }
}

/// Checks that look at a flag of the object's type.
macro_rules! by_flag {
    ($(fn $name:ident() is bit $bit:literal;)*) => { $(
        pub(crate) unsafe fn $name(object: *mut PyObject) -> c_int {
            // SAFETY: the object is alive.
            unsafe { PyType_HasFeature(Py_TYPE(object), 1 << $bit) }
        }
    )* };
}

/// Checks that compare the object's type with one.
macro_rules! by_type {
    ($(fn $name:ident() is exactly $kind:ident;)*) => { $(
        pub(crate) unsafe fn $name(object: *mut PyObject) -> c_int {
            unsafe extern "C" {
                static mut $kind: PyObject;
            }
            // SAFETY: the object is alive; of the type only the address is taken.
            unsafe { Py_IS_TYPE(object, &raw mut $kind) }
        }
    )* };
}

/// Checks that look for a type among the bases of the object's.
macro_rules! by_bases {
    ($(fn $name:ident() is a $kind:ident;)*) => { $(
        pub(crate) unsafe fn $name(object: *mut PyObject) -> c_int {
            unsafe extern "C" {
                static mut $kind: PyObject;
            }
            // SAFETY: the object is alive; of the type only the address is taken.
            unsafe { PyObject_TypeCheck(object, &raw mut $kind) }
        }
    )* };
}

by_flag! {
    fn PyLong_Check() is bit 24;
    fn PyList_Check() is bit 25;
    fn PyTuple_Check() is bit 26;
    fn PyBytes_Check() is bit 27;
    fn PyUnicode_Check() is bit 28;
    fn PyDict_Check() is bit 29;
    fn PyExceptionInstance_Check() is bit 30;
    fn PyType_Check() is bit 31;
}

by_type! {
    fn PyLong_CheckExact() is exactly PyLong_Type;
    fn PyBool_Check() is exactly PyBool_Type;
    fn PyFloat_CheckExact() is exactly PyFloat_Type;
    fn PyComplex_CheckExact() is exactly PyComplex_Type;
    fn PyList_CheckExact() is exactly PyList_Type;
    fn PyTuple_CheckExact() is exactly PyTuple_Type;
    fn PyBytes_CheckExact() is exactly PyBytes_Type;
    fn PyByteArray_CheckExact() is exactly PyByteArray_Type;
    fn PyUnicode_CheckExact() is exactly PyUnicode_Type;
    fn PyDict_CheckExact() is exactly PyDict_Type;
    fn PySet_CheckExact() is exactly PySet_Type;
    fn PyFrozenSet_CheckExact() is exactly PyFrozenSet_Type;
    fn PyModule_CheckExact() is exactly PyModule_Type;
    fn PyType_CheckExact() is exactly PyType_Type;
    fn PyTraceBack_Check() is exactly PyTraceBack_Type;
    fn PyCell_Check() is exactly PyCell_Type;
    fn PyCode_Check() is exactly PyCode_Type;
    fn PyFrame_Check() is exactly PyFrame_Type;
    fn PyFunction_Check() is exactly PyFunction_Type;
    fn PyMethod_Check() is exactly PyMethod_Type;
    fn PyInstanceMethod_Check() is exactly PyInstanceMethod_Type;
    fn PyCFunction_CheckExact() is exactly PyCFunction_Type;
    fn PyGen_CheckExact() is exactly PyGen_Type;
    fn PyCoro_CheckExact() is exactly PyCoro_Type;
    fn PyAsyncGen_CheckExact() is exactly PyAsyncGen_Type;
    fn PySlice_Check() is exactly PySlice_Type;
    fn PyRange_Check() is exactly PyRange_Type;
    fn PyCapsule_CheckExact() is exactly PyCapsule_Type;
    fn PyMemoryView_Check() is exactly PyMemoryView_Type;
    fn PySeqIter_Check() is exactly PySeqIter_Type;
    fn PyCallIter_Check() is exactly PyCallIter_Type;
    fn PyContext_CheckExact() is exactly PyContext_Type;
    fn PyContextVar_CheckExact() is exactly PyContextVar_Type;
    fn PyContextToken_CheckExact() is exactly PyContextToken_Type;
    fn PyDictKeys_Check() is exactly PyDictKeys_Type;
    fn PyDictValues_Check() is exactly PyDictValues_Type;
    fn PyDictItems_Check() is exactly PyDictItems_Type;
    fn PyODict_CheckExact() is exactly PyODict_Type;
    fn PyCMethod_CheckExact() is exactly PyCMethod_Type;
    fn PyWeakref_CheckRefExact() is exactly _PyWeakref_RefType;
}

by_bases! {
    fn PyFloat_Check() is a PyFloat_Type;
    fn PyComplex_Check() is a PyComplex_Type;
    fn PyByteArray_Check() is a PyByteArray_Type;
    fn PyModule_Check() is a PyModule_Type;
    fn PySet_Check() is a PySet_Type;
    fn PyFrozenSet_Check() is a PyFrozenSet_Type;
    fn PyCFunction_Check() is a PyCFunction_Type;
    fn PyCMethod_Check() is a PyCMethod_Type;
    fn PyGen_Check() is a PyGen_Type;
    fn PyODict_Check() is a PyODict_Type;
    fn PyPickleBuffer_Check() is a PyPickleBuffer_Type;
    fn PyWeakref_CheckRef() is a _PyWeakref_RefType;
}

pub(crate) unsafe fn PyType_FastSubclass(kind: *mut PyObject, feature: c_ulong) -> c_int {
    // SAFETY: the type is alive.
    unsafe { PyType_HasFeature(kind, feature) }
}

pub(crate) unsafe fn PyType_IS_GC(kind: *mut PyObject) -> c_int {
    // SAFETY: the type is alive.
    unsafe { PyType_HasFeature(kind, 1 << 14) }
}

pub(crate) unsafe fn PyExceptionClass_Check(object: *mut PyObject) -> c_int {
    // SAFETY: the object is alive, and has its flags looked at only when it is a type.
    unsafe { c_int::from(PyType_Check(object) != 0 && PyType_HasFeature(object, 1 << 30) != 0) }
}

pub(crate) unsafe fn PyAnySet_CheckExact(object: *mut PyObject) -> c_int {
    // SAFETY: the object is alive.
    unsafe { PySet_CheckExact(object) | PyFrozenSet_CheckExact(object) }
}

pub(crate) unsafe fn PyAnySet_Check(object: *mut PyObject) -> c_int {
    // SAFETY: the object is alive.
    unsafe { PySet_Check(object) | PyFrozenSet_Check(object) }
}

pub(crate) unsafe fn PyDictViewSet_Check(object: *mut PyObject) -> c_int {
    // SAFETY: the object is alive.
    unsafe { by_base_of_views(object) }
}

unsafe fn by_base_of_views(object: *mut PyObject) -> c_int {
    // SAFETY: the object is alive.
    unsafe { PyDictKeys_Check(object) | PyDictItems_Check(object) }
}

pub(crate) unsafe fn PyWeakref_CheckProxy(object: *mut PyObject) -> c_int {
    unsafe extern "C" {
        static mut _PyWeakref_ProxyType: PyObject;
        static mut _PyWeakref_CallableProxyType: PyObject;
    }
    // SAFETY: the object is alive; of the types only the addresses are taken.
    unsafe {
        Py_IS_TYPE(object, &raw mut _PyWeakref_ProxyType)
            | Py_IS_TYPE(object, &raw mut _PyWeakref_CallableProxyType)
    }
}

pub(crate) unsafe fn PyWeakref_Check(object: *mut PyObject) -> c_int {
    // SAFETY: the object is alive.
    unsafe { PyWeakref_CheckRef(object) | PyWeakref_CheckProxy(object) }
}
