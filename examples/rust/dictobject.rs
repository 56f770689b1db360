//! The prototypes of the Python module `dictobject`, filled in.
//!
//! Copy the file into a crate of your own, or change it here and build it with `cargo build --example dictobject`; the symbols are
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

/// Put the value under `key` into `result`; nothing where there is none.
///
/// C: `int PyDict_GetItemRef(PyObject *dict, PyObject *key, PyObject **result)`
///
/// # Safety
///
/// The thread is attached for `'py`, no exception is pending, `result` is empty.
#[unsafe(export_name = "ptrstate_PyDict_GetItemRef")]
pub unsafe extern "C" fn PyDict_GetItemRef<'py>(
    dict: BorrowedPtr<'_, 'py, PyDictObject>,
    key: BorrowedPtr<'_, 'py, PyObject>,
    result: &mut Option<OwnedPtr<'py, PyObject>>,
) -> Found {
    // SAFETY: whoever calls a function of the C API is attached.
    let py = unsafe { Attached::assume() };
    PyDict_GetItemRef_body(py, dict, key, result).returned()
}

/// The body of [`PyDict_GetItemRef`], which in Python is
///
/// ```python
/// value = or_none(capi.PyDict_GetItemWithError(dict, key))
/// if value is None:
///     return Found.ABSENT
/// result.put(value.to_owned())
/// return Found.PRESENT
/// ```
fn PyDict_GetItemRef_body<'py>(
    py: &mut Attached<'py>,
    dict: BorrowedPtr<'_, 'py, PyDictObject>,
    key: BorrowedPtr<'_, 'py, PyObject>,
    result: &mut Option<OwnedPtr<'py, PyObject>>,
) -> Result<bool, Raised<'py>> {
    // SAFETY: attached, and no exception is pending.
    let value = unsafe { PyDict_GetItemWithError(py.runs(dict), key) }.or_none()?;
    *result = value.map(|value| value.to_owned());
    Ok(result.is_some())
}

/// Put the value under `key` into `result`, after storing `default` where there was none.
///
/// NULL for `result` is skipped.
///
/// C: `int PyDict_SetDefaultRef(PyObject *dict, PyObject *key, PyObject *default, PyObject **result)`
///
/// # Safety
///
/// The thread is attached for `'py`, no exception is pending, `result` is empty.
#[unsafe(export_name = "ptrstate_PyDict_SetDefaultRef")]
pub unsafe extern "C" fn PyDict_SetDefaultRef<'py>(
    dict: BorrowedPtr<'_, 'py, PyDictObject>,
    key: BorrowedPtr<'_, 'py, PyObject>,
    default: BorrowedPtr<'_, 'py, PyObject>,
    result: Option<&mut Option<OwnedPtr<'py, PyObject>>>,
) -> Found {
    // SAFETY: whoever calls a function of the C API is attached.
    let py = unsafe { Attached::assume() };
    PyDict_SetDefaultRef_body(py, dict, key, default, result).returned()
}

/// The body of [`PyDict_SetDefaultRef`], which in Python is
///
/// ```python
/// before = or_raise(capi.PyDict_Size(dict))
/// value = or_raise(capi.PyDict_SetDefault(dict, key, default)).to_owned()
/// present = or_raise(capi.PyDict_Size(dict)) == before
/// if result is not None:
///     result.put(value)
/// return Found.PRESENT if present else Found.ABSENT
/// ```
fn PyDict_SetDefaultRef_body<'py>(
    py: &mut Attached<'py>,
    dict: BorrowedPtr<'_, 'py, PyDictObject>,
    key: BorrowedPtr<'_, 'py, PyObject>,
    default: BorrowedPtr<'_, 'py, PyObject>,
    result: Option<&mut Option<OwnedPtr<'py, PyObject>>>,
) -> Result<bool, Raised<'py>> {
    // SAFETY: attached, and no exception is pending before any call.
    unsafe {
        let before = PyDict_Size(dict).or_raise()?;
        let value = PyDict_SetDefault(py.runs(dict), key, default)
            .or_raise()?
            .to_owned();
        let present = PyDict_Size(dict).or_raise()? == before;
        if let Some(result) = result {
            *result = Some(value);
        }
        Ok(present)
    }
}

/// Take the value under `key` out of the dict and put it into `result`; nothing where there is
/// none.
///
/// NULL for `result` is skipped.
///
/// C: `int PyDict_Pop(PyObject *dict, PyObject *key, PyObject **result)`
///
/// # Safety
///
/// The thread is attached for `'py`, no exception is pending, `result` is empty.
#[unsafe(export_name = "ptrstate_PyDict_Pop")]
pub unsafe extern "C" fn PyDict_Pop<'py>(
    dict: BorrowedPtr<'_, 'py, PyDictObject>,
    key: BorrowedPtr<'_, 'py, PyObject>,
    result: Option<&mut Option<OwnedPtr<'py, PyObject>>>,
) -> Found {
    // SAFETY: whoever calls a function of the C API is attached.
    let py = unsafe { Attached::assume() };
    PyDict_Pop_body(py, dict, key, result).returned()
}

