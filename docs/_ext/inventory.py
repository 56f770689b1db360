"""Make ``docs/python-capi.inv`` from an ``objects.inv`` of Python's documentation: the C names alone, so that builds need no network.

    python docs/_ext/inventory.py /usr/share/doc/python3.11-doc/html/objects.inv
"""

from __future__ import annotations

import sys
import zlib
from pathlib import Path

HEADER_LINES = 4


def main(source: str) -> None:
    """Write the C names of ``source`` beside ``conf.py``."""
    data = Path(source).read_bytes()
    header, rest = b"", data
    for _ in range(HEADER_LINES):
        line, _, rest = rest.partition(b"\n")
        header += line + b"\n"
    lines = zlib.decompress(rest).decode().splitlines()
    kept = [line for line in lines if " c:" in line and not line.split()[1].startswith("c:functionParam")]
    target = Path(__file__).parents[1] / "python-capi.inv"
    target.write_bytes(header + zlib.compress("\n".join(kept).encode() + b"\n", 9))
    print(f"{len(kept)} names in {target}")


if __name__ == "__main__":
    main(sys.argv[1])
