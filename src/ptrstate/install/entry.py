"""From a call by the interpreter to a call of a prototype: addresses in, an address or a number out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ptrstate._native import core
from ptrstate.install.fitting import InstallError, differences, passed_on
from ptrstate.interpreter import library
from ptrstate.pointees import PyObject
from ptrstate.prototype import Prototype

if TYPE_CHECKING:
    from collections.abc import Callable

    from ptrstate.contract import Parameter
    from ptrstate.install.slots import Convention

core.hide_file((lambda: None).__code__)
_NO_FLAGS = (1 << 63) - 1


class Entry:
    """What a trampoline calls.  Raises :class:`InstallError` where the prototype's contract does not fit the convention's.

    Objects are lent for the length of the call: a borrow that is used afterwards is PS004.  An exception that the prototype
    leaves pending is raised, which for C means that it is set.
    """

    def __init__(self, function: Any, convention: Convention) -> None:  # noqa: ANN401
        if not isinstance(function, Prototype):
            msg = f"{convention.name}: a prototype is needed, not {function!r}; decorate the function with @prototype"
            raise InstallError(msg)
        found = differences(function.contract, convention.contract)
        if found:
            msg = f"{function.contract.name} cannot be a {convention.name}, {convention.signature}: " + "; ".join(found)
            raise InstallError(msg)
        self.prototype: Prototype[..., Any] = function
        self.convention = convention
        self._steps = [self._step(p, mine) for p, mine in _pairs(convention, function)]
        self._lends = any(parameter.state in {"borrowed", "array"} for parameter in convention.contract.parameters)

    def __call__(self, *words: int) -> int:
        """Call the prototype with what C passed, and return what C gets."""
        lent: list[Any] = []
        try:
            result: Any = self.prototype(*[step(words, lent) for step in self._steps])
            error = core.take_pending()
            if error is not None:
                raise error
            return self._given_away(result)
        finally:
            for pointer in lent:
                core.let_lent_go(pointer)

    def _given_away(self, result: Any) -> int:  # noqa: ANN401
        if isinstance(result, core.OwnedPtr):
            address = result._address
            core.consume(result, None, -1)
            return address
        return int(result or 0)

    def _step(self, parameter: Parameter, mine: Parameter) -> Callable[[tuple[int, ...], list[Any]], Any]:
        parameters = self.convention.contract.parameters
        index = parameters.index(parameter)
        pointee = mine.pointee or PyObject
        if parameter.state == "borrowed":
            return lambda words, lent: _lend(words[index], pointee, lent)
        if parameter.state == "array":
            return lambda words, lent: [_lend(address, PyObject, lent) for address in _array(parameters, index, words)]
        if parameter.state == "callback":
            return lambda words, lent: _visit
        return lambda words, lent: words[index]

    def __repr__(self) -> str:
        return f"<{self.prototype.contract.name}, called as {self.convention.name}>"


def _pairs(convention: Convention, function: Prototype[..., Any]) -> list[tuple[Parameter, Parameter]]:
    return list(zip(passed_on(convention.contract), function.contract.parameters, strict=True))


def _lend(address: int, pointee: type[Any], lent: list[Any]) -> Any:  # noqa: ANN401
    if not address:
        return None
    pointer = core.lend(address, pointee)
    lent.append(pointer)
    return pointer.borrow()


def _array(parameters: tuple[Parameter, ...], index: int, words: tuple[int, ...]) -> list[int]:
    """Return the addresses in an array that has a length, and behind it an item for each keyword name."""
    name, count = parameters[index].name, 0
    for other, word in zip(parameters, words, strict=True):
        if other.length_of == name:
            count += word & _NO_FLAGS
        elif other.keywords_of == name and word:
            count += len(core.object_there(word))
    items = library.ffi.cast("uintptr_t *", words[index])
    return [int(items[i]) for i in range(count)]


def _visit(pointer: Any, arg: int, /) -> int:  # noqa: ANN401
    """Visit what an instance owns; a visit to what it does not own would make the collector free what is in use."""
    if not isinstance(pointer, core.BorrowedPtr):
        msg = f"visit(): parameter `pointer`: a BorrowedPtr is needed, not {pointer!r}"
        raise TypeError(msg)
    if not core.visited(pointer._address):
        core.refuse("PS014", pointer, "an object that the instance owns, visited once", "an object that it does not own")
    return 0
