"""Reports: what is in them, that no object can break one, and how they look in colour."""

from __future__ import annotations

import gc
import io
import pickle
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

from ptrstate import BorrowedPtr, Slot, borrow, capi, checks, ledger, or_raise, own, prototype
from ptrstate._native import core
from ptrstate.errors import CODES, BorrowOutlivesOwnerError, LeakError, OwnershipError, StateMismatchError, UseAfterDropError
from ptrstate.pointees import PyDictObject
from ptrstate.violations import colour
from ptrstate.violations.explain import page
from ptrstate.violations.report import describe

RUNNER = Path(__file__).resolve().parents[1] / "golden" / "run_example.py"


@pytest.fixture(autouse=True)
def _nothing_pending() -> Iterator[None]:
    yield
    core.take_pending()


def refused(pointer: Any) -> str:
    """Return the report of an owned pointer passed where a borrow is taken."""
    with pytest.raises(StateMismatchError) as caught:
        capi.PyList_Size(pointer)
    return str(caught.value)


# ---- every field that applies is filled --------------------------------------------------------------------------------------

FIELDS = {
    "PS001": "pointer used created ended expected seen help",
    "PS002": "pointer used created ended expected seen help",
    "PS003": "pointer used created ended expected seen help",
    "PS004": "pointer used created borrowed ended expected seen help owner",
    "PS005": "pointer used created borrowed ended expected seen help owner",
    "PS006": "pointer created seen help leaks",
    "PS007": "used expected seen help",
    "PS008": "used created expected seen help exception",
    "PS009": "used expected seen help",
    "PS010": "used created expected seen help exception",
    "PS011": "created expected seen help exception",
    "PS012": "pointer used borrowed expected seen help",
    "PS013": "pointer used borrowed expected seen help",
    "PS014": "used expected seen help exception",
    "PS015": "pointer used created borrowed ended expected seen help",
    "PS016": "pointer used created expected seen help",
    "PS017": "pointer used created expected seen help",
    "PS018": "pointer used borrowed expected seen help",
    "PS019": "pointer used created expected seen help",
    "PS020": "pointer used created expected seen help",
    "PS101": "pointer used borrowed expected seen help owner",
    "PS102": "used created expected seen help exception",
}
"""What the report of each page's example has to hold; ``created`` is where an exception was set, if one is the matter."""


def test_fields_are_known_for_every_code() -> None:
    assert set(FIELDS) == set(CODES)


@pytest.mark.parametrize("code", sorted(FIELDS))
def test_every_field_that_applies_is_filled(code: str, tmp_path: Path) -> None:
    program = tmp_path / "example.py"
    program.write_text(page(code).split("```python\n")[1].split("```\n")[0], encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(RUNNER), "fields", str(program)], capture_output=True, text=True, check=False, timeout=60
    )
    missing = {"code", *FIELDS[code].split()} - set(done.stdout.split())
    assert not missing, done.stdout + done.stderr


def test_a_dropped_pointer_is_not_shown_with_the_object_that_took_its_place() -> None:
    class Something:
        def __init__(self, name: str) -> None:
            self.name = name

        def __repr__(self) -> str:
            return f"called {self.name}"

    first = own(Something("first"))
    first.drop()
    second = own(Something("second"))
    with second, pytest.raises(UseAfterDropError) as caught:
        first.borrow()
    assert "second" not in str(caught.value)


def test_an_object_that_ends_its_pointer_while_it_is_shown() -> None:
    class Ends:
        def __repr__(self) -> str:
            while kept:
                kept.pop().drop()
            return "ends"

    kept: list[Any] = []
    with pytest.raises(LeakError, match="ends"), ledger() as book:
        kept += [own(Ends()) for _ in range(100)]
    assert book.live == []


def test_what_a_borrow_keeps_alive_is_shown() -> None:
    thing = borrow(["in sight"])
    with own([None]) as items, pytest.raises(StateMismatchError) as caught:
        capi.PyList_SetItem(items.borrow(), 0, thing)  # type: ignore[arg-type]
    assert "in sight" in str(caught.value)


def test_a_borrow_from_a_slot_tells_where_the_slot_changed() -> None:
    slot: Slot = Slot()
    slot.put(own(["spam"]))
    borrowed = slot.borrow()
    assert borrowed is not None
    slot.clear()
    with pytest.raises(BorrowOutlivesOwnerError) as caught:
        borrowed.to_python()
    assert caught.value.report.ended is not None
    assert caught.value.report.ended.text == "slot.clear()"


