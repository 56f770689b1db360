"""What Hypothesis loads with itself: ``st.from_type(OwnedPtr[PyListObject])`` works, whichever of the two is imported first.

A top-level module, so that whoever imports Hypothesis does not import ptrstate with it.  ptrstate, when it is imported later,
finds Hypothesis there and calls :func:`setup` itself.
"""

from __future__ import annotations

import sys
from typing import Any


def setup() -> None:
    """Have ``st.from_type`` know the pointer states, if ptrstate is there; what makes the pointers is imported with the first."""
    states = sys.modules.get("ptrstate.states")
    if states is None:
        return
    from hypothesis import strategies as st  # noqa: PLC0415

    for name in ("OwnedPtr", "BorrowedPtr", "NonNull"):
        state = getattr(states, name)

        def resolve(thing: Any, state: type[Any] = state) -> Any:  # noqa: ANN401
            from ptrstate.testing.strategies import from_annotation  # noqa: PLC0415

            return from_annotation(state, thing)

        st.register_type_strategy(state, resolve)
