"""Ends that no block sees: a thread's, a fork's, the interpreter's, and the sleep of a generator.  Nothing is lost, nothing alarmed."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap

import pytest

PRELUDE = """
import asyncio, contextlib, os, sys, threading
from ptrstate import borrow, capi, ledger, or_raise, own, scope
from ptrstate.errors import OwnershipError

class Thing: pass

def fail():
    assert capi.PyList_GetItem(borrow([]), 0) is None

def outcome(function):
    try:
        function()
    except OwnershipError as error:
        return error.code
    return "fine"
"""


@pytest.fixture
def program(child):
    return lambda body: child(PRELUDE + textwrap.dedent(body)).split()


def test_an_exception_pending_at_the_end_of_a_thread_comes_out_in_the_ledger(program):
    body = """
    def watched():
        with ledger():
            thread = threading.Thread(target=fail)
            thread.start()
            thread.join()
    print(outcome(watched))
    """
    assert program(body) == ["PS011"]


def test_an_exception_pending_at_the_end_of_a_thread_is_reported_without_a_ledger():
    body = PRELUDE + "thread = threading.Thread(target=fail); thread.start(); thread.join()"
    done = subprocess.run([sys.executable, "-c", body], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0
    assert "PS011" in done.stderr


def test_threads_have_books_of_their_own_and_share_the_ledger(program):
    body = """
    def work(count):
        for _ in range(count):
            own(Thing()).drop()
    with ledger() as book:
        threads = [threading.Thread(target=work, args=(1000,)) for _ in range(8)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        print(book.created, book.ended, len(book.live))
    """
    assert program(body) == ["8000", "8000", "0"]


def test_a_thread_ends_with_a_suspended_scope_that_another_closes(program):
    body = """
    import sys
    thing = Thing()
    before = sys.getrefcount(thing)
    def block():
        with scope():
            yield own(thing)
    generators = []
    def start():
        generators.append(block())
        next(generators[0])
    thread = threading.Thread(target=start)
    thread.start()
    thread.join()
    generators.pop().close()
    print(sys.getrefcount(thing) - before)
    """
    assert program(body) == ["0"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform does not fork")
def test_a_child_is_not_answerable_to_the_ledger_of_a_thread_it_does_not_have(program):
    body = """
    opened, forked = threading.Event(), threading.Event()
    def other():
        with ledger():
            opened.set()
            forked.wait()
    thread = threading.Thread(target=other)
    thread.start()
    opened.wait()
    child = os.fork()
    if child == 0:
        pointer = own(Thing())
        with ledger() as book:
            own(Thing()).drop()
            created = book.created
        os._exit(0 if created == 1 and outcome(pointer.drop) == "fine" else 3)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    forked.set()
    thread.join()
    """
    assert program(body) == ["0"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform does not fork")
@pytest.mark.parametrize("ends", ["pointer.drop()", "pass"])
def test_a_fork_copies_the_book_and_each_side_balances_its_own(program, ends):
    body = f"""
    def watched(ends):
        with ledger():
            pointer = own(Thing())
            child = os.fork()
            if child == 0:
                {ends}
            else:
                pointer.drop()
        return child
    try:
        child, code = watched(None), "fine"
    except OwnershipError as error:
        child, code = 0, error.code
    if child == 0:
        os._exit({{"fine": 0, "PS006": 6}}[code])
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), code)
    """
    assert program(body) == ["0" if ends == "pointer.drop()" else "6", "fine"]


def test_what_others_make_while_a_generator_sleeps_is_not_its_scopes(program):
    body = """
    def block():
        with scope():
            yield own(Thing())
            yield own(Thing())
    generator = block()
    inside = next(generator)
    mine = own(Thing())
    inside_too = next(generator)
    generator.close()
    print(outcome(mine.borrow), outcome(inside.borrow), outcome(inside_too.borrow))
    mine.drop()
    """
    assert program(body) == ["fine", "PS001", "PS001"]


def test_what_others_leak_while_a_generator_sleeps_is_not_masked(program):
    body = """
    def block():
        with scope():
            yield
    def watched():
        with ledger():
            generator = block()
            next(generator)
            leaked = own(Thing())
            generator.close()
    print(outcome(watched))
    """
    assert program(body) == ["PS006"]


def test_a_context_manager_made_of_a_generator_lends_its_scope(program):
    body = """
    @contextlib.contextmanager
    def block():
        with scope():
            yield
    @contextlib.asynccontextmanager
    async def asynchronous():
        with scope():
            yield
    with block():
        first = own(Thing())
    with contextlib.ExitStack() as stack:
        stack.enter_context(block())
        second = own(Thing())
    async def main():
        async with asynchronous():
            return own(Thing())
    print(outcome(first.borrow), outcome(second.borrow), outcome(asyncio.run(main()).borrow))
    """
    assert program(body) == ["PS001", "PS001", "PS001"]


def test_a_block_lent_to_a_generator_sleeps_with_it(program):
    body = """
    @contextlib.contextmanager
    def block():
        with scope():
            yield
    def generator():
        with block():
            yield own(Thing())
    running = generator()
    inside = next(running)
    mine = own(Thing())
    running.close()
    print(outcome(mine.drop), outcome(inside.borrow))
    """
    assert program(body) == ["fine", "PS001"]


def test_tasks_that_take_turns_have_scopes_of_their_own(program):
    body = """
    async def work(left):
        with scope():
            pointer = own(Thing())
            await asyncio.sleep(0)
            other = own(Thing())
            await asyncio.sleep(0.001 * left)
            assert outcome(pointer.borrow) == outcome(other.borrow) == "fine"
        return outcome(pointer.borrow), outcome(other.borrow)
    async def main():
        return await asyncio.gather(*(work(left) for left in (3, 1, 2)))
    print({code for codes in asyncio.run(main()) for code in codes})
    """
    assert program(body) == ["{'PS001'}"]


def test_an_exception_pending_at_exit_is_reported():
    done = subprocess.run([sys.executable, "-c", PRELUDE + "fail()"], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0
    assert "PS011" in done.stderr
    assert "IndexError" in done.stderr


def test_a_ledger_that_nobody_closed_is_reported_at_exit():
    body = PRELUDE + "book = ledger(); book.__enter__(); pointer = own(Thing())"
    done = subprocess.run([sys.executable, "-c", body], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0
    assert "PS006" in done.stderr


def test_exit_with_handles_in_globals_cycles_and_threads_says_nothing():
    body = (
        PRELUDE
        + textwrap.dedent("""
    pointer, items = own(Thing()), own([Thing()])
    item = capi.PyList_GetItem(items.borrow(), 0)
    raw = own(Thing()).into_raw()
    class Cycle: pass
    cycle = Cycle()
    cycle.me, cycle.pointer = cycle, own(Thing())
    def wait():
        with scope():
            kept = own(Thing())
            threading.Event().wait()
    threading.Thread(target=wait, daemon=True).start()
    def suspended():
        with scope():
            yield own(Thing())
    generator = suspended()
    next(generator)
    """)
    )
    command = [sys.executable, "-X", "faulthandler", "-c", body]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(sys.version_info < (3, 12), reason="functions are watched since 3.12")
def test_a_watcher_that_an_end_at_exit_calls_leaves_the_exception_that_is_pending():
    body = (
        PRELUDE
        + textwrap.dedent("""
    import contextvars, types
    capi.PyFunction_AddWatcher(lambda *_: 0)
    @types.coroutine
    def pause(): yield
    async def waiting(): await pause()
    left = waiting()
    left.send(None)
    contextvars.ContextVar("kept").set(left)
    del left, pause  # the function ends while the coroutine is closed by its deallocation
    """)
    )
    command = [sys.executable, "-X", "faulthandler", "-c", body]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("first", ["import ptrstate", "pass"])
def test_a_subinterpreter_is_refused_and_leaves_the_main_one_as_it_was(child, first):
    pytest.importorskip("_testcapi")
    body = f"""
    {first}
    from _testcapi import run_in_subinterp
    run_in_subinterp("try: import ptrstate\\nexcept ImportError as error: print(type(error).__name__)")
    from ptrstate import capi, own
    with own([1]) as pointer:
        capi.PyList_Append(pointer.borrow(), pointer.borrow())
        pointer.to_python().clear()
        print("fine")
    try:
        pointer.drop()
    except Exception as error:
        print(error.code)
    """
    assert child(body).split() == ["ImportError", "fine", "PS002"]
