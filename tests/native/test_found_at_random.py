"""What calls at random once brought the interpreter down with: refused now, or gone through."""

from __future__ import annotations

import pytest

PRELUDE = """
import sys
from ptrstate import BorrowedSlot, Slot, Var, borrow, capi, own, scope
from ptrstate.errors import UninitializedError

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
    "a tuple that would hold itself by way of another": """
        for put in (capi.PyTuple_SetItem, capi.PyTuple_SET_ITEM, capi.PyStructSequence_SetItem):
            items = [tuple([1]), tuple([2])]
            with scope():
                one, other = capi.PyList_GetItem(borrow(items), 0), capi.PyList_GetItem(borrow(items), 1)
                assert capi.PyTuple_SetItem(one, 0, own(items[1])).name == "OK"
                del items[1]
                item = own(items[0])
                refused(put, other, 0, item)
                item.drop()
        """,
    "an item put into a tuple that others have seen": """
        with scope():
            seen = tuple([1, 2])
            also = seen
            holder = [seen, also]
            for put in (capi.PyTuple_SET_ITEM, capi.PyStructSequence_SetItem):
                item = own([])
                refused(put, borrow(seen), 0, item)
                item.drop()
        """,
    "a refused object whose items are unset": """
        with scope():
            pointer = capi.PyTuple_New(2)
            try:
                capi.PyErr_Restore(pointer, None, None)
            except UninitializedError:
                pointer.drop()
        """,
    "a watcher that fails while an exception is pending": """
        class Hook:
            count = 0
            def __call__(self, told): self.count += 1
        sys.unraisablehook = hook = Hook()
        for watch in (lambda *_: None, lambda *_: 1 / 0, lambda *_: -1):
            if hasattr(capi, "PyCode_AddWatcher"):
                with scope():
                    watchers = [(kind, getattr(capi, kind + "_AddWatcher")(watch)) for kind in ("PyCode", "PyFunction")]
                    for source in ("lambda: 1", "[x for x in (lambda: 2, 1/0)]"):
                        try:
                            eval(compile(source, "nowhere", "eval"))
                            exec("def f(): raise KeyError((lambda: 1)())")
                            locals()["f"]()
                        except (KeyError, ZeroDivisionError):
                            pass
                    for kind, number in watchers:
                        assert getattr(capi, kind + "_ClearWatcher")(number).name == "OK"
                    assert hook.count
        """,
    "a watcher of code that is called when no Python can run any more": """
        if hasattr(capi, "PyCode_AddWatcher"):
            import codecs, threading
            with scope():
                capi.PyCode_AddWatcher(lambda *_: 0)
            exec("def search(name): return None")
            codecs.register(search)
            sys.setprofile(None)
            keep = sys.modules["kept"] = search
        """,
}


@pytest.mark.parametrize("case", CASES)
def test_no_crash(child, case):
    lines = "\n".join(line[8:] for line in CASES[case].splitlines())
    assert child(f"{PRELUDE}\n{lines}\nprint('done')").strip() == "done"
