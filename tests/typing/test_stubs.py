"""The generated stubs: nobody has to write them, and nobody can forget to."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ptrstate import BorrowedPtr, capi, cli, emit

ROOT = Path(__file__).resolve().parents[2]
REGENERATE = "the declarations have changed since the stubs were written; run: ptrstate emit stubs --out stubs"

LIBRARY = '''
"""A library of one's own."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

from ptrstate import BorrowedPtr, OwnedPtr, Slot, Status, c_function, capi, prototype
from ptrstate.pointees import Pointee, PyListObject
from ptrstate.vocabulary import CInt, IfNull, Null, Py_ssize_t

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 3
NAMES = {"one": 1}
Handles = list[OwnedPtr]
_hidden = json


class counter(Pointee):
    """A counter."""

    spelling = "counter *"

    def doubled(self, by: int = 2, *, names: Sequence[str] = ()) -> list[int]:
        return [by for _ in names]


@c_function(since="3.12")
def counter_next(counter: BorrowedPtr[PyListObject], /) -> Annotated[CInt, Null("never")]:
    """Count."""
    raise NotImplementedError


@c_function(until="3.13")
def counter_free(counter: Annotated[BorrowedPtr | None, IfNull("skip")], /) -> None:
    raise NotImplementedError


@c_function(until="3.10")
def counter_old(counter: BorrowedPtr, /) -> None:
    raise NotImplementedError


@prototype
def PyList_First(list: BorrowedPtr[PyListObject], index: Py_ssize_t) -> OwnedPtr | None:
    """Return the first item."""
    return None


if sys.platform == "linux":

    def plain(x: int, *rest: str, key: str = "a") -> Sequence[int]:
        return [x]


def _private() -> None:
    pass
'''

STUB = '''
# Generated from the declarations by `ptrstate emit stubs`; do not edit.
"""A library of one's own."""

import sys
from collections.abc import Sequence

from ptrstate import BorrowedPtr, OwnedPtr
from ptrstate.pointees import Pointee, PyListObject
from ptrstate.vocabulary import CInt, Py_ssize_t

MOST: int

NAMES: dict[str, int]

Handles = list[OwnedPtr]

class counter(Pointee):
    """A counter."""
    spelling = 'counter *'

    def doubled(self, by: int=2, *, names: Sequence[str]=...) -> list[int]:
        ...

if sys.version_info >= (3, 12):
    def counter_next(counter: BorrowedPtr[PyListObject], /) -> CInt:
        """Count."""

if sys.version_info < (3, 13):
    def counter_free(counter: BorrowedPtr | None, /) -> None: ...

def PyList_First(list: BorrowedPtr[PyListObject], index: Py_ssize_t, /) -> OwnedPtr | None:
    """Return the first item."""

if sys.platform == 'linux':
    def plain(x: int, *rest: str, key: str='a') -> Sequence[int]:
        ...
'''


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with a library of one's own, importable as ``own_library``."""
    (tmp_path / "own_library.py").write_text(LIBRARY)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("own_library", "own_broken", "elsewhere"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return tmp_path


def test_the_stubs_are_what_the_declarations_make() -> None:
    drift = emit.drift(ROOT / "stubs", emit.files("stubs", []))
    assert not drift, REGENERATE + "\n" + "\n".join("\n".join(text.splitlines()[:40]) for text in drift.values())


def in_this_version(statements: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements that hold for the running interpreter."""
    for statement in statements:
        if isinstance(statement, ast.If):
            holds = eval(ast.unparse(statement.test), {"sys": sys})
            yield from in_this_version(statement.body if holds else statement.orelse)
        else:
            yield statement


def test_the_stub_has_what_this_interpreter_has() -> None:
    stub = ast.parse((ROOT / "stubs" / "ptrstate" / "capi" / "__init__.pyi").read_text())
    functions, data = {}, set()
    for statement in in_this_version(stub.body):
        if isinstance(statement, ast.FunctionDef) and statement.name != "declarations":
            arguments = statement.args
            assert not arguments.args, f"{statement.name}: C functions take positional arguments only"
            functions[statement.name] = [a.arg for a in arguments.posonlyargs] + [f"*{a.arg}" for a in [arguments.vararg] if a]
        elif isinstance(statement, ast.AnnAssign):
            data.add(ast.unparse(statement.target))
    bound = {name: getattr(capi, name) for name in dir(capi)}
    assert {name for name, value in bound.items() if isinstance(value, BorrowedPtr)} == data
    signatures = {
        name: [str(p).partition(":")[0] for p in inspect.signature(value).parameters.values()]
        for name, value in bound.items()
        if name not in data
    }
    assert signatures == functions


def test_a_library_of_ones_own(library: Path) -> None:
    assert cli.main(["emit", "stubs", "--out", "stubs", "own_library"]) == 0
    assert (library / "stubs" / "own_library.pyi").read_text() == STUB.lstrip()


def test_check_writes_nothing_and_names_the_command(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["emit", "stubs", "--out", "stubs", "own_library"]
    assert cli.main([*command, "--check"]) == 1
    assert "run: ptrstate emit stubs --out stubs own_library" in capsys.readouterr().out
    assert not (library / "stubs").exists()
    assert cli.main(command) == 0
    assert cli.main([*command, "--check"]) == 0
    stub = library / "stubs" / "own_library.pyi"
    stub.write_text(stub.read_text().replace("PyList_First", "PyList_Last"))
    capsys.readouterr()
    assert cli.main([*command, "--check"]) == 1
    assert "-def PyList_Last" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("module", "why"),
    [
        ("no_such_module", "no_such_module"),
        ("textwrap", "declares no C function"),
        ("math", "no source"),
        ("own_broken", "boom"),
        ("own_empty.py", "declares no C function"),
    ],
)
def test_what_cannot_be_done_is_said(library: Path, module: str, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    (library / "own_broken.py").write_text("raise ValueError('boom')\n")
    (library / "own_empty.py").touch()
    assert cli.main(["emit", "stubs", "--out", "stubs", module]) == 2
    error, hint, _ = capsys.readouterr().err.split("\n")
    assert why in error
    assert hint.startswith("hint: ")


def test_names_that_collide_are_refused(library: Path) -> None:
    (library / "elsewhere.py").write_text("from ptrstate.pointees import Pointee\nclass Status(Pointee): ...\n")
    text = LIBRARY.replace("import json", "import elsewhere").replace("_hidden = json", "")
    text = text.replace("OwnedPtr | None:", "OwnedPtr[elsewhere.Status] | None:")
    (library / "own_library.py").write_text(text)
    with pytest.raises(ValueError, match="two things are called Status"):
        emit.files("stubs", ["own_library"])
