@prototype
def publish(module: BorrowedPtr[PyModuleObject], value: CLong, /) -> Status:
    number = or_raise(capi.PyLong_FromLong(value))
    return capi.PyModule_AddObject(module, "answer", number)
