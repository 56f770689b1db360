"""What calls at random once brought the interpreter down with: refused now, or gone through."""

from __future__ import annotations

import pytest

PRELUDE = """
import sys
from ptrstate import BorrowedSlot, Slot, Var, borrow, capi, own, scope

def refused(function, *arguments):
    try:
        function(*arguments)
    except (TypeError, ValueError) as error:
        named = f"{function.__name__}(): parameter `" if arguments else f"{function.__name__}(): "
        assert str(error).startswith(named), error
    else:
        raise AssertionError("not refused")
"""

CASES = {
    "a watcher that is called while the modules end": """
        for kind in ("PyFunction", "PyCode", "PyDict", "PyType"):
            add = getattr(capi, kind + "_AddWatcher", None)
            if add is not None:
                with scope():
                    assert add(lambda *_: 0) >= 0
        """,
    "a function that makes a type of the interpreter anew at each call": """
        with scope():
            capi.PyThread_GetInfo().drop()
            for _ in range(1000):
                if sys.version_info < (3, 13):
                    capi.PyThread_GetInfo().drop()
                else:
                    refused(capi.PyThread_GetInfo)
        """,
}


@pytest.mark.parametrize("case", CASES)
def test_no_crash(child, case):
    lines = "\n".join(line[8:] for line in CASES[case].splitlines())
    assert child(f"{PRELUDE}\n{lines}\nprint('done')").strip() == "done"
