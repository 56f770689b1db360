"""Moves, borrows, NULLs and the error indicator, checked before anything runs.

``check_source(text, path)`` is for editors: it needs no type checker.  ``ptrstate lint`` looks at files with mypy's help.
"""

from __future__ import annotations

from ptrstate.lint.check import check_source, report_source
from ptrstate.lint.findings import Finding, Place, Report, Undecided

__all__ = ["Finding", "Place", "Report", "Undecided", "check_source", "report_source"]
