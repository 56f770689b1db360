//! The prototypes of the Python module `listobject`, filled in.
//!
//! Copy the file into a crate of your own, or change it here and build it with `cargo build --example listobject`; the symbols are
//! `ptrstate_NAME`, so that no function of the interpreter is in their place.

#![allow(non_snake_case)] // the names are C's
#![allow(unused_imports)] // a body needs some of them

use core::ffi::*;
use core::mem::ManuallyDrop;

use ptrstate_capi::data::*;
use ptrstate_capi::ffi::*;
use ptrstate_capi::pointees::*;
use ptrstate_capi::structs::*;
use ptrstate_capi::*;

/// Return the item at `index`; `IndexError` when there is none.
///
/// C: `PyObject *PyList_GetItemRef(PyObject *list, Py_ssize_t index)`
///
/// # Safety
///
/// The thread is attached for `'py`, no exception is pending.
#[unsafe(export_name = "ptrstate_PyList_GetItemRef")]
pub unsafe extern "C" fn PyList_GetItemRef<'py>(
    list: BorrowedPtr<'_, 'py, PyListObject>,
    index: Py_ssize_t,
) -> Option<OwnedPtr<'py, PyObject>> {
    // SAFETY: whoever calls a function of the C API is attached.
    let py = unsafe { Attached::assume() };
    PyList_GetItemRef_body(py, list, index).returned()
}

/// The body of [`PyList_GetItemRef`], which in Python is
///
/// ```python
/// item = or_raise(capi.PyList_GetItem(list, index))
/// return item.to_owned()
/// ```
fn PyList_GetItemRef_body<'py>(
    py: &mut Attached<'py>,
    list: BorrowedPtr<'_, 'py, PyListObject>,
    index: Py_ssize_t,
) -> Result<OwnedPtr<'py, PyObject>, Raised<'py>> {
    // SAFETY: attached, and no exception is pending.
    let item = unsafe { PyList_GetItem(py.peek(list), index) }.or_raise()?;
    Ok(item.to_owned())
}

/// Append everything that `iterable` yields; a list may be extended by itself.
///
/// C: `int PyList_Extend(PyObject *list, PyObject *iterable)`
///
/// # Safety
///
/// The thread is attached for `'py`, no exception is pending.
#[unsafe(export_name = "ptrstate_PyList_Extend")]
pub unsafe extern "C" fn PyList_Extend<'py>(
    list: BorrowedPtr<'_, 'py, PyListObject>,
    iterable: BorrowedPtr<'_, 'py, PyObject>,
) -> Status {
    // SAFETY: whoever calls a function of the C API is attached.
    let py = unsafe { Attached::assume() };
    PyList_Extend_body(py, list, iterable).returned()
}

/// The body of [`PyList_Extend`], which in Python is
///
/// ```python
/// if not capi.PyList_Check(list):
///     capi.PyErr_BadInternalCall()
///     return Status.FAILED
/// if capi.PyList_CheckExact(iterable):
///     return PyList_Extend(list, or_raise(capi.PySequence_Tuple(iterable)).borrow())
/// iterator = or_raise(capi.PyObject_GetIter(iterable))
/// or_raise(capi.PyObject_LengthHint(iterable, 8))
/// while (item := or_none(capi.PyIter_Next(iterator.borrow()))) is not None:
///     or_raise(capi.PyList_Append(list, item.borrow()))
/// return Status.OK
/// ```
fn PyList_Extend_body<'py>(
    py: &mut Attached<'py>,
    list: BorrowedPtr<'_, 'py, PyListObject>,
    iterable: BorrowedPtr<'_, 'py, PyObject>,
) -> Result<(), Raised<'py>> {
    // SAFETY: attached, and no exception is pending before any call.
    unsafe {
        if !PyList_Check(list.upcast()).is_true() {
            return Err(PyErr_BadInternalCall(py));
        }
        if PyList_CheckExact(iterable).is_true() {
            let items = PySequence_Tuple(py.runs(iterable)).or_raise()?;
            return PyList_Extend_body(py, list, items.borrow().upcast());
        }
        let iterator = PyObject_GetIter(py.runs(iterable)).or_raise()?;
        PyObject_LengthHint(py.runs(iterable), 8).or_raise()?;
        while let Some(item) = PyIter_Next(py.runs(iterator.borrow())).or_none()? {
            PyList_Append(list, item.borrow()).or_raise()?;
        }
        Ok(())
    }
}
