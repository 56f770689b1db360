"""What is shipped: the sdist builds by itself, and the wheel holds what a user and a type checker need, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("setuptools", "cffi", "wheel")


def run(*command: str, cwd: Path) -> None:
    done = subprocess.run([sys.executable, *command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


@pytest.fixture(scope="module")
def sdist(tmp_path_factory) -> Path:
    """The source distribution, made from a copy of the tree."""
    for name in NEEDED:
        pytest.importorskip(name, reason=f"building packages here needs {name}")
    if not (ROOT / "setup.py").exists():
        pytest.skip("the tests do not run from the source tree")
    folder = tmp_path_factory.mktemp("packages")
    made = shutil.ignore_patterns(".git", ".tox", "*.so", "build", "*.egg-info", "__pycache__", ".*_cache")
    shutil.copytree(ROOT, folder / "tree", ignore=made)
    run("setup.py", "-q", "sdist", "-d", str(folder), cwd=folder / "tree")
    return next(folder.glob("*.tar.gz"))


@pytest.fixture(scope="module")
def wheel(sdist, tmp_path_factory) -> Path:
    """The wheel, built from the source distribution alone, with what is installed here and nothing fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder)
    tree = next(path for path in folder.iterdir() if path.is_dir())
    run("-m", "pip", "wheel", "--quiet", "--no-build-isolation", "--no-deps", "--no-index", "-w", str(folder), ".", cwd=tree)
    return next(folder.glob("*.whl"))


def test_the_sdist_holds_what_a_packager_builds_and_tests_from(sdist):
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for wanted in ("pyproject.toml", "setup.py", "tox.ini", "LICENSE-MIT", "LICENSE-APACHE", "README.md", "CHANGELOG.md",
                   "src/ptrstate/_native/core/core.h", "src/ptrstate/_native/shims.h", "src/ptrstate/_native/types.cdef",
                   "tests/conftest.py", "docs/conf.py", "examples/listobject.py", "stubs/ptrstate/capi/__init__.pyi"):  # fmt: skip
        assert wanted in names, wanted
    assert not [name for name in names if name.endswith((".so", ".pyc")) or name == "src/ptrstate/_native/capi.c"]


def test_the_wheel_holds_the_package_its_types_pages_and_licences(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    package = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src" / "ptrstate").rglob("*.py")}
    assert package <= names
    assert {"ptrstate/py.typed", "_ptrstate_pytest.py", "ptrstate/_native/ptrstate.h", "ptrstate/violations/pages/PS001.md"} <= names
    assert any(name.startswith("ptrstate/_native/core.") for name in names)
    assert any(name.startswith("ptrstate/_native/capi.") and not name.endswith(".pyi") for name in names)
    assert "ptrstate/capi/__init__.pyi" in names
    assert sum("LICENSE" in name for name in names) == 2
    ours = {"ptrstate", "_ptrstate_pytest.py", "_ptrstate_hypothesis.py"}
    assert not [name for name in names if name.split("/")[0] not in ours and ".dist-info/" not in name]
