"""An array library made a message, passed it to ``PyErr_SetObject`` and forgot it, believing that the call steals it.

Reported: numpy/numpy#449
"""

from contextlib import suppress

from ptrstate import capi, or_none, or_raise

CODE = "PS006"


def buggy() -> None:
    message = or_raise(capi.PyUnicode_FromString("cannot cast"))  # created
    capi.PyErr_SetObject(capi.PyExc_TypeError, message.borrow())
    with suppress(TypeError):
        or_none(None)


def fixed() -> None:
    message = or_raise(capi.PyUnicode_FromString("cannot cast"))
    capi.PyErr_SetObject(capi.PyExc_TypeError, message.borrow())
    message.drop()
    with suppress(TypeError):
        or_none(None)
