"""What the public headers of this interpreter have is declared, or listed in the file of its header with the reason why not."""

from __future__ import annotations

import sysconfig
from pathlib import Path

import pytest

from ptrstate import capi
from ptrstate.audit.headers import Headers, NoCompilerError, Symbol, coverage, declared_for, left_out, main, reason
from ptrstate.contract import RUNNING, parse_version
from ptrstate.declaration import Declaration

INCLUDE = Path(sysconfig.get_path("include"))

@pytest.fixture(scope="module")
def symbols() -> list[Symbol]:
    try:
        headers = Headers(INCLUDE)
        found = headers.symbols()
    except NoCompilerError as error:
        pytest.skip(f"the headers cannot be read: {error}")
    assert headers.version == RUNNING
    return found


def test_no_public_name_is_forgotten(symbols):
    found = coverage(symbols, RUNNING)
    assert [f"{s.header}.h: {s.text}" for s in found["missing"]] == []


def test_nearly_all_functions_over_objects_are_declared(symbols):
    functions = [s for s in symbols if s.kind == "function" and s.objects]
    assert len(functions) > 650
    assert len(coverage(functions, RUNNING)["declared"]) >= 0.95 * len(functions)


def test_the_headers_are_read(symbols):
    kinds = {symbol.name: (symbol.kind, symbol.header, symbol.objects) for symbol in symbols}
    assert kinds["PyList_Append"] == ("function", "listobject", True)
    assert kinds["PyTuple_SetItem"][:2] == ("function", "tupleobject")
    assert kinds["PyUnicode_AsUCS4"][:2] == ("function", "unicodeobject")
    assert kinds["PyOS_strtol"] == ("function", "longobject", False)
    assert kinds["PyList_GET_ITEM"][:2] == ("macro", "listobject")
    assert kinds["PyExc_ValueError"] == ("data", "pyerrors", True)
    assert kinds["Py_None"] == ("data", "object", True)
    assert kinds["PyMarshal_WriteObjectToString"][:2] == ("function", "marshal")
    assert "_PyObject_GetDictPtr" not in kinds


def test_a_declaration_names_the_header_that_has_it(symbols):
    headers = {symbol.name: symbol.header for symbol in symbols}
    there = {name: (header, headers[name]) for name, header in declared_for(RUNNING).items() if header and name in headers}
    assert {name: pair for name, pair in there.items() if pair[0] != pair[1]} == {}


def test_the_limited_api_is_what_the_headers_show(symbols):
    """The headers may show a function to an older limited API than the one that was promised to have it, never to a newer one."""
    shown = {(3, minor): Headers(INCLUDE).limited((3, minor)) for minor in range(2, RUNNING[1] + 1)}
    here = {s.name for s in symbols if s.kind == "function"}
    wrong = {}
    for name, declaration in capi.declarations().items():
        if name not in here or not isinstance(declaration, Declaration):
            continue
        first = next((version for version, names in shown.items() if name in names), None)
        declared = declaration.contract().limited_api
        if declared is None and first is not None:
            wrong[name] = f"the limited API of 3.{first[1]} has it"
        elif declared is not None and parse_version(declared) <= RUNNING and (first is None or first > parse_version(declared)):
            wrong[name] = f"the limited API of {declared} does not have it"
    assert not wrong


def test_what_is_declared_is_not_left_out():
    names = {name for names in left_out().values() for name in names}
    assert not names & set(declared_for(RUNNING))


def test_a_pattern_leaves_out_no_function_over_objects():
    quiet = Symbol("Py_UNICODE_ISALPHA", "macro", "unicodeobject", "", objects=False)
    loud = Symbol("Py_UNICODE_OF", "function", "unicodeobject", "", objects=True)
    names = {"unicodeobject": {"Py_UNICODE_*": "about characters"}}
    assert reason(quiet, names) == "about characters"
    assert reason(loud, names) is None
    assert reason(loud, {"unicodeobject": {"Py_UNICODE_OF": "for once"}}) == "for once"
    assert reason(quiet, {"object": {"Py_*": "not in this header"}}) is None


def test_a_function_of_another_version_says_so():
    later = next(n for n, d in capi.declarations().items() if isinstance(d, Declaration) and not d.contract().available(RUNNING))
    with pytest.raises(AttributeError, match=rf"^{later} is not in CPython {RUNNING[0]}\.{RUNNING[1]}: it (came|went) with"):
        getattr(capi, later)


def test_the_command_prints_the_figures_and_the_reasons(symbols, capsys):
    assert main(["--left-out"]) == 0
    printed = capsys.readouterr().out
    assert "functions with an object" in printed
    assert "pyerrors.h: Py_FatalError: ends the process" in printed


def test_folders_without_headers_are_named(tmp_path):
    with pytest.raises(NoCompilerError, match=r"has no Python\.h"):
        Headers(tmp_path)
