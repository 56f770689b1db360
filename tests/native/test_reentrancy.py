"""Python code that C runs in the middle of a call, calling ptrstate again, with and without an exception pending."""

from __future__ import annotations

import pytest

PRELUDE = """
import gc, signal, sys, os
from ptrstate import BorrowedPtr, borrow, capi, ledger, or_none, or_raise, own, scope

def fail():
    assert capi.PyList_GetItem(borrow([]), 0) is None

def nested():
    assert or_none("nothing pending here") == "nothing pending here"
    with scope():
        pointer = own([1, 2])
        assert capi.PyList_Size(pointer.borrow()) == 2
        try:
            or_raise(capi.PyList_GetItem(pointer.borrow(), 9))
        except IndexError:
            pass
    count.append(1)

def taken():
    try:
        or_raise(None)
    except IndexError:
        return True

count = []
"""

CASES = {
    "eq": """
        class Key:
            def __hash__(self): return 1
            def __eq__(self, other):
                nested()
                return False
        table = {Key(): 1}
        assert capi.PyDict_GetItemWithError(borrow(table), borrow(Key())) is None
        assert or_none(None) is None
        """,
    "del": """
        class Dies:
            def __del__(self): nested()
        pointer = own(Dies())
        PENDING
        pointer.drop()
        """,
    "destructor": """
        def destroy(capsule: BorrowedPtr) -> None:
            nested()
        pointer = or_raise(capi.PyCapsule_New(1, "a.b", destroy))
        PENDING
        pointer.drop()
        """,
    "signal": """
        signal.signal(signal.SIGALRM, lambda *_: nested())
        class Waits:
            def __repr__(self):
                os.kill(os.getpid(), signal.SIGALRM)
                for _ in range(100): pass
                return "waits"
        or_raise(capi.PyObject_Repr(borrow(Waits()))).drop()
        """,
    "collector": """
        class Cycle:
            def __init__(self): self.me = self
            def __del__(self): nested()
        Cycle()
        PENDING
        gc.collect()
        """,
    "collector in a call": """
        class Cycle:
            def __init__(self): self.me = self
            def __del__(self): nested()
        class Collects:
            def __repr__(self):
                gc.collect()
                return "collects"
        Cycle()
        or_raise(capi.PyObject_Repr(borrow(Collects()))).drop()
        """,
}


ENDS = {
    "what is lent in a variadic tail": """
        or_raise(capi.PyUnicode_FromFormat("%R %R", borrow(Ends()), thing.borrow())).drop()
        """,
    "whose text is in a variadic tail": """
        text = capi.PyUnicode_AsUTF8(thing.borrow())
        made = or_raise(capi.PyUnicode_FromFormat("%R %s", borrow(Ends()), text))
        assert made.to_python().endswith(f" a text that nobody else has: {os.getpid()}")
        made.drop()
        """,
    "whose memory is in a variadic tail": """
        memory = own(bytearray(b"spam"))
        text = capi.PyByteArray_AsString(memory.borrow())

        class Resizes:
            def __repr__(self):
                memory.to_python().extend(bytes(1000))
                return "resized"

        assert capi.PyUnicode_FromFormat("%R %s", borrow(Resizes()), text) is None
        refused(BufferError)
        memory.to_python().extend(bytes(1000))
        memory.drop()
        thing.drop()
        """,
    "what is lent in an array": """
        or_raise(capi.PyObject_Vectorcall(borrow(ends), [thing.borrow(), thing.borrow()], 2, None)).drop()
        """,
    "what a variadic tail consumes": """
        assert capi.PyObject_CallFunction(borrow(ends), "N", thing) is None
        refused(UseAfterMoveError)
        """,
    "what it is called with, and its name": """
        name = capi.PyUnicode_AsUTF8(thing.borrow())
        or_raise(capi.PyObject_CallMethod(borrow(Ends()), name, "O", thing.borrow())).drop()
        """,
}


@pytest.mark.parametrize("case", ENDS)
def test_what_a_call_was_given_outlives_the_code_that_ends_it(child, case, monkeypatch):
    monkeypatch.setenv("PYTHONMALLOC", "debug")
    lines = "\n".join(line[8:] for line in ENDS[case].splitlines())
    preparation = """
from ptrstate.errors import UseAfterMoveError

def ends(*arguments):
    thing.drop()
    return [repr(argument) for argument in arguments]

class Ends:
    def __repr__(self):
        return str(ends())
    def __getattr__(self, name):
        ends()
        return repr

def refused(kind):
    try:
        or_raise(None)
    except kind:
        return
    raise AssertionError

thing = own("a text that nobody else has: %d" % os.getpid())
"""
    assert child(f"{PRELUDE}\n{preparation}\n{lines}\nprint('done')").strip() == "done"


@pytest.mark.parametrize("pending", [False, True], ids=["clear", "pending"])
@pytest.mark.parametrize("case", CASES)
def test_calls_from_within_calls(child, case, pending):
    body = CASES[case]
    if pending and "PENDING" not in body:
        pytest.skip("the outer call of this case is not made with an exception pending")
    body = body.replace("PENDING", "fail()" if pending else "pass")
    end = "assert taken()" if pending else ""
    lines = "\n".join(line[8:] for line in body.splitlines())
    assert child(f"{PRELUDE}\n{lines}\n{end}\nassert count\nprint('done')").strip() == "done"
