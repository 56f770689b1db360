"""Random calls of every declared function with random, mostly wrong arguments: none may bring the interpreter down.

    python tests/property/random_calls.py --calls 1000000 --seed 1

Each call is written to ``--trace`` before it is made, so that a crash names its call.  A refusal has to be an exception that names
function and parameter, and a call that was made has to do what its contract says.
"""

from __future__ import annotations

import argparse
import builtins
import contextlib
import gc
import random
import re
import shutil
import sys
import warnings
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import random_arguments
from random_arguments import argument, is_handle
from rich.console import Console

from ptrstate import Status, borrow, capi, scope
from ptrstate._native import core
from ptrstate.audit import valgrind
from ptrstate.errors import OverReleaseError, OwnershipError
from ptrstate.specimens.bounds import OUT_OF_BOUNDS

if TYPE_CHECKING:
    from collections.abc import Callable

MEMORY = 4 << 30
LIMIT = sys.getrecursionlimit()
OF_THE_WHOLE_CALL = {"PS008"}
"""Refusals for the state in which the call is made, so that no parameter is to blame."""

REFUSALS = {f"PS{number:03}" for number in (1, 2, 3, 4, 5, 7, 8, 12, 13, 15, 16, 17, 19, 20)}
ENOUGH = 500_000
"""So many calls meet every refusal that a call can get."""

BROKEN_PROMISES = {"PS009", "PS010", "PS014"}
"""What is no refusal: the declaration, or the interpreter, is wrong."""

ENDLESS = frozenset({"PyCallIter_New"})
"""What makes an iterator that may have no end, which a later call would look for in C, where nothing interrupts it."""

NO_PARAMETER = r"expected (at least )?\d+ arguments, not \d+$|it reads the exception that is set, and none is$|it can be called once"


def one_call(
    function: Any, chooser: random.Random, pool: list[Any], trace: Any, tally: Counter[str], refill: Callable[[], None]
) -> None:
    """Make one call and look at what came of it."""
    parameters = function.contract.parameters
    arguments = [argument(chooser, p, pool) for p in parameters if not p.variadic]
    arguments += [argument(chooser, p, pool) for p in parameters if p.variadic for _ in range(chooser.randrange(3))]
    if parameters and chooser.random() < 0.01:
        arguments = arguments[:-1] if chooser.random() < 0.5 else [*arguments, argument(chooser, parameters[-1], pool)]
    if chooser.random() < 0.02:
        capi.PyErr_SetString(borrow(LookupError), "pending")
    if trace is not None:
        trace.write(f"{function.__name__}{tuple(core_text(a) for a in arguments)}\n")
        trace.flush()
    was_pending = core.pending()
    try:
        try:
            result = function(*arguments)
        finally:
            refill()
            sys.setrecursionlimit(LIMIT)
    except Exception as error:
        tally[getattr(error, "code", type(error).__name__)] += 1
        hold_to_account(error, function)
    else:
        tally["failed" if core.pending() is not was_pending else "made"] += 1
        wanted = chooser.random() < 0.5 and not isinstance(result, Status) and function.__name__ not in ENDLESS
        if type(result) is core.NonNull or wanted:
            pool.append(result)
    core.take_pending()
    pool.extend(value for value in arguments if is_handle(value) and chooser.random() < 0.2)
    if pool:
        one_step(chooser, pool, tally)


def hold_to_account(error: Exception, function: Any) -> None:
    """Look at a refusal: it has to name the function, and the parameter that is to blame."""
    name, names = function.__name__, function.parameter_names
    if isinstance(error, OwnershipError):
        used = error.report.used
        named = used is not None and used.c_function == name and (error.code in OF_THE_WHOLE_CALL or not names or used.parameter in names)
        good = named and error.code not in BROKEN_PROMISES
    else:
        said = (str(error), *getattr(error, "__notes__", ()))
        blamed = "|".join(map(re.escape, names)) or r"(?!)"
        named = re.compile(rf"(.* )?{re.escape(name)}\(\): (parameter `({blamed})`|{NO_PARAMETER})", re.DOTALL)
        good = any(named.match(text) for text in said)
    if not good:
        msg = f"{name} with {', '.join(names)}: {type(error).__name__}: {error}"
        raise AssertionError(msg) from error


