//! The prototypes of the Python module `object`, filled in.
//!
//! Copy the file into a crate of your own, or change it here and build it with `cargo build --example object`; the symbols are
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

/// Put the attribute into `result`; an `AttributeError` means that there is none.
///
/// C: `int PyObject_GetOptionalAttr(PyObject *object, PyObject *name, PyObject **result)`
///
/// # Safety
///
/// The thread is attached for `'py`, no exception is pending, `result` is empty.
#[unsafe(export_name = "ptrstate_PyObject_GetOptionalAttr")]
pub unsafe extern "C" fn PyObject_GetOptionalAttr<'py>(
    object: BorrowedPtr<'_, 'py, PyObject>,
    name: BorrowedPtr<'_, 'py, PyObject>,
    result: &mut Option<OwnedPtr<'py, PyObject>>,
) -> Found {
    // SAFETY: whoever calls a function of the C API is attached.
    let py = unsafe { Attached::assume() };
    PyObject_GetOptionalAttr_body(py, object, name, result).returned()
}

/// The body of [`PyObject_GetOptionalAttr`], which in Python is
///
/// ```python
/// value = capi.PyObject_GetAttr(object, name)
/// if value is None:
///     if not capi.PyErr_ExceptionMatches(capi.PyExc_AttributeError):
///         return Found.FAILED
///     capi.PyErr_Clear()
///     return Found.ABSENT
/// result.put(value)
/// return Found.PRESENT
/// ```
fn PyObject_GetOptionalAttr_body<'py>(
    py: &mut Attached<'py>,
    object: BorrowedPtr<'_, 'py, PyObject>,
    name: BorrowedPtr<'_, 'py, PyObject>,
    result: &mut Option<OwnedPtr<'py, PyObject>>,
) -> Result<bool, Raised<'py>> {
    // SAFETY: attached, and no exception is pending.
    match unsafe { PyObject_GetAttr(py.runs(object), name) }.or_raise() {
        Ok(value) => {
            *result = Some(value);
            Ok(true)
        }
        Err(raised) if raised.matches(PyExc_AttributeError()) => {
            raised.clear(py);
            Ok(false)
        }
        Err(raised) => Err(raised),
    }
}

/// Put the item under `key` into `result`; a `KeyError` means that there is none.
///
/// C: `int PyMapping_GetOptionalItem(PyObject *object, PyObject *key, PyObject **result)`
///
/// # Safety
///
/// The thread is attached for `'py`, no exception is pending, `result` is empty.
#[unsafe(export_name = "ptrstate_PyMapping_GetOptionalItem")]
pub unsafe extern "C" fn PyMapping_GetOptionalItem<'py>(
    object: BorrowedPtr<'_, 'py, PyObject>,
    key: BorrowedPtr<'_, 'py, PyObject>,
    result: &mut Option<OwnedPtr<'py, PyObject>>,
) -> Found {
    // SAFETY: whoever calls a function of the C API is attached.
    let py = unsafe { Attached::assume() };
    PyMapping_GetOptionalItem_body(py, object, key, result).returned()
}

/// The body of [`PyMapping_GetOptionalItem`], which in Python is
///
/// ```python
/// value = capi.PyObject_GetItem(object, key)
/// if value is None:
///     if not capi.PyErr_ExceptionMatches(capi.PyExc_KeyError):
///         return Found.FAILED
///     capi.PyErr_Clear()
///     return Found.ABSENT
/// result.put(value)
/// return Found.PRESENT
/// ```
fn PyMapping_GetOptionalItem_body<'py>(
    py: &mut Attached<'py>,
    object: BorrowedPtr<'_, 'py, PyObject>,
    key: BorrowedPtr<'_, 'py, PyObject>,
    result: &mut Option<OwnedPtr<'py, PyObject>>,
) -> Result<bool, Raised<'py>> {
    // SAFETY: attached, and no exception is pending.
    match unsafe { PyObject_GetItem(py.runs(object), key) }.or_raise() {
        Ok(value) => {
            *result = Some(value);
            Ok(true)
        }
        Err(raised) if raised.matches(PyExc_KeyError()) => {
            raised.clear(py);
            Ok(false)
        }
        Err(raised) => Err(raised),
    }
}

/// Whether there is such an attribute; every other error is one.
///
/// C: `int PyObject_HasAttrWithError(PyObject *object, PyObject *name)`
///
/// # Safety
///
/// The thread is attached for `'py`, no exception is pending.
#[unsafe(export_name = "ptrstate_PyObject_HasAttrWithError")]
pub unsafe extern "C" fn PyObject_HasAttrWithError<'py>(
    object: BorrowedPtr<'_, 'py, PyObject>,
    name: BorrowedPtr<'_, 'py, PyObject>,
) -> Found {
    // SAFETY: whoever calls a function of the C API is attached.
    let py = unsafe { Attached::assume() };
    PyObject_HasAttrWithError_body(py, object, name).returned()
}

/// The body of [`PyObject_HasAttrWithError`], which in Python is
///
/// ```python
/// value = Slot()
/// return Found(or_raise(PyObject_GetOptionalAttr(object, name, value)))
/// ```
fn PyObject_HasAttrWithError_body<'py>(
    py: &mut Attached<'py>,
    object: BorrowedPtr<'_, 'py, PyObject>,
    name: BorrowedPtr<'_, 'py, PyObject>,
) -> Result<bool, Raised<'py>> {
    let mut value = None;
    PyObject_GetOptionalAttr_body(py, object, name, &mut value)
}
