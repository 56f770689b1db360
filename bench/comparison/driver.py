"""Call one function of the module ``eighteen`` many times, as a test suite would, and say whether reference counts drifted.

    python driver.py FUNCTION

Run by ``run.py`` under each tool.
"""

import gc
import sys

import eighteen

TIMES = 40


class Thing:
    pass


def call(function):
    try:
        function(Thing())
    except AttributeError:
        pass
    except IndexError:
        pass


function = getattr(eighteen, sys.argv[1])
total = getattr(sys, "gettotalrefcount", None)
drifts = []
for _ in range(4):
    before = total() if total else 0
    for _ in range(TIMES):
        call(function)
    gc.collect()
    drifts.append(total() - before if total else 0)
if total and all(drift >= TIMES for drift in drifts[1:]):
    print("drift: each call leaves references behind", file=sys.stderr)
if total and all(drift <= -TIMES for drift in drifts[1:]):
    print("drift: each call takes references away", file=sys.stderr)
