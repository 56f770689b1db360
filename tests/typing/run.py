"""Holds the types of the installed ptrstate to the programs of this folder, under four type checkers, and the stubs to the run time.

    python tests/typing/run.py [CHECKER ...]

A wrong line of a program carries the codes by which mypy and pyright refuse it; both are told to warn of an ignore that nothing
needs, so that a clean run means: each wrong line refused, no other.  ty and pyrefly are told to pass over the ignores, and the
lines they refuse are compared; where one of them does not go as far, ``gaps.toml`` says so, and a gap that has closed is told.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PROGRAMS = sorted((HERE / "programs").glob("*.py"))
VERSIONS = ("3.11", "3.12", "3.13")
EXAMPLES = sorted((ROOT / "examples").rglob("*.py"))
"""What users read first, and must be clean under every checker; so must the tutorial."""

MISTAKE = "        return default"
"""The line that the tutorial begins with, to have it refused."""

STUBBED = ("ptrstate.capi", "ptrstate._native.core", "ptrstate._native.capi")
"""The modules that have a stub: two that are compiled, and the functions that are bound when they are asked for."""

WRONG = re.compile(r"# type: ignore\[[\w, -]+\]  # pyright: ignore\[\w[\w, ]*\]$")


@dataclass(frozen=True, order=True)
class Line:
    """One line of one program."""

    program: str
    number: int

    def text(self) -> str:
        """Return what stands there, without the ignores."""
        return (HERE / "programs" / self.program).read_text(encoding="utf-8").splitlines()[self.number - 1].partition("  # type: ")[0]


@dataclass(frozen=True)
class Outcome:
    """What came of one check: what it looked at, and what it has against it."""

    check: str
    what: str
    problems: tuple[str, ...]


def programs(version: str) -> list[Path]:
    """Return the programs for a version: all but those that are for another alone."""
    other = {f"on_{v.replace('.', '_')}.py" for v in VERSIONS if v != version}
    return [program for program in PROGRAMS if program.name not in other]


def marked(version: str) -> tuple[set[Line], int]:
    """Return the wrong lines of a version's programs, and how many lines assert a type."""
    wrong, right = set(), 0
    for program in programs(version):
        for number, text in enumerate(program.read_text(encoding="utf-8").splitlines(), 1):
            if WRONG.search(text):
                wrong.add(Line(program.name, number))
            elif "ignore" in text:
                msg = f"{program.name}:{number}: an ignore for each of mypy and pyright, with its code"
                raise SystemExit(msg)
            right += text.lstrip().startswith("assert_type(")
    return wrong, right


