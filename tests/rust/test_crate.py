"""The emitted crate: what is in it, that it is the same everywhere, and that cargo has nothing to say about it."""

from __future__ import annotations

import ctypes
import re
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest
import toolchain

from ptrstate import capi, cli, emit
from ptrstate.declaration import DataDeclaration
from ptrstate.emit.rust.table import table

GOLDEN = Path(__file__).parent / "golden"
SHOWN = ["PyDict_Next", "PyErr_Occurred", "PyErr_SetString", "PyList_GetItem", "PyList_SetItem", "PyLong_AsLong", "PyTuple_Pack"]
SHOWN += ["PyModule_AddObject", "PyTuple_GET_ITEM", "PyUnicode_AsUTF8", "PyUnicode_READY", "PyExc_PythonFinalizationError"]
"""One function of each kind: of the whole table a golden file would only say that somebody has declared more."""
FEATURES = ["py311", "py312", "py313", "limited-api,py311", "limited-api,py313"]


@pytest.fixture(scope="module")
def texts() -> dict[PurePosixPath, str]:
    return emit.files("rust", ())


def shown(texts: dict[PurePosixPath, str]) -> str:
    """Return the items of SHOWN with their documentation."""
    found = []
    for name in SHOWN:
        for text in texts.values():
            lines = text.splitlines()
            for number, line in enumerate(lines):
                if re.match(rf"\s*pub (?:unsafe )?fn {name}\b", line):
                    first = number
                    while re.match(r"\s*(///|#\[)", lines[first - 1]):
                        first -= 1
                    end = r";$" if line.startswith(" ") else r"^\}$"
                    last = next(i for i in range(number, len(lines)) if re.search(end, lines[i]))
                    found.append("\n".join(lines[first : last + 1]))
    return "\n\n".join(found) + "\n"


def test_the_items_are_as_they_were(texts):
    golden = GOLDEN / "items.rs"
    assert shown(texts) == golden.read_text()


def test_the_text_is_the_same_a_second_time_and_in_another_process(texts, tmp_path):
    assert emit.files("rust", ()) == texts
    command = [sys.executable, "-m", "ptrstate", "emit", "rust", "--out", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    assert {path: (tmp_path / path).read_text() for path in texts} == texts


def test_check_tells_of_drift(tmp_path, capsys):
    assert cli.main(["emit", "rust", "--out", str(tmp_path)]) == 0
    assert cli.main(["emit", "rust", "--out", str(tmp_path), "--check"]) == 0
    changed = tmp_path / "src" / "ffi" / "listobject.rs"
    changed.write_text(changed.read_text().replace("PyList_Append", "PyList_Prepend"))
    capsys.readouterr()
    assert cli.main(["emit", "rust", "--out", str(tmp_path), "--check"]) == 1
    assert "PyList_Append" in capsys.readouterr().out


def test_a_module_without_prototypes_is_refused(capsys):
    assert cli.main(["emit", "rust", "--out", "nowhere", "json"]) == 2
    assert "json" in capsys.readouterr().err


def test_nearly_all_of_the_table_is_emitted(texts):
    made = table(capi.declarations())
    assert made.emitted >= 0.95 * (made.emitted + len(made.omitted))
    listed = texts[PurePosixPath("OMITTED.md")]
    assert all(f"| `{name}` | {reason} |" in listed for name, reason in made.omitted.items())


def test_every_foreign_function_has_its_twin(texts):
    ffi = [text for path, text in texts.items() if path.parent == PurePosixPath("src/ffi")]
    declared = {name for text in ffi for name in re.findall(r"^    pub fn (\w+)", text, re.MULTILINE)}
    compared = {name for text in ffi for name in re.findall(r"^    extern (\w+)$", text, re.MULTILINE)}
    assert declared
    assert declared == compared


def test_every_foreign_function_of_this_version_is_a_symbol():
    made = table(capi.declarations())
    for name, declared in capi.declarations().items():
        if isinstance(declared, DataDeclaration) or name in made.omitted:
            continue
        contract = declared.contract()
        if contract.kind == "function" and contract.available(sys.version_info[:2]):
            assert hasattr(ctypes.pythonapi, name), f"{name} is no symbol of this interpreter: is it a macro?"


def test_every_unsafe_block_says_why(texts):
    for path, text in texts.items():
        lines = text.splitlines()
        for number, line in enumerate(lines):
            if path.suffix == ".rs" and re.search(r"\bunsafe (\{|impl)", line) and not line.lstrip().startswith("//"):
                start = number
                while not re.search(r"^\s*(//|\}|$)|;$", lines[start - 1]):
                    start -= 1
                above = lines[max(0, start - 3) : start]
                assert any("SAFETY" in other for other in above), f"{path}:{number + 1}: {line}"


@pytest.mark.parametrize("features", FEATURES)
def test_cargo_builds_every_version_without_a_warning(emitted, features):
    if not toolchain.found():
        pytest.skip(toolchain.MISSING)
    tool = "clippy" if toolchain.has("clippy") else "check"
    done = toolchain.cargo(emitted, tool, "--all-targets", "--features", features, python=False)
    assert done.returncode == 0, done.stderr
    assert "warning" not in done.stderr, done.stderr


def test_it_is_formatted_as_rustfmt_does_it(crate):
    if not toolchain.has("fmt"):
        pytest.skip("rustfmt is not installed")
    done = toolchain.cargo(crate, "fmt", "--check")
    assert done.returncode == 0, done.stdout


def test_its_documentation_has_no_broken_links(crate):
    done = toolchain.cargo(crate, "doc", "--no-deps")
    assert done.returncode == 0, done.stderr
    assert "warning" not in done.stderr, done.stderr


@pytest.mark.parametrize("python", [False, True])
def test_its_own_tests_pass(crate, python):
    if python and not toolchain.linked():
        pytest.skip("the interpreter has no shared library to link with")
    done = toolchain.cargo(crate, "test", python=python)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 passed" in done.stdout
    assert ("1 passed" in done.stdout) == python


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (r"(extern PyList_Size\n.*\n        unsafe extern \"C\" fn\()\*mut PyObject", r"\1c_int"),
        (r"(extern PyList_Size\n.*\n.*-> )Py_ssize_t", r"\1c_int"),
        (r"(pub fn PyList_Size<'py>\(list: )BorrowedPtr", r"\1OwnedPtr"),
        (r"(extern PyFloat_FromDouble\n.*\n        unsafe extern \"C\" fn\()f64", r"\1i64"),
    ],
)
def test_a_twin_that_is_none_does_not_compile(crate, tmp_path, right, wrong):
    copy = tmp_path / "crate"
    shutil.copytree(crate, copy, ignore=shutil.ignore_patterns("target"))
    changed = 0
    for file in (copy / "src" / "ffi").glob("*.rs"):
        text, times = re.subn(right, wrong, file.read_text())
        changed += times
        file.write_text(text)
    assert changed
    done = toolchain.cargo(copy, "check")
    assert done.returncode != 0
    assert re.search(r"error\[E0271\]|error\[E0308\]|error\[E0107\]", done.stderr), done.stderr


if __name__ == "__main__":  # writes the golden file again
    (GOLDEN / "items.rs").write_text(shown(emit.files("rust", ())))
