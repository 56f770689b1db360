"""Objects whose own code ends every pointer that the running call was given: no function uses what is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PROGRAM = """
import sys, warnings
from itertools import islice
from ptrstate import BorrowedSlot, Slot, own
from ptrstate._native import core
from ptrstate.specimens import Memory, Native, Unshared
from ptrstate.specimens.plans import plans
from ptrstate.testing.arguments import wrap
from ptrstate.testing.machine import table

warnings.simplefilter("ignore")
sys.unraisablehook = lambda *_: None

owners, objects, variables = [], [], []  # of the call that runs


def quietly(function, *arguments):
    try:
        return function(*arguments)
    except BaseException:
        return None


def end_everything():
    for owner in owners:
        quietly(owner.drop)
    for value in objects:
        quietly(lambda: value.clear())
    for variable in variables:
        quietly(variable.clear if isinstance(variable, Slot) else lambda: variable.put(None))


ANSWERS = {
    "__repr__": "r", "__str__": "s", "__format__": "f", "__fspath__": "p", "__bytes__": b"b", "__hash__": 1, "__len__": 1,
    "__index__": 1, "__int__": 1, "__float__": 1.0, "__complex__": 1j, "__bool__": True, "__contains__": True, "__dir__": [],
    "keys": [], "items": [], "values": [], "__iter__": "self", "__enter__": "self", "__await__": "self",
    "__next__": None, **dict.fromkeys("close read readline write flush fileno seek tell send throw append find_spec".split(), 1),
}
for name in (
    "length_hint eq ne lt le gt ge call getitem setitem delitem reversed neg pos abs invert round exit instancecheck "
    "subclasscheck del"
).split():
    ANSWERS[f"__{name}__"] = 1
for operator in "add sub mul matmul mod pow and or xor lshift rshift truediv floordiv divmod".split():
    ANSWERS |= {f"__{kind}{operator}__": 1 for kind in ("", "r", "i")}


def method(name, answer):
    def hostile(self, *arguments, **keywords):
        end_everything()
        if name == "__next__":
            raise StopIteration
        return self if answer == "self" else answer

    return hostile


METHODS = {name: method(name, answer) for name, answer in ANSWERS.items()}
BINDING = {name: method(name, 1) for name in ("__setattr__", "__delattr__", "__get__", "__set__", "__delete__")}

Plain = type("Plain", (), METHODS | BINDING)
Class = type("Class", (type,), METHODS)
SUBCLASSES = {
    kind: type(kind.__name__, (kind,), METHODS)
    for kind in (list, dict, str, bytes, int, float, tuple, set, frozenset, bytearray, complex, Exception)
}


def hostile_versions(value):
    yield Plain()
    for kind, subclass in SUBCLASSES.items():
        if isinstance(value, kind):
            yield subclass() if kind is Exception else subclass(value)
    if isinstance(value, list | tuple):
        yield type(value)([Plain(), Plain()]) if type(value) in {list, tuple} else Plain()
    if isinstance(value, dict):
        yield {"a": Plain(), "b": Plain()}
        yield {Plain(): 1}
    if isinstance(value, type):
        yield Class("Made", (), {})
    if callable(value):
        yield lambda *arguments, **keywords: end_everything()


def given(contract, plan, hostile_at, version):
    "Return the arguments of a call, with an object replaced by a hostile version; None when there is no such version."
    arguments = []
    for position, (parameter, specimen) in enumerate(zip(contract.parameters, plan.arguments)):
        value = specimen.make()
        if isinstance(value, Memory | Native):
            return None
        pointer = wrap(parameter, value.make() if isinstance(value, Unshared) else value)
        if isinstance(pointer, core.BorrowedPtr | core.OwnedPtr):
            content = pointer.to_python()
            if position == hostile_at:
                versions = list(hostile_versions(content))
                if version >= len(versions):
                    return None
                content = versions[version]
            objects.append(content)
            owners.append(own(content))
            made = owners[-1].borrow() if isinstance(pointer, core.BorrowedPtr) else owners[-1]
            pointer = made.cast(parameter.pointee) if parameter.pointee else made
        elif isinstance(pointer, Slot | BorrowedSlot):
            variables.append(pointer)
        arguments.append(pointer)
    return arguments


def tried(function, arguments):
    result = quietly(function, *arguments)
    for pointer in (result, *variables, *(slot.get() for slot in variables if isinstance(slot, BorrowedSlot))):
        for use in (repr, lambda it: it.to_owned().drop(), lambda it: repr(it.to_python()), bytes, lambda it: it.drop()):
            quietly(use, pointer)


def calls(function):
    for plan in islice(plans(function.contract), 4):
        if plan.pending or plan.handling:
            continue
        for position, parameter in enumerate(function.contract.parameters):
            for version in range(8 if parameter.state in {"borrowed", "owned"} else 0):
                arguments = quietly(given, function.contract, plan, position, version)
                if arguments is None:
                    break
                tried(function, arguments)
                yield 1
                for owner in owners:
                    quietly(owner.drop)
                for group in (owners, objects, variables):
                    group.clear()
                core.take_pending()


ENDS_THE_PROCESS = {"Py_Exit", "Py_FatalError"}
count = 0
for function in table():
    if function.__name__ not in ENDS_THE_PROCESS:
        print(function.__name__, file=sys.stderr, flush=True)
        count += sum(calls(function))
print(count)
sys.stdout.flush()
"""


def test_no_function_uses_what_its_arguments_end(child: Callable[..., str], monkeypatch) -> None:
    monkeypatch.setenv("PYTHONMALLOC", "debug")
    assert int(child(PROGRAM + "import os; os._exit(0)").splitlines()[-1]) > 5_000