STEPS = ("drop", "move", "borrow", "clone", "into_raw", "to_owned", "as_raw", "assume_owned", "take", "clear", "get", "to_python")


def one_step(chooser: random.Random, pool: list[Any], tally: Counter[str]) -> None:
    """Do something to a pointer that an earlier call left, whatever its state."""
    pointer = chooser.choice(pool)
    method = getattr(pointer, chooser.choice(STEPS), None) if is_handle(pointer) else None
    if method is None:
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


def core_text(value: Any) -> str:
    """Return a text for the trace that runs no foreign code."""
    if is_handle(value):
        try:
            shown = type(value.borrow() if hasattr(value, "value") else value.to_python()).__name__
        except Exception as error:
            shown = getattr(error, "code", type(error).__name__)
        return f"{type(value).__name__}:{shown}"
    return repr(value) if type(value) in {int, float, str, bytes, type(None)} else type(value).__name__


def free_memory(pool: list[Any]) -> None:
    """Free what the allocators gave, of which a few calls may ask for all there is."""
    for pointer in pool:
        for free in (capi.PyMem_Free, capi.PyMem_RawFree, capi.PyObject_Free) if type(pointer) is core.NonNull else ():
            with contextlib.suppress(OwnershipError, TypeError):
                free(pointer)


class Process:
    """What a right call may change for the rest of the process, and this program needs."""

    def __init__(self) -> None:
        spaces = vars(builtins), vars(sys), sys.modules, globals(), vars(random_arguments)
        self.dicts = [[d, dict(d), len(d)] for d in spaces]

    def refill(self) -> None:
        """Put back what a namespace has lost, with no name of any that may be among them, and take out keys that are no names.

        Where a name is not found, the interpreter looks for one like it, and takes every key for a text.
        """
        for space in self.dicts:
            current, before, size = space
            if current.__len__() == size:
                continue
            if current.__len__() < before.__len__():
                current.update(before)
            named = {key: value for key, value in current.items() if isinstance(key, str)}
            if len(named) < len(current):
                current.clear()
                current.update(named)
            space[2] = len(current)

    def restore(self) -> None:
        gc.enable()
        warnings.simplefilter("ignore")

    def leave_recursion(self) -> None:
        """Take back the calls that were entered, and not left."""
        with contextlib.suppress(OverReleaseError):
            while True:
                capi.Py_LeaveRecursiveCall()

    def forget_watchers(self) -> None:
        """Take back what is called for every function, type, dict or piece of code there is; the places for them are few."""
        for kind in ("PyDict", "PyType", "PyFunction", "PyCode"):
            clear = getattr(capi, f"{kind}_ClearWatcher", None)
            for watcher in range(8) if clear is not None else ():
                clear(watcher)
                core.take_pending()


def under_valgrind(options: list[str]) -> int:
    """Run this program with ``options`` under valgrind; 1 when it reports an invalid access, or the program fails."""
    program = shutil.which("valgrind")
    if program is None:
        print("skipped: there is no valgrind (Debian: apt install valgrind)")
        return valgrind.MISSING
    return valgrind.told(Console(highlight=False), *valgrind.watched(program, __file__, *options))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--calls", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--trace", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--valgrind", action="store_true", help="make the calls under valgrind, and report invalid accesses")
    options = parser.parse_args()
    if options.valgrind:
        raise SystemExit(under_valgrind([option for option in sys.argv[1:] if option != "--valgrind"]))
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
    process = Process()
    made = 0
    while made < options.calls:
        with scope():
            pool: list[Any] = []
            for _ in range(min(100, options.calls - made)):
                one_call(chooser.choice(functions), chooser, pool, trace, tally, process.refill)
                process.restore()
                made += 1
            free_memory(pool)
            del pool
            core.take_pending()
            process.forget_watchers()
        process.leave_recursion()
    print(made, "calls of", len(functions), "functions:", dict(tally.most_common()))
    never = sorted(REFUSALS.difference(tally))
    if never and made >= ENOUGH and not options.only:
        msg = f"never refused: {', '.join(never)}"
        raise SystemExit(msg)


if __name__ == "__main__":
    main()