/// The body of [`PyDict_Pop`], which in Python is
///
/// ```python
/// if or_raise(capi.PyDict_Size(dict)) == 0:
///     return Found.ABSENT
/// value = or_none(capi.PyDict_GetItemWithError(dict, key))
/// if value is None:
///     return Found.ABSENT
/// kept = value.to_owned()
/// or_raise(capi.PyDict_DelItem(dict, key))
/// if result is not None:
///     result.put(kept)
/// return Found.PRESENT
/// ```
fn PyDict_Pop_body<'py>(
    py: &mut Attached<'py>,
    dict: BorrowedPtr<'_, 'py, PyDictObject>,
    key: BorrowedPtr<'_, 'py, PyObject>,
    result: Option<&mut Option<OwnedPtr<'py, PyObject>>>,
) -> Result<bool, Raised<'py>> {
    // SAFETY: attached, and no exception is pending before any call.
    unsafe {
        if PyDict_Size(dict).or_raise()? == 0 {
            return Ok(false);
        }
        let Some(value) = PyDict_GetItemWithError(py.runs(dict), key).or_none()? else {
            return Ok(false);
        };
        let kept = value.to_owned();
        PyDict_DelItem(py.runs(dict), key).or_raise()?;
        if let Some(result) = result {
            *result = Some(kept);
        }
        Ok(true)
    }
}

/// Whether the dict has the text `key`.
///
/// C: `int PyDict_ContainsString(PyObject *dict, const char *key)`
///
/// # Safety
///
/// The thread is attached for `'py`, no exception is pending.
#[unsafe(export_name = "ptrstate_PyDict_ContainsString")]
pub unsafe extern "C" fn PyDict_ContainsString<'py>(
    dict: BorrowedPtr<'_, 'py, PyDictObject>,
    key: InteriorPtr<'_>,
) -> Found {
    // SAFETY: whoever calls a function of the C API is attached.
    let py = unsafe { Attached::assume() };
    PyDict_ContainsString_body(py, dict, key).returned()
}

/// The body of [`PyDict_ContainsString`], which in Python is
///
/// ```python
/// name = or_raise(capi.PyUnicode_FromString(key))
/// return Found(or_raise(capi.PyDict_Contains(dict, name.borrow())))
/// ```
fn PyDict_ContainsString_body<'py>(
    py: &mut Attached<'py>,
    dict: BorrowedPtr<'_, 'py, PyDictObject>,
    key: InteriorPtr<'_>,
) -> Result<bool, Raised<'py>> {
    // SAFETY: attached, and no exception is pending before any call.
    unsafe {
        let name = PyUnicode_FromString(key).or_raise()?;
        PyDict_Contains(py.runs(dict), name.borrow().upcast()).or_raise()
    }
}

/// Put the value under the text `key` into `result`; nothing where there is none.
///
/// C: `int PyDict_GetItemStringRef(PyObject *dict, const char *key, PyObject **result)`
///
/// # Safety
///
/// The thread is attached for `'py`, no exception is pending, `result` is empty.
#[unsafe(export_name = "ptrstate_PyDict_GetItemStringRef")]
pub unsafe extern "C" fn PyDict_GetItemStringRef<'py>(
    dict: BorrowedPtr<'_, 'py, PyDictObject>,
    key: InteriorPtr<'_>,
    result: &mut Option<OwnedPtr<'py, PyObject>>,
) -> Found {
    // SAFETY: whoever calls a function of the C API is attached.
    let py = unsafe { Attached::assume() };
    PyDict_GetItemStringRef_body(py, dict, key, result).returned()
}

/// The body of [`PyDict_GetItemStringRef`], which in Python is
///
/// ```python
/// name = or_raise(capi.PyUnicode_FromString(key))
/// return Found(or_raise(PyDict_GetItemRef(dict, name.borrow(), result)))
/// ```
fn PyDict_GetItemStringRef_body<'py>(
    py: &mut Attached<'py>,
    dict: BorrowedPtr<'_, 'py, PyDictObject>,
    key: InteriorPtr<'_>,
    result: &mut Option<OwnedPtr<'py, PyObject>>,
) -> Result<bool, Raised<'py>> {
    // SAFETY: attached, and no exception is pending.
    let name = unsafe { PyUnicode_FromString(key) }.or_raise()?;
    PyDict_GetItemRef_body(py, dict, name.borrow().upcast(), result)
}
