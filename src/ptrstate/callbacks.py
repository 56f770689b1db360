"""Functions that C calls: a Python callable behind a C function pointer, with a level of the indicator of its own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from ptrstate._native import core
from ptrstate.pointees import PyObject

if TYPE_CHECKING:
    from collections.abc import Callable


core.hide_file((lambda: None).__code__)

def callback(ffi: Any, c_type: Any, function: Callable[..., Any]) -> Any:  # noqa: ANN401
    """Return a C function pointer of type ``c_type`` that calls ``function`` with borrowed pointers for its objects.

    The callback's C type returns nothing or an integer; what ``function`` raises, or leaves pending, is reported through
    ``sys.unraisablehook`` and the result is then -1.
    """
    signature = c_type

    def called(*arguments: Any) -> Any:  # noqa: ANN401
        core.enter_level()
        try:
            return function(*[_argument(ffi, a, t) for a, t in zip(arguments, signature.args, strict=True)])
        except BaseException as error:  # noqa: BLE001
            told = _Unraisable(type(error), error, error.__traceback__, "in a function that C called", function)
            sys.unraisablehook(told)  # type: ignore[arg-type]
            return None if signature.result.kind == "void" else -1
        finally:
            core.leave_level()

    return ffi.callback(signature, called)


class _Unraisable:
    def __init__(self, exc_type: Any, exc_value: Any, exc_traceback: Any, err_msg: str, object: Any) -> None:  # noqa: ANN401
        self.exc_type, self.exc_value, self.exc_traceback = exc_type, exc_value, exc_traceback
        self.err_msg, self.object = err_msg, object


def _argument(ffi: Any, value: Any, c_type: Any) -> Any:  # noqa: ANN401
    if c_type.cname == "PyObject *":
        address = int(ffi.cast("uintptr_t", value))
        return core.assume(address, PyObject, False) if address else None  # noqa: FBT003
    if c_type.kind == "pointer":
        return int(ffi.cast("uintptr_t", value))
    return value
