"""The pytest plugin, run on small suites of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytest_plugins = ["pytester"]

LEAKS = """
from ptrstate import capi, own

def test_leaks():
    own([1])

def test_is_clean():
    own([1]).drop()
"""


@pytest.fixture
def run(pytester):
    def run(source: str, *options: str) -> pytest.RunResult:
        pytester.makepyfile(source)
        return pytester.runpytest_subprocess("-p", "no:cacheprovider", *options)

    return run


def test_the_fixture_fails_a_test_that_leaks(run):
    result = run(
        """
        from ptrstate import own

        def test_leaks(ledger):
            pointer = own([1])
            assert ledger.live == [pointer]

        def test_is_clean(ledger):
            own([1]).drop()
            assert ledger.created == ledger.ended == 1
        """
    )
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*PS006: a reference that never ended*", "*created  test_*.py:4*"])


def test_a_violation_that_was_swallowed_fails_the_test(run):
    result = run(
        """
        from ptrstate import own

        def test_swallows(ledger):
            pointer = own([1])
            pointer.drop()
            try:
                pointer.drop()
            except Exception:
                pass
        """
    )
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*PS002*"])


def test_a_test_that_fails_fails_for_its_own_reason_and_notes_the_leak(run):
    result = run(
        """
        from ptrstate import own

        def test_fails(ledger):
            pointer = own([1])
            assert 1 == 2, "its own reason"
        """
    )
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*AssertionError: its own reason*", "*PS006*"])


def test_without_the_option_nothing_is_looked_at(run):
    run(LEAKS, "-W", "ignore::pytest.PytestUnraisableExceptionWarning").assert_outcomes(passed=2)


def test_with_the_option_every_test_is(run):
    result = run(LEAKS, "--ptrstate-leaks")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*PS006*"])


def test_the_marker_keeps_a_book_or_none(run):
    result = run(
        """
        import pytest
        from ptrstate import own

        @pytest.mark.ptrstate
        def test_is_watched():
            own([1])

        @pytest.mark.ptrstate(leaks=False, checks="off")
        def test_is_not():
            pointer = own([1])
            pointer.drop()
        """,
        "--ptrstate-leaks",
        "--strict-markers",
    )
    result.assert_outcomes(passed=1, failed=1)


def test_a_marker_that_is_written_wrong_is_refused(run):
    result = run(
        """
        import pytest

        @pytest.mark.ptrstate(leak=True)
        def test_is_not_run():
            pass
        """
    )
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*marker ptrstate takes leaks=* and checks=*"])


def test_what_other_fixtures_own_is_theirs(run):
    result = run(
        """
        import pytest
        from ptrstate import own

        @pytest.fixture
        def pointer(ledger):
            made = own([1])
            yield made
            made.drop()

        def test_uses_it(pointer, ledger):
            assert pointer.to_python() == [1]
        """
    )
    result.assert_outcomes(passed=1)


@pytest.mark.parametrize("module", ["_ptrstate_pytest", "_ptrstate_hypothesis"])
def test_loading_it_imports_no_ptrstate(module):
    program = f"import sys, {module}; assert not any(name.split('.')[0] == 'ptrstate' for name in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize("order", ["hypothesis, ptrstate", "ptrstate, hypothesis"])
def test_from_type_resolves_whoever_is_imported_first(order):
    program = f"""
import {order}
from hypothesis import given, strategies as st
from ptrstate import OwnedPtr, BorrowedPtr
from ptrstate.pointees import PyListObject

@given(st.from_type(OwnedPtr[PyListObject]), st.from_type(BorrowedPtr))
def test(owned, borrowed):
    assert type(owned.to_python()) is list
    borrowed.to_python()

test()
"""
    subprocess.run([sys.executable, "-c", program], check=True)
