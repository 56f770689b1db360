"""What the ledger costs: bytes per live pointer, cost per call by how many live, and each call under full, light and off.

    python bench/ledger.py [--json FILE]

Times are the fastest of interleaved rounds, in nanoseconds; machines are noisy, so read the ratios.
"""

from __future__ import annotations

import argparse
import gc
import json
import timeit
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from ptrstate import capi, checks, ledger, or_raise, own, scope
from ptrstate._native import core

LIVE = (10, 1_000, 100_000, 1_000_000)
CALLS, ROUNDS = 20_000, 15


def fastest(function: Callable[[], object]) -> float:
    """Return nanoseconds per call, the fastest of several rounds."""
    return min(timeit.repeat(function, number=CALLS, repeat=ROUNDS)) / CALLS * 1e9


def bytes_per_pointer(count: int = 100_000) -> tuple[float, int]:
    """Return what the books hold for one live pointer beyond its handle, and the size of the handle."""
    objects = [object() for _ in range(count)]
    with ledger() as book:
        gc.collect()
        tracemalloc.start()
        handles = [own(thing) for thing in objects]
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        size = core.OwnedPtr.__basicsize__ + 16  # the collector's header
        for handle in handles:
            handle.drop()
        assert not book.live
    return held / count - size - 8, size  # 8: the list that holds the handle


def calls() -> dict[str, Callable[[], object]]:
    """Return the calls that are timed, over objects of their own."""
    items = own([object(), 2, 3])
    lent = items.borrow()
    from_long, size, get_item, set_item = capi.PyLong_FromLong, capi.PyList_Size, capi.PyList_GetItem, capi.PyList_SetItem
    item = own(object())

    def failing() -> None:
        try:
            or_raise(get_item(lent, 100))
        except IndexError:
            pass

    return {
        "create and drop": lambda: from_long(123456).drop(),
        "borrowed argument": lambda: size(lent),
        "borrow and call": lambda: size(items.borrow()),
        "borrowed result": lambda: get_item(lent, 0),
        "clone and steal": lambda: set_item(lent, 0, item.clone()),
        "failing call": failing,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    console = Console()
    result: dict[str, Any] = {}

    beyond, size = bytes_per_pointer()
    result["bytes"] = {"beyond the handle": beyond, "handle": size}
    console.print(f"bytes per live pointer: {beyond:.0f} beyond the handle's {size}")

    levels = Table(title="ns per call, by level of checks")
    for heading in ("call", "full", "light", "off"):
        levels.add_column(heading)
    result["levels"] = {}
    for name, call in calls().items():
        row = {}
        for level in ("full", "light", "off"):
            with checks(level):
                row[level] = fastest(call)
        result["levels"][name] = row
        levels.add_row(name, *(f"{row[level]:.0f}" for level in ("full", "light", "off")))
    console.print(levels)

    flat = Table(title="ns per call, by how many pointers live (ratio to 10)")
    flat.add_column("call")
    result["live"] = {name: {} for name in calls()}
    for count in LIVE:
        flat.add_column(f"{count:,}")
        objects = [object() for _ in range(count)]
        held = [own(thing) for thing in objects]
        for name, call in calls().items():
            result["live"][name][count] = fastest(call)
        for handle in held:
            handle.drop()
    for name, row in result["live"].items():
        flat.add_row(name, *(f"{row[count]:.0f} ({row[count] / row[LIVE[0]]:.2f})" for count in LIVE))
    console.print(flat)
    if options.json:
        options.json.write_text(json.dumps(result, indent=1), encoding="utf-8")


if __name__ == "__main__":
    with scope():
        main()
