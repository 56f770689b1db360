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
        assert str(error).startswith(f"{function.__name__}(): parameter `"), error
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
}


@pytest.mark.parametrize("case", CASES)
def test_no_crash(child, case):
    lines = "\n".join(line[8:] for line in CASES[case].splitlines())
    assert child(f"{PRELUDE}\n{lines}\nprint('done')").strip() == "done"
