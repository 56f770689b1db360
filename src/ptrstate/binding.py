"""A contract becomes a callable: each cell is turned into what the native module checks, converts and does."""

from __future__ import annotations

from typing import Any

from ptrstate import converters
from ptrstate._native import core
from ptrstate.contract import Contract, Parameter, Result
from ptrstate.converters import results
from ptrstate.converters.converter import integer_range
from ptrstate.declaration import DataDeclaration, Declaration
from ptrstate.pointees import Opaque, Pointee
from ptrstate.reading import DeclarationError

core.hide_file((lambda: None).__code__)

# The kinds and flags of binding.h, in its order.
_INT, _BORROWED, _OWNED, _RAW, _SLOT_OUT, _SLOT_INOUT, _BORROWED_SLOT, _CONVERT = range(8)
_R_VOID, _R_OWNED, _R_BORROWED, _R_RAW, _R_PASS, _R_BOOL, _R_STATUS, _R_FOUND, _R_CONVERT = range(9)
_NULL = {"never": 0, "error": 1, "absent": 2, "ambiguous": 3, "always": 4}
_INDICATOR = {None: 0, "shows": 0, "reports": 0, "sets": 1, "takes": 2, "clears": 3, "asks": 4}
_ERROR_SET = {"refused": 0, "allowed": 1, "required": 2}
_FLAGS = {
    name: 1 << bit
    for bit, name in enumerate(
        (
            "nullable", "exact type", "type", "unshared", "unfilled", "up", "down", "frees",
            "nonempty", "success", "failure", "reached", "variadic", "mutable", "with null", "count of one", "iterator", "between",
            "size", "compact", "exception class", "preceded", "sequence", "closed", "unstarted",
            "texts", "instance", "zeroed", "propagates", "cells", "handled",
        )
    )
}  # fmt: skip
_SLOT_KINDS = {"out_owned": _SLOT_OUT, "inout": _SLOT_INOUT, "out_borrowed": _BORROWED_SLOT}
_POINTER_KINDS = {"borrowed": _BORROWED, "owned": _OWNED, "raw": _RAW}
_RESULT_KINDS = {
    "void": _R_VOID, "owned": _R_OWNED, "borrowed": _R_BORROWED, "raw": _R_RAW, "status": _R_STATUS, "found": _R_FOUND,
}  # fmt: skip


class Library:
    """A cffi API-mode module, ``ffi`` and ``lib``, to which declared functions are bound.

    The module's functions may touch Python objects only where its source includes ``ptrstate.h`` (see
    :func:`ptrstate.get_include`): cffi lets go of the thread state around a call otherwise.
    """

    def __init__(self, ffi: Any, lib: Any) -> None:  # noqa: ANN401
        self.ffi = ffi
        self.lib = lib
        self.attached: bool = bool(getattr(lib, "ptrstate_attached", None))
        self.functions: dict[str, core.Function] = {}

    def bind(self, declaration: Declaration[..., Any], *, drops: bool = False) -> core.Function:
        """Return the function that ``declaration`` declares, bound to this library; with ``drops`` its pointee is dropped by it.

        Raises ``TypeError`` where the library does not have it, or would call it over Python objects without the thread state.
        """
        contract = declaration.contract()
        callee = getattr(self.lib, contract.c_name, None)
        if callee is None:
            msg = f"{contract.name}: the library has no {contract.c_name}; is it in the cdef of its cffi module?"
            raise TypeError(msg)
        if not self.attached and (_touches_objects(contract.result) or any(map(_touches_objects, contract.parameters))):
            msg = (
                f"{contract.name} takes or returns Python objects, but its module lets go of the thread state around calls: "
                "build it in cffi's API mode and include ptrstate.h in its source"
            )
            raise TypeError(msg)
        function = bound(contract, self.ffi, callee)
        self.functions[contract.name] = function
        if drops:
            self._drop_by(function)
        return function

    def _drop_by(self, function: core.Function) -> None:
        contract = function.contract
        taken = contract.parameters[0] if len(contract.parameters) == 1 else None
        if taken is None or taken.state != "owned" or taken.pointee is None or _touches_objects(taken):
            msg = f"{contract.name}: what drops a pointer takes one parameter, an OwnedPtr to a struct of the library"
            raise DeclarationError(msg)
        c_type = self.ffi.typeof(taken.c_type)
        callee, ffi = function.callee, self.ffi

        def release(address: int, /) -> None:
            answer = callee(ffi.cast(c_type, address))
            if isinstance(answer, int) and answer != 0:
                core.refuse("PS006", None, "a pointer that is ended by its drop", f"{contract.name}() returned {answer}", function, 0)

        taken.pointee.release = staticmethod(release)  # type: ignore[method-assign]

    def data(self, declaration: DataDeclaration) -> Any:  # noqa: ANN401
        """Return a borrowed pointer to an object that the interpreter owns for good."""
        pointer = getattr(self.lib, f"ptrstate_data_{declaration.name}")()
        return core.assume(int(self.ffi.cast("uintptr_t", pointer)), declaration.pointee, False)  # noqa: FBT003


