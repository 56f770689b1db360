"""A JSON encoder wrote its output with the ``write`` of a file object. When that raised, the output was not released.

Reported: ultrajson/ultrajson#727
"""

from contextlib import suppress

from ptrstate import borrow, capi, or_raise

CODE = "PS006"


def write(text: str) -> int:
    """Fail as on a full disk."""
    raise OSError(text)


def buggy() -> None:
    output = or_raise(capi.PyUnicode_FromString("[1, 2, 3]"))  # created
    arguments = or_raise(capi.PyTuple_Pack(1, output.borrow()))
    written = capi.PyObject_CallObject(borrow(write), arguments.borrow())
    arguments.drop()
    if written is not None:
        output.drop()
    with suppress(OSError):
        or_raise(written).drop()


def fixed() -> None:
    output = or_raise(capi.PyUnicode_FromString("[1, 2, 3]"))
    arguments = or_raise(capi.PyTuple_Pack(1, output.borrow()))
    written = capi.PyObject_CallObject(borrow(write), arguments.borrow())
    arguments.drop()
    output.drop()
    with suppress(OSError):
        or_raise(written).drop()
