//! The sizes of the states; the signatures are compared when the crate is compiled.

use core::ffi::c_int;
use core::mem::{align_of, size_of};

use ptrstate_capi::pointees::{PyListObject, PyObject, PyTypeObject};
use ptrstate_capi::*;

fn pointer_like<T>() {
    assert_eq!(size_of::<T>(), size_of::<*mut u8>());
    assert_eq!(align_of::<T>(), align_of::<*mut u8>());
}

#[test]
fn states_are_as_wide_as_the_pointer() {
    pointer_like::<OwnedPtr<'static, PyListObject>>();
    pointer_like::<Option<OwnedPtr<'static, PyListObject>>>();
    pointer_like::<BorrowedPtr<'static, 'static, PyTypeObject>>();
    pointer_like::<Option<BorrowedPtr<'static, 'static, PyTypeObject>>>();
    pointer_like::<Option<NonNull<PyObject>>>();
    pointer_like::<&mut Option<OwnedPtr<'static, PyObject>>>();
    pointer_like::<Option<InteriorPtr<'static>>>();
    pointer_like::<Option<InteriorMut<'static>>>();
    pointer_like::<Ambiguous<Option<OwnedPtr<'static, PyObject>>>>();
}

#[test]
fn the_token_costs_nothing() {
    assert_eq!(size_of::<Attached<'static>>(), 0);
    assert_eq!(size_of::<Raised<'static>>(), 0);
    pointer_like::<Runs<'static, 'static, BorrowedPtr<'static, 'static, PyObject>>>();
    pointer_like::<Peek<'static, 'static, BorrowedPtr<'static, 'static, PyObject>>>();
}

#[test]
fn results_are_as_wide_as_the_number() {
    assert_eq!(size_of::<Status>(), size_of::<c_int>());
    assert_eq!(size_of::<Found<isize>>(), size_of::<isize>());
    assert_eq!(size_of::<OrError<f64>>(), size_of::<f64>());
    assert_eq!(size_of::<Ambiguous<i64, -2>>(), size_of::<i64>());
}

#[test]
fn a_status_says_whether_it_failed() {
    let done: Status = Ok(()).returned();
    assert!(done.or_raise().is_ok());
}
