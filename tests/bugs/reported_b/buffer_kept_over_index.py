"""The address of a bytearray's bytes was taken, then the argument was turned into a number. Its ``__index__`` cleared the
bytearray, and the bytes were searched where they no longer were.

Reported: python/cpython#142559
"""

from ptrstate import borrow, capi, or_raise, own

CODE = "PS015"


class Number:
    """Something like a number, which empties what it is looked for in."""

    def __init__(self, victim: bytearray) -> None:
        self.victim = victim

    def __index__(self) -> int:
        self.victim.clear()
        return 65


def buggy() -> None:
    victim = own(bytearray(b"A" * 100))  # created
    number = borrow(Number(victim.to_python()))
    content = capi.PyByteArray_AsString(victim.borrow())  # borrowed
    or_raise(capi.PyNumber_Index(number)).drop()
    or_raise(capi.PyBytes_FromString(content)).drop()  # used
    victim.drop()


def fixed() -> None:
    victim = own(bytearray(b"A" * 100))
    number = borrow(Number(victim.to_python()))
    or_raise(capi.PyNumber_Index(number)).drop()
    content = capi.PyByteArray_AsString(victim.borrow())
    or_raise(capi.PyBytes_FromString(content)).drop()
    victim.drop()
