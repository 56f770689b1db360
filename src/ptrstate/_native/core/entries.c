/* Calling an entry: the generated trampolines come here with their arguments; an entry (a Python callable) gets them as integers
 * and returns one.  What was pending outside is kept while it runs. */
#include "installed.h"

#define MOST_WORDS 8
#define MOST_POOLED 256         /* as many as trampolines.py writes */

static PyObject *pool[MOST_POOLED];

Py_ssize_t
call_entry(PyObject *entry, Py_ssize_t failed, bool tells, const char *kinds, const Py_ssize_t *given, int count)
{
    PyObject *type, *value, *trace;
    PyErr_Fetch(&type, &value, &trace);
    ptrstate_level level;
    level_open(&level);
    PyObject *arguments[MOST_WORDS], *answer = NULL;
    int made = 0;
    while (made < count
           && (arguments[made] = kinds[made] == 'p' ? PyLong_FromVoidPtr((void *)given[made]) : PyLong_FromSsize_t(given[made]))) {
        made++;
    }
    Py_INCREF(entry);
    if (made == count) {
        answer = PyObject_Vectorcall(entry, arguments, (size_t)count, NULL);
    }
    while (made > 0) {
        Py_DECREF(arguments[--made]);
    }
    Py_ssize_t result = answer ? PyLong_AsSsize_t(answer) : failed;
    Py_XDECREF(answer);
    level_close(&level);
    if (PyErr_Occurred()) {
        result = failed;
        if (!tells) {
            PyErr_WriteUnraisable(entry);
        }
    }
    Py_DECREF(entry);
    if (!PyErr_Occurred()) {
        PyErr_Restore(type, value, trace);
        return result;
    }
    Py_XDECREF(type);
    Py_XDECREF(value);
    Py_XDECREF(trace);
    return result;
}

static PyObject *
entry_in(PyTypeObject *type, int slot)
{
    for (; type != NULL; type = type->tp_base) {
        installation *found = installed_in(type);
        if (found == NULL || (slot < found->count && found->entries[slot] != NULL)) {
            return found ? found->entries[slot] : NULL;
        }
    }
    return NULL;
}

/* A capsule's memory goes whatever its destructor does, so that gets another capsule of the same content to look at. */
static void
call_destructor(PyObject *entry, PyObject *dying)
{
    PyObject *type, *value, *trace;
    PyErr_Fetch(&type, &value, &trace);
    const char *name = PyCapsule_GetName(dying);
    PyObject *stand_in = PyCapsule_New(PyCapsule_GetPointer(dying, name), name, NULL);
    if (stand_in == NULL || PyCapsule_SetContext(stand_in, PyCapsule_GetContext(dying)) < 0) {
        PyErr_WriteUnraisable(entry);
    }
    else {
        Py_ssize_t given[] = {(Py_ssize_t)stand_in};
        call_entry(entry, 0, false, "p", given, 1);
        if (Py_REFCNT(stand_in) > 1) {
            violate_quietly((violation){.code = "PS013", .parameter = -1, .expected = "no reference to a capsule after its destructor",
                                        .seen = "a capsule that its destructor gave a new owner"});
        }
    }
    Py_XDECREF(stand_in);
    PyErr_Restore(type, value, trace);
}

static Py_ssize_t
enter(int slot, int by, Py_ssize_t failed, int tells, const char *kinds, ...)
{
    Py_ssize_t given[MOST_WORDS];
    int count = 0;
    va_list rest;
    va_start(rest, kinds);
    for (; kinds[count]; count++) {
        given[count] = kinds[count] == 'p' ? (Py_ssize_t)va_arg(rest, void *) : va_arg(rest, Py_ssize_t);
    }
    va_end(rest);
    PyObject *first = (PyObject *)given[0], *entry = NULL;
    switch (by) {
    case BY_EITHER:
        entry = entry_in(Py_TYPE(first), slot);
        entry = entry ? entry : entry_in(Py_TYPE((PyObject *)given[1]), slot);
        break;
    case BY_CLASS: entry = entry_in((PyTypeObject *)first, slot); break;
    case BY_HOLDER:
        entry = ((holder *)first)->entry;
        given[0] = (Py_ssize_t)((holder *)first)->self;
        break;
    case BY_CLOSURE: entry = (PyObject *)given[--count]; break;
    case BY_POOL: entry = pool[slot]; break;
    default: entry = entry_in(Py_TYPE(first), slot);
    }
    if (entry == NULL) {
        PyErr_SetString(PyExc_SystemError, "a function that ptrstate installed was called for an object of another type");
        if (!tells) {
            PyErr_WriteUnraisable(NULL);
        }
        return failed;
    }
    if (!tells && is_finalizing()) {
        return failed;          /* an end during the interpreter's own: nothing is left that a report could go to */
    }
    if (by == BY_POOL) {
        call_destructor(entry, first);
        return failed;
    }
    return call_entry(entry, failed, tells, kinds, given, count);
}

