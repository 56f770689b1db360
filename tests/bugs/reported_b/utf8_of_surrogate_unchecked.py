"""A text went from ``PyUnicode_AsUTF8`` straight to the ``%s`` of ``PyErr_Format``. A text with a lone surrogate has no UTF-8,
and the interpreter crashes while it writes the message.

Reported: python-cffi/cffi#256
"""

from contextlib import suppress

from ptrstate import borrow, capi, or_none, or_raise

CODE = "PS007"


def buggy() -> None:
    text = capi.PyUnicode_AsUTF8(borrow("\ud800"))
    capi.PyErr_Format(capi.PyExc_AttributeError, "no attribute '%s'", text)  # used


def fixed() -> None:
    with suppress(UnicodeEncodeError, AttributeError):
        text = or_raise(capi.PyUnicode_AsUTF8(borrow("\ud800")))
        capi.PyErr_Format(capi.PyExc_AttributeError, "no attribute '%s'", text)
        or_none(None)
