"""What Python converts on the way to C and back: texts, arrays, variables, structs, callbacks, variadic arguments."""

from __future__ import annotations

from typing import Any

from ptrstate.contract import Parameter
from ptrstate.converters.converter import Converter, integer_range
from ptrstate.converters.functions import Function
from ptrstate.converters.memory import Structure, Text, Variable
from ptrstate.converters.scalars import AddressValue, Character, ComplexNumber, Number, Restricted
from ptrstate.converters.sequences import Elements, Variadic

_BY_C_TYPE: dict[str, type[Converter]] = {
    "double": Number, "float": Number, "char": Character, "Py_complex": ComplexNumber,
}  # fmt: skip
_BY_STATE: dict[str, type[Converter]] = {"buffer": Text, "var": Variable, "struct": Structure, "array": Elements, "callback": Function}


def for_parameter(parameter: Parameter, names: list[str], ffi: Any) -> Converter | None:  # noqa: ANN401
    """Return the converter for a parameter; None for pointers, slots and integers, which the native module looks at."""
    if parameter.variadic:
        return Variadic(parameter, names, ffi)
    if parameter.state == "value":
        if integer_range(ffi, parameter.c_type)[0] is not None and not parameter.unchecked and not parameter.among:
            return None
        if ffi.typeof(parameter.c_type).kind in {"pointer", "function"}:
            return AddressValue(parameter, ffi)
        return _BY_C_TYPE.get(parameter.c_type, Restricted)(parameter, ffi)
    chosen = _BY_STATE.get(parameter.state)
    return chosen(parameter, ffi) if chosen is not None else None
