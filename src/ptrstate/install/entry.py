"""From a call by the interpreter to a call of a prototype: addresses in, an address or a number out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ptrstate._native import core
from ptrstate.buffers import Py_buffer
from ptrstate.install.fitting import InstallError, differences, passed_on
from ptrstate.interpreter import library
from ptrstate.pointees import PyObject
from ptrstate.prototype import Prototype

if TYPE_CHECKING:
    from ptrstate.contract import Parameter
    from ptrstate.install.slots import Convention

core.hide_file((lambda: None).__code__)
_NO_FLAGS = (1 << 63) - 1
_WORD = (1 << 64) - 1


Ending = Callable[[bool], None]
"""What is done with an argument when the call is over, told whether it succeeded."""


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

    def __call__(self, *words: int) -> int:
        """Call the prototype with what C passed, and return what C gets."""
        endings: list[Ending] = []
        succeeded = False
        try:
            result: Any = self.prototype(*[step(words, endings) for step in self._steps])
            error = core.take_pending()
            if error is not None:
                raise error
            succeeded = True
            return self._given_away(result)
        finally:
            for end in endings:
                end(succeeded)

    def _given_away(self, result: Any) -> int:  # noqa: ANN401
        if isinstance(result, core.OwnedPtr):
            return core.consume(result)
        return int(result or 0)

    def _step(self, parameter: Parameter, mine: Parameter) -> Callable[[tuple[int, ...], list[Ending]], Any]:
        parameters = self.convention.contract.parameters
        index = parameters.index(parameter)
        pointee = mine.pointee or PyObject
        if parameter.state == "borrowed":
            return lambda words, endings: _lend(words[index], pointee, endings)
        if parameter.state == "array":
            return lambda words, endings: [_lend(address, PyObject, endings) for address in _array(parameters, index, words)]
        if parameter.state == "slot":
            return lambda words, endings: _out_slot(words[index], endings)
        if parameter.state == "struct":
            bound, fills = self.prototype._bound, parameter.flight > 0
            return lambda words, endings: _view(words[index], None if fills else core.hold_buffer(bound, index), endings)
        if parameter.state == "callback":
            return lambda words, endings: _visit
        if parameter.c_type == "size_t":
            return lambda words, endings: words[index] & _WORD
        return lambda words, endings: words[index]

    def __repr__(self) -> str:
        return f"<{self.prototype.contract.name}, called as {self.convention.name}>"


def _pairs(convention: Convention, function: Prototype[..., Any]) -> list[tuple[Parameter, Parameter]]:
    return list(zip(passed_on(convention.contract), function.contract.parameters, strict=True))


def _lend(address: int, pointee: type[Any], endings: list[Ending]) -> Any:  # noqa: ANN401
    if not address:
        return None
    pointer = core.lend(address, pointee)
    endings.append(lambda succeeded: core.let_lent_go(pointer))
    return pointer.borrow()


def _out_slot(address: int, endings: list[Ending]) -> Any:  # noqa: ANN401
    """Return an empty slot; what a successful call leaves in it is C's, in the variable at ``address``."""
    variable = library.ffi.cast("uintptr_t *", address)
    variable[0] = 0
    slot = core.Slot()

    def end(succeeded: bool) -> None:  # noqa: FBT001
        content: Any = slot.take()
        if content is not None and succeeded:
            variable[0] = core.consume(content)
        elif content is not None:
            content.drop()

    endings.append(end)
    return slot


def _view(address: int, held: Any, endings: list[Ending]) -> Py_buffer:  # noqa: ANN401
    """Return C's view: one to be filled, which is C's again afterwards, or one that is ``held`` for the length of the call."""
    view = Py_buffer.at(address, held)
    if held is None:
        view._view.obj = library.ffi.NULL  # as C wants it after a failure

    def end(succeeded: bool) -> None:  # noqa: FBT001
        if held is None and not succeeded:
            view.release()
        view.hand_over()

    endings.append(end)
    return view


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
