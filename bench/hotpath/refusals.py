"""What the handles have to refuse, tried before anything is measured: the cost of a check that does not work says nothing."""

from __future__ import annotations

import contextlib
import gc
import threading
from typing import Any

SETUP = "item = own(object()); held = own([object()]); items = held.borrow()"

MISTAKES = {
    "PS001": "item.drop(); item.borrow()",
    "PS002": "item.drop(); item.drop()",
    "PS003": "PyList_SetItem(items, 0, item); item.clone()",
    "PS004": "held.drop(); PyList_Size(items)",
    "PS005": "first = PyList_GetItem(items, 0); PyList_SetItem(items, 0, item); PyList_Size(borrow([])); PyList_Size(first)",
    "PS006": "del item",
    "PS007": "PyList_Size(None)",
    "PS008": "PyList_GetItem(items, 9)\ntry:\n    PyList_Size(items)\nfinally:\n    pending.clear()",
    "PS009": "or_raise(None)",
    "PS012": "PyList_Size(held)",
    "PS013": (
        "kept = object(); one = own(kept); two = own(kept); decref(one.address); decref(one.address)\n"
        "try:\n    one.drop()\nfinally:\n    incref(two.address)"
    ),
    "PS014": "bind(Contract('liar', ('borrowed',), 'value'), lambda address: -1)(items)",
    "PS017": (
        "slot = Slot(); optional_attr(borrow(1), borrow('real'), slot)\n"
        "try:\n    optional_attr(borrow(1), borrow('real'), slot)\nfinally:\n    slot.take().drop()"
    ),
    "PS019": "def use():\n    item.drop()\nelsewhere(use)",
}


def elsewhere(use: Any) -> None:
    """Run ``use`` in another thread and raise here what it raised there."""
    raised: list[Exception] = []

    def run() -> None:
        try:
            use()
        except Exception as error:
            raised.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    for error in raised:
        raise error


def check(handles: Any) -> None:
    """Make every mistake with the handles of this module; ``AssertionError`` for one that goes through."""
    book = handles.book
    for code, mistake in MISTAKES.items():
        names = {**vars(handles), **handles.functions, "elsewhere": elsewhere}
        with contextlib.suppress(handles.Violation):
            exec(f"{SETUP}\n{mistake}", names)
        files = {names[name].created[1].co_filename for name in ("held", "items")}
        assert files == {"<string>"}, "a site is not the caller's"
        seen = {violation.code for violation in book.violations}
        assert code in seen, f"{code} went unnoticed"
        names.clear()
        book.violations.clear()
        gc.collect()
        left = [*book.live, *book.owners, *book.hidden]
        assert not left, f"{code}: the book is not empty after all has gone"
        book.violations.clear()  # what the mistake left behind owned until now
