/* What a cffi module includes so that its functions keep the thread state attached and the error indicator in levels.
 *
 * cffi lets go of the thread state around every call.  Include this after Python.h in the source given to set_source() of a
 * module whose functions touch Python objects: calls then run attached, the exception pending at this level is put back
 * before the call and fetched after it. */
#ifndef PTRSTATE_H
#define PTRSTATE_H

#include <Python.h>

/* One level of the error indicator: what is pending between the C calls that one C call makes into Python and back. */
typedef struct ptrstate_level {
    struct ptrstate_level *outer;
    PyObject *pending;
    void *origin;
    int asked;          /* somebody asked for the type of what is pending */
} ptrstate_level;

typedef struct {
    void (*enter)(ptrstate_level *);
    void (*leave)(ptrstate_level *);
} ptrstate_indicator_api;

#define PTRSTATE_INDICATOR_CAPSULE "ptrstate._native.core.indicator"

#ifndef PTRSTATE_CORE
static const ptrstate_indicator_api *ptrstate_indicator;

static void
ptrstate_call_begins(ptrstate_level *level)
{
    if (ptrstate_indicator == NULL) {
        ptrstate_indicator = (const ptrstate_indicator_api *)PyCapsule_Import(PTRSTATE_INDICATOR_CAPSULE, 0);
        if (ptrstate_indicator == NULL) {
            Py_FatalError("ptrstate._native.core has to be imported before a module that includes ptrstate.h is called");
        }
    }
    ptrstate_indicator->enter(level);
}

#undef Py_BEGIN_ALLOW_THREADS
#undef Py_END_ALLOW_THREADS
#define Py_BEGIN_ALLOW_THREADS { ptrstate_level ptrstate_this_level; ptrstate_call_begins(&ptrstate_this_level);
#define Py_END_ALLOW_THREADS ptrstate_indicator->leave(&ptrstate_this_level); }

static int ptrstate_attached(void) { return 1; }
#endif

#endif
