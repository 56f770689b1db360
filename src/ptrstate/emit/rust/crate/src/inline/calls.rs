//! Inline functions of `abstract.h` and `code.h` that pass their arguments on to another function.

use crate::pointees::PyObject;

type Object = *mut PyObject;

/// `PY_VECTORCALL_ARGUMENTS_OFFSET`
const OFFSET: usize = 1 << (usize::BITS - 1);

unsafe extern "C" {
    fn PyObject_VectorcallMethod(
        name: Object,
        arguments: *const Object,
        count: usize,
        keywords: Object,
    ) -> Object;
}

pub(crate) unsafe fn PyObject_CallMethodNoArgs(object: Object, name: Object) -> Object {
    // SAFETY: one argument, the object itself.
    unsafe { PyObject_VectorcallMethod(name, &raw const object, 1 | OFFSET, core::ptr::null_mut()) }
}

pub(crate) unsafe fn PyObject_CallMethodOneArg(
    object: Object,
    name: Object,
    argument: Object,
) -> Object {
    let arguments = [object, argument];
    // SAFETY: two arguments, the object itself first.
    unsafe {
        PyObject_VectorcallMethod(name, arguments.as_ptr(), 2 | OFFSET, core::ptr::null_mut())
    }
}

#[cfg(Py_3_12)]
pub(crate) use makers::*;

#[cfg(Py_3_12)]
mod makers {
    //! From 3.12 on the makers of code objects have other names.

    use core::ffi::c_int;

    use super::Object;

    macro_rules! makers {
        ($(fn $name:ident($($argument:ident: $kind:ty,)*) = $function:ident;)*) => { $(
            #[allow(clippy::too_many_arguments)] // C has as many
            pub(crate) unsafe fn $name($($argument: $kind),*) -> Object {
                unsafe extern "C" {
                    fn $function($($argument: $kind),*) -> Object;
                }
                // SAFETY: the caller's promise.
                unsafe { $function($($argument),*) }
            }
        )* };
    }

    makers! {
        fn PyCode_New(
            arguments: c_int, keyword_only: c_int, locals: c_int, stack: c_int, flags: c_int, code: Object, constants: Object,
            names: Object, variables: Object, free: Object, cells: Object, file: Object, name: Object, qualified_name: Object,
            line: c_int, lines: Object, exceptions: Object,
        ) = PyUnstable_Code_New;
        fn PyCode_NewWithPosOnlyArgs(
            arguments: c_int, positional_only: c_int, keyword_only: c_int, locals: c_int, stack: c_int, flags: c_int, code: Object,
            constants: Object, names: Object, variables: Object, free: Object, cells: Object, file: Object, name: Object,
            qualified_name: Object, line: c_int, lines: Object, exceptions: Object,
        ) = PyUnstable_Code_NewWithPosOnlyArgs;
    }
}
