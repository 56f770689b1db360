"""The declarations of ``Include/datetime.h``: the macros, over a table that the binding imports when it is first needed."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import (
    PyDateTime_Date,
    PyDateTime_DateTime,
    PyDateTime_Delta,
    PyDateTime_Time,
    PyDateTime_TZInfo,
    PyTupleObject,
    PyUnicodeObject,
)
from ptrstate.states import BorrowedPtr, OwnedPtr
from ptrstate.vocabulary import Between, CBool, CInt, From, IfNull, Unchecked

_LEFT_OUT = {
    "PyDateTime_IMPORT": "the binding does it",
    "PyDateTimeAPI": "a table of functions, each of which is declared as a macro",
}

_ROOM_TO_CARRY = (-(1 << 31) + (1 << 16), (1 << 31) - (1 << 16))
"""The numbers of days or seconds to which those that the smaller unit is worth can be added in an ``int``."""

PyDateTime_TimeZone_UTC: Final = c_data("PyDateTime_TimeZone_UTC", PyDateTime_TZInfo)


@c_function(kind="macro")
def PyDate_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``date``, or of a type derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDate_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``date`` and of no derived type."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``datetime``, or of a type derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``datetime`` and of no derived type."""
    raise NotImplementedError


@c_function(kind="macro")
def PyTime_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``time``, or of a type derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyTime_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``time`` and of no derived type."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDelta_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``timedelta``, or of a type derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDelta_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``timedelta`` and of no derived type."""
    raise NotImplementedError


@c_function(kind="macro")
def PyTZInfo_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``tzinfo``, or of a type derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyTZInfo_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``tzinfo`` and of no derived type."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_GET_YEAR(date: Annotated[BorrowedPtr[PyDateTime_Date], Unchecked("type")], /) -> CInt:
    """Return the year."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_GET_MONTH(date: Annotated[BorrowedPtr[PyDateTime_Date], Unchecked("type")], /) -> CInt:
    """Return the month."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_GET_DAY(date: Annotated[BorrowedPtr[PyDateTime_Date], Unchecked("type")], /) -> CInt:
    """Return the day."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_DATE_GET_HOUR(datetime: Annotated[BorrowedPtr[PyDateTime_DateTime], Unchecked("type")], /) -> CInt:
    """Return the hour."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_DATE_GET_MINUTE(datetime: Annotated[BorrowedPtr[PyDateTime_DateTime], Unchecked("type")], /) -> CInt:
    """Return the minute."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_DATE_GET_SECOND(datetime: Annotated[BorrowedPtr[PyDateTime_DateTime], Unchecked("type")], /) -> CInt:
    """Return the second."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_DATE_GET_MICROSECOND(datetime: Annotated[BorrowedPtr[PyDateTime_DateTime], Unchecked("type")], /) -> CInt:
    """Return the microsecond."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_DATE_GET_FOLD(datetime: Annotated[BorrowedPtr[PyDateTime_DateTime], Unchecked("type")], /) -> CInt:
    """Return which of two like times it is, 0 or 1."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_DATE_GET_TZINFO(
    datetime: Annotated[BorrowedPtr[PyDateTime_DateTime], Unchecked("type")], /
) -> Annotated[BorrowedPtr, From("datetime")]:
    """Return the time zone, ``None`` when it has none."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_TIME_GET_HOUR(time: Annotated[BorrowedPtr[PyDateTime_Time], Unchecked("type")], /) -> CInt:
    """Return the hour."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_TIME_GET_MINUTE(time: Annotated[BorrowedPtr[PyDateTime_Time], Unchecked("type")], /) -> CInt:
    """Return the minute."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_TIME_GET_SECOND(time: Annotated[BorrowedPtr[PyDateTime_Time], Unchecked("type")], /) -> CInt:
    """Return the second."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_TIME_GET_MICROSECOND(time: Annotated[BorrowedPtr[PyDateTime_Time], Unchecked("type")], /) -> CInt:
    """Return the microsecond."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_TIME_GET_FOLD(time: Annotated[BorrowedPtr[PyDateTime_Time], Unchecked("type")], /) -> CInt:
    """Return which of two like times it is, 0 or 1."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_TIME_GET_TZINFO(
    time: Annotated[BorrowedPtr[PyDateTime_Time], Unchecked("type")], /
) -> Annotated[BorrowedPtr, From("time")]:
    """Return the time zone, ``None`` when it has none."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_DELTA_GET_DAYS(delta: Annotated[BorrowedPtr[PyDateTime_Delta], Unchecked("type")], /) -> CInt:
    """Return the days."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_DELTA_GET_SECONDS(delta: Annotated[BorrowedPtr[PyDateTime_Delta], Unchecked("type")], /) -> CInt:
    """Return the seconds."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_DELTA_GET_MICROSECONDS(delta: Annotated[BorrowedPtr[PyDateTime_Delta], Unchecked("type")], /) -> CInt:
    """Return the microseconds."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDate_FromDate(year: CInt, month: CInt, day: CInt, /) -> OwnedPtr[PyDateTime_Date] | None:
    """Make a ``date``; ``ValueError`` when there is no such day."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_FromDateAndTime(
    year: CInt, month: CInt, day: CInt, hour: CInt, minute: CInt, second: CInt, microsecond: CInt, /
) -> OwnedPtr[PyDateTime_DateTime] | None:
    """Make a ``datetime``; ``ValueError`` when there is no such time."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDateTime_FromDateAndTimeAndFold(
    year: CInt, month: CInt, day: CInt, hour: CInt, minute: CInt, second: CInt, microsecond: CInt, fold: CInt, /
) -> OwnedPtr[PyDateTime_DateTime] | None:
    """Make a ``datetime``, the first (0) or second (1) of two like ones; ``ValueError`` when there is no such time."""
    raise NotImplementedError


