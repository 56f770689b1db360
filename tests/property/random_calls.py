"""Random calls of every declared function with random, mostly wrong arguments: none may bring the interpreter down.

    python tests/property/random_calls.py --calls 1000000 --seed 1

Each call is written to ``--trace`` before it is made, so that a crash names its call.  A refusal has to be an exception that names
function and parameter.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import sys
import warnings
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

from ptrstate import BorrowedSlot, Slot, Status, Var, borrow, capi, own, scope
from ptrstate._native import core
from ptrstate.buffers import Py_buffer
from ptrstate.errors import OwnershipError
from ptrstate.specimens.bounds import OUT_OF_BOUNDS


class Wicked:
    """An object whose every method raises."""

    def __getattribute__(self, name: str) -> Any:
        raise ZeroDivisionError(name)

    def __eq__(self, other: object) -> bool:
        raise ZeroDivisionError

    def __hash__(self) -> int:
        raise ZeroDivisionError


def objects() -> list[Any]:
    """Return fresh objects of many types."""
    return [
        [1, "a"], (1, 2), {"k": []}, {1, 2}, frozenset({3}), "text", b"bytes", bytearray(b"array"), 5, 10**30, 1.5, 1j, None, True,
        Wicked(), object(), type, len, iter([1]), memoryview(b"view"), slice(1), ValueError("v"), ValueError, ModuleType("m"), lambda: 1,
        [].append, range(3), (lambda: (yield))(), property(), type("T", (), {"__slots__": ("x",)})(), Ellipsis, NotImplemented,
    ]  # fmt: skip


MEMORY = 4 << 30

VALUES = [0, 1, -1, 2, 3, 7, 1 << 31, -(1 << 31), 1 << 62, -(1 << 63), 1 << 64, 2.5, "text", b"x", b"", "", "a\0b", None, "0", []]


def argument(chooser: random.Random, parameter: Any, pool: list[Any]) -> Any:
    """Return an argument: of the right kind more often than not, else anything."""
    if chooser.random() < 0.3:
        return chooser.choice([*VALUES, *pool, *objects()])
    if parameter.nullable and chooser.random() < 0.2:
        return None
    obj = chooser.choice(objects())
    wanted = parameter.pointee and parameter.pointee.python_type
    if wanted and chooser.random() < 0.7:
        obj = next((o for o in objects() if type(o) is wanted), obj)
    match parameter.state:
        case "borrowed":
            return borrow(obj)
        case "owned":
            return own(obj)
        case "slot":
            slot = BorrowedSlot() if parameter.slot == "out_borrowed" else Slot()
            if parameter.slot == "inout" and chooser.random() < 0.8:
                slot.put(own(obj))
            return slot
        case "var":
            return Var(0)
        case "struct":
            return Py_buffer()
        case "array":
            make = own if parameter.element and parameter.element.state == "owned" else borrow
            return [make(o) for o in chooser.sample(objects(), 3)]
        case "callback":
            return lambda *_: None
        case "buffer":
            return chooser.choice(["text", b"text", "x.y", "utf-8", "strict", "", "O", "%R"])
        case "raw":
            return borrow(obj).as_raw()
    return chooser.choice([0, 1, 2, 3, -1])


def one_call(function: Any, chooser: random.Random, pool: list[Any], trace: Any, tally: Counter[str]) -> None:
    """Make one call and look at what came of it."""
    parameters = function.contract.parameters
    fixed = [argument(chooser, p, pool) for p in parameters if not p.variadic]
    rest = [argument(chooser, p, pool) for p in parameters if p.variadic for _ in range(chooser.randrange(3))]
    if trace is not None:
        trace.write(f"{function.__name__}{tuple(core_text(a) for a in (*fixed, *rest))}\n")
        trace.flush()
    try:
        result = function(*fixed, *rest)
    except OwnershipError as error:
        tally[error.code] += 1
        used = error.report.used
        if used is None or not (used.c_function or used.code):
            msg = f"a refusal that names no place: {error}"
            raise AssertionError(msg) from error
    except (TypeError, ValueError, OverflowError, IndexError) as error:
        tally[type(error).__name__] += 1
        if function.__name__ not in str(error):
            msg = f"a refusal that does not name {function.__name__}: {error!r}"
            raise AssertionError(msg) from error
    except ZeroDivisionError:  # a Wicked argument's own, while its kind was looked at
        tally["wicked"] += 1
    else:
        tally["failed" if core.pending() is not None else "made"] += 1
        if chooser.random() < 0.5 and not isinstance(result, Status):
            pool.append(result)
    core.take_pending()
    pool.extend(value for value in (*fixed, *rest) if is_handle(value) and chooser.random() < 0.2)
    if pool:
        one_step(chooser, pool, tally)


STEPS = ("drop", "move", "borrow", "clone", "into_raw", "to_owned", "as_raw", "assume_owned", "take", "clear", "get", "to_python")


def one_step(chooser: random.Random, pool: list[Any], tally: Counter[str]) -> None:
    """Do something to a pointer that an earlier call left, whatever its state."""
    method = getattr(chooser.choice(pool), chooser.choice(STEPS), None)
    if method is None or getattr(method, "__self__", None) is None or not is_handle(method.__self__):
        return
    try:
        result = method()
    except OwnershipError as error:
        tally[error.code] += 1
        assert error.report.used is not None, error
    except TypeError:  # no Python object, or not one that is counted
        tally["TypeError"] += 1
    else:
        if is_handle(result):
            pool.append(result)


def is_handle(value: object) -> bool:
    """Whether ``value`` is a pointer or a slot, asked of its type alone."""
    return issubclass(type(value), (core.OwnedPtr, core.BorrowedPtr, core.NonNull, core.Slot, core.BorrowedSlot))


def core_text(value: Any) -> str:
    """Return a text for the trace that runs no foreign code."""
    if is_handle(value):
        try:
            shown = type(value.borrow() if hasattr(value, "value") else value.to_python()).__name__
        except Exception as error:
            shown = getattr(error, "code", type(error).__name__)
        return f"{type(value).__name__}:{shown}"
    return repr(value) if type(value) in {int, float, str, bytes, type(None)} else type(value).__name__


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--calls", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--trace", type=Path)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    with contextlib.suppress(ImportError):  # so that a call for all of the memory fails at once
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    warnings.simplefilter("ignore")
    sys.unraisablehook = lambda *_: None
    chooser = random.Random(options.seed)
    names = [n for n in dir(capi) if n not in OUT_OF_BOUNDS and options.only in n]
    functions = [f for f in (getattr(capi, n) for n in names) if isinstance(f, core.Function)]
    trace = options.trace.open("w") if options.trace else None
    tally: Counter[str] = Counter()
    made = 0
    while made < options.calls:
        with scope():
            pool: list[Any] = []
            for _ in range(min(100, options.calls - made)):
                one_call(chooser.choice(functions), chooser, pool, trace, tally)
                made += 1
            del pool
            core.take_pending()
    print(made, "calls of", len(functions), "functions:", dict(tally.most_common()))


if __name__ == "__main__":
    main()