static const ptrstate_trampoline_api api = {enter};

/* lend(address, pointee): a pointer that stands for the caller's own, to borrow from while the call lasts; let_lent_go ends it. */
static PyObject *
lend(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyLong_Check(args[0]) || !PyType_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "lend(address, pointee)");
        return NULL;
    }
    owning *o = handle_alloc(OwnedPtr_Type);
    if (o != NULL) {
        handle_init(&o->h, PyLong_AsVoidPtr(args[0]), args[1], site_here(NULL, -1));
        o->home = NOWHERE;      /* it counts nowhere: the reference is the caller's */
    }
    return (PyObject *)o;
}

static PyObject *
let_lent_go(PyObject *Py_UNUSED(module), PyObject *pointer)
{
    if (Py_TYPE(pointer) != OwnedPtr_Type) {
        PyErr_SetString(PyExc_TypeError, "let_lent_go(): what lend() returned");
        return NULL;
    }
    if (((handle *)pointer)->state == LIVE) {
        owned_end((owning *)pointer, DROPPED, site_here(NULL, -1));
    }
    Py_RETURN_NONE;
}

/* destroy(entry, address): for a destructor that finds its entry by itself. */
static PyObject *
destroy(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t count)
{
    PyObject *dying = count == 2 ? PyLong_AsVoidPtr(args[1]) : NULL;
    if (dying == NULL || !PyCapsule_CheckExact(dying)) {
        PyErr_SetString(PyExc_TypeError, "destroy(entry, address of a capsule)");
        return NULL;
    }
    call_destructor(args[0], dying);
    Py_RETURN_NONE;
}

/* pooled(entry): the index of a function that calls entry, which has no place of its own to find it by; None when all are taken. */
static PyObject *
pooled(PyObject *Py_UNUSED(module), PyObject *entry)
{
    for (int i = 0; i < MOST_POOLED; i++) {
        if (pool[i] == NULL) {
            pool[i] = Py_NewRef(entry);
            return PyLong_FromLong(i);
        }
    }
    Py_RETURN_NONE;
}

/* quiet(callable, *arguments): call it, with what is pending kept meanwhile: C may call back with an exception set. */
static PyObject *
quiet_call(PyObject *self, PyObject *args)
{
    PyObject *type, *value, *trace;
    PyErr_Fetch(&type, &value, &trace);
    PyObject *result = PyObject_CallObject(self, args);
    if (result == NULL) {
        Py_XDECREF(type);
        Py_XDECREF(value);
        Py_XDECREF(trace);
        return NULL;
    }
    PyErr_Restore(type, value, trace);
    return result;
}

static PyMethodDef quiet_definition = {"quiet", quiet_call, METH_VARARGS, NULL};

static PyObject *
quiet(PyObject *Py_UNUSED(module), PyObject *callable)
{
    return PyCFunction_New(&quiet_definition, callable);
}

static PyMethodDef methods[] = {
    {"quiet", quiet, METH_O, "quiet(callable): the same callable, which keeps what is pending while it runs."},
    {"lend", (PyCFunction)(void (*)(void))lend, METH_FASTCALL, "lend(address, pointee): a pointer that stands for the caller's."},
    {"let_lent_go", let_lent_go, METH_O, "The call that lent it is over."},
    {"destroy", (PyCFunction)(void (*)(void))destroy, METH_FASTCALL, "destroy(entry, address): call it with a stand-in."},
    {"pooled", pooled, METH_O, "The index of a function without a place of its own that calls an entry, or None."},
    {NULL},
};

int
entries_init(PyObject *module)
{
    PyObject *capsule = PyCapsule_New((void *)&api, PTRSTATE_TRAMPOLINE_CAPSULE, NULL);
    if (capsule == NULL || PyModule_AddObjectRef(module, "trampolines", capsule) < 0) {
        Py_XDECREF(capsule);
        return -1;
    }
    Py_DECREF(capsule);
    return PyModule_AddFunctions(module, methods);
}
