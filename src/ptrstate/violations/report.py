"""The report of one violation: which pointer, where it began, where it ended, what was expected, what to do."""

from __future__ import annotations

import _thread
import linecache
import os
import reprlib
from dataclasses import dataclass
from types import CodeType
from typing import Any

from ptrstate._native import core
from ptrstate.errors import CODES, LeakError, OwnershipError, OwnershipWarning
from ptrstate.pointees import PyObject

core.hide_file((lambda: None).__code__)

SiteTuple = tuple[CodeType | None, int, str | None, str | None]
_WIDEST = 60
_MOST_LEAKS = 20

_shortener = reprlib.Repr()
_shortener.maxstring = _shortener.maxother = _shortener.maxlong = _WIDEST
_SHORTENED = frozenset({list, tuple, dict, set, frozenset, str, int})


@dataclass(frozen=True)
class Site:
    """A place in a program.  ``file``, ``line`` and ``text`` are looked up when they are asked for."""

    code: CodeType | None
    lasti: int
    c_function: str | None
    parameter: str | None

    @classmethod
    def of(cls, parts: SiteTuple | None) -> Site | None:
        """Return the site that the native module recorded, or ``None`` when it recorded none."""
        return None if parts is None else cls(*parts)

    @property
    def file(self) -> str:
        """The file's path as the code object has it."""
        return self.code.co_filename if self.code else ""

    @property
    def line(self) -> int:
        """The line number, or 0 when sites were not recorded."""
        if self.code is None:
            return 0
        for start, end, line in self.code.co_lines():
            if start <= self.lasti < end and line is not None:
                return line
        return self.code.co_firstlineno

    @property
    def function(self) -> str:
        """The name of the Python function."""
        return self.code.co_qualname if self.code else ""

    @property
    def text(self) -> str:
        """The source line, stripped."""
        return linecache.getline(self.file, self.line).strip()

    @property
    def where(self) -> str:
        """``file:line`` with the file's last component, or a word on why there is none."""
        return f"{os.path.basename(self.file)}:{self.line}" if self.code else "(site not recorded)"  # noqa: PTH119


    def __reduce__(self) -> tuple[Any, ...]:
        return _Elsewhere, (self.file, self.line, self.function, self.text, self.c_function, self.parameter)


class _Elsewhere(Site):
    """A site that came from another process: looked up there, since code objects do not travel."""

    file: str = ""
    line: int = 0
    function: str = ""
    text: str = ""

    def __init__(self, file: str, line: int, function: str, text: str, c_function: str | None, parameter: str | None) -> None:
        super().__init__(None, -1, c_function, parameter)
        self.__dict__.update(file=file, line=line, function=function, text=text)

    @property
    def where(self) -> str:
        return f"{os.path.basename(self.file)}:{self.line}"  # noqa: PTH119


def describe(obj: object) -> str:
    """Return a short description of any object, whose ``__repr__`` may raise, recurse or be huge."""
    kind = _type_name(obj)
    core.enter_level()
    try:
        text = _shortener.repr(obj) if type(obj) in _SHORTENED else repr(obj)
        text = str.__getitem__(text, slice(4 * _WIDEST))  # a plain str, whatever methods its class has
    except KeyboardInterrupt:
        _thread.interrupt_main()
        text = "whose __repr__ was interrupted"
    except BaseException as error:  # noqa: BLE001
        text = f"whose __repr__ raised {_type_name(error)}"
    finally:
        core.take_pending()
        core.leave_level()
    text = "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in " ".join(text.split()))
    if len(text) > _WIDEST:
        text = text[: _WIDEST - 1] + "…"
    if text.startswith("<"):
        return text
    return f"<{text}>" if text.startswith(f"{kind}(") else f"<{kind} {text}>"


def _type_name(obj: object) -> str:
    return str(type.__dict__["__name__"].__get__(type(obj)))


@dataclass(frozen=True)
class Pointer:
    """A handle as a report shows it; the handle itself is not kept."""

    id: int
    state: str
    kind: str
    pointee: str
    object: str

    @classmethod
    def of(cls, handle: Any) -> Pointer | None:  # noqa: ANN401
        """Describe a handle.  Its object is looked at only while the handle is good: later, another may stand at the address."""
        if handle is None:
            return None
        looked_at = issubclass(handle._pointee, PyObject) and core.ended_by(handle) is None
        obj = core.object_at(handle._address) if looked_at else None
        shown = describe(obj) if obj is not None else ""
        return cls(handle._id, handle._state, type(handle).__name__, handle._pointee.__name__, shown)

    def __str__(self) -> str:
        return f"#{self.id}  {self.kind}[{self.pointee}]  {self.object}".rstrip()


