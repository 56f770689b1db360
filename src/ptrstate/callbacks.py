"""Functions that C calls: a Python callable behind a C function pointer, with a level of the indicator of its own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from ptrstate._native import core
from ptrstate.pointees import PyObject

if TYPE_CHECKING:
    from collections.abc import Callable


core.hide_file((lambda: None).__code__)

_destructors: dict[int, tuple[Callable[..., Any], Any]] = {}
core.keep(_destructors)  # capsules end after this module has


def callback(ffi: Any, c_type: Any, function: Callable[..., Any]) -> Any:  # noqa: ANN401
    """Return a C function pointer of type ``c_type`` that calls ``function``.

    Its objects are lent for the length of the call: a borrow that is used afterwards is PS004.  ``function`` returns nothing, a
    number, or an owned pointer, which is given away.  What it raises, or leaves pending, is reported through
    ``sys.unraisablehook``, and the result is then -1 or NULL.  An exception of C's own is kept meanwhile, and then the
    result is 0 instead of -1.  Once the interpreter ends ``function`` is not called any more, and the result is 0 or NULL.
    """
    if c_type is ffi.typeof("PyCapsule_Destructor"):
        return destructor(ffi, function, _fitted(function))
    result = c_type.result
    nothing = failed = ffi.NULL if result.kind == "pointer" else None
    if result.kind == "primitive":
        nothing, failed = 0, -1

    def called(*arguments: Any) -> Any:  # noqa: ANN401
        core.enter_level()
        lent: list[Any] = []
        try:
            given = [_argument(ffi, a, t, lent) for a, t in zip(arguments, c_type.args, strict=True)]
            return _given_away(ffi, result, _call(function, given))
        except BaseException as error:  # noqa: BLE001
            told = _Unraisable(type(error), error, error.__traceback__, "in a function that C called", function)
            sys.unraisablehook(told)  # type: ignore[arg-type]
            return failed
        finally:
            _let_go(lent)
            core.leave_level()

    return ffi.callback(c_type, core.quiet(called, nothing, failed))


def destructor(ffi: Any, function: Callable[..., Any], entry: Callable[[int], int] | None = None) -> Any:  # noqa: ANN401
    """Return a ``PyCapsule_Destructor`` that calls ``function`` with a stand-in for the capsule; the same one for the same function.

    C has no place to remember which function is whose, so there is a stock of C functions.  When it is used up cffi makes one, which
    a debug build of CPython does not take when a capsule ends with an exception pending.
    """
    from ptrstate.interpreter import library  # noqa: PLC0415

    if id(function) not in _destructors:
        called = entry or _Destructor(function)
        place = core.pooled(called)
        if place is not None:
            rows = [row for row in library.lib.ptrstate_slots if ffi.string(row.name) == b"PyCapsule_Destructor"]
            made = ffi.cast("PyCapsule_Destructor", rows[place].address)
        else:
            made = ffi.callback(
                "PyCapsule_Destructor", core.quiet(lambda dying: core.destroy(called, int(ffi.cast("uintptr_t", dying))))
            )
        _destructors[id(function)] = (function, made)
    return _destructors[id(function)][1]


def _fitted(function: Callable[..., Any]) -> Callable[[int], int] | None:
    """Return the entry of a prototype, which is refused where its contract is no destructor's; None for any other callable."""
    from ptrstate.install.entry import Entry  # noqa: PLC0415
    from ptrstate.install.slots import CONVENTIONS  # noqa: PLC0415
    from ptrstate.prototype import Prototype  # noqa: PLC0415

    return Entry(function, CONVENTIONS["PyCapsule_Destructor"]) if isinstance(function, Prototype) else None


class _Destructor:
    """What is called with the address of a dying object's stand-in."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function

    def __call__(self, address: int) -> int:
        pointer = core.lend(address, PyObject)
        try:
            _call(self._function, [pointer.borrow()])
        finally:
            core.let_lent_go(pointer)
        return 0

    def __repr__(self) -> str:
        return f"<destructor {self._function!r}>"


def _call(function: Callable[..., Any], arguments: list[Any]) -> Any:  # noqa: ANN401
    result = function(*arguments)
    error = core.take_pending()
    if error is not None:
        raise error
    return result


class _Unraisable:
    def __init__(self, exc_type: Any, exc_value: Any, exc_traceback: Any, err_msg: str, object: Any) -> None:  # noqa: ANN401
        self.exc_type, self.exc_value, self.exc_traceback = exc_type, exc_value, exc_traceback
        self.err_msg, self.object = err_msg, object


def _argument(ffi: Any, value: Any, c_type: Any, lent: list[Any]) -> Any:  # noqa: ANN401
    if c_type.kind != "pointer":
        return value
    address = int(ffi.cast("uintptr_t", value))
    if not c_type.cname.startswith("Py") or not c_type.cname.endswith("Object *"):
        return address
    if not address:
        return None
    lent.append(core.lend(address, PyObject))
    return lent[-1].borrow()


def _let_go(lent: list[Any]) -> None:
    for pointer in lent:
        core.let_lent_go(pointer)


def _given_away(ffi: Any, c_type: Any, result: Any) -> Any:  # noqa: ANN401
    if c_type.kind == "void":
        return None
    if isinstance(result, core.OwnedPtr):
        return ffi.cast(c_type, core.consume(result))
    if c_type.kind == "pointer":
        result = ffi.NULL if result is None else result
        wrong = not isinstance(result, ffi.CData)
    else:
        wrong = result is None
    if wrong:
        msg = f"expected a result that is a {c_type.cname} of C, not a {type(result).__name__}"
        raise TypeError(msg)
    return ffi.new(ffi.getctype(c_type, "*"), result)[0]
