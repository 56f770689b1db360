/* What the files of the installed functions share: entries.c calls them, instances.c sees to the lives of instances, installed.c
 * makes types and builtins. */
#ifndef PTRSTATE_INSTALLED_H
#define PTRSTATE_INSTALLED_H

#include "core.h"
#include "trampolines.h"

typedef struct {
    PyObject_HEAD
    int count;
    PyObject **entries;                         /* by the index of the slot */
    PyObject *dealloc, *traverse, *clear;       /* entries or NULL: these have more to do than to call one */
    PyObject *fields;                           /* a tuple of names */
    PyObject *closures;                         /* what the getsets point to */
    PyGetSetDef *getset;
} installation;

typedef struct {
    PyObject *slot;             /* NULL until it is asked for */
    void *unvisited;            /* what tp_traverse left out when it was last asked */
} field;

typedef struct instance {
    PyObject_HEAD
    PyObject *weakrefs;
    struct instance *previous, *next;           /* those with a tp_traverse of their own and something to visit */
    bool listed;
    bool ending;                                /* tp_dealloc runs: no collection, of another thread's say, may take a reference */
    field fields[1];
} instance;

typedef struct {
    PyObject_HEAD
    PyObject *entry, *self, *name, *doc;
    PyMethodDef definition;
} holder;

extern PyTypeObject *Installation_Type, *Holder_Type;

installation *installed_in(PyTypeObject *type);         /* borrowed; NULL when neither it nor a base is installed */

/* entries.c */
int entries_init(PyObject *module);
Py_ssize_t call_entry(PyObject *entry, Py_ssize_t failed, bool tells, const char *kinds, const Py_ssize_t *given, int count);

/* instances.c */
int instances_init(PyObject *module);
void installed_dealloc(PyObject *self);
int installed_traverse(PyObject *self, visitproc visit, void *arg);
int installed_clear(PyObject *self);

#endif