def run(*command: str | Path, at: Path = HERE) -> tuple[int, str]:
    """Run a checker's module on the interpreter that has ptrstate, and return its status and what it said."""
    done = subprocess.run([*map(str, command)], cwd=at, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def tool(name: str) -> str:
    """Return the command of that name beside the interpreter, where pip put it."""
    return str(Path(sys.executable).parent / name)


# ---- the checkers ----


def mypy(version: str, files: list[Path]) -> list[str]:
    """Return what mypy has against the files."""
    status, said = run(sys.executable, "-m", "mypy", "--config-file", HERE / "mypy.ini", "--python-version", version, *files)
    return said.strip().splitlines() if status else []


def pyright(version: str, files: list[Path]) -> list[str]:
    """Return what pyright has against the files."""
    files_in_programs = all(file.parent == HERE / "programs" for file in files)
    config = ["--project", HERE / "pyrightconfig.json"] if files_in_programs else []
    status, said = run(tool("pyright"), *config, "--pythonpath", sys.executable, "--pythonversion", version, *files)
    return said.strip().splitlines() if status else []


def ty(version: str, files: list[Path]) -> dict[Line, str]:
    """Return the lines that ty refuses."""
    _, said = run(
        tool("ty"), "check", "--config-file", HERE / "ty.toml", "--python", sys.prefix, "--python-version", version,
        "--output-format", "concise", "--no-progress", *files,
    )  # fmt: skip
    found = re.findall(r"^(\S+?):(\d+):\d+: (\w+\[.*)$", said, flags=re.MULTILINE)
    if not found and "All checks passed" not in said:
        msg = f"ty: {said}"
        raise SystemExit(msg)
    return {Line(Path(file).name, int(number)): message for file, number, message in found}


def pyrefly(version: str, files: list[Path]) -> dict[Line, str]:
    """Return the lines that pyrefly refuses."""
    _, said = run(
        tool("pyrefly"), "check", "--config", HERE / "pyrefly.toml", "--python-interpreter-path", sys.executable,
        "--python-version", version, "--output-format", "json", "--summary=none", *files,
    )  # fmt: skip
    start = said.find("{")
    if start < 0:
        msg = f"pyrefly: {said}"
        raise SystemExit(msg)
    errors = json.JSONDecoder().raw_decode(said[start:])[0]["errors"]
    return {Line(Path(error["path"]).name, error["line"]): f"[{error['name']}] {error['concise_description']}" for error in errors}


NATIVE: dict[str, Callable[[str, list[Path]], list[str]]] = {"mypy": mypy, "pyright": pyright}
COMPARED: dict[str, Callable[[str, list[Path]], dict[Line, str]]] = {"ty": ty, "pyrefly": pyrefly}


def check_programs(checkers: list[str]) -> Iterator[Outcome]:
    """Check the programs for each version under each checker."""
    gaps = tomllib.loads((HERE / "gaps.toml").read_text(encoding="utf-8"))
    for version in VERSIONS:
        wrong, right = marked(version)
        for name in checkers:
            what = f"{version}: {len(wrong)} wrong lines refused, {right} right ones not"
            if name in NATIVE:
                yield Outcome(name, what, tuple(NATIVE[name](version, programs(version))))
            elif name in COMPARED:
                refused = COMPARED[name](version, programs(version))
                missed = wrong - set(refused)
                known = {(gap["program"], gap["line"]) for gap in gaps.get(name, [])}
                open_gaps = {(line.program, line.text().strip()) for line in missed}
                problems = [f"{line.program}:{line.number}: not refused: {line.text()}" for line in sorted(missed)
                            if (line.program, line.text().strip()) not in known]  # fmt: skip
                problems += [f"{line.program}:{line.number}: refused: {why}" for line, why in sorted(refused.items()) if line not in wrong]
                here = {program.name for program in programs(version)}
                problems += [f"gaps.toml: {p}: {text}: refused now" for p, text in known - open_gaps if p in here]
                yield Outcome(name, what.replace(str(len(wrong)), f"{len(wrong) - len(missed)} of {len(wrong)}", 1), tuple(problems))


def check_others(checkers: list[str]) -> Iterator[Outcome]:
    """Check that the examples are clean, and the tutorial but for the mistake that it begins with."""
    for name in (name for name in checkers if name in BARE):
        problems = []
        for folder in sorted({file.parent for file in EXAMPLES}):
            status, said = run(*BARE[name], *(file.name for file in EXAMPLES if file.parent == folder), at=folder)
            problems += said.splitlines() if status else []
        yield Outcome(name, f"examples: {len(EXAMPLES)} files clean", tuple(problems))
    for name in (name for name in checkers if name in BARE):
        with tempfile.TemporaryDirectory() as folder:
            yield check_tutorial(name, Path(folder))


BARE = {
    "mypy": (sys.executable, "-m", "mypy", "--config-file="),
    "pyright": (tool("pyright"), "--pythonpath", sys.executable),
    "ty": (tool("ty"), "check", "--python", sys.prefix, "--output-format", "concise", "--no-progress"),
    "pyrefly": (
        tool("pyrefly"), "check", "--python-interpreter-path", sys.executable, "--search-path", ".", "-p", "default",
        "--output-format", "min-text",
    ),
}
"""Each checker as it comes, without a configuration."""


def check_tutorial(name: str, folder: Path) -> Outcome:
    """Check the programs of the tutorial as a reader who types them in would."""
    files = tutorial(folder)
    _, said = run(*BARE[name], *files, at=folder)
    found = set(re.findall(r"(\w+\.py):(\d+):.*error|ERROR (\w+\.py):(\d+)", said))
    lines = {(folder / (a or c)).read_text(encoding="utf-8").splitlines()[int(b or d) - 1] for a, b, c, d in found}
    problems = tuple(said.splitlines()) if lines != {MISTAKE} else ()
    return Outcome(name, f"docs/tutorial.md: {len(files)} programs clean but for the mistake it begins with", problems)


def tutorial(folder: Path) -> list[str]:
    """Write the files of the tutorial, each as often as it changes, and the rest as one program; return their names."""
    page = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    files: dict[str, str] = {}
    rest = []
    for block in re.findall(r"^```python\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL):
        if named := re.match(r"# (\w+)\.py\n", block):
            files[f"{named[1]}_{len(files)}.py"] = block
            (folder / f"{named[1]}.py").write_text(block, encoding="utf-8")
        else:
            rest.append(block)
    files["rest.py"] = "\n".join(rest)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return list(files)


# ---- the package ----


def check_package() -> Outcome:
    """Check the package itself under mypy --strict."""
    status, said = run(sys.executable, "-m", "mypy", "--strict", "-p", "ptrstate")
    return Outcome("mypy -p", "ptrstate itself, strict", tuple(said.strip().splitlines()) if status else ())


def check_verifytypes() -> Outcome:
    """Check that every public symbol has a type that no checker has to guess."""
    _, said = run(tool("pyright"), "--pythonpath", sys.executable, "--verifytypes", "ptrstate", "--ignoreexternal")
    score = re.search(r"Type completeness score: ([\d.]+)%", said)
    complete = score is not None and score[1] == "100"
    symbols = re.search(r'Symbols exported by "ptrstate": (\d+)', said)
    what = f"{score[1] if score else '?'} % of {symbols[1] if symbols else '?'} public symbols typed"
    return Outcome("verifytypes", what, () if complete else tuple(re.findall(r"^\S.*\n.* error: .*", said, flags=re.MULTILINE) or [said]))


def check_stubtest() -> Outcome:
    """Check that the stubs say of the installed modules what they are; a module without a stub is its own."""
    allowed = HERE / "stubtest_allowlist.txt"
    entries = _entries(allowed)
    status, said = run(sys.executable, "-m", "mypy.stubtest", *STUBBED, "--concise", "--allowlist", allowed)
    unexplained = [f"{allowed.name}: {entry}: no reason above it" for entry, reason in entries.items() if not reason]
    what = f"the stubs of {len(STUBBED)} modules agree with them but for {len(entries)} patterns, each with a reason"
    return Outcome("stubtest", what, (*unexplained, *(said.strip().splitlines() if status else ())))


def _entries(file: Path) -> dict[str, str]:
    """Return the patterns of an allowlist with the comment above each."""
    found, reason = {}, ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            reason = line
        elif line.strip():
            found[line] = reason
        else:
            reason = ""
    return found


def check_drift() -> Outcome:
    """Check that the stubs are what the declarations make."""
    status, said = run(sys.executable, "-m", "ptrstate", "emit", "stubs", "--out", "stubs", "--check", at=ROOT)
    return Outcome("emit", "stubs/ is what the declarations make", tuple(said.strip().splitlines()) if status else ())


PACKAGE = {"package": check_package, "verifytypes": check_verifytypes, "stubtest": check_stubtest, "drift": check_drift}


def main() -> int:
    """Run the checks that are asked for, all by default, and return 1 when one has something to say."""
    every = [*NATIVE, *COMPARED, *PACKAGE]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checks", nargs="*", metavar="CHECK", help=f"of {', '.join(every)}; all by default")
    wanted = parser.parse_args().checks or every
    if unknown := set(wanted) - set(every):
        parser.error(f"no such check: {', '.join(sorted(unknown))}")
    outcomes = [*check_programs(wanted), *check_others(wanted), *(PACKAGE[name]() for name in wanted if name in PACKAGE)]
    table = Table("check", "what", "outcome", box=None)
    for outcome in outcomes:
        table.add_row(outcome.check, outcome.what, "fine" if not outcome.problems else f"{len(outcome.problems)} problems")
    for outcome in outcomes:
        for problem in outcome.problems:
            print(f"{outcome.check}: {problem}")
    Console(width=110).print(table)
    return int(any(outcome.problems for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main())
