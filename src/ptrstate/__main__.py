"""``python -m ptrstate``."""

from __future__ import annotations

import sys

from ptrstate.cli import main

if __name__ == "__main__":
    sys.exit(main())