def test_the_file_of_the_program_is_named_and_not_one_of_ptrstate() -> None:
    first = own("spam")
    text = or_raise(capi.PyUnicode_AsUTF8(first.borrow()))
    first.drop()
    with pytest.raises(OwnershipError) as caught:
        bytes(text)
    assert caught.value.report.used is not None
    assert caught.value.report.used.file == __file__


def test_an_object_of_the_interpreter_is_borrowed_where_the_program_asks_for_it() -> None:
    with own([1]) as items, pytest.raises(StateMismatchError) as caught:
        capi.PyList_SetItem(items.borrow(), 0, capi.Py_True)  # type: ignore[arg-type]
    began = caught.value.report.borrowed or caught.value.report.created
    assert began is not None
    assert began.file == __file__


def test_without_sites_a_report_still_names_the_function() -> None:
    with checks("light"), own([1]) as pointer:
        report = refused(pointer)
    assert "PyList_Size, parameter `list`" in report
    assert "-->" not in report


def test_a_violation_survives_pickling() -> None:
    pointer = own(["spam"])
    pointer.drop()
    with pytest.raises(UseAfterDropError) as caught:
        pointer.borrow()
    other = pickle.loads(pickle.dumps(caught.value))
    assert type(other) is UseAfterDropError
    assert str(other) == str(caught.value)
    assert other.report.used.line == caught.value.report.used.line  # type: ignore[union-attr]


# ---- no object can break a report --------------------------------------------------------------------------------------------


class Raises:
    def __repr__(self) -> str:
        msg = "no"
        raise ValueError(msg)


class Dreadful(BaseException):
    """Nobody's ``except Exception`` catches this."""


class RaisesWorse:
    def __repr__(self) -> str:
        raise Dreadful


class Recurses:
    def __repr__(self) -> str:
        return repr(self)


class Huge:
    def __repr__(self) -> str:
        return "x" * 10_000_000


class ReturnsNoText:
    def __repr__(self) -> str:
        return 3  # type: ignore[return-value]


class OddText(str):
    __slots__ = ()

    def split(self, *_: Any) -> NoReturn:  # type: ignore[override]
        msg = "odd"
        raise ValueError(msg)

    startswith = split
    __len__ = split  # type: ignore[assignment]


class ReturnsOddText:
    def __repr__(self) -> str:
        return OddText("spam")


class ManyLines:
    def __repr__(self) -> str:
        return "one\nPS001: two\r\n   help: three"


class Controls:
    def __repr__(self) -> str:
        return "\x1b[2J\x07 red \x00"


class LoneSurrogate:
    def __repr__(self) -> str:
        return "\ud800"


class NamelessType(type):
    @property
    def __name__(cls) -> str:  # type: ignore[override]
        msg = "no name"
        raise ValueError(msg)


class Nameless(metaclass=NamelessType):
    __slots__ = ()


class Impostor(list):  # type: ignore[type-arg]
    """Something that ``reprlib`` takes for a list by its name."""

    def __len__(self) -> int:
        raise Dreadful

    def __iter__(self) -> Iterator[Any]:
        raise Dreadful


Impostor.__name__ = "list"


class LeavesAnError:
    def __repr__(self) -> str:
        capi.PyList_GetItem(borrow([]), 5)
        return "spam"


class Lies:
    @property
    def __class__(self) -> type:  # type: ignore[override]
        raise Dreadful


def nested() -> list[Any]:
    itself: list[Any] = []
    itself.append(itself)
    return itself


STRANGE: dict[str, Callable[[], Any]] = {
    "raises": Raises,
    "raises a BaseException": RaisesWorse,
    "recurses": Recurses,
    "huge": Huge,
    "returns no text": ReturnsNoText,
    "returns odd text": ReturnsOddText,
    "many lines": ManyLines,
    "control characters": Controls,
    "lone surrogate": LoneSurrogate,
    "nameless type": lambda: Nameless(),  # noqa: PLW0108, RUF100
    "impostor": Impostor,
    "leaves an error": LeavesAnError,
    "lies about its class": Lies,
    "holds itself": nested,
    "huge int": lambda: 10**6000,
    "huge str": lambda: "y" * 10_000_000,
    "huge dict": lambda: dict.fromkeys(range(1_000_000)),
    "odd str": lambda: {"\udfff": "\x1b"},
}


