"""What a run can do wrong besides the violations that the ledger knows."""

from __future__ import annotations


class MisbehaviourError(Exception):
    """A run that did what no C function does: it ended the process, went on for ever, left a thread behind."""


class EndlessRunError(MisbehaviourError):
    """A run that made more C calls than any run that ends."""