@dataclass(frozen=True)
class Leak:
    """One reference that never ended, or what had to end as one: memory, a call that is to be undone."""

    pointer: Pointer | None
    created: Site | None
    how: str
    remedy: str = ""

    def __str__(self) -> str:
        place = f"; created {self.created.where}  {self.created.c_function or self.created.text}" if self.created else ""
        return f"{self.pointer}, {self.how}{place}" if self.pointer else f"{self.how}{place}"


@dataclass(frozen=True)
class Report:
    """Everything known about one violation, as data.  :meth:`text` is what an exception prints."""

    code: str
    pointer: Pointer | None = None
    used: Site | None = None
    created: Site | None = None
    borrowed: Site | None = None
    ended: Site | None = None
    expected: str = ""
    seen: str = ""
    help: str = ""
    owner: Pointer | None = None
    exception: str = ""
    leaks: tuple[Leak, ...] = ()
    follows: str = ""

    def text(self) -> str:
        """Return the report in plain text."""
        consequence = f", a consequence of the {self.follows} above" if self.follows else ""
        lines = [f"{self.code}: {CODES[self.code].title}{consequence}"]
        if self.used and self.used.line:
            lines.append(f"  --> {self.used.where}  {self.used.text}")
        if self.used and self.used.c_function:
            lines.append(f"   in       {_call(self.used)}")
        if self.pointer:
            lines.append(f"   pointer  {self.pointer}")
        if self.owner:
            lines.append(f"   owner    {self.owner}")
        lines += [
            f"   {name:<8} {site.where}  {_call(site) or site.text}"
            for name, site in (("created", self.created), ("borrowed", self.borrowed), (self._how_ended(), self.ended))
            if site
        ]
        lines += [f"   leaked   {leak}" for leak in self.leaks[:_MOST_LEAKS]]
        if len(self.leaks) > _MOST_LEAKS:
            lines.append(f"   leaked   and {len(self.leaks) - _MOST_LEAKS} more")
        lines += [f"   {name:<8} {value}" for name, value in (("expected", self.expected), ("seen", self.seen)) if value]
        if self.exception:
            lines.append(f"   pending  {self.exception}")
        lines += [f"   help: {self.help}", f"   more: ptrstate explain {self.code}"]
        return "\n".join(lines)

    def _how_ended(self) -> str:
        ended = self.owner or self.pointer
        return {"dropped": "dropped", "moved": "moved", "raw": "made raw"}.get(ended.state if ended else "", "ended")


def _call(site: Site) -> str:
    if not site.c_function:
        return ""
    return f"{site.c_function}, parameter `{site.parameter}`" if site.parameter else site.c_function


def violation(
    code: str,
    pointer: Any,  # noqa: ANN401
    owner: Any,  # noqa: ANN401
    used: SiteTuple | None,
    created: SiteTuple | None,
    borrowed: SiteTuple | None,
    ended: SiteTuple | None,
    expected: str,
    seen: str,
    pending: BaseException | None,
) -> OwnershipError | OwnershipWarning:
    """Make the exception for one violation; the native module calls this when it refuses something."""
    report = Report(
        code=code,
        pointer=Pointer.of(pointer),
        owner=Pointer.of(owner) if owner is not pointer else None,
        used=Site.of(used),
        created=Site.of(created),
        borrowed=Site.of(borrowed),
        ended=Site.of(ended),
        expected=expected,
        seen=seen,
        help=CODES[code].help,
        exception=describe(pending) if pending is not None else "",
    )
    return CODES[code](report)


def leak(handle: Any, how: str, domain: str | None = None, undone_by: str | None = None) -> Leak:  # noqa: ANN401
    """Describe what leaked: a handle, or what was made at a site: a reference in flight, memory, a call that is to be undone."""
    if domain is not None:
        return Leak(None, Site.of(handle), f"memory of the {domain} allocator, never freed", "free it on every path")
    if undone_by is not None:
        return Leak(None, Site.of(handle), f"a call that {undone_by}() never undid", f"call {undone_by}() on every path")
    if isinstance(handle, tuple) or handle is None:
        return Leak(None, Site.of(handle), how)
    return Leak(Pointer.of(handle), Site.of(handle._created), how)


def leak_error(leaks: list[Leak], aborted_by: BaseException | None = None) -> LeakError:
    """Return one error that lists every leak; ``aborted_by`` is what kept the block from its end, and so from ending them."""
    first, seen, remedy, follows = leaks[0], f"{len(leaks)} never ended", leaks[0].remedy or LeakError.help, ""
    if aborted_by is not None:
        follows = aborted_by.code if isinstance(aborted_by, OwnershipError) else type(aborted_by).__name__
        seen = f"{len(leaks)} still owned where the {follows} ended the block"
        remedy = "mend that first: what comes behind it, and would have ended these, was not reached"
    error = LeakError(
        Report("PS006", first.pointer, created=first.created, help=remedy, leaks=tuple(leaks), seen=seen, follows=follows)
    )
    error.leaks = tuple(leaks)
    return error
