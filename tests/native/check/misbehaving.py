"""Prototypes that do what no C function does."""

from __future__ import annotations

import ctypes
import os
import sys
import threading
import time

from ptrstate import BorrowedPtr, OwnedPtr, capi, or_raise, prototype


@prototype
def never_returns(object: BorrowedPtr, /) -> OwnedPtr | None:
    while True:
        time.sleep(0.01)


@prototype
def calls_for_ever(object: BorrowedPtr, /) -> OwnedPtr | None:
    while True:
        or_raise(capi.PyObject_Repr(object)).drop()


@prototype
def recurses(object: BorrowedPtr, /) -> OwnedPtr | None:
    return recurses(object)


@prototype
def exits(object: BorrowedPtr, /) -> OwnedPtr | None:
    sys.exit(3)


@prototype
def ends_at_once(object: BorrowedPtr, /) -> OwnedPtr | None:
    os._exit(7)


class NoError(BaseException):
    """Something that ``except Exception`` does not catch."""


@prototype
def raises_a_non_exception(object: BorrowedPtr, /) -> OwnedPtr | None:
    msg = "stop"
    raise NoError(msg)


@prototype
def leaves_a_thread(object: BorrowedPtr, /) -> OwnedPtr | None:
    threading.Thread(target=time.sleep, args=(60,), name="left behind").start()
    return object.to_owned()


@prototype
def joins_a_thread(object: BorrowedPtr, /) -> OwnedPtr | None:
    thread = threading.Thread(target=time.sleep, args=(0,))
    thread.start()
    thread.join()
    return object.to_owned()


@prototype
def crashes(object: BorrowedPtr, /) -> OwnedPtr | None:
    ctypes.string_at(0)
    return object.to_owned()


@prototype
def has_a_typo(object: BorrowedPtr, /) -> OwnedPtr | None:
    return object.to_ownd()


@prototype
def prints(object: BorrowedPtr, /) -> OwnedPtr | None:
    print("noise that is no line of the protocol")
    return object.to_owned()
