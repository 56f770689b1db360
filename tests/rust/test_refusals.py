"""What Rust refuses, what it cannot say, and what is left to the run time: one entry at least for every code."""

from __future__ import annotations

import importlib.util
import tomllib
import warnings
from pathlib import Path
from types import ModuleType

import pytest
import refusals_table
import toolchain

from ptrstate import capi, ledger, own, scope
from ptrstate.errors import CODES, OwnershipError, OwnershipWarning

HERE = Path(__file__).parent
DATA = tomllib.loads((HERE / "refusals.toml").read_text())
REFUSED = {entry["program"]: entry for entry in DATA["refused"]}


def load(program: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(program, HERE / "refusals" / f"{program}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(program: str, which: str) -> None:
    """Run a program on a list of one object and another object, in a scope that drops as Rust does."""
    function = getattr(load(program), which)
    with warnings.catch_warnings(), ledger(), scope():
        warnings.simplefilter("error", OwnershipWarning)
        function(own([object()]), own(object()))


def test_the_files_are_the_entries():
    files = {file.stem for file in (HERE / "refusals").glob("*.rs")}
    assert files == set(REFUSED)
    assert files == {file.stem for file in (HERE / "refusals").glob("*.py")}


def test_every_code_has_an_entry():
    assert {entry["code"] for kind in DATA.values() for entry in kind} == set(CODES)


def test_the_documentation_shows_the_entries():
    assert refusals_table.markdown() in (HERE.parents[1] / "docs" / "rust.md").read_text()


@pytest.mark.parametrize("program", REFUSED)
def test_rustc_refuses_the_program_and_takes_the_fixed_one(crate, tmp_path, program):
    source = HERE / "refusals" / f"{program}.rs"
    refused = toolchain.rustc(source, crate, tmp_path)
    assert refused.returncode != 0
    code = REFUSED[program]["rustc"]
    errors = [line for line in refused.stderr.splitlines() if line.startswith("error")]
    if code.startswith("E"):
        assert errors[0].startswith(f"error[{code}]"), refused.stderr
    else:
        assert "must be used" in errors[0], refused.stderr
    fixed = toolchain.rustc(source, crate, tmp_path, "--cfg", "fixed")
    assert fixed.returncode == 0, fixed.stderr


@pytest.mark.parametrize("program", REFUSED)
def test_ptrstate_stops_the_program_and_runs_the_fixed_one(program):
    with pytest.raises((OwnershipError, OwnershipWarning)) as caught:
        run(program, "refused")
    capi.PyErr_Clear()
    assert caught.value.code == REFUSED[program]["code"]
    run(program, "fixed")
