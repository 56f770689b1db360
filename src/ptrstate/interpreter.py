"""The library that every process has: the running interpreter, through the compiled module ``ptrstate._native.capi``."""

from __future__ import annotations

from ptrstate._native.capi import ffi, lib
from ptrstate.binding import Library

library: Library = Library(ffi, lib)
