"""The declarations of ``Include/sysmodule.h`` and ``Include/cpython/sysmodule.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyDictObject, PyTupleObject
from ptrstate.states import BorrowedPtr, Status
from ptrstate.vocabulary import Arguments, CBool, CString, Format, From, IfNull, Null

_LEFT_OUT = {
    "PySys_AddAuditHook": "once added it stays, and is called until the very end of the process",
    "PySys_WriteStderr": "formats for printf alone, which no Format reads; PySys_FormatStderr is declared",
    "PySys_WriteStdout": "formats for printf alone, which no Format reads; PySys_FormatStdout is declared",
    "PyUnstable_PerfTrampoline_CompileCode": "crashes unless perf trampolines were turned on, which no argument tells",
    **dict.fromkeys(
        (
            "PySys_AddWarnOption",
            "PySys_AddXOption",
            "PySys_SetArgv",
            "PySys_SetArgvEx",
            "PySys_SetPath",
            "PyUnstable_CopyPerfMapFile",
            "PyUnstable_PerfMapState_Fini",
            "PyUnstable_PerfMapState_Init",
            "PyUnstable_PerfTrampoline_SetPersistAfterFork",
            "PyUnstable_WritePerfMapEntry",
        ),
        "no object in it",
    ),
}


@c_function(limited_api="3.2", error_set="allowed", changes={"3.13": {"may_run_python": True}})
def PySys_GetObject(name: CString, /) -> Annotated[BorrowedPtr | None, From("interpreter", "mutable"), Null("absent")]:
    """Return an attribute of ``sys``; NULL, without an exception, when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySys_SetObject(name: CString, value: Annotated[BorrowedPtr | None, IfNull("delete")], /) -> Status:
    """Set an attribute of ``sys``, or delete it when ``value`` is NULL; one that is not there is no error."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2", may_run_python=True, error_set="allowed")
def PySys_FormatStdout(format: Annotated[CString, Format("text")], /, *arguments: Arguments) -> None:
    """Write a text made as ``printf`` would to ``sys.stdout``, or to C's when that fails; a pending exception stays."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2", may_run_python=True, error_set="allowed")
def PySys_FormatStderr(format: Annotated[CString, Format("text")], /, *arguments: Arguments) -> None:
    """Write a text made as ``printf`` would to ``sys.stderr``, or to C's when that fails; a pending exception stays."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySys_ResetWarnOptions() -> None:
    """Empty ``sys.warnoptions``."""
    raise NotImplementedError


@c_function(until="3.13", limited_api="3.2", error_set="refused")
def PySys_AddWarnOptionUnicode(option: BorrowedPtr, /) -> None:
    """Append to ``sys.warnoptions``; a failure is not told."""
    raise NotImplementedError


@c_function(until="3.13", limited_api="3.2")
def PySys_HasWarnOptions() -> CBool:
    """Whether there is something in ``sys.warnoptions``."""
    raise NotImplementedError


@c_function(limited_api="3.7")
def PySys_GetXOptions() -> Annotated[BorrowedPtr[PyDictObject] | None, From("interpreter", "mutable")]:
    """Return the dict of the ``-X`` options, an empty one made if need be."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.13", may_run_python=True, error_set="allowed")
def PySys_Audit(
    event: CString, format: Annotated[CString | None, IfNull("default"), Format("lend")], /, *arguments: Arguments
) -> Status:
    """Raise an audit event with a tuple of arguments; -1 when a hook raises.  Without hooks no argument is looked at."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13", may_run_python=True, error_set="allowed")
def PySys_AuditTuple(event: CString, args: Annotated[BorrowedPtr[PyTupleObject] | None, IfNull("default")], /) -> Status:
    """Raise an audit event with a tuple of arguments; -1 when a hook raises, or with ``TypeError`` when it is no tuple."""
    raise NotImplementedError
