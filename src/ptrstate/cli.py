"""The command ``ptrstate``: a table of subcommands, each of which is there when the module that does its work is."""

from __future__ import annotations

import argparse
import fnmatch
import importlib
import importlib.util
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from ptrstate.contract import parse_version
from ptrstate.errors import CODES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FINE, FINDINGS, USAGE = 0, 1, 2


class UsageError(Exception):
    """A command line that cannot be done."""


def _refusal(wrong: str, command: str, hint: str) -> UsageError:
    """Return the error: one line on what is wrong with ``command``, and one that helps on."""
    return UsageError(f"{command}: {' '.join(wrong.split())}\nhint: {hint}")


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line and a hint, and come out as :class:`UsageError` rather than an exit."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        raise _refusal(message, self.prog, f"{self.prog} --help")


@dataclass(frozen=True)
class Command:
    """One subcommand: what it is called, whose work it is, and how its arguments are read.

    ``add`` puts the arguments into its parser, ``run`` does the work and returns the exit status.  ``module`` is what does the
    work: without it there is no such subcommand.
    """

    name: str
    module: str
    summary: str
    example: str
    add: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]

    def available(self) -> bool:
        """Whether the module that does the work is installed."""
        try:
            return importlib.util.find_spec(self.module) is not None
        except ModuleNotFoundError:  # its package is not there either
            return False


# ---- audit ----


def _add_audit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", metavar="FILE", type=_new_file, help="write the verdicts as JSON")
    parser.add_argument("--html", metavar="FILE", type=_new_file, help="write them as a page to look at")
    parser.add_argument(
        "--jobs", metavar="N", type=_positive, default=os.cpu_count() or 1, help="processes to use (default: all cores)"
    )
    parser.add_argument("--dask", metavar="ADDRESS", help="let the workers of a dask.distributed scheduler do the work")
    parser.add_argument("--python", metavar="EXE", help="audit another interpreter: with its own ptrstate, or compiled for it")
    parser.add_argument("--library", metavar="MODULE", help="audit what this module, or .py file, declares of a library of one's own")
    parser.add_argument("patterns", metavar="PATTERN", nargs="*", help="functions to audit, such as 'PyList_*' (default: all)")


