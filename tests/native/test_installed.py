"""Functions that the interpreter calls at its worst moments: collections, unwinding, other threads, its own end."""

from __future__ import annotations

import pytest

PRELUDE = """
import gc, sys, threading
from typing import Annotated
from ptrstate import BorrowedPtr, OwnedPtr, Status, borrow, capi, install, ledger, or_raise, own, prototype
from ptrstate.install import Visit
from ptrstate.pointees import PyDictObject, PyTupleObject
from ptrstate.vocabulary import Address, CInt, IfNull, Null

Keywords = Annotated[BorrowedPtr[PyDictObject] | None, IfNull("default")]
counts = {"dealloc": 0, "finalize": 0, "traverse": 0, "clear": 0}

@prototype
def init(self: BorrowedPtr, args: BorrowedPtr[PyTupleObject], kwargs: Keywords, /) -> Status:
    old = install.field(self, "item").replace(or_raise(capi.PyTuple_GetItem(args, 0)).to_owned())
    if old is not None:
        old.drop()
    return Status.OK

@prototype
def dealloc(self: BorrowedPtr, /) -> None:
    counts["dealloc"] += 1
    install.field(self, "item").clear()

@prototype
def finalize(self: BorrowedPtr, /) -> None:
    counts["finalize"] += 1
    or_raise(capi.PyObject_Repr(self)).drop()

@prototype
def traverse(self: BorrowedPtr, visit: Visit, arg: Address, /) -> CInt:
    counts["traverse"] += 1
    garbage = [[[i]] for i in range(50)]
    item = install.field(self, "item").borrow()
    return 0 if item is None else visit(item, arg)

@prototype
def clear(self: BorrowedPtr, /) -> None:
    counts["clear"] += 1
    install.field(self, "item").clear()

@prototype
def item(self: BorrowedPtr, /) -> OwnedPtr | None:
    found = install.field(self, "item").borrow()
    return (borrow(None) if found is None else found).to_owned()

Node = install.heap_type("demo.Node", {
    "tp_init": init, "tp_dealloc": dealloc, "tp_finalize": finalize, "tp_traverse": traverse, "tp_clear": clear,
}, fields=("item",), getset={"item": item}, subclassable=True)
"""

