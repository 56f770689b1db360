"""What a contract does not tell: the particular arguments that some functions need, one file per family of headers.

An argument is the name of an object specimen, a value, or a specimen; a parameter that a row leaves out gets the usual one.
"""

from __future__ import annotations

from ptrstate.specimens.particular import machinery, values
from ptrstate.specimens.particular.rows import Row

__all__ = ["PARTICULAR", "Row"]

PARTICULAR: dict[str, tuple[Row, ...]] = {**values.ROWS, **machinery.ROWS}
