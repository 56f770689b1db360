//! The signatures of functions that the interpreter calls: of a module, of a type's slots, of a capsule.
//!
//! Each is what C's typedef of the same name is, with states.  A function of such a type begins with
//! [`Attached::assume`](crate::Attached::assume): whoever calls it is attached.

use core::ffi::{c_char, c_int, c_void};
use core::ptr::NonNull;

use crate::abi::{Abi, Pointer, same};
use crate::pointees::{PyModuleObject, PyObject, PyTupleObject, PyTypeObject};
use crate::structs::{Py_buffer, Py_hash_t, Py_ssize_t};
use crate::{Ambiguous, BorrowedPtr, Found, InteriorPtr, OrError, OwnedPtr, Status};

/// Declare each typedef with its raw twin, and have the compiler compare the two.
macro_rules! callbacks {
    ($($(#[$doc:meta])* $name:ident: ($($parameter:ty),*) -> $result:ty = ($($raw:ty),*) -> $raw_result:ty;)*) => { $(
        $(#[$doc])*
        pub type $name<'a, 'py> = unsafe extern "C" fn($($parameter),*) -> $result;

        const _: () = same::<$name<'static, 'static>, unsafe extern "C" fn($($raw),*) -> $raw_result>();
    )* };
}

type Lent<'a, 'py> = BorrowedPtr<'a, 'py, PyObject>;
type New<'py> = Option<OwnedPtr<'py, PyObject>>;
type Arguments<'a, 'py> = InteriorPtr<'a, BorrowedPtr<'a, 'py, PyObject>>;
type Raw = *mut PyObject;

callbacks! {
    /// A function of a module or method of a type, by the flag `METH_NOARGS` or `METH_O`: the second argument may be NULL.
    PyCFunction: (Lent<'a, 'py>, Option<Lent<'a, 'py>>) -> New<'py> = (Raw, Raw) -> Raw;
    /// The same by `METH_VARARGS | METH_KEYWORDS`.
    PyCFunctionWithKeywords: (Lent<'a, 'py>, BorrowedPtr<'a, 'py, PyTupleObject>, Option<Lent<'a, 'py>>) -> New<'py>
        = (Raw, Raw, Raw) -> Raw;
    /// The same by `METH_FASTCALL`; without arguments the array may be NULL.
    PyCFunctionFast: (Lent<'a, 'py>, Option<Arguments<'a, 'py>>, Py_ssize_t) -> New<'py>
        = (Raw, *const Raw, Py_ssize_t) -> Raw;
    /// The same by `METH_FASTCALL | METH_KEYWORDS`.
    PyCFunctionFastWithKeywords:
        (Lent<'a, 'py>, Option<Arguments<'a, 'py>>, Py_ssize_t, Option<Lent<'a, 'py>>) -> New<'py>
        = (Raw, *const Raw, Py_ssize_t, Raw) -> Raw;
    /// The vectorcall of an object: the arguments, their number with a flag in the highest bit, the names of the last of them.
    vectorcallfunc: (Lent<'a, 'py>, Option<Arguments<'a, 'py>>, usize, Option<Lent<'a, 'py>>) -> New<'py>
        = (Raw, *const Raw, usize, Raw) -> Raw;
    /// `tp_dealloc`, `tp_finalize`, and what a capsule ends with.
    destructor: (Lent<'a, 'py>) -> () = (Raw) -> ();
    /// `tp_free`.
    freefunc: (Option<NonNull<c_void>>) -> () = (*mut c_void) -> ();
    /// What `tp_traverse` is given to call on each object.
    visitproc: (Lent<'a, 'py>, *mut c_void) -> c_int = (Raw, *mut c_void) -> c_int;
    /// `tp_traverse`: call `visit` on each object that is owned, and hand on what it returns unless that is 0.
    traverseproc: (Lent<'a, 'py>, visitproc<'a, 'py>, *mut c_void) -> c_int
        = (Raw, Option<unsafe extern "C" fn(Raw, *mut c_void) -> c_int>, *mut c_void) -> c_int;
    /// `tp_clear`.
    clearproc: (Lent<'a, 'py>) -> Status = (Raw) -> c_int;
    /// `nb_bool`: whether the object is true, or -1.
    inquiry: (Lent<'a, 'py>) -> Found = (Raw) -> c_int;
    /// A unary operation, `tp_repr`, `tp_str`, `tp_iter`.
    unaryfunc: (Lent<'a, 'py>) -> New<'py> = (Raw) -> Raw;
    /// `tp_iternext`: NULL without an exception at the end.
    iternextfunc: (Lent<'a, 'py>) -> Ambiguous<New<'py>> = (Raw) -> Raw;
    /// A binary operation, `mp_subscript`, `tp_getattro`; of a number's slot either operand may be the object of the type.
    binaryfunc: (Lent<'a, 'py>, Lent<'a, 'py>) -> New<'py> = (Raw, Raw) -> Raw;
    /// `nb_power`, whose third operand may be None.
    ternaryfunc: (Lent<'a, 'py>, Lent<'a, 'py>, Lent<'a, 'py>) -> New<'py> = (Raw, Raw, Raw) -> Raw;
    /// `tp_call`.
    callfunc: (Lent<'a, 'py>, BorrowedPtr<'a, 'py, PyTupleObject>, Option<Lent<'a, 'py>>) -> New<'py>
        = (Raw, Raw, Raw) -> Raw;
    /// `tp_richcompare`; the operator is one of `Py_LT` (0) to `Py_GE` (5).
    richcmpfunc: (Lent<'a, 'py>, Lent<'a, 'py>, c_int) -> New<'py> = (Raw, Raw, c_int) -> Raw;
    /// `sq_length`, `mp_length`.
    lenfunc: (Lent<'a, 'py>) -> OrError<Py_ssize_t> = (Raw) -> Py_ssize_t;
    /// `sq_item`, `sq_repeat`.
    ssizeargfunc: (Lent<'a, 'py>, Py_ssize_t) -> New<'py> = (Raw, Py_ssize_t) -> Raw;
    /// `sq_ass_item`: NULL deletes.
    ssizeobjargproc: (Lent<'a, 'py>, Py_ssize_t, Option<Lent<'a, 'py>>) -> Status = (Raw, Py_ssize_t, Raw) -> c_int;
    /// `sq_contains`.
    objobjproc: (Lent<'a, 'py>, Lent<'a, 'py>) -> Found = (Raw, Raw) -> c_int;
    /// `mp_ass_subscript`, `tp_setattro`: NULL deletes.
    objobjargproc: (Lent<'a, 'py>, Lent<'a, 'py>, Option<Lent<'a, 'py>>) -> Status = (Raw, Raw, Raw) -> c_int;
    /// `tp_hash`.
    hashfunc: (Lent<'a, 'py>) -> OrError<Py_hash_t> = (Raw) -> Py_hash_t;
    /// `tp_init`.
    initproc: (Lent<'a, 'py>, BorrowedPtr<'a, 'py, PyTupleObject>, Option<Lent<'a, 'py>>) -> Status
        = (Raw, Raw, Raw) -> c_int;
    /// `tp_new`.
    newfunc: (BorrowedPtr<'a, 'py, PyTypeObject>, BorrowedPtr<'a, 'py, PyTupleObject>, Option<Lent<'a, 'py>>) -> New<'py>
        = (Raw, Raw, Raw) -> Raw;
    /// `tp_alloc`.
    allocfunc: (BorrowedPtr<'a, 'py, PyTypeObject>, Py_ssize_t) -> New<'py> = (Raw, Py_ssize_t) -> Raw;
    /// `tp_descr_get`: the instance is NULL on the class, the class may be.
    descrgetfunc: (Lent<'a, 'py>, Option<Lent<'a, 'py>>, Option<Lent<'a, 'py>>) -> New<'py> = (Raw, Raw, Raw) -> Raw;
    /// `tp_descr_set`: NULL deletes.
    descrsetfunc: (Lent<'a, 'py>, Lent<'a, 'py>, Option<Lent<'a, 'py>>) -> Status = (Raw, Raw, Raw) -> c_int;
    /// The getter of a `PyGetSetDef`.
    getter: (Lent<'a, 'py>, *mut c_void) -> New<'py> = (Raw, *mut c_void) -> Raw;
    /// Its setter: NULL deletes.
    setter: (Lent<'a, 'py>, Option<Lent<'a, 'py>>, *mut c_void) -> Status = (Raw, Raw, *mut c_void) -> c_int;
    /// `bf_getbuffer`: on success `obj` of the view owns the exporter, on failure it is NULL.
    getbufferproc: (Lent<'a, 'py>, &'a mut Py_buffer, c_int) -> Status = (Raw, *mut Py_buffer, c_int) -> c_int;
    /// `bf_releasebuffer`.
    releasebufferproc: (Lent<'a, 'py>, &'a mut Py_buffer) -> () = (Raw, *mut Py_buffer) -> ();
    /// `Py_mod_exec` of a module.
    execproc: (BorrowedPtr<'a, 'py, PyModuleObject>) -> Status = (Raw) -> c_int;
    /// `PyInit_NAME`.
    initfunc: () -> New<'py> = () -> Raw;
    /// What `PySys_AddAuditHook` is given.
    Py_AuditHookFunction: (InteriorPtr<'a>, Lent<'a, 'py>, *mut c_void) -> Status
        = (*const c_char, Raw, *mut c_void) -> c_int;
    /// What `PyDict_AddWatcher` is given: the event, the dict, and for some events key and new value.
    PyDict_WatchCallback: (c_int, Lent<'a, 'py>, Option<Lent<'a, 'py>>, Option<Lent<'a, 'py>>) -> Status
        = (c_int, Raw, Raw, Raw) -> c_int;
    /// What `PyType_AddWatcher` is given.
    PyType_WatchCallback: (BorrowedPtr<'a, 'py, PyTypeObject>) -> Status = (Raw) -> c_int;
    /// What `PyFunction_AddWatcher` is given: the event, the function, and for some events the new value.
    PyFunction_WatchCallback: (c_int, Lent<'a, 'py>, Option<Lent<'a, 'py>>) -> Status = (c_int, Raw, Raw) -> c_int;
    /// What `PyCode_AddWatcher` is given: the event and the code.
    PyCode_WatchCallback: (c_int, Lent<'a, 'py>) -> Status = (c_int, Raw) -> c_int;
    /// What `PyEval_SetProfile` and `PyEval_SetTrace` are given: object, frame, event, argument.
    Py_tracefunc: (Option<Lent<'a, 'py>>, Lent<'a, 'py>, c_int, Option<Lent<'a, 'py>>) -> Status
        = (Raw, Raw, c_int, Raw) -> c_int;
    /// What `PyUnstable_GC_VisitObjects` is given: the object, and what was passed along; 0 ends the visit.
    gcvisitobjects_t: (Lent<'a, 'py>, *mut c_void) -> c_int = (Raw, *mut c_void) -> c_int;
    /// What `Py_AddPendingCall` is given.
    pendingcall: (*mut c_void) -> Status = (*mut c_void) -> c_int;
}

/// What a capsule ends with.
pub type PyCapsule_Destructor<'a, 'py> = destructor<'a, 'py>;

macro_rules! passed {
    ($($name:ident = $raw:ty;)*) => { $(
        // SAFETY: a function pointer is passed as any other.
        unsafe impl Abi for $name<'_, '_> {
            type Raw = $raw;
        }
        // SAFETY: a function pointer is never null.
        unsafe impl Pointer for $name<'_, '_> {}
    )* };
}

passed! {
    destructor = Option<unsafe extern "C" fn(Raw)>;
    freefunc = Option<unsafe extern "C" fn(*mut c_void)>;
    visitproc = Option<unsafe extern "C" fn(Raw, *mut c_void) -> c_int>;
    PyCFunction = Option<unsafe extern "C" fn(Raw, Raw) -> Raw>;
    PyDict_WatchCallback = Option<unsafe extern "C" fn(c_int, Raw, Raw, Raw) -> c_int>;
    PyType_WatchCallback = Option<unsafe extern "C" fn(Raw) -> c_int>;
    PyFunction_WatchCallback = Option<unsafe extern "C" fn(c_int, Raw, Raw) -> c_int>;
    PyCode_WatchCallback = Option<unsafe extern "C" fn(c_int, Raw) -> c_int>;
    Py_tracefunc = Option<unsafe extern "C" fn(Raw, Raw, c_int, Raw) -> c_int>;
    vectorcallfunc = Option<unsafe extern "C" fn(Raw, *const Raw, usize, Raw) -> Raw>;
    pendingcall = Option<unsafe extern "C" fn(*mut c_void) -> c_int>;
    Py_AuditHookFunction = Option<unsafe extern "C" fn(*const c_char, Raw, *mut c_void) -> c_int>;
}
