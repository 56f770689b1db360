"""The compiled half: ``core`` (handles, ledger, indicator levels, binding; plain C) and ``capi`` (cffi, over the headers)."""

from ptrstate._native import core

core.require_main_interpreter()  # a subinterpreter is given a copy of the module that the main one has
