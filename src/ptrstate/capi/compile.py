"""The declarations of ``Include/compile.h`` and ``Include/cpython/compile.h``."""

from __future__ import annotations

from ptrstate.declaration import c_function
from ptrstate.vocabulary import CInt

_LEFT_OUT: dict[str, str] = {}


@c_function
def PyCompile_OpcodeStackEffect(opcode: CInt, oparg: CInt, /) -> CInt:
    """Return how much higher the stack is after an instruction; the largest ``int`` when there is no such instruction."""
    raise NotImplementedError


@c_function
def PyCompile_OpcodeStackEffectWithJump(opcode: CInt, oparg: CInt, jump: CInt, /) -> CInt:
    """Return the same for an instruction that jumps (1), does not (0), or may (-1)."""
    raise NotImplementedError
