"""The caller's object was put into a tuple with ``PyTuple_SET_ITEM`` without a reference for the tuple to steal. The tuple
released the caller's reference when it died, and the program crashed later.

Reported: OpenChemistry/tomviz#638
"""

from ptrstate import borrow, capi, or_raise

CODE = "PS012"


def buggy() -> None:
    arguments = or_raise(capi.PyTuple_New(1))
    dataset = borrow(["dataset"])  # borrowed
    capi.PyTuple_SET_ITEM(arguments.borrow(), 0, dataset)  # used
    arguments.drop()


def fixed() -> None:
    arguments = or_raise(capi.PyTuple_New(1))
    dataset = borrow(["dataset"])
    capi.PyTuple_SET_ITEM(arguments.borrow(), 0, dataset.to_owned())
    arguments.drop()
