"""A loop released its objects at the end of each round and left them in their variables. When the next round failed early, the
error label released those of the round before again.

Reported: giampaolo/psutil#1616
"""

from contextlib import suppress

from ptrstate import OwnedPtr, Slot, borrow, capi, or_none, or_raise

CODE = "PS002"
INTERFACES = (b"lo", b"\xff")


def buggy() -> None:
    addresses = or_raise(capi.PyList_New(0))
    address: OwnedPtr | None = None
    for interface in INTERFACES:
        name = capi.PyUnicode_FromString(interface)
        if name is None:
            break
        address = or_raise(capi.PyUnicode_Concat(name.borrow(), borrow(": up")))  # created
        or_raise(capi.PyList_Append(addresses.borrow(), address.borrow()))
        name.drop()
        address.drop()  # ended
    if address is not None:
        address.drop()  # used


def fixed() -> None:
    addresses = or_raise(capi.PyList_New(0))
    address: Slot = Slot()
    for interface in INTERFACES:
        name = capi.PyUnicode_FromString(interface)
        if name is None:
            break
        made = or_raise(capi.PyUnicode_Concat(name.borrow(), borrow(": up")))
        or_raise(capi.PyList_Append(addresses.borrow(), made.borrow()))
        name.drop()
        address.put(made)
        address.clear()
    address.clear()
    addresses.drop()
    with suppress(UnicodeDecodeError):
        or_none(None)
