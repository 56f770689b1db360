pub unsafe fn repr_of_item<'py>(
    py: &mut Attached<'py>,
    list: BorrowedPtr<'_, 'py, PyListObject>,
    index: isize,
) -> Result<OwnedPtr<'py, PyUnicodeObject>, Raised<'py>> {
    // SAFETY: attached, no exception pending.
    unsafe {
        // without to_owned() the next line does not compile
        let item = PyList_GetItem(py.peek(list), index).or_raise()?.to_owned();
        PyObject_Repr(py.runs(Some(item.borrow()))).or_raise()
    }
}