@c_function(kind="macro")
def PyTime_FromTime(hour: CInt, minute: CInt, second: CInt, microsecond: CInt, /) -> OwnedPtr[PyDateTime_Time] | None:
    """Make a ``time``; ``ValueError`` when there is no such time."""
    raise NotImplementedError


@c_function(kind="macro")
def PyTime_FromTimeAndFold(
    hour: CInt, minute: CInt, second: CInt, microsecond: CInt, fold: CInt, /
) -> OwnedPtr[PyDateTime_Time] | None:
    """Make a ``time``, the first (0) or second (1) of two like ones; ``ValueError`` when there is no such time."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDelta_FromDSU(
    days: Annotated[CInt, Between(*_ROOM_TO_CARRY)], seconds: Annotated[CInt, Between(*_ROOM_TO_CARRY)], microseconds: CInt, /
) -> OwnedPtr[PyDateTime_Delta] | None:
    """Make a ``timedelta``; ``OverflowError`` when it is too large.  Whole seconds and days are carried over before it is seen."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def PyTimeZone_FromOffset(
    offset: Annotated[BorrowedPtr[PyDateTime_Delta], Unchecked("type")], /
) -> OwnedPtr[PyDateTime_TZInfo] | None:
    """Make a time zone without a name; ``ValueError`` when the offset is a day or more."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def PyTimeZone_FromOffsetAndName(
    offset: Annotated[BorrowedPtr[PyDateTime_Delta], Unchecked("type")],
    name: Annotated[BorrowedPtr[PyUnicodeObject] | None, IfNull("default"), Unchecked("type")],
    /,
) -> OwnedPtr[PyDateTime_TZInfo] | None:
    """Make a time zone with a name; ``ValueError`` when the offset is a day or more."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def PyDateTime_FromTimestamp(args: BorrowedPtr[PyTupleObject], /) -> OwnedPtr[PyDateTime_DateTime] | None:
    """Make a ``datetime`` of a tuple with a timestamp and maybe a time zone, as ``datetime.fromtimestamp`` does."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def PyDate_FromTimestamp(args: BorrowedPtr[PyTupleObject], /) -> OwnedPtr[PyDateTime_Date] | None:
    """Make a ``date`` of a tuple with a timestamp, as ``date.fromtimestamp`` does."""
    raise NotImplementedError
