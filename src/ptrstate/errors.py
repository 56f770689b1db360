"""What goes wrong with ownership, one class per code.  Codes are never used again for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from ptrstate.violations.report import Leak, Report


class Violation:
    """What errors and warnings have in common: a code, a title, advice, and the report of one case."""

    code: ClassVar[str] = ""
    title: ClassVar[str] = ""
    help: ClassVar[str] = ""
    report: Report

    def __str__(self) -> str:
        return self.report.text()


class OwnershipError(Violation, Exception):
    """A mistake with ownership.  ``code`` names the kind, ``report`` says where it began and where it ended."""

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report


class OwnershipWarning(Violation, UserWarning):
    """A habit that is not wrong by itself but often goes wrong."""

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report


class UseAfterDropError(OwnershipError):
    """An owned pointer used after it was dropped."""

    code = "PS001"
    title = "use of a dropped pointer"
    help = "use it before the drop, or clone() it before the drop and use the clone"


class DoubleDropError(OwnershipError):
    """An owned pointer dropped twice."""

    code = "PS002"
    title = "second drop of a pointer"
    help = "one reference ends once: remove one of the two drops"


class UseAfterMoveError(OwnershipError):
    """An owned pointer used, dropped or borrowed from after it was moved or stolen."""

    code = "PS003"
    title = "use of a moved pointer"
    help = "clone() it before the move, or borrow it from its new owner"


class BorrowOutlivesOwnerError(OwnershipError):
    """A borrow used, or returned, after the handle it came from was dropped, moved or made raw."""

    code = "PS004"
    title = "a borrow that outlives its owner"
    help = "use the borrow before the owner ends, or make it owned with to_owned()"


class DanglingBorrowError(OwnershipError):
    """A borrow whose object would have died meanwhile: the owner let go of it."""

    code = "PS005"
    title = "a borrow whose object is gone"
    help = "make it owned with to_owned() as soon as it is borrowed, or call the function that returns a strong reference"


class LeakError(OwnershipError):
    """Owned pointers, references in flight or buffers that never ended, or calls never undone.  ``leaks`` lists them all."""

    code = "PS006"
    title = "a reference that never ended"
    help = "drop() it on every path, or write `with pointer:`, or let a scope() or an RAII prototype do it"
    leaks: tuple[Leak, ...] = ()


class NullPointerError(OwnershipError):
    """NULL where the contract takes none."""

    code = "PS007"
    title = "NULL where none is taken"
    help = "look at the result first: or_raise() it, or compare it with None"


class CallWithErrorSetError(OwnershipError):
    """A call that must not be made with an exception pending."""

    code = "PS008"
    title = "a call with an exception pending"
    help = "take the exception first: or_raise(), or PyErr_Fetch / PyErr_GetRaisedException and restore it afterwards"


class NullWithoutErrorError(OwnershipError):
    """A prototype returned its error value with no exception set, or ``or_raise`` met one."""

    code = "PS009"
    title = "an error value without an exception"
    help = "set an exception before returning the error value; where NULL means absent, declare it so and use or_none()"


class ResultWithErrorError(OwnershipError):
    """A prototype returned a result, or a void one returned, with an exception set."""

    code = "PS010"
    title = "a result with an exception set"
    help = "return the error value, or clear the exception that was expected"


class ErrorLostError(OwnershipError):
    """A pending exception that nobody took when its level, outermost scope or ledger ended."""

    code = "PS011"
    title = "an exception that nobody took"
    help = "look at the result of the failing call: or_raise() it, or clear the exception on purpose"


class StateMismatchError(OwnershipError):
    """A pointer of the wrong state."""

    code = "PS012"
    title = "a pointer of the wrong state"
    help = "lend an owned pointer with pointer.borrow(); give a reference of a borrowed one with pointer.to_owned()"


class OverReleaseError(OwnershipError):
    """A reference released that nobody gave up, a call undone that nobody made, or a count below what live owners hold."""

    code = "PS013"
    title = "a release of a reference that is not there to release"
    help = "release only what is owned; a borrowed pointer is not"


class ContractViolationError(OwnershipError):
    """A C function, or a prototype, did not do what its declaration says."""

    code = "PS014"
    title = "a function that breaks its contract"
    help = "correct the declaration, or the function"


class BufferOutlivesOwnerError(OwnershipError):
    """An interior pointer used after its owner ended or moved the memory, or a ``Py_buffer`` after its release."""

    code = "PS015"
    title = "an interior pointer that outlives its owner"
    help = "copy it with bytes() while it is good, keep its owner, or ask for the address again after a change"


class AllocatorMismatchError(OwnershipError):
    """Memory freed in another domain than it was allocated in."""

    code = "PS016"
    title = "memory freed by the wrong allocator"
    help = "free with the function of the same family: PyMem_RawFree, PyMem_Free or PyObject_Free"


class SlotOverwriteError(OwnershipError):
    """An owned pointer in a slot overwritten without being dropped."""

    code = "PS017"
    title = "an owned pointer overwritten in its slot"
    help = "take() or clear() the slot first; replace() hands the old pointer back"


class BorrowedReturnError(OwnershipError):
    """A prototype returned a borrowed pointer where it declares an owned one."""

    code = "PS018"
    title = "a borrowed pointer returned as owned"
    help = "return pointer.to_owned()"


class ThreadError(OwnershipError):
    """A handle used in another thread or interpreter than its own."""

    code = "PS019"
    title = "a handle used in another thread"
    help = "send the Python object, or into_raw() here and assume_owned() there"


class UninitializedError(OwnershipError):
    """An object with unset items passed to anything but its fillers."""

    code = "PS020"
    title = "an object with unset items"
    help = "fill every item first"


class BorrowAcrossCallWarning(OwnershipWarning):
    """A borrow from a mutable owner used after a call that may have run Python code."""

    code = "PS101"
    title = "a borrow held across a call that may run Python code"
    help = "make it owned with to_owned() before the call"


class BlanketClearWarning(OwnershipWarning):
    """``PyErr_Clear`` on an exception whose type nobody asked for."""

    code = "PS102"
    title = "an exception cleared unseen"
    help = "ask with PyErr_ExceptionMatches first, and let the unexpected ones through"


CODES: dict[str, type[OwnershipError | OwnershipWarning]] = {
    kind.code: kind for base in (OwnershipError, OwnershipWarning) for kind in base.__subclasses__()
}
"""Every code and its class."""
