"""How a warning reaches the program: at the line that made it, through the ``warnings`` module."""

from __future__ import annotations

import warnings

from ptrstate.errors import OwnershipWarning


def warn(warning: OwnershipWarning) -> None:
    """Issue ``warning`` at the place it is about; it raises where the filters say so."""
    site = warning.report.used
    if site is None or site.code is None:
        warnings.warn(warning, stacklevel=2)
    else:
        warnings.warn_explicit(warning, type(warning), site.file, site.line)
