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

/* An answer to C with the exception that was set when C called.  A function may not return a result with an exception set, so it is
 * set again where cffi turns the answer into a number, which is the last that it does. */
typedef struct {
    PyObject_HEAD
    PyObject *number, *type, *value, *trace;
} answer;

static PyTypeObject *Answer_Type;

static PyObject *
answer_number(PyObject *self)
{
    answer *a = (answer *)self;
    if (a->type != NULL) {
        PyErr_Restore(a->type, a->value, a->trace);
        a->type = a->value = a->trace = NULL;
    }
    return Py_NewRef(a->number);
}

static void
answer_dealloc(PyObject *self)
{
    answer *a = (answer *)self;
    PyTypeObject *type = Py_TYPE(self);
    Py_DECREF(a->number);
    Py_XDECREF(a->type);
    Py_XDECREF(a->value);
    Py_XDECREF(a->trace);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyType_Slot answer_slots[] = {
    {Py_tp_dealloc, answer_dealloc}, {Py_nb_int, answer_number}, {Py_nb_index, answer_number}, {0, NULL},
};

static PyType_Spec answer_spec = {
    .name = "ptrstate._native.core.Answer", .basicsize = sizeof(answer), .slots = answer_slots,
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
};

/* quiet(callable[, nothing, failed])(*arguments): call it, with what is pending kept meanwhile: C may call back with an exception
 * set, and then takes no other for an answer: nothing stands for failed.  So it does once the interpreter ends, when Python code
 * cannot run to its end any more. */
static PyObject *
quiet_call(PyObject *self, PyObject *args)
{
    PyObject *callable = PyTuple_GET_ITEM(self, 0);
    bool answers = PyTuple_GET_SIZE(self) == 3;
    PyObject *nothing = answers ? PyTuple_GET_ITEM(self, 1) : Py_None, *failed = answers ? PyTuple_GET_ITEM(self, 2) : Py_None;
    PyObject *type, *value, *trace;
    PyErr_Fetch(&type, &value, &trace);
    PyObject *result = answers && is_finalizing() ? Py_NewRef(nothing) : PyObject_CallObject(callable, args);
    if (result == NULL) {
        PyErr_WriteUnraisable(callable);
        result = Py_NewRef(failed);
    }
    if (type == NULL) {
        return result;
    }
    if (result == failed) {
        Py_SETREF(result, Py_NewRef(nothing));
    }
    answer *a = PyLong_Check(result) ? (answer *)Answer_Type->tp_alloc(Answer_Type, 0) : NULL;
    if (a == NULL) {
        PyErr_Restore(type, value, trace);
        return result;
    }
    a->number = result;
    a->type = type;
    a->value = value;
    a->trace = trace;
    return (PyObject *)a;
}

static PyMethodDef quiet_definition = {"quiet", quiet_call, METH_VARARGS, NULL};

static PyObject *
quiet(PyObject *Py_UNUSED(module), PyObject *args)
{
    if (PyTuple_GET_SIZE(args) != 1 && PyTuple_GET_SIZE(args) != 3) {
        PyErr_SetString(PyExc_TypeError, "quiet(callable[, nothing, failed])");
        return NULL;
    }
    return PyCFunction_New(&quiet_definition, args);
}

static PyMethodDef methods[] = {
    {"quiet", quiet, METH_VARARGS, "quiet(callable[, nothing, failed]): the same callable, which keeps what is pending."},
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
    Answer_Type = (PyTypeObject *)PyType_FromSpec(&answer_spec);
    return Answer_Type == NULL ? -1 : PyModule_AddFunctions(module, methods);
}
