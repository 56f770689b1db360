"""Finding ownership mistakes: every fault tried."""

from ptrstate.testing.faults import FaultReport, faults

__all__ = ["FaultReport", "faults"]
