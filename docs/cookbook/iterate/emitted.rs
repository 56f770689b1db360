pub unsafe fn append_all<'py>(
    py: &mut Attached<'py>,
    list: BorrowedPtr<'_, 'py, PyListObject>,
    items: BorrowedPtr<'_, 'py>,
) -> Result<(), Raised<'py>> {
    // SAFETY: attached, no exception pending.
    unsafe {
        let iterator = PyObject_GetIter(py.runs(items)).or_raise()?;
        while let Some(item) = PyIter_Next(py.runs(iterator.borrow())).or_none()? {
            PyList_Append(list, item.borrow()).or_raise()?;
        }
    }
    Ok(())
}
