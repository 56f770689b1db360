//! The prototypes of the Python module `iterator`, filled in.
//!
//! Copy the file into a crate of your own, or change it here and build it with `cargo build --example iterator`; the symbols are
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

/// Put the next item into `item`; nothing at the end.
///
/// C: `int PyIter_NextItem(PyObject *iterator, PyObject **item)`
///
/// # Safety
///
/// The thread is attached for `'py`, no exception is pending, `iterator` is an iterator, `item` is
/// empty.
#[unsafe(export_name = "ptrstate_PyIter_NextItem")]
pub unsafe extern "C" fn PyIter_NextItem<'py>(
    iterator: BorrowedPtr<'_, 'py, PyObject>,
    item: &mut Option<OwnedPtr<'py, PyObject>>,
) -> Found {
    // SAFETY: whoever calls a function of the C API is attached.
    let py = unsafe { Attached::assume() };
    PyIter_NextItem_body(py, iterator, item).returned()
}

/// The body of [`PyIter_NextItem`], which in Python is
///
/// ```python
/// following = or_none(capi.PyIter_Next(iterator))
/// if following is None:
///     return Found.ABSENT
/// item.put(following)
/// return Found.PRESENT
/// ```
fn PyIter_NextItem_body<'py>(
    py: &mut Attached<'py>,
    iterator: BorrowedPtr<'_, 'py, PyObject>,
    item: &mut Option<OwnedPtr<'py, PyObject>>,
) -> Result<bool, Raised<'py>> {
    // SAFETY: attached, no exception is pending, and it is an iterator.
    *item = unsafe { PyIter_Next(py.runs(iterator)) }.or_none()?;
    Ok(item.is_some())
}
