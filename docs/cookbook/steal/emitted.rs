pub unsafe fn pair_of_sums<'py>(
    py: &mut Attached<'py>,
    left: BorrowedPtr<'_, 'py>,
    right: BorrowedPtr<'_, 'py>,
) -> Result<OwnedPtr<'py, PyTupleObject>, Raised<'py>> {
    // SAFETY: attached, no exception pending, and both items are set.
    unsafe {
        let pair = PyTuple_New(2).or_raise()?;
        let first = PyNumber_Add(py.runs(left), right).or_raise()?;
        PyTuple_SetItem(py.runs(pair.borrow()), 0, first).or_raise()?;
        let second = PyNumber_Add(py.runs(right), left).or_raise()?;
        PyTuple_SetItem(py.runs(pair.borrow()), 1, second).or_raise()?;
        Ok(pair)
    }
}
