/* What the functions that the interpreter calls (generated, one for each slot of the table) share with the core. */
#ifndef PTRSTATE_TRAMPOLINES_H
#define PTRSTATE_TRAMPOLINES_H

#include <Python.h>

/* Where the entry of a call is found: in the type of the first argument, or of the first two; in the first argument, which is
 * a type or the self of a builtin; in the last argument, the closure of a getset; or in a table by its index. */
enum { BY_TYPE, BY_EITHER, BY_CLASS, BY_HOLDER, BY_CLOSURE, BY_POOL };

typedef struct {
    /* kinds: p for a pointer, n for an integer (as Py_ssize_t).  Returns the result, or failed with an exception set. */
    Py_ssize_t (*enter)(int slot, int by, Py_ssize_t failed, int tells, const char *kinds, ...);
} ptrstate_trampoline_api;

#define PTRSTATE_TRAMPOLINE_CAPSULE "ptrstate._native.core.trampolines"
#endif
