"""The declarations of ``Include/pylifecycle.h`` and ``Include/cpython/pylifecycle.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.vocabulary import CBool, CText, From

_LEFT_OUT = {
    "*": "starts or ends the interpreter, or a process",
}


@c_function(limited_api="3.2")
def Py_IsInitialized() -> CBool:
    """Whether the interpreter has started."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13")
def Py_IsFinalizing() -> CBool:
    """Whether the interpreter is ending."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def Py_GetVersion() -> Annotated[CText, From("static")]:
    """Return what ``sys.version`` is."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def Py_GetPlatform() -> Annotated[CText, From("static")]:
    """Return what ``sys.platform`` is."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def Py_GetCopyright() -> Annotated[CText, From("static")]:
    """Return what ``sys.copyright`` is."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def Py_GetCompiler() -> Annotated[CText, From("static")]:
    """Return the compiler that built the interpreter, in brackets."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def Py_GetBuildInfo() -> Annotated[CText, From("static")]:
    """Return when and from what the interpreter was built."""
    raise NotImplementedError
