"""Each code has a page whose example fails as the page says and whose fix runs clean.

``PTRSTATE_UPDATE_GOLDEN=1 pytest tests/golden/test_pages.py`` rewrites the reports in the pages; look at the diff.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import ptrstate
from ptrstate.errors import CODES, OwnershipError, OwnershipWarning
from ptrstate.violations.explain import page

PAGES = Path(ptrstate.__file__).parent / "violations" / "pages"
SOURCES = Path(__file__).resolve().parents[2] / "src" / "ptrstate"
RUNNER = Path(__file__).with_name("run_example.py")
UPDATE = os.environ.get("PTRSTATE_UPDATE_GOLDEN") == "1"
FORM = re.compile(
    r"# (?P<code>PS\d{3}): (?P<title>[^\n]+)\n\n.+?"
    r"## An example\n\n```python\n(?P<example>.+?)```\n\n"
    r"## Its report\n\n```text\n(?P<report>.*?)```\n\n"
    r"## Why it is wrong\n\n.+?"
    r"## The fix\n\n.+?```python\n(?P<fix>.+?)```\n",
    re.DOTALL,
)

every_code = pytest.mark.parametrize("code", sorted(CODES))


def read(code: str) -> re.Match[str]:
    """Return the page's parts; every page has the same form."""
    found = FORM.fullmatch(page(code))
    assert found, f"the page of {code} is not of the form that all pages have"
    return found


def run(mode: str, program: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program of a page in a process of its own, as ``example.py``."""
    file = folder / "example.py"
    file.write_text(program, encoding="utf-8")
    return subprocess.run(
        [sys.executable, str(RUNNER), mode, str(file)], capture_output=True, text=True, encoding="utf-8", check=False, timeout=60
    )


def normalised(report: str) -> str:
    """Return the report with its pointers numbered in the order in which it names them, and addresses hidden."""
    seen: dict[str, str] = {}
    report = re.sub(r"#\d+\b", lambda found: seen.setdefault(found[0], f"#{len(seen) + 1}"), report)
    return re.sub(r"0x[0-9a-fA-F]+", "0x1", report)


@every_code
def test_example_ends_in_its_report(code: str, tmp_path: Path) -> None:
    parts = read(code)
    done = run("report", parts["example"], tmp_path)
    report = normalised(done.stdout[done.stdout.find(f"{code}: ") :]) if f"{code}: " in done.stdout else ""
    assert report, f"the example of {code} does not end in {code} but in {done.returncode}:\n{done.stdout}{done.stderr}"
    if UPDATE:
        text = page(code)
        start, end = parts.span("report")
        (PAGES / f"{code}.md").write_text(text[:start] + report + text[end:], encoding="utf-8", newline="\n")
    else:
        assert report == parts["report"]


@every_code
def test_fix_runs_clean(code: str, tmp_path: Path) -> None:
    done = run("clean", read(code)["fix"], tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


@every_code
def test_page_has_the_title_of_its_class(code: str) -> None:
    parts = read(code)
    assert (parts["code"], parts["title"]) == (code, CODES[code].title)


def test_pages_are_plain_text() -> None:
    for code in CODES:
        assert page(code).isascii()
        assert max(map(len, page(code).splitlines())) <= 160


def every_subclass(base: type) -> set[type]:
    """Return all classes derived from ``base``."""
    return {base}.union(*(every_subclass(kind) for kind in base.__subclasses__()))


def test_codes_classes_and_pages_are_the_same_set() -> None:
    classes = (every_subclass(OwnershipError) | every_subclass(OwnershipWarning)) - {OwnershipError, OwnershipWarning}
    classes = {kind for kind in classes if kind.__module__ == "ptrstate.errors"}
    assert sorted(kind.code for kind in classes) == sorted(CODES)
    assert {file.stem for file in PAGES.glob("*")} == set(CODES)


@pytest.mark.skipif(not SOURCES.is_dir(), reason="needs the source tree")
def test_what_can_be_emitted_is_the_same_set() -> None:
    files = [file for pattern in ("*.py", "*.c", "*.h") for file in SOURCES.rglob(pattern) if file.name != "errors.py"]
    emitted = {code for file in files for code in re.findall(r'"(PS\d{3})"', file.read_text(encoding="utf-8"))}
    assert emitted == set(CODES)
