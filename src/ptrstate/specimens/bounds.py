"""Where calls at random do not go: functions that would change or end the process they are called in."""

from __future__ import annotations

OUT_OF_BOUNDS: dict[str, str] = {
    "PyErr_PrintEx": "ends the process for a SystemExit, as it should",
    "PyErr_Print": "ends the process for a SystemExit, as it should",
    "PyErr_SetInterrupt": "interrupts the main thread",
    "PyErr_SetInterruptEx": "interrupts the main thread",
    "PyErr_Display": "writes to standard error",
    "PyErr_DisplayException": "writes to standard error",
    "PyErr_WriteUnraisable": "writes to standard error",
    "PyErr_FormatUnraisable": "writes to standard error",
    "PySys_FormatStdout": "writes to standard output",
    "PySys_FormatStderr": "writes to standard error",
    "PySys_SetObject": "changes sys for the rest of the process",
    "PySys_AddAuditHook": "stays for the rest of the process",
    "PyImport_AppendInittab": "is for before the start of the interpreter",
    "PyEval_SetProfile": "stays for the rest of the process",
    "PyEval_SetProfileAllThreads": "stays for the rest of the process",
    "PyEval_SetTrace": "stays for the rest of the process",
    "PyEval_SetTraceAllThreads": "stays for the rest of the process",
    "PyFile_FromFd": "takes over, and closes, the files of the process",
    "Py_FatalError": "ends the process, as it should",
    "Py_Exit": "ends the process, as it should",
    "PyOS_InputHook": "waits for input",
}
"""Functions that are not called at random, and why."""

KEPT_OUT_OF_SIGHT: dict[str, str] = {
    "PyCodec_Register": "the registry of codecs keeps the search function",
    "PyCodec_RegisterError": "the registry of codecs keeps the handler",
    "PyContextVar_Set": "the current context keeps the variable and its value",
    "PyContextVar_Reset": "the current context keeps the variable and its value",
    "PyContext_Enter": "the thread keeps the context",
    "PyErr_SetExcInfo": "the thread keeps what is being handled",
    "PyErr_SetHandledException": "the thread keeps what is being handled",
    "PyErr_Warn": "the registry of warnings keeps the category",
    "PyErr_WarnEx": "the registry of warnings keeps the category",
    "PyErr_WarnExplicit": "the registry of warnings keeps the category",
    "PyErr_WarnExplicitObject": "the registry of warnings keeps the category",
    "PyErr_WarnExplicitFormat": "the registry of warnings keeps the category",
    "PyErr_WarnFormat": "the registry of warnings keeps the category",
    "PyImport_AddModuleObject": "sys.modules keeps the name",
    "PyImport_ExecCodeModule": "the module that sys.modules keeps",
    "PyImport_ExecCodeModuleEx": "the module that sys.modules keeps",
    "PyImport_ExecCodeModuleObject": "the module that sys.modules keeps",
    "PyImport_ExecCodeModuleWithPathnames": "the module that sys.modules keeps",
    "PyImport_GetImporter": "the cache of importers keeps the path",
    "PyObject_GenericSetDict": "3.13.0 keeps the dict where the traversal of an instance does not look",
    "PySys_AddWarnOptionUnicode": "the list of warning options keeps the option",
}
"""Functions that keep an argument where no argument and no result tells of it, and who keeps it."""

ONE_OF_A_PAIR: dict[str, str] = {
    "PyGC_Disable": "PyGC_Enable takes it back",
    "PyGC_Enable": "takes back PyGC_Disable",
    "PyThreadState_SetAsyncExc": "the exception comes at any later instruction",
    "Py_SetRecursionLimit": "stays for the rest of the process",
}
"""Functions whose effect on the process another call has to take back, so that alone they do not leave it as it was."""
