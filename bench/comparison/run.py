"""What other tools see of the eighteen mistakes: a release build, a debug build, AddressSanitizer, valgrind, and ptrstate.

    python bench/comparison/run.py [--json FILE] [TOOL…]

``eighteen.c`` has the mistakes in C; each is called in a process of its own under each tool.  A tool *speaks* when the process
dies, when an exception says that the function broke a rule, or when the tool's report names the module.  What is not installed is
left out, and said.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

HERE = Path(__file__).parent
BUGS = HERE.parents[1] / "tests" / "bugs" / "eighteen"
NAMES = sorted(re.findall(r"^(b\d\d_\w+)\(", (HERE / "eighteen.c").read_text(encoding="utf-8"), flags=re.MULTILINE))
TIMEOUT = 300


@dataclass(frozen=True)
class Tool:
    """How a tool is run: the interpreter, flags for the compiler, the command before it, its environment, what its report is."""

    name: str
    python: str | None = sys.executable
    flags: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    environment: tuple[tuple[str, str], ...] = ()
    report: str = "SystemError|Fatal Python error"

    def missing(self) -> str | None:
        """What is needed and not there, or None."""
        if self.python is None or not shutil.which(self.python):
            return f"{self.name}: its interpreter is not installed"
        if self.before and not shutil.which(self.before[0]):
            return f"{self.name}: {self.before[0]} is not installed"
        if any(not value for _, value in self.environment):
            return f"{self.name}: its library is not installed"
        return None


def asan_library() -> str:
    """Where gcc has its AddressSanitizer run time; empty when it has none."""
    done = subprocess.run(["gcc", "-print-file-name=libasan.so"], capture_output=True, text=True, check=False)
    return done.stdout.strip() if "/" in done.stdout else ""


TOOLS = (
    Tool("release build"),
    Tool("debug build", shutil.which("python3.11-dbg"), report="SystemError|Fatal Python error|negative ref|^drift"),
    Tool(
        "AddressSanitizer",
        flags=("-fsanitize=address", "-fno-omit-frame-pointer"),
        environment=(("LD_PRELOAD", asan_library()), ("PYTHONMALLOC", "malloc"), ("ASAN_OPTIONS", "detect_leaks=1")),
        report=r"SystemError|Fatal Python error|ERROR: (Address|Leak)Sanitizer",
    ),
    Tool(
        "valgrind",
        before=("valgrind", "--leak-check=full", "--num-callers=12", "--error-limit=no"),
        environment=(("PYTHONMALLOC", "malloc"),),
        report=r"SystemError|Fatal Python error|: b\d\d_",
    ),
)


def build(tool: Tool, folder: Path) -> None:
    """Compile ``eighteen.c`` for the tool's interpreter."""
    ask = "import sysconfig; print(sysconfig.get_path('include'), sysconfig.get_config_var('EXT_SUFFIX'))"
    include, suffix = subprocess.run([str(tool.python), "-c", ask], capture_output=True, text=True, check=True).stdout.split()
    compiler = (sysconfig.get_config_var("CC") or "gcc").split()[0]
    command = [compiler, "-g", "-O1", "-shared", "-fPIC", "-w", *tool.flags, f"-I{include}"]
    subprocess.run([*command, str(HERE / "eighteen.c"), "-o", str(folder / f"eighteen{suffix}")], check=True)


def speaks(tool: Tool, folder: Path, name: str) -> str:
    """Run one mistake under the tool; return what it said in a word, or nothing."""
    environment = {**os.environ, **dict(tool.environment), "PYTHONPATH": str(folder)}
    command = [*tool.before, str(tool.python), str(HERE / "driver.py"), name]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, errors="replace", timeout=TIMEOUT, check=False)
    found = re.search(tool.report, done.stderr, flags=re.MULTILINE)
    if found:
        return "report"
    return f"died ({done.returncode})" if done.returncode < 0 else f"exit {done.returncode}" if done.returncode else ""


def ptrstate_says(name: str) -> str:
    """Run the same mistake under ptrstate; return the code of its report, or nothing."""
    from ptrstate import ledger
    from ptrstate.errors import OwnershipError, OwnershipWarning

    path = next(path for path in BUGS.glob("b*.py") if path.stem.startswith(name[:3]))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            with ledger():
                module.buggy()
        except OwnershipError as error:
            return str(error.code)
    return next((w.message.code for w in caught if isinstance(w.message, OwnershipWarning)), "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", type=Path)
    parser.add_argument("tools", nargs="*", help=", ".join(tool.name for tool in TOOLS))
    options = parser.parse_args()
    console = Console()
    rows: dict[str, dict[str, str]] = {name: {} for name in NAMES}
    for tool in (tool for tool in TOOLS if not options.tools or tool.name in options.tools):
        if (why := tool.missing()) is not None:
            console.print(f"left out: {why}")
            continue
        with tempfile.TemporaryDirectory() as folder:
            build(tool, Path(folder))
            for name in NAMES:
                rows[name][tool.name] = speaks(tool, Path(folder), name)
    for name in NAMES:
        rows[name]["ptrstate"] = ptrstate_says(name)
    columns = list(rows[NAMES[0]])
    table = Table("mistake", *columns)
    for name, row in rows.items():
        table.add_row(name.replace("_", " "), *row.values())
    table.add_section()
    table.add_row("speaks", *(str(sum(bool(row[column]) for row in rows.values())) for column in columns))
    console.print(table)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
