"""The compiled half: ``core`` (handles, ledger, indicator levels, binding; plain C) and ``capi`` (cffi, over the headers)."""
