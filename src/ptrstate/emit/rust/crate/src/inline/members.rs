//! Macros that read a member of a struct: of functions, methods, descriptors, cells.

use core::ffi::{c_int, c_void};

use super::layouts::Header;
use crate::pointees::PyObject;
use crate::structs::PyMethodDef;

/// `PyFunctionObject`, its beginning
#[repr(C)]
struct Function {
    header: Header,
    globals: *mut PyObject,
    builtins: *mut PyObject,
    name: *mut PyObject,
    qualified_name: *mut PyObject,
    code: *mut PyObject,
    defaults: *mut PyObject,
    keyword_defaults: *mut PyObject,
    closure: *mut PyObject,
    doc: *mut PyObject,
    dict: *mut PyObject,
    references: *mut PyObject,
    module: *mut PyObject,
    annotations: *mut PyObject,
}

/// `PyMethodObject`, its beginning
#[repr(C)]
struct Method {
    header: Header,
    function: *mut PyObject,
    object: *mut PyObject,
}

/// `PyInstanceMethodObject`
#[repr(C)]
struct InstanceMethod {
    header: Header,
    function: *mut PyObject,
}

/// `PyDescrObject`, its beginning
#[repr(C)]
struct Descriptor {
    header: Header,
    kind: *mut PyObject,
    name: *mut PyObject,
}

/// `PyCellObject`
#[repr(C)]
struct Cell {
    header: Header,
    content: *mut PyObject,
}

macro_rules! members {
    ($(fn $name:ident() of $kind:ident is $field:ident;)*) => { $(
        pub(crate) unsafe fn $name(object: *mut PyObject) -> *mut PyObject {
            // SAFETY: the object is of this kind.
            unsafe { (*object.cast::<$kind>()).$field }
        }
    )* };
}

members! {
    fn PyFunction_GET_ANNOTATIONS() of Function is annotations;
    fn PyFunction_GET_CLOSURE() of Function is closure;
    fn PyFunction_GET_CODE() of Function is code;
    fn PyFunction_GET_DEFAULTS() of Function is defaults;
    fn PyFunction_GET_GLOBALS() of Function is globals;
    fn PyFunction_GET_KW_DEFAULTS() of Function is keyword_defaults;
    fn PyFunction_GET_MODULE() of Function is module;
    fn PyMethod_GET_FUNCTION() of Method is function;
    fn PyMethod_GET_SELF() of Method is object;
    fn PyInstanceMethod_GET_FUNCTION() of InstanceMethod is function;
    fn PyDescr_TYPE() of Descriptor is kind;
    fn PyDescr_NAME() of Descriptor is name;
    fn PyCell_GET() of Cell is content;
}

/// `PyCMethodObject`, its beginning, which is a `PyCFunctionObject`
#[repr(C)]
struct Builtin {
    header: Header,
    definition: *mut PyMethodDef,
    object: *mut PyObject,
    module: *mut PyObject,
    references: *mut PyObject,
    vectorcall: *mut c_void,
    class: *mut PyObject,
}

const METH_STATIC: c_int = 0x20;
const METH_METHOD: c_int = 0x200;

pub(crate) unsafe fn PyCFunction_GET_FLAGS(function: *mut PyObject) -> c_int {
    // SAFETY: the object is a builtin function, and its definition is static.
    unsafe { (*(*function.cast::<Builtin>()).definition).ml_flags }
}

pub(crate) unsafe fn PyCFunction_GET_SELF(function: *mut PyObject) -> *mut PyObject {
    // SAFETY: the object is a builtin function; a static one has no object.
    unsafe {
        if PyCFunction_GET_FLAGS(function) & METH_STATIC != 0 {
            core::ptr::null_mut()
        } else {
            (*function.cast::<Builtin>()).object
        }
    }
}

pub(crate) unsafe fn PyCFunction_GET_CLASS(function: *mut PyObject) -> *mut PyObject {
    // SAFETY: the object is a builtin function; only one of this flag has room for the class.
    unsafe {
        if PyCFunction_GET_FLAGS(function) & METH_METHOD != 0 {
            (*function.cast::<Builtin>()).class
        } else {
            core::ptr::null_mut()
        }
    }
}

pub(crate) unsafe fn PyCell_SET(cell: *mut PyObject, content: *mut PyObject) {
    // SAFETY: the object is a cell; what was in it is the caller's to release.
    unsafe { (*cell.cast::<Cell>()).content = content }
}
