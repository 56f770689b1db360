"""A handle used in another thread than its own."""

import threading

from ptrstate import OwnedPtr
from ptrstate.pointees import PyListObject


def caught(call, raised) -> None:
    """Call, and keep what it raises for the thread that waits."""
    try:
        call()
    except Exception as error:
        raised.append(error)


def refused(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    thread = threading.Thread(target=caught, args=(item.drop, raised := []))
    thread.start()
    thread.join()
    for error in raised:
        raise error
    return None


def fixed(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    item.drop()
    return None