CASES = {
    "every allocation collects": """
        gc.collect()
        gc.freeze()
        gc.set_threshold(1)
        for _ in range(8):
            node = Node(None)
            node.__init__(Node(node))
            del node
        gc.set_threshold(700)
        gc.collect()
        assert counts["dealloc"] == 16, counts
        """,
    "a long chain": """
        chain = None
        for _ in range(3000):
            chain = Node(chain)
        del chain
        assert counts["dealloc"] == 3000, counts
        """,
    "an exception unwinds through the end": """
        def fails():
            local = Node(object())
            raise KeyError("mine")
        for _ in range(3):
            try:
                fails()
            except KeyError as error:
                assert error.args == ("mine",)
        gc.collect()
        assert counts["dealloc"] == 3, counts
        """,
    "an exception of C's unwinds through a capsule": """
        seen = []
        @prototype
        def destroy(capsule: BorrowedPtr, /) -> None:
            seen.append(or_raise(capi.PyCapsule_GetPointer(capsule, "a.b")))
        def fails():
            local = or_raise(capi.PyCapsule_New(5, "a.b", install.capsule_destructor(destroy)))
            capsule = local.to_python()
            local.drop()
            del local
            raise KeyError("mine")
        try:
            fails()
        except KeyError as error:
            assert error.args == ("mine",)
            error.__traceback__ = None
        assert seen == [5], seen
        """,
    "a plain function is a destructor too": """
        seen = []
        def fails():
            local = or_raise(capi.PyCapsule_New(5, "a.b", lambda capsule: seen.append(1)))
            capsule = local.to_python()
            local.drop()
            del local
            raise KeyError("mine")
        try:
            fails()
        except KeyError as error:
            assert error.args == ("mine",)
            error.__traceback__ = None
        assert seen == [1], seen
        """,
    "a failed call lets a capsule go": """
        seen = []
        @prototype
        def destroy(capsule: BorrowedPtr, /) -> None:
            seen.append(or_raise(capi.PyCapsule_GetPointer(capsule, "a.b")))
        def made(destructor):
            with or_raise(capi.PyCapsule_New(5, "a.b", destructor)) as pointer:
                return pointer.to_python()
        for destructor in (install.capsule_destructor(destroy), destroy, lambda capsule: seen.append(5)):
            try:
                int(made(destructor))
            except TypeError as error:
                assert "int() argument" in str(error)
        assert seen == [5, 5, 5], seen
        """,
    "a plain destructor takes a reference": """
        kept = []
        def destroy(capsule):
            capsule.to_owned().drop()
            kept.append(capsule)
        or_raise(capi.PyCapsule_New(5, "a.b", destroy)).drop()
        try:
            kept[0].to_python()
        except Exception as error:
            assert error.code == "PS004", error
        else:
            raise AssertionError
        """,
    "threads": """
        node = Node("shared")
        def work():
            for _ in range(200):
                assert node.item == "shared"
                Node(Node(None))
        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads: thread.start()
        while any(thread.is_alive() for thread in threads):
            gc.collect()
        for thread in threads: thread.join()
        assert counts["dealloc"] == 1600, counts
        """,
    "another thread collects in the middle of an end": """
        asked, ended = threading.Event(), threading.Event()
        def collect():
            gc.collect()
            asked.set()
        other = threading.Thread(target=collect)
        @prototype
        def traverse(self: BorrowedPtr, visit: Visit, arg: Address, /) -> CInt:
            asked.set()
            ended.wait()
            return 0
        @prototype
        def dealloc(self: BorrowedPtr, /) -> None:
            counts["dealloc"] += 1
            install.field(self, "item").borrow()
            other.start()
            asked.wait()
        gc.disable()
        Slow = install.heap_type("demo.Slow", {"tp_traverse": traverse, "tp_dealloc": dealloc}, fields=("item",))
        Slow()
        ended.set()
        other.join()
        assert counts["dealloc"] == 1, counts
        """,
    "an init from within an init": """
        class Again:
            def __del__(self):
                node.__init__(7)
        node = Node(Again())
        node.__init__(1)
        gc.collect()
        assert node.item == 7, node.item
        """,
    "a subclass with a finaliser": """
        class Child(Node):
            def __del__(self):
                counts["finalize"] += 100
                super().__del__() if hasattr(super(), "__del__") else None
        child = Child(None)
        child.__init__(child)
        del child
        gc.collect()
        assert counts["finalize"] >= 100 and counts["dealloc"] == 1, counts
        """,
    "traversal that is not the collector's": """
        gc.disable()
        node = Node([1])
        before = counts["traverse"]
        assert gc.get_referents(node)[1:] == [[1]]
        assert counts["traverse"] == before + 1
        assert node in gc.get_referrers(node.item)
        """,
    "a callback removed": """
        gc.callbacks.clear()
        node = Node(None)
        node.__init__(Node(node))
        del node
        gc.collect()
        assert counts["dealloc"] == 2, counts
        """,
    "alive at the exit": """
        left = Node(None)
        left.__init__(Node(left))
        sys.left = Node(sys)
        capsule = or_raise(capi.PyCapsule_New(5, "a.b", install.capsule_destructor(finalize))).to_python()
        """,
    "an exit from within": """
        class Exits:
            def __del__(self):
                raise SystemExit(3)
        sys.unraisablehook = lambda told: None
        node = Node(Exits())
        del node
        gc.collect()
        assert counts["dealloc"] == 1
        """,
}


@pytest.mark.parametrize("case", CASES)
def test_the_interpreter_survives(child, case):
    lines = "\n".join(line[8:] for line in CASES[case].splitlines())
    assert child(f"{PRELUDE}\n{lines}\nprint('done')").strip() == "done"
