    /// Step through the items; false after the last.
    ///
    /// NULL for `key` is skipped; NULL for `value` is skipped.
    ///
    /// C: `int PyDict_Next(PyObject *dict, Py_ssize_t *position, PyObject **key, PyObject **value)`
    ///
    /// # Safety
    ///
    /// The thread is attached for `'py`.
    pub fn PyDict_Next<'a, 'py>(
        dict: Peek<'a, 'py, BorrowedPtr<'a, 'py, PyDictObject>>,
        position: &mut Py_ssize_t,
        key: Option<&mut Option<BorrowedPtr<'a, 'py, PyObject>>>,
        value: Option<&mut Option<BorrowedPtr<'a, 'py, PyObject>>>,
    ) -> Truth;

/// Return the type of the pending exception; NULL when none is pending.
///
/// C: `PyObject *PyErr_Occurred(void)`
///
/// # Safety
///
/// The thread is attached for `'py`.
#[inline(always)]
pub unsafe fn PyErr_Occurred<'a, 'py>(
    _py: &'a Attached<'py>,
) -> Option<BorrowedPtr<'a, 'py, PyTypeObject>> {
    unsafe extern "C" {
        fn PyErr_Occurred() -> *mut PyObject;
    }
    // SAFETY: the caller's promise, and each type is passed as its raw twin is.
    unsafe {
        crate::abi::pass! { PyErr_Occurred() }
    }
}

/// Set the indicator to an exception of that type with that text; to `SystemError` when it is no
/// exception type.
///
/// C: `void PyErr_SetString(PyObject *exception, const char *text)`
///
/// # Safety
///
/// The thread is attached for `'py`.
#[inline(always)]
pub unsafe fn PyErr_SetString<'py>(
    exception: Runs<'_, 'py, BorrowedPtr<'_, 'py, PyObject>>,
    text: InteriorPtr<'_>,
) -> Raised<'py> {
    unsafe extern "C" {
        fn PyErr_SetString(exception: *mut PyObject, text: *const c_char);
    }
    // SAFETY: the caller's promise, and each type is passed as its raw twin is.
    unsafe {
        crate::abi::pass! { PyErr_SetString(exception, text) }
    }
}

    /// Return the item at `index`, borrowed; `IndexError` when there is none.
    ///
    /// C: `PyObject *PyList_GetItem(PyObject *list, Py_ssize_t index)`
    ///
    /// # Safety
    ///
    /// The thread is attached for `'py`, no exception is pending.
    #[must_use = "NULL means that an exception is pending: or_raise()"]
    pub fn PyList_GetItem<'a, 'py>(
        list: Peek<'a, 'py, BorrowedPtr<'a, 'py, PyListObject>>,
        index: Py_ssize_t,
    ) -> Option<BorrowedPtr<'a, 'py, PyObject>>;

    /// Put `item` at `index`. Consumes `item` whether or not it succeeds.
    ///
    /// C: `int PyList_SetItem(PyObject *list, Py_ssize_t index, PyObject *item)`
    ///
    /// # Safety
    ///
    /// The thread is attached for `'py`, no exception is pending.
    pub fn PyList_SetItem<'py>(
        list: Runs<'_, 'py, BorrowedPtr<'_, 'py, PyListObject>>,
        index: Py_ssize_t,
        item: OwnedPtr<'py, PyObject>,
    ) -> Status;

    /// Return the value; -1 with an exception when it does not fit or is no integer.
    ///
    /// C: `long PyLong_AsLong(PyObject *object)`
    ///
    /// # Safety
    ///
    /// The thread is attached for `'py`, no exception is pending.
    pub fn PyLong_AsLong<'py>(
        object: Runs<'_, 'py, BorrowedPtr<'_, 'py, PyObject>>,
    ) -> Ambiguous<c_long>;

    /// Make a tuple of `items`, of which it takes references of its own.
    ///
    /// C: `PyObject *PyTuple_Pack(Py_ssize_t count, ...)`
    ///
    /// # Safety
    ///
    /// The thread is attached for `'py`, no exception is pending, `count` is no more than `items` has,
    /// the variadic arguments are as many, and pointers of the kind, that C expects.
    #[must_use = "NULL means that an exception is pending: or_raise()"]
    pub fn PyTuple_Pack<'py>(count: Py_ssize_t, ...) -> Option<OwnedPtr<'py, PyTupleObject>>;