@pytest.mark.parametrize("kind", STRANGE)
def test_no_object_breaks_a_report(kind: str) -> None:
    with own(STRANGE[kind]()) as pointer, ledger() as book:
        report = refused(pointer)
        for violation in book.violations:
            book.forgive(violation)
    lines = report.splitlines()
    assert lines[0] == "PS012: a pointer of the wrong state"
    assert len(lines) == 9
    assert max(map(len, lines)) < 160
    assert all(line.isprintable() for line in lines)
    assert report.encode()


@pytest.mark.parametrize("kind", STRANGE)
def test_no_object_breaks_the_report_of_a_leak(kind: str) -> None:
    thing = STRANGE[kind]()
    with pytest.raises(OwnershipError) as caught, ledger():
        pointer = own(thing)
    with pointer:
        codes = {line.split(":")[0] for line in str(caught.value).splitlines() if line.startswith("PS")}
        assert codes <= {"PS006", "PS011"}


def test_an_object_with_unset_items_does_not_break_a_report(child: Callable[[str], str]) -> None:
    output = child("""
        from ptrstate import capi, or_raise
        with or_raise(capi.PyList_New(2)) as pointer:
            try:
                capi.PyList_Append(pointer, pointer)
            except Exception as error:
                print(error)
    """)
    assert output.startswith("PS012: ")


def test_a_pending_exception_that_cannot_be_shown_does_not_break_a_report() -> None:
    class UnspeakableError(Exception):
        def __str__(self) -> str:
            raise Dreadful

        __repr__ = __str__

    core.set_pending(UnspeakableError())
    with pytest.raises(OwnershipError) as caught:
        capi.PyList_Append(borrow([]), borrow(1))
    assert caught.value.code == "PS008"


def test_describe_says_the_type_where_the_text_does_not() -> None:
    assert describe(3) == "<int 3>"
    assert describe([1, 2]) == "<list [1, 2]>"


def test_describe_does_not_repeat_the_type() -> None:
    assert describe(IndexError("out of range")) == "<IndexError('out of range')>"


# ---- in colour ---------------------------------------------------------------------------------------------------------------


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def violation() -> OwnershipError:
    with own(["[red]not markup[/red]"]) as pointer, pytest.raises(StateMismatchError) as caught:
        capi.PyList_Size(pointer)  # type: ignore[arg-type]
    return caught.value


def test_colours_change_no_character(violation: OwnershipError) -> None:
    assert colour.coloured(str(violation)).plain == str(violation)


def test_no_terminal_gets_plain_text(violation: OwnershipError) -> None:
    file = io.StringIO()
    colour.show(violation, file)
    assert file.getvalue() == f"{violation}\n"
    file = io.StringIO()
    colour.show(violation.report, file)
    assert file.getvalue() == f"{violation}\n"


def test_a_terminal_gets_colours(violation: OwnershipError, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    file = Terminal()
    colour.show(violation, file)
    assert "\x1b[" in file.getvalue()
    assert "[red]not markup[/red]" in file.getvalue()


def test_a_page_in_a_terminal_has_all_of_its_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "60")
    file = Terminal()
    colour.show_page(page("PS003"), file)
    shown = re.sub(r"\x1b\[[\d;]*m", "", file.getvalue())
    report = page("PS003").split("```text\n")[1].split("```\n")[0]
    assert f"\n\n{report}\n" in shown
    assert "```" not in shown


def test_what_an_aborted_block_leaves_is_called_a_consequence():
    with pytest.raises(ZeroDivisionError) as caught, ledger():
        own([])
        gc.collect()
        kept = own([])
        raise ZeroDivisionError
    forgotten, left = caught.value.__notes__
    assert forgotten.startswith("PS006: a reference that never ended\n")
    assert left.startswith("PS006: a reference that never ended, a consequence of the ZeroDivisionError above\n")
    del kept


def test_what_came_out_once_is_told_once():
    @prototype(raii=False)
    def aborted(item: BorrowedPtr, /) -> None:
        made = own([])
        item.to_owned().drop()
        made.borrow().cast(PyDictObject)
        made.drop()

    with pytest.raises(TypeError) as caught, ledger(), ledger():
        aborted(borrow(1))
    assert len(caught.value.__notes__) == 1
