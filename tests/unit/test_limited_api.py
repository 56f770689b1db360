"""What a declaration says of the limited API, against what the headers show at each of its levels."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from ptrstate.capi import declarations
from ptrstate.contract import parse_version
from ptrstate.declaration import Declaration

UNSAID = {"PyType_HasFeature"}
"""Inline in the headers without being promised by the stable ABI."""


@pytest.fixture(scope="module")
def shown() -> dict[tuple[int, int], set[str]]:
    """The functions that the headers show at each level that this version has."""
    include = Path(sysconfig.get_path("include"))
    if not (shutil.which("gcc") and (include / "Python.h").exists()):
        pytest.skip("gcc and the headers of the interpreter are needed")
    found = {}
    for minor in range(2, sys.version_info[1] + 1):
        source = f"#define Py_LIMITED_API 0x03{minor:02x}0000\n#include <Python.h>\n"
        command = ["gcc", "-E", "-P", f"-I{include}", "-xc", "-"]
        text = subprocess.run(command, input=source, capture_output=True, text=True, check=True).stdout  # noqa: S603
        found[3, minor] = set(re.findall(r"\b(_?Py\w+)\s*\(", text))
    return found


def test_a_function_of_the_limited_api_is_shown_from_its_level_on(shown):
    for name, declared in declarations().items():
        if not isinstance(declared, Declaration):
            continue
        contract = declared.contract()
        if contract.kind != "function" or not contract.available(sys.version_info[:2]):
            continue
        levels = [level for level, names in shown.items() if name in names]
        if contract.limited_api is None:
            assert not levels or name in UNSAID, f"{name}: the limited API of {min(levels)} has it"
        elif (since := parse_version(contract.limited_api)) in shown and contract.header not in {"marshal.h", "structmember.h"}:
            assert levels, f"{name}: no level of the limited API has it"
            assert min(levels) <= since, f"{name}: the headers show it from {min(levels)} on, not from {since}"
