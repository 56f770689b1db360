pub unsafe fn publish<'py>(
    py: &mut Attached<'py>,
    module: BorrowedPtr<'_, 'py, PyModuleObject>,
    value: c_long,
) -> Result<(), Raised<'py>> {
    // SAFETY: attached, no exception pending.
    unsafe {
        let number = PyLong_FromLong(value).or_raise()?.upcast();
        // a failure hands the number back, and the conversion drops it
        PyModule_AddObject(py.runs(module), c"answer".into(), number)?;
    }
    Ok(())
}
