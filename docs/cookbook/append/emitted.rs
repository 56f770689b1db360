pub unsafe fn append_number<'py>(
    list: BorrowedPtr<'_, 'py, PyListObject>,
    value: c_long,
) -> Result<(), Raised<'py>> {
    // SAFETY: attached, no exception pending.
    unsafe {
        let number = PyLong_FromLong(value).or_raise()?.upcast();
        PyList_Append(list, number.borrow()).or_raise()?;
    }
    Ok(())
}
