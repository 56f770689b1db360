"""How long lint takes: a file of a thousand prototypes, beyond mypy's own time, and the cost of a function as files grow.

python bench/lint.py                  # 250, 500, 1000 and 2000 prototypes
python bench/lint.py 1000
"""

from __future__ import annotations

import argparse
import ast
import tempfile
import time
from pathlib import Path

from ptrstate.lint.check import RUNNING, analyse
from ptrstate.lint.contracts import Contracts
from ptrstate.lint.files import read
from ptrstate.lint.names import module_scope
from ptrstate.lint.typed import MypyTypes, run_mypy

HEAD = """from contextlib import suppress
from ptrstate import BorrowedPtr, Found, OwnedPtr, Slot, Status, borrow, capi, or_none, or_raise, own, prototype
from ptrstate.pointees import PyDictObject, PyListObject
from ptrstate.vocabulary import Py_ssize_t
"""

BODIES = (
    """
@prototype
def get_item_ref_{n}(list: BorrowedPtr[PyListObject], index: Py_ssize_t, /) -> OwnedPtr | None:
    item = capi.PyList_GetItem(list, index)
    return None if item is None else item.to_owned()
""",
    """
@prototype
def lookup_{n}(mapping: BorrowedPtr[PyDictObject], key: BorrowedPtr, result: Slot, /) -> Found:
    found = or_none(capi.PyDict_GetItemWithError(mapping, key))
    if found is None:
        return Found.ABSENT
    result.put(found.to_owned())
    return Found.PRESENT
""",
    """
@prototype(raii=False)
def collect_{n}(items: BorrowedPtr, /) -> OwnedPtr | None:
    iterator = capi.PyObject_GetIter(items)
    if iterator is None:
        return None
    found = capi.PyList_New(0)
    if found is None:
        iterator.drop()
        return None
    while True:
        item = capi.PyIter_Next(iterator.borrow())
        if item is None:
            break
        status = capi.PyList_Append(found.borrow(), item.borrow())
        item.drop()
        if status < 0:
            break
    iterator.drop()
    if capi.PyErr_Occurred() is not None:
        found.drop()
        return None
    return found
""",
    """
@prototype
def default_{n}(obj: BorrowedPtr, /) -> OwnedPtr | None:
    name = capi.PyObject_GetAttrString(obj, "name")
    if name is None and capi.PyErr_ExceptionMatches(capi.PyExc_AttributeError):
        capi.PyErr_Clear()
        return own("default")
    return name
""",
    """
def drive_{n}() -> None:
    with own([1, 2, 3]) as items, suppress(ValueError):
        for index in range(3):
            item = or_raise(capi.PyList_GetItem(items.borrow(), index)).to_owned()
            try:
                or_raise(capi.PyObject_IsTrue(item.borrow()))
            finally:
                item.drop()
""",
)


def program(count: int) -> str:
    """Return a program of ``count`` functions."""
    return HEAD + "".join(BODIES[n % len(BODIES)].format(n=n) for n in range(count))


def measure(count: int, cache: str) -> tuple[float, float, int]:
    """Return how much time of the processor mypy and lint took, in seconds, and how many findings there were."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"prototypes_{count}.py"
        path.write_text(program(count), encoding="utf-8")
        modules = read([path])
        start = time.process_time()
        result = run_mypy(modules, cache, None)
        between = time.process_time()
        tree = ast.parse(modules[0].text)
        contracts, scope = Contracts(RUNNING), module_scope(tree, modules[0].name)
        contracts.add(scope)
        report = analyse(
            tree, modules[0].text, str(path), scope, MypyTypes(contracts, result.files[modules[0].name], result.types)
        )
        return between - start, time.process_time() - between, len(report.findings)


def main() -> None:
    """Print a line per size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", metavar="N", type=int, nargs="*", default=[250, 500, 1000, 2000])
    sizes = parser.parse_args().sizes
    with tempfile.TemporaryDirectory() as cache:
        measure(1, cache)  # what everything imports is in mypy's cache from here on
        print("functions   mypy s   lint s   lint ms/function   findings")
        for count in sizes:
            mypy, lint, findings = measure(count, cache)
            print(f"{count:9}  {mypy:7.2f}  {lint:7.2f}  {1000 * lint / count:17.2f}  {findings:9}")


if __name__ == "__main__":
    main()
