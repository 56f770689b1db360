//! The measured functions over the emitted types.

use std::ffi::c_long;

use ptrstate_capi::data::Py_None;
use ptrstate_capi::ffi::*;
use ptrstate_capi::pointees::*;
use ptrstate_capi::*;

type Lent<'a, 'py, T = PyObject> = BorrowedPtr<'a, 'py, T>;
type New<'py, T = PyObject> = Result<OwnedPtr<'py, T>, Raised<'py>>;

/// Give each function its C face.
macro_rules! exported {
    ($($symbol:ident: $name:ident($this:ty) -> $result:ty;)*) => { $(
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn $symbol<'py>(
            this: Lent<'_, 'py, $this>,
            other: Lent<'_, 'py>,
            n: c_long,
        ) -> Option<OwnedPtr<'py, $result>> {
            // SAFETY: the thread is attached.
            let py = unsafe { Attached::assume() };
            $name(py, this, other, n).returned()
        }
    )* };
}

exported! {
    typed_tuple: tuple(PyObject) -> PyTupleObject;
    typed_list: list(PyObject) -> PyListObject;
    typed_lookup: lookup(PyDictObject) -> PyObject;
    typed_slots: slots(PyObject) -> PyObject;
    typed_slots_in_order: slots_in_order(PyObject) -> PyObject;
    typed_append: append(PyObject) -> PyListObject;
    typed_append_in_order: append_in_order(PyObject) -> PyListObject;
    typed_slot_of_type: slot_of_type(PyTupleObject) -> PyTupleObject;
}

fn tuple<'py>(
    py: &mut Attached<'py>,
    _this: Lent<'_, 'py>,
    _other: Lent<'_, 'py>,
    n: c_long,
) -> New<'py, PyTupleObject> {
    // SAFETY: attached, no exception pending, and both items are set.
    unsafe {
        let made = PyTuple_New(2).or_raise()?;
        let item = PyLong_FromLong(n).or_raise()?.upcast();
        PyTuple_SetItem(py.runs(made.borrow()), 0, item).or_raise()?;
        let item = PyLong_FromLong(n + 1).or_raise()?.upcast();
        PyTuple_SetItem(py.runs(made.borrow()), 1, item).or_raise()?;
        Ok(made)
    }
}

fn list<'py>(
    py: &mut Attached<'py>,
    this: Lent<'_, 'py>,
    other: Lent<'_, 'py>,
    _n: c_long,
) -> New<'py, PyListObject> {
    // SAFETY: attached, no exception pending, and both items are set.
    unsafe {
        let made = PyList_New(2).or_raise()?;
        let item = PyNumber_Add(py.runs(this), other).or_raise()?;
        PyList_SetItem(py.runs(made.borrow()), 0, item).or_raise()?;
        let item = PyNumber_Add(py.runs(other), this).or_raise()?;
        PyList_SetItem(py.runs(made.borrow()), 1, item).or_raise()?;
        Ok(made)
    }
}

fn lookup<'py>(
    py: &mut Attached<'py>,
    this: Lent<'_, 'py, PyDictObject>,
    other: Lent<'_, 'py>,
    _n: c_long,
) -> New<'py> {
    // SAFETY: attached, no exception pending.
    let found = unsafe { PyDict_GetItemWithError(py.runs(this), other) }.or_none()?;
    Ok(found.unwrap_or(Py_None()).to_owned())
}

fn slots<'py>(
    py: &mut Attached<'py>,
    this: Lent<'_, 'py>,
    other: Lent<'_, 'py>,
    _n: c_long,
) -> New<'py> {
    let (mut kind, mut value, mut traceback) = (None, None, None);
    // SAFETY: attached, no exception pending before the first and one before the second.
    unsafe {
        let _pending = PyErr_SetObject(py.runs(this.cast_unchecked()), Some(other));
        PyErr_Fetch(&mut kind, &mut value, &mut traceback);
    }
    value.or_raise()
}

/// The same, released in the order in which `raw_slots` does it: before the result is read.
fn slots_in_order<'py>(
    py: &mut Attached<'py>,
    this: Lent<'_, 'py>,
    other: Lent<'_, 'py>,
    _n: c_long,
) -> New<'py> {
    let (mut kind, mut value, mut traceback) = (None, None, None);
    // SAFETY: attached, no exception pending before the first and one before the second.
    unsafe {
        let _pending = PyErr_SetObject(py.runs(this.cast_unchecked()), Some(other));
        PyErr_Fetch(&mut kind, &mut value, &mut traceback);
    }
    drop(traceback);
    drop(kind);
    value.or_raise()
}

fn append<'py>(
    _py: &mut Attached<'py>,
    _this: Lent<'_, 'py>,
    _other: Lent<'_, 'py>,
    n: c_long,
) -> New<'py, PyListObject> {
    // SAFETY: attached, no exception pending.
    unsafe {
        let made = PyList_New(0).or_raise()?;
        for i in 0..n {
            let item = PyLong_FromLong(i).or_raise()?.upcast();
            PyList_Append(made.borrow(), item.borrow()).or_raise()?;
        }
        Ok(made)
    }
}

/// The same, released where `raw_append` does it: before the status is looked at.
fn append_in_order<'py>(
    _py: &mut Attached<'py>,
    _this: Lent<'_, 'py>,
    _other: Lent<'_, 'py>,
    n: c_long,
) -> New<'py, PyListObject> {
    // SAFETY: attached, no exception pending.
    unsafe {
        let made = PyList_New(0).or_raise()?;
        for i in 0..n {
            let item = PyLong_FromLong(i).or_raise()?.upcast();
            let status = PyList_Append(made.borrow(), item.borrow());
            drop(item);
            status.or_raise()?;
        }
        Ok(made)
    }
}

fn slot_of_type<'py>(
    py: &mut Attached<'py>,
    this: Lent<'_, 'py, PyTupleObject>,
    _other: Lent<'_, 'py>,
    n: c_long,
) -> New<'py, PyTupleObject> {
    // SAFETY: attached, no exception pending, and both items are set.
    unsafe {
        let item = PyTuple_GetItem(this, n as isize).or_raise()?;
        let pair = PyTuple_New(2).or_raise()?;
        PyTuple_SetItem(py.runs(pair.borrow()), 0, item.to_owned()).or_raise()?;
        PyTuple_SetItem(py.runs(pair.borrow()), 1, item.to_owned()).or_raise()?;
        Ok(pair)
    }
}
