//! Lives of pointers in an interpreter, where there is one to link with.
#![cfg(all(Py_LINKED, not(Py_LIMITED_API)))]

use ptrstate_capi::data::{PyExc_IndexError, PyExc_TypeError};
use ptrstate_capi::ffi::*;
use ptrstate_capi::pointees::{Object, PyListObject};
use ptrstate_capi::*;

unsafe extern "C" {
    fn Py_InitializeEx(signals: core::ffi::c_int);
}

fn count<T: Object>(object: &OwnedPtr<'_, T>) -> isize {
    // SAFETY: the object is alive.
    unsafe { Py_REFCNT(object.borrow().cast_unchecked()) }
}

/// A list of one list, and that list.
fn nested<'py>(
    py: &mut Attached<'py>,
) -> Result<(OwnedPtr<'py, PyListObject>, OwnedPtr<'py, PyListObject>), Raised<'py>> {
    // SAFETY: attached, and the item is set before the list is used.
    unsafe {
        let inner = PyList_New(0).or_raise()?;
        let outer = PyList_New(1).or_raise()?;
        PyList_SetItem(py.runs(outer.borrow()), 0, inner.clone().upcast()).or_raise()?;
        Ok((outer, inner))
    }
}

/// One test, because an interpreter is one: the lives of pointers, counted.
#[test]
fn lives() {
    // SAFETY: there is no interpreter yet, and afterwards this thread is attached for good.
    let py = unsafe {
        Py_InitializeEx(0);
        Attached::assume()
    };
    a_clone_and_a_drop(py);
    a_promoted_borrow(py);
    a_failed_steal(py);
    an_exception(py);
}

fn a_clone_and_a_drop(py: &mut Attached<'_>) {
    let (outer, inner) = nested(py).unwrap_or_else(|_| panic!("no memory"));
    assert_eq!(count(&inner), 2);
    let second = inner.clone();
    assert_eq!(count(&inner), 3);
    drop(second);
    assert_eq!(count(&inner), 2);
    drop(outer);
    assert_eq!(count(&inner), 1);
}

fn a_promoted_borrow(py: &mut Attached<'_>) {
    let (outer, inner) = nested(py).unwrap_or_else(|_| panic!("no memory"));
    // SAFETY: attached, no exception pending.
    let item = unsafe { PyList_GetItem(py.peek(outer.borrow()), 0) };
    let item = item.expect("there is one").to_owned();
    assert_eq!(item.as_raw(), inner.as_raw().cast());
    // SAFETY: as above.
    let replaced = unsafe { PyList_SetItem(py.runs(outer.borrow()), 0, outer.clone().upcast()) };
    assert!(replaced.or_raise().is_ok());
    assert_eq!(count(&inner), 2);
    // SAFETY: as above; the list must not hold itself.
    let emptied = unsafe { PyList_SetItem(py.runs(outer.borrow()), 0, item) };
    assert!(emptied.or_raise().is_ok());
}

fn a_failed_steal(py: &mut Attached<'_>) {
    let (outer, inner) = nested(py).unwrap_or_else(|_| panic!("no memory"));
    // SAFETY: attached, no exception pending; a list is no module, which C finds out.
    let failed = unsafe {
        let module = outer.borrow().cast_unchecked();
        PyModule_AddObject(py.runs(module), c"name".into(), inner.clone().upcast())
    };
    let NotTaken { argument, raised } = failed.err().expect("a list is no module");
    assert!(raised.matches(PyExc_TypeError()));
    raised.clear(py);
    assert_eq!(count(&inner), 3);
    drop(argument);
    assert_eq!(count(&inner), 2);
}

fn an_exception(py: &mut Attached<'_>) {
    let (outer, _inner) = nested(py).unwrap_or_else(|_| panic!("no memory"));
    // SAFETY: attached, no exception pending.
    let missing = unsafe { PyList_GetItem(py.peek(outer.borrow()), 7) }.or_raise();
    let raised = missing.err().expect("there is no such item");
    assert!(raised.matches(PyExc_IndexError()));
    raised.clear(py);
    assert!(Raised::pending(py).is_none());
}
