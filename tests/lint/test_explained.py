"""The page of each code: lint finds the mistake in its example, and nothing in its fix."""

from __future__ import annotations

import re

import pytest

from ptrstate.errors import CODES
from ptrstate.lint import check_source
from ptrstate.violations.explain import page

ONLY_A_RUN_SEES = {
    "PS014": "what a C function does against its declaration is nowhere in the source",
    "PS019": "which thread a call runs in is decided while it runs",
}


def blocks(code: str) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```", page(code), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("code", sorted(CODES))
def test_the_example_is_found(code):
    found = {finding.code for finding in check_source(blocks(code)[0], code)}
    assert (code in found) == (code not in ONLY_A_RUN_SEES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_the_fix_is_clean(code):
    for fix in blocks(code)[1:]:
        assert check_source(fix, code) == []
