"""``check``: arguments from Hypothesis, every fault, and the balance of counts; what fails comes out as its smallest case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import hypothesis
from hypothesis import HealthCheck, Phase, given, settings

from ptrstate._native import core
from ptrstate.prototype import Prototype
from ptrstate.testing.faults import every_fault, failures
from ptrstate.testing.problems import EndlessRunError
from ptrstate.testing.runs import last_line, run
from ptrstate.testing.strategies import cases
from ptrstate.testing.summary import Summary, unreached

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

    from ptrstate.faults import Fault
    from ptrstate.testing.arguments import Case
    from ptrstate.testing.runs import Run

core.hide_file((lambda: None).__code__)
core.hide_file(hypothesis.given.__code__)  # the arguments come from there: the place to name is who called check()

EXAMPLES = 100
"""How many argument lists are tried where nobody says otherwise."""

_PAIRS_UP_TO = 12
"""A run of a long loop has thousands of pairs, and all but a few are alike."""


def check(
    prototype: Callable[..., Any],
    /,
    *,
    arguments: dict[str, SearchStrategy[Any]] | None = None,
    settings: hypothesis.settings | None = None,
    examples: int | None = None,
    pairs: bool = True,
    allocations: bool = False,
    progress: Callable[[Summary], None] | None = None,
    tally: list[Summary] | None = None,
) -> Summary:
    """Call ``prototype`` with arguments that Hypothesis makes from its contract, and fail every call in it.

    Each argument list is tried as it is and once per fallible C call and plausible exception; one that takes a path not seen
    before also with every pair of calls failed (``pairs``), and with each call out of memory (``allocations``: C's own failures,
    for an interpreter that survives them).  After each run every owned pointer has ended and every count is what it was.

    ``arguments`` are strategies of one's own by parameter name: for Python objects, which are wrapped as the contract wants,
    or numbers and texts.  ``settings`` are Hypothesis's, and honoured: examples, deadline, database, phases; ``examples`` is short
    for its ``max_examples``.  ``progress`` is called after each example; ``tally`` gets the summary at once, for who wants
    it when a problem is raised.

    Returns what was tried.  Raises the problem of the smallest failing case: an ``OwnershipError``, or what else came out; its
    notes name arguments, failed calls and the line at which the body ended.  ``TypeError`` for what has no contract, ``ValueError``
    where no argument can be made for a parameter.
    """
    if not isinstance(prototype, (Prototype, core.Function)):
        msg = f"check(): parameter `prototype`: a @prototype or a bound C function is needed, not {prototype!r}"
        raise TypeError(msg)
    campaign = _Campaign(prototype, pairs=pairs, starve=allocations, progress=progress)
    if tally is not None:
        tally.append(campaign.summary)
    drawn = cases(prototype.contract, arguments)

    def attack(case: Case) -> None:
        campaign.attack(case)

    # Hypothesis keeps failing cases by the test's source, and whatever this adds: each prototype has its own.
    attack._hypothesis_internal_add_digest = repr((prototype.__module__, prototype.contract)).encode()  # type: ignore[attr-defined]
    test = _configured(given(drawn)(attack), settings, examples)
    try:
        test()
    except BaseException as error:
        _explain(error, campaign)
        raise
    campaign.summary.unreached = unreached(prototype, campaign.summary)
    return campaign.summary


def _configured(test: Callable[[], None], chosen: hypothesis.settings | None, examples: int | None) -> Callable[[], None]:
    base = chosen or settings(
        max_examples=EXAMPLES, deadline=None, print_blob=False, derandomize=settings().derandomize,
        phases=[phase for phase in settings().phases if phase is not Phase.explain],
    )  # fmt: skip
    return settings(
        base,
        max_examples=examples if examples is not None else base.max_examples,
        report_multiple_bugs=False,
        suppress_health_check={*base.suppress_health_check, *_SLOW},
    )(test)


_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.nested_given)


class _Campaign:
    """The examples of one check, one after the other."""

    def __init__(
        self, function: Callable[..., Any], *, pairs: bool, starve: bool, progress: Callable[[Summary], None] | None
    ) -> None:
        self.function, self.pairs, self.starve, self.progress = function, pairs, starve, progress
        self.summary = Summary(function.contract.name)  # type: ignore[attr-defined]
        self.failing: tuple[Case, tuple[Fault, ...], Run] | None = None
        self.notes: tuple[str, ...] = ()
        self.endless: EndlessRunError | None = None

    def attack(self, case: Case) -> None:
        """Make every run of one argument list; raise the first problem."""
        if self.endless is not None:  # no smaller case is looked for
            raise self.endless
        self.summary.examples += 1
        novel = self.summary.is_new(run(self.function, case.make, strict=True))

        def attempt(faults: tuple[Fault, ...]) -> Run:
            return run(self.function, case.make, faults, strict=True)

        wanted = {"pairs": self.pairs and novel, "starve": self.starve and novel, "plausible": True}
        for faults, made in every_fault(attempt, most_for_pairs=_PAIRS_UP_TO, **wanted):
            self.summary.add(made)
            if made.problem is not None:
                self.failing = case, faults, made
                self.notes = tuple(getattr(made.problem, "__notes__", ()))
                self.endless = made.problem if isinstance(made.problem, EndlessRunError) else None
                raise made.problem
        if self.progress is not None:
            self.progress(self.summary)


def _explain(error: BaseException, campaign: _Campaign) -> None:
    """Note on the error what the smallest failing case was."""
    if campaign.failing is None or campaign.failing[2].problem is not error:
        return
    case, faults, made = campaign.failing
    error.__notes__ = list(campaign.notes)  # without those of Hypothesis, which say the same at length
    error.add_note(f"   case     {case!r}")
    if made.failed:
        error.add_note(f"   because  {failures(made.failed)}")
    line = last_line(campaign.function, case.make, faults, strict=True)
    body = getattr(campaign.function, "function", None)
    if line is not None and body is not None:
        error.add_note(f"   body     {_line(body.__code__.co_filename, line)}")


def _line(filename: str, line: int) -> str:
    import linecache  # noqa: PLC0415

    name = filename.replace("\\", "/").rpartition("/")[2]
    return f"ended at {name}:{line}  {linecache.getline(filename, line).strip()}".rstrip()