/// Set an attribute of a module. Consumes `value` on success only.
///
/// C: `int PyModule_AddObject(PyObject *module, const char *name, PyObject *value)`
///
/// # Safety
///
/// The thread is attached for `'py`, no exception is pending.
#[inline(always)]
pub unsafe fn PyModule_AddObject<'py>(
    module: Runs<'_, 'py, BorrowedPtr<'_, 'py, PyModuleObject>>,
    name: InteriorPtr<'_>,
    value: OwnedPtr<'py, PyObject>,
) -> Result<(), NotTaken<'py, OwnedPtr<'py, PyObject>>> {
    unsafe extern "C" {
        fn PyModule_AddObject(
            module: *mut PyObject,
            name: *const c_char,
            value: *mut PyObject,
        ) -> c_int;
    }
    // SAFETY: the caller's promise, and each type is passed as its raw twin is.
    let result: Status = unsafe {
        crate::abi::pass! { PyModule_AddObject(module, name, &value) }
    };
    match result.or_raise() {
        Ok(success) => {
            core::mem::forget(value);
            Ok(success)
        }
        Err(raised) => Err(NotTaken {
            argument: value,
            raised,
        }),
    }
}

/// Return the item at `index`, borrowed; nothing is checked in C.
///
/// C: `PyObject *PyTuple_GET_ITEM(PyObject *tuple, Py_ssize_t index)`
///
/// # Safety
///
/// The thread is attached for `'py`, `tuple` is of the type that its pointer says, `index` is an
/// index of `tuple`.
#[cfg(not(Py_LIMITED_API))]
#[inline(always)]
pub unsafe fn PyTuple_GET_ITEM<'a, 'py>(
    tuple: BorrowedPtr<'a, 'py, PyTupleObject>,
    index: Py_ssize_t,
) -> BorrowedPtr<'a, 'py, PyObject> {
    // SAFETY: the caller's promise, and each type is passed as its raw twin is.
    unsafe {
        crate::abi::pass! { inline::PyTuple_GET_ITEM(tuple, index) }
    }
}

    /// Return the string in UTF-8, which it keeps as long as it lives; `UnicodeEncodeError` for
    /// surrogates.
    ///
    /// C: `const char *PyUnicode_AsUTF8(PyObject *unicode)`
    ///
    /// # Safety
    ///
    /// The thread is attached for `'py`, no exception is pending.
    #[cfg(not(Py_LIMITED_API))]
    #[must_use = "NULL means that an exception is pending: or_raise()"]
    pub fn PyUnicode_AsUTF8<'a, 'py>(
        unicode: BorrowedPtr<'a, 'py, PyUnicodeObject>,
    ) -> Option<InteriorPtr<'a>>;

/// Give a string its final form, which from 3.12 on every string has.
///
/// C: `int PyUnicode_READY(PyObject *unicode)`
///
/// # Safety
///
/// The thread is attached for `'py`, no exception is pending, `unicode` is of the type that its
/// pointer says.
#[cfg(all(not(Py_3_12), not(Py_LIMITED_API)))]
#[inline(always)]
pub unsafe fn PyUnicode_READY<'py>(unicode: BorrowedPtr<'_, 'py, PyUnicodeObject>) -> Status {
    // SAFETY: the caller's promise, and each type is passed as its raw twin is.
    unsafe {
        crate::abi::pass! { inline::PyUnicode_READY(unicode) }
    }
}

/// Give a string its final form, which from 3.12 on every string has.
///
/// C: `int PyUnicode_READY(PyObject *unicode)`
///
/// # Safety
///
/// The thread is attached for `'py`, `unicode` is of the type that its pointer says.
#[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
#[inline(always)]
pub unsafe fn PyUnicode_READY<'py>(unicode: BorrowedPtr<'_, 'py, PyUnicodeObject>) -> Status {
    // SAFETY: the caller's promise, and each type is passed as its raw twin is.
    unsafe {
        crate::abi::pass! { inline::PyUnicode_READY(unicode) }
    }
}

/// `PyExc_PythonFinalizationError`, which the interpreter owns for good.
#[cfg(Py_3_13)]
#[inline(always)]
pub fn PyExc_PythonFinalizationError<'py>() -> BorrowedPtr<'py, 'py, PyTypeObject> {
    unsafe extern "C" {
        #[link_name = "PyExc_PythonFinalizationError"]
        static mut SYMBOL: *mut PyObject;
    }
    // SAFETY: the interpreter set it when it began.
    let object = unsafe { SYMBOL };
    // SAFETY: it is never NULL, and lives as long as the interpreter.
    unsafe { Abi::from_c(object) }
}