def _positive(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        msg = f"a number from 1 on is needed, not {text!r}"
        raise argparse.ArgumentTypeError(msg)
    return number


def _new_file(text: str) -> str:
    file = Path(text)
    if file.is_dir() or not file.parent.is_dir():
        msg = f"there is no writing to {text!r}: " + ("it is a folder" if file.is_dir() else f"there is no folder {file.parent}")
        raise argparse.ArgumentTypeError(msg)
    return text


def _look_for(patterns: Sequence[str], command: str) -> None:
    """Refuse a pattern that no declared function of any version matches."""
    from ptrstate.capi import declarations  # noqa: PLC0415

    for pattern in patterns:
        if not fnmatch.filter(declarations(), pattern):
            wrong = f"no declared function matches {pattern!r}"
            raise _refusal(wrong, command, "ptrstate contracts shows them all")


def _audit(options: argparse.Namespace) -> int:
    if options.python is not None:
        if options.dask is not None:
            raise _refusal("--python and --dask do not go together", "ptrstate audit", "run it on a cluster of that interpreter")  # noqa: EM101, TRY003
        return _elsewhere(options)
    work = importlib.import_module("ptrstate.audit.command")
    if options.library is not None:
        return _status(work.audit_library(options.library, options.patterns, options.json, options.html, options.jobs))
    _look_for(options.patterns, "ptrstate audit")
    if options.dask is None:
        return _status(work.audit(options.patterns, options.json, options.html, options.jobs))
    with _dask(options.dask, "ptrstate audit") as client:
        return _status(work.audit(options.patterns, options.json, options.html, executor=client.get_executor()))


def _dask(address: str, command: str) -> Any:  # noqa: ANN401
    try:
        distributed = importlib.import_module("distributed")
    except ImportError:
        wrong = "--dask needs dask.distributed, which is not installed"
        raise _refusal(wrong, command, "ptrstate has it as an extra: pip install 'ptrstate[dask]'") from None
    try:
        return distributed.Client(address, timeout=10)
    except (OSError, ValueError) as error:
        wrong = f"no dask scheduler answers at {address!r}: {error}"
        raise _refusal(wrong, command, f"{command} --dask tcp://HOST:8786") from None


def _say(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201


def _elsewhere(options: argparse.Namespace) -> int:
    from ptrstate.audit import elsewhere  # noqa: PLC0415

    arguments = ["--jobs", str(options.jobs)]
    for flag, value in (("--json", options.json), ("--html", options.html)):
        arguments += [flag, value] if value is not None else []
    try:
        return elsewhere.run(options.python, [*arguments, "--", *options.patterns], _say)
    except elsewhere.CannotAuditError as error:
        msg = f"ptrstate audit: {error}"
        raise UsageError(msg) from None


# ---- claims ----


def _add_claims(parser: argparse.ArgumentParser) -> None:
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_const", dest="form", const="json", help="print every tested claim as JSON")
    form.add_argument("--rst", action="store_const", dest="form", const="rst", help="print the table as reStructuredText")
    parser.add_argument("--jobs", metavar="N", type=_positive, default=os.cpu_count() or 1, help="processes (default: all cores)")
    parser.add_argument("patterns", metavar="PATTERN", nargs="*", help="functions to look at, such as 'PyList_*' (default: all)")
    parser.set_defaults(form="table")


def _claims(options: argparse.Namespace) -> int:
    _look_for(options.patterns, "ptrstate claims")
    work = importlib.import_module("ptrstate.audit.claims")
    return _status(work.run(options.patterns, options.form, options.jobs))


# ---- check ----


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--examples", metavar="N", type=_positive, default=100, help="argument lists to try (default: 100)")
    parser.add_argument("--time-limit", metavar="SECONDS", type=_positive, default=60, help="for one prototype (default: 60)")
    parser.add_argument("--jobs", metavar="N", type=_positive, default=os.cpu_count() or 1, help="processes (default: all cores)")
    parser.add_argument("--dask", metavar="ADDRESS", help="let the workers of a dask.distributed scheduler do the work")
    parser.add_argument("--no-pairs", action="store_true", help="fail one call of a run at a time, never two")
    parser.add_argument("--allocations", action="store_true", help="make each call without memory, too")
    parser.add_argument("--database", metavar="PLACE", help="where failing cases are kept: a folder, or redis://... to share them")
    parser.add_argument("--json", metavar="FILE", type=_new_file, help="write what was tried and found as JSON")
    parser.add_argument(
        "targets", metavar="MODULE[:PROTOTYPE]", nargs="+", help="a module, or the path of its file; by default all its prototypes"
    )


def _check(options: argparse.Namespace) -> int:
    try:
        work = importlib.import_module("ptrstate.testing.command")
        from ptrstate.testing.campaign import Options  # noqa: PLC0415
        from ptrstate.testing.targets import TargetError  # noqa: PLC0415

        importlib.import_module("hypothesis")
    except ModuleNotFoundError as error:
        wrong = f"there is no {error.name}, which makes the arguments"
        raise _refusal(wrong, "ptrstate check", "python -m pip install 'ptrstate[check]'") from None
    wanted = Options(options.examples, not options.no_pairs, options.allocations, float(options.time_limit), options.database)
    try:
        if options.dask is None:
            return _status(work.check(options.targets, wanted, jobs=options.jobs, json_file=options.json))
        with _dask(options.dask, "ptrstate check") as client:
            executor = client.get_executor()
            return _status(work.check(options.targets, wanted, json_file=options.json, executor=executor))
    except TargetError as error:
        raise _refusal(str(error), "ptrstate check", "ptrstate check MODULE:PROTOTYPE") from None


# ---- contracts ----


def _add_contracts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print them as JSON")
    parser.add_argument("--python", metavar="X.Y", type=_version, help="the version of CPython to show (default: this one)")
    parser.add_argument("patterns", metavar="PATTERN", nargs="*", help="functions to show, such as 'PyList_*' (default: all)")


def _version(text: str) -> str:
    try:
        parse_version(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return text


def _contracts(options: argparse.Namespace) -> int:
    _look_for(options.patterns, "ptrstate contracts")
    work = importlib.import_module("ptrstate.audit.contracts")
    return _status(work.contracts(options.patterns, options.json, options.python))


# ---- lint ----


def _add_lint(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=["text", "json", "sarif"], default="text", help="how to print the findings (default: text)")
    parser.add_argument("--python", metavar="X.Y", type=_version, help="the version of CPython whose contracts hold (default: this one)")
    parser.add_argument("--undecided", action="store_true", help="list what lint leaves alone, too, and why")
    parser.add_argument("--no-mypy", dest="mypy", action="store_false", help="read names and annotations only: faster, and sees less")
    parser.add_argument("--cache-dir", metavar="DIR", help="where mypy keeps its cache (default: inside mypy's own)")
    parser.add_argument("--config-file", metavar="FILE", help="mypy's configuration (default: what mypy finds)")
    parser.add_argument("paths", metavar="PATH", nargs="+", help="Python files, or folders with them")


def _lint(options: argparse.Namespace) -> int:
    work = importlib.import_module("ptrstate.lint.command")
    try:
        return int(
            work.lint(
                options.paths,
                format=options.format,
                python=options.python,
                mypy=options.mypy,
                cache=options.cache_dir,
                config=options.config_file,
                undecided=options.undecided,
            )
        )
    except work.NotDoneError as error:
        raise _refusal(str(error), "ptrstate lint", error.hint) from None


# ---- explain ----


def _add_explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help=f"a code that a report begins with, {min(CODES)} to {max(CODES)}")


def _explain(options: argparse.Namespace) -> int:
    from ptrstate.violations.colour import show_page  # noqa: PLC0415
    from ptrstate.violations.explain import page  # noqa: PLC0415

    try:
        text = page(options.code)
    except ValueError as error:
        raise _refusal(str(error), "ptrstate explain", "ptrstate explain PS003") from None
    show_page(text)
    return FINE


# ---- emit ----


def _add_emit(parser: argparse.ArgumentParser) -> None:
    from ptrstate.emit import OWN, TARGETS, available  # noqa: PLC0415

    targets = parser.add_subparsers(metavar="TARGET", dest="target", required=True)
    for name in available():
        own = targets.add_parser(name, help=TARGETS[name][1], description=f"Write {TARGETS[name][1]}.", allow_abbrev=False)
        own.add_argument("--out", metavar="DIR", type=Path, required=True, help="the folder to write to")
        own.add_argument("--check", action="store_true", help="write nothing; show what would change, and exit with 1 if anything")
        own.add_argument("modules", metavar="MODULE", nargs="*", help=f"modules whose declarations to emit (default: {OWN})")


def _emit(options: argparse.Namespace) -> int:
    from ptrstate import emit  # noqa: PLC0415

    command = f"ptrstate emit {options.target}"
    if options.out.exists() and not options.out.is_dir():
        msg = f"{str(options.out)!r} is no folder"
        raise _refusal(msg, command, f"{command} --out DIR")
    sys.path.insert(0, "")  # modules of the working folder, as python -m finds them
    try:
        made = emit.files(options.target, options.modules)
    except ValueError as error:
        raise _refusal(str(error), command, f"{command} --out DIR MODULE takes the name of a module, as import does") from error
    finally:
        sys.path.remove("")
    if not options.check:
        written = emit.write(options.out, made)
        print(f"{len(written)} of {len(made)} files written" if written else "nothing has changed")  # noqa: T201
        return FINE
    differences = emit.drift(options.out, made)
    for difference in differences.values():
        shown = difference.splitlines()
        print("\n".join(shown[:_SHOWN]) + (f"\n... {len(shown) - _SHOWN} more lines" if len(shown) > _SHOWN else ""))  # noqa: T201
    if differences:
        again = " ".join([command, "--out", str(options.out), *options.modules])
        print(f"{len(differences)} of {len(made)} files differ from the declarations; run: {again}")  # noqa: T201
    return FINDINGS if differences else FINE


_SHOWN = 40
"""The lines of a difference that are shown."""


COMMANDS: tuple[Command, ...] = (
    Command(
        "audit",
        "ptrstate.audit.command",
        "compare what C functions do with what their contracts say",
        "ptrstate audit --html audit.html 'PyList_*'",
        _add_audit,
        _audit,
    ),
    Command(
        "claims",
        "ptrstate.audit.claims",
        "show what public sources get wrong about C functions, with the call that shows it",
        "ptrstate claims --rst > claims.rst",
        _add_claims,
        _claims,
    ),
    Command(
        "check",
        "ptrstate.testing.command",
        "attack prototypes: every argument Hypothesis makes, every call failed once",
        "ptrstate check examples/dictobject.py:PyDict_Pop",
        _add_check,
        _check,
    ),
    Command(
        "contracts",
        "ptrstate.audit.contracts",
        "show the contracts of C functions",
        "ptrstate contracts --python 3.13 'PyDict_*'",
        _add_contracts,
        _contracts,
    ),
    Command(
        "emit",
        "ptrstate.emit",
        "write what declarations become elsewhere: stubs, Rust",
        "ptrstate emit stubs --out stubs --check",
        _add_emit,
        _emit,
    ),
    Command(
        "lint",
        "ptrstate.lint.command",
        "find mistakes with pointers before anything runs",
        "ptrstate lint --format sarif prototypes/",
        _add_lint,
        _lint,
    ),
    Command(
        "explain",
        "ptrstate.violations.explain",
        "show the page of a code: an example, why it is wrong, the fix",
        "ptrstate explain PS003",
        _add_explain,
        _explain,
    ),
)
"""Every subcommand, in the order in which they are shown."""


def _status(answer: Any) -> int:  # noqa: ANN401
    return FINE if answer is None else int(answer)


def _overview() -> str:
    lines = ["ptrstate: CPython's C API with types that say what state each pointer is in.", ""]
    available = [command for command in COMMANDS if command.available()]
    width = max(len(command.name) for command in available)
    lines += [f"  ptrstate {command.name:<{width}}  {command.summary}" for command in available]
    lines += ["", "ptrstate COMMAND --help says more. Exit status: 0 fine, 1 findings, 2 usage."]
    return "\n".join(lines)


def _parser() -> Parser:
    from ptrstate.version import __version__  # noqa: PLC0415

    parser = Parser(prog="ptrstate", usage="ptrstate COMMAND ...", description=_overview(), add_help=False, allow_abbrev=False)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("-h", "--help", action="help", help=argparse.SUPPRESS)
    parser.add_argument("--version", action="version", version=f"ptrstate {__version__}", help=argparse.SUPPRESS)
    commands = parser.add_subparsers(metavar="COMMAND", dest="command", help=argparse.SUPPRESS)
    for command in COMMANDS:
        if command.available():
            own = commands.add_parser(
                command.name,
                prog=f"ptrstate {command.name}",
                description=f"{command.summary[0].upper()}{command.summary[1:]}.",
                epilog=f"example: {command.example}",
                formatter_class=argparse.RawDescriptionHelpFormatter,
                allow_abbrev=False,
            )
            command.add(own)
            own.set_defaults(run=command.run)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``ptrstate`` with ``argv`` (by default the process's) and return its exit status: 0 fine, 1 findings, 2 usage."""
    try:
        options = _parser().parse_args(argv)
        if options.command is None:
            print(_overview())  # noqa: T201
            return FINE
        status = options.run(options)
        sys.stdout.flush()
        return int(status)
    except UsageError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return USAGE
    except SystemExit as done:  # --help and --version
        return int(done.code or 0)
    except BrokenPipeError:  # the reader, a pager or `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
