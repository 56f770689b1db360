"""The declarations of ``Include/monitoring.h`` and ``Include/cpython/monitoring.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyMonitoringState
from ptrstate.states import BorrowedPtr, NonNull, Status
from ptrstate.vocabulary import As, CInt

_LEFT_OUT = {
    "*": "no object in it",
}


@c_function(since="3.13", may_run_python=True)
def PyMonitoring_FireBranchEvent(
    state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: Annotated[int, As("int32_t")], target: BorrowedPtr, /
) -> Status:
    """Tell the tools that a branch was taken."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True, error_set="required")
def PyMonitoring_FireCRaiseEvent(
    state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: Annotated[int, As("int32_t")], /
) -> Status:
    """Tell the tools that a C function raised; the exception stays set."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyMonitoring_FireCReturnEvent(
    state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: Annotated[int, As("int32_t")], value: BorrowedPtr, /
) -> Status:
    """Tell the tools that a C function returned."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyMonitoring_FireCallEvent(
    state: NonNull[PyMonitoringState],
    code: BorrowedPtr,
    offset: Annotated[int, As("int32_t")],
    callable: BorrowedPtr,
    argument: BorrowedPtr,
    /,
) -> Status:
    """Tell the tools that a call begins."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True, error_set="required")
def PyMonitoring_FireExceptionHandledEvent(
    state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: Annotated[int, As("int32_t")], /
) -> Status:
    """Tell the tools that an exception was caught; the exception stays set."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyMonitoring_FireJumpEvent(
    state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: Annotated[int, As("int32_t")], target: BorrowedPtr, /
) -> Status:
    """Tell the tools that a jump was made."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyMonitoring_FireLineEvent(
    state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: Annotated[int, As("int32_t")], line: CInt, /
) -> Status:
    """Tell the tools that a line begins."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyMonitoring_FirePyResumeEvent(
    state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: Annotated[int, As("int32_t")], /
) -> Status:
    """Tell the tools that a generator goes on."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyMonitoring_FirePyReturnEvent(
    state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: Annotated[int, As("int32_t")], value: BorrowedPtr, /
) -> Status:
    """Tell the tools that a function returned."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyMonitoring_FirePyStartEvent(
    state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: Annotated[int, As("int32_t")], /
) -> Status:
    """Tell the tools that a function begins."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True, error_set="required")
def PyMonitoring_FirePyThrowEvent(
    state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: Annotated[int, As("int32_t")], /
) -> Status:
    """Tell the tools that an exception was thrown into a generator; the exception stays set."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True, error_set="required")
def PyMonitoring_FirePyUnwindEvent(
    state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: Annotated[int, As("int32_t")], /
) -> Status:
    """Tell the tools that a function ends by an exception; the exception stays set."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyMonitoring_FirePyYieldEvent(
    state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: Annotated[int, As("int32_t")], value: BorrowedPtr, /
) -> Status:
    """Tell the tools that a generator yielded."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True, error_set="required")
def PyMonitoring_FireRaiseEvent(
    state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: Annotated[int, As("int32_t")], /
) -> Status:
    """Tell the tools that an exception was raised; the exception stays set."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True, error_set="required")
def PyMonitoring_FireReraiseEvent(
    state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: Annotated[int, As("int32_t")], /
) -> Status:
    """Tell the tools that an exception was raised again; the exception stays set."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyMonitoring_FireStopIterationEvent(
    state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: Annotated[int, As("int32_t")], value: BorrowedPtr, /
) -> Status:
    """Tell the tools that an iteration ended."""
    raise NotImplementedError
