"""Every public function of a header is declared in the file of its name, or listed there with the reason why not."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sysconfig
from pathlib import Path

import pytest

from ptrstate import capi
from ptrstate.declaration import RUNNING, Declaration

INCLUDE = Path(sysconfig.get_path("include"))
FUNCTION = re.compile(r"PyAPI_FUNC\(([^)]*)\)\s*(Py\w*)\s*\(([^;]*?)\)\s*(?:Py_GCC_ATTRIBUTE\([^;]*\))?;", re.DOTALL)
OBJECT = re.compile(r"\bPy(Object|TypeObject|CodeObject|FrameObject|LongObject|UnicodeObject|ModuleDef)\b")
COMPLETE = [
    info.name for info in pkgutil.iter_modules(capi.__path__) if hasattr(importlib.import_module(f"ptrstate.capi.{info.name}"), "_LEFT_OUT")
]
"""The files that say what they leave out; the others are not complete yet."""


def functions_of(header: str) -> set[str]:
    """Return the public functions with an object in their prototype that ``header`` and its cpython/ twin declare."""
    found: set[str] = set()
    for path in (INCLUDE / f"{header}.h", INCLUDE / "cpython" / f"{header}.h"):
        if path.exists():
            text = re.sub(r"/\*.*?\*/", " ", path.read_text(encoding="utf-8", errors="replace"), flags=re.DOTALL)
            text = re.sub(r"//[^\n]*", "", text)
            found |= {name for result, name, arguments in FUNCTION.findall(text) if OBJECT.search(result + arguments)}
    return found


def declared_in(header: str) -> set[str]:
    """Return the names that the file of ``header`` declares for this version, and those it leaves out."""
    module = importlib.import_module(f"ptrstate.capi.{header}")
    declared = {n for n, v in vars(module).items() if isinstance(v, Declaration) and v.contract().available(RUNNING)}
    return declared | set(getattr(module, "_LEFT_OUT", ()))


@pytest.mark.skipif(not (INCLUDE / "Python.h").exists(), reason="the headers of this interpreter are not installed")
@pytest.mark.parametrize("header", COMPLETE)
def test_no_public_function_is_forgotten(header):
    missing = functions_of(header.rstrip("_")) - declared_in(header)
    assert not missing