def _touches_objects(part: Parameter | Result) -> bool:
    from ptrstate.pointees import PyObject  # noqa: PLC0415

    return part.pointee is not None and issubclass(part.pointee, PyObject)


def bound(contract: Contract, ffi: Any, callee: Any) -> core.Function:  # noqa: ANN401
    """Lay ``contract`` out for the native module and bind it to ``callee``, a function of cffi's."""
    names = [parameter.name for parameter in contract.parameters]
    return core.Function(
        name=contract.name,
        contract=contract,
        callee=callee,
        parameters=tuple(_parameter(parameter, contract, ffi) for parameter in contract.parameters),
        result=_result(contract.result, names, ffi),
        may_run_python=contract.may_run_python,
        error_set=_ERROR_SET[contract.error_set],
        indicator=_INDICATOR[contract.indicator],
        once=contract.once,
        undone_by=contract.undone_by,
        undoes=contract.undoes,
    )


def _c_type(ffi: Any, spelling: str) -> Any:  # noqa: ANN401
    return ffi.typeof("void *" if spelling == "void" else spelling)


def _parameter(parameter: Parameter, contract: Contract, ffi: Any) -> tuple[Any, ...]:  # noqa: ANN401
    names = [other.name for other in contract.parameters]
    kind = _CONVERT
    minimum, maximum = integer_range(ffi, parameter.c_type) if parameter.state == "value" and not parameter.variadic else (None, None)
    convert: Any = converters.for_parameter(parameter, names, ffi)
    if convert is not None:
        pass
    elif parameter.state in _POINTER_KINDS:
        kind, convert = _POINTER_KINDS[parameter.state], parameter.frees
    elif parameter.state == "slot":
        kind = _SLOT_KINDS[parameter.slot or ""]
    else:
        kind = _INT
        minimum, maximum = parameter.between or (minimum, maximum)
    return (
        parameter.name,
        kind,
        _flags(parameter, contract),
        names.index(parameter.index_of) if parameter.index_of else -1,
        names.index(parameter.borrows_from) if parameter.borrows_from in names else -1,
        _measured(parameter, contract, ffi),
        ffi.typeof("void *") if parameter.variadic else _c_type(ffi, parameter.c_type),
        Opaque if parameter.state == "raw" and parameter.pointee is None else parameter.pointee,
        parameter.pointee.python_type if parameter.pointee and parameter.pointee.python_type else None,
        convert,
        minimum,
        maximum,
    )


def _measured(parameter: Parameter, contract: Contract, ffi: Any) -> tuple[int, int]:  # noqa: ANN401
    """Return which raw memory this is the length of, or -1, and how many bytes make one unit of it, or are needed here."""
    for index, other in enumerate(contract.parameters):
        if other.name == parameter.length_of and other.state == "raw":
            item = ffi.typeof(other.c_type).item
            return index, 1 if item.kind == "void" else ffi.sizeof(item)
    return -1, parameter.extent or 1


def _flags(parameter: Parameter, contract: Contract) -> int:
    works = contract.result.fallible or contract.may_run_python
    chosen = {
        "nullable": parameter.nullable,
        "unfilled": parameter.unfilled,
        "up": parameter.flight > 0,
        "down": parameter.flight < 0,
        "frees": parameter.frees is not None,
        "variadic": parameter.variadic,
        "between": parameter.between is not None,
        "size": parameter.c_type == "size_t",
        "mutable": parameter.owner in {"mutable", "weak"},
        "with null": parameter.may_be_empty,
        "propagates": parameter.if_null == "propagate" and works,
        **dict.fromkeys(parameter.unchecked & _FLAGS.keys(), True),
        "unshared": parameter.unshared or "unshared" in parameter.unchecked,
        "count of one": "unshared" in parameter.unchecked,
    }
    chosen[parameter.consumed] = parameter.consumed in {"success", "failure", "reached"}
    return sum(_FLAGS[name] for name, on in chosen.items() if on)


def _result(result: Result, names: list[str], ffi: Any) -> tuple[Any, ...]:  # noqa: ANN401
    kind = _RESULT_KINDS.get(result.state, _R_PASS)
    convert: Any = None
    pointee: type[Pointee] | None = result.pointee
    if result.state == "buffer":
        kind, convert = _R_CONVERT, results.InteriorResult(result, names, ffi)
    elif result.state == "value" and ffi.typeof(result.c_type).kind in {"pointer", "function"}:
        kind, convert = _R_CONVERT, results.AddressResult(ffi)
    elif result.state == "value" and result.c_type == "Py_complex":
        kind, convert = _R_CONVERT, results.ComplexResult(result)
    elif result.state == "value" and result.truth:
        kind = _R_BOOL
    elif result.state == "raw" and pointee is None:
        pointee = Opaque
    return (
        kind,
        _NULL[result.null],
        _c_type(ffi, result.c_type),
        pointee,
        result.sentinel,
        convert,
        names.index(result.borrows_from) if result.borrows_from else -1,
        result.owner in {"mutable", "weak"},
        result.owner == "weak",
        result.unfilled,
        result.allocates,
    )
