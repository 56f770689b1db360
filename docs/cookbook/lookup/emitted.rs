pub unsafe fn get_or<'py>(
    py: &mut Attached<'py>,
    dict: BorrowedPtr<'_, 'py, PyDictObject>,
    key: BorrowedPtr<'_, 'py>,
    otherwise: BorrowedPtr<'_, 'py>,
) -> Result<OwnedPtr<'py>, Raised<'py>> {
    // SAFETY: attached, no exception pending.
    let value = unsafe { PyDict_GetItemWithError(py.runs(dict), key) }.or_none()?;
    Ok(value.unwrap_or(otherwise).to_owned())
}
