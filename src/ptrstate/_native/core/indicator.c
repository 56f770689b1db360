/* The error indicator in levels.
 *
 * A C call that fails leaves its exception pending; Python code cannot run with one set.  So each C call gets its exception
 * back for as long as it runs, and what it leaves is kept here in between.  Every call opens a level: Python code that C runs
 * in the middle of it (a __eq__, a __del__, a destructor) finds an empty one of its own. */
#include "core.h"

_Thread_local FAST_THREAD_LOCAL thread_state current_thread;
static uint32_t last_serial;


bool
is_finalizing(void)
{
#if PY_VERSION_HEX >= 0x030D0000
    return Py_IsFinalizing();
#else
    return _Py_IsFinalizing();
#endif
}

static PyObject *
fetch(void)
{
#if PY_VERSION_HEX >= 0x030C0000
    return PyErr_GetRaisedException();
#else
    PyObject *type, *value, *trace;
    PyErr_Fetch(&type, &value, &trace);
    if (type == NULL) {
        return NULL;
    }
    PyErr_NormalizeException(&type, &value, &trace);
    if (trace != NULL && value != NULL) {
        PyException_SetTraceback(value, trace);
    }
    Py_DECREF(type);
    Py_XDECREF(trace);
    return value;
#endif
}

void
indicator_raise(PyObject *exception)
{
#if PY_VERSION_HEX >= 0x030C0000
    PyErr_SetRaisedException(exception);
#else
    PyErr_Restore(Py_NewRef(Py_TYPE(exception)), exception, PyException_GetTraceback(exception));
#endif
}

static site *
origin_of(ptrstate_level *level)
{
    return (site *)level->origin;
}

static void
forget_origin(ptrstate_level *level)
{
    if (level->origin != NULL) {
        thread_state *thread = this_thread();
        site_clear(origin_of(level));
        if (level->origin == &thread->origin) {
            thread->has_origin = false;
        }
        else {
            PyMem_Free(level->origin);
        }
        level->origin = NULL;
    }
}

PyObject *
indicator_take(thread_state *thread)
{
    PyObject *exception = thread->top->pending;
    thread->top->pending = NULL;
    forget_origin(thread->top);
    return exception;
}

void
indicator_set_pending(thread_state *thread, PyObject *exception, site origin)
{
    Py_XSETREF(thread->top->pending, exception);
    thread->top->asked = 0;
    forget_origin(thread->top);
    site *kept = thread->has_origin ? PyMem_Malloc(sizeof(site)) : &thread->origin;
    if (kept == NULL) {
        site_clear(&origin);
        return;
    }
    *kept = origin;
    thread->top->origin = kept;
    thread->has_origin = true;
}

static void
lose(ptrstate_level *level, const char *seen)
{
    PyObject *lost = level->pending;
    level->pending = NULL;
    violate_quietly((violation){.code = "PS011", .parameter = -1, .created = origin_of(level), .exception = lost, .seen = seen});
    forget_origin(level);
    Py_DECREF(lost);
}

#define THREAD_CAPSULE "ptrstate.thread"

/* The last reference to it goes when the thread's state is cleared, while its thread is still attached. */
static void
thread_ends(PyObject *capsule)
{
    thread_state *thread = PyCapsule_GetPointer(capsule, THREAD_CAPSULE);
    if (thread != &current_thread || is_finalizing()) {
        return;     /* the interpreter's own end is looked at before, while reports can still be written */
    }
    if (thread->base.pending != NULL) {
        lose(&thread->base, "an exception still pending when its thread ended");
    }
    regions_leave_thread(thread);
    Py_CLEAR(thread->observer);
}

void
thread_begin(void)
{
    current_thread.top = &current_thread.base;
    current_thread.serial = ++last_serial;
    PyObject *type, *value, *trace;
    PyErr_Fetch(&type, &value, &trace);
    PyObject *own = PyThreadState_GetDict();        /* borrowed */
    PyObject *capsule = own ? PyCapsule_New(&current_thread, THREAD_CAPSULE, thread_ends) : NULL;
    if (capsule == NULL || PyDict_SetItemString(own, THREAD_CAPSULE, capsule) < 0) {
        PyErr_Clear();      /* without memory: such a thread's end is not looked at */
    }
    Py_XDECREF(capsule);
    PyErr_Restore(type, value, trace);
}

/* Open a level without handing C anything: what is pending outside stays where it is. */
void
level_open(ptrstate_level *level)
{
    thread_state *thread = this_thread();
    level->outer = thread->top;
    level->pending = NULL;
    level->origin = NULL;
    level->asked = 0;
    thread->top = level;
}

void
level_close(ptrstate_level *level)
{
    thread_state *thread = this_thread();
    thread->top = level->outer;
    if (level->pending != NULL && PyErr_ExceptionMatches(PyExc_RecursionError)) {
        Py_CLEAR(level->pending);       /* without a stack nobody could take it */
        forget_origin(level);
    }
    if (level->pending != NULL) {
        lose(level, "an exception still pending when Python code that C had called returned");
    }
}

static void
call_begins(ptrstate_level *level)
{
    level_open(level);
    PyObject *pending = level->outer->pending;
    if (pending != NULL) {
        level->outer->pending = NULL;
        indicator_raise(pending);
    }
}

static void
call_ends(ptrstate_level *level)
{
    PyObject *raised = PyErr_Occurred() ? fetch() : NULL;
    level_close(level);
    if (raised == NULL) {
        forget_origin(level->outer);
    }
    level->outer->pending = raised;
}

static ptrstate_indicator_api api = {call_begins, call_ends};      /* probes.c may put its own in place */

/* Levels that Python code opens: around the collector's finalisers, a repr in a report, a callback. */
static PyObject *
enter_level(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(none))
{
    ptrstate_level *level = PyMem_Malloc(sizeof(ptrstate_level));
    if (level == NULL) {
        return PyErr_NoMemory();
    }
    level_open(level);
    Py_RETURN_NONE;
}

static PyObject *
leave_level(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(none))
{
    thread_state *thread = this_thread();
    if (thread->top != &thread->base) {
        ptrstate_level *level = thread->top;
        level_close(level);
        PyMem_Free(level);
    }
    Py_RETURN_NONE;
}

/* For gc.callbacks: the collector runs finalisers between any two instructions. */
static PyObject *
collector(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyUnicode_Check(args[0])) {
        PyErr_SetString(PyExc_TypeError, "collector(phase, info)");
        return NULL;
    }
    bool starts = PyUnicode_CompareWithASCIIString(args[0], "start") == 0;
    if (starts) {
        installed_collection(true);
        return enter_level(module, NULL);
    }
    installed_collection(false);
    return leave_level(module, NULL);
}

static PyObject *
pending(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(none))
{
    PyObject *exception = this_thread()->top->pending;
    return Py_NewRef(exception ? exception : Py_None);
}

static PyObject *
pending_site(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(none))
{
    return site_as_tuple(origin_of(this_thread()->top));
}

static PyObject *
take_pending(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(none))
{
    PyObject *exception = indicator_take(this_thread());
    return exception ? exception : Py_NewRef(Py_None);
}

static PyObject *
set_pending(PyObject *Py_UNUSED(module), PyObject *exception)
{
    if (!PyExceptionInstance_Check(exception)) {
        refuse_object(exception, "set_pending(): an exception instance is needed");
        return NULL;
    }
    indicator_set_pending(this_thread(), Py_NewRef(exception), site_here(NULL, -1));
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"collector", (PyCFunction)(void (*)(void))collector, METH_FASTCALL, "For gc.callbacks: give the collector a level."},
    {"enter_level", enter_level, METH_NOARGS, "Open a level of the indicator."},
    {"leave_level", leave_level, METH_NOARGS, "Close it; an exception left in it is PS011."},
    {"pending", pending, METH_NOARGS, "The exception pending at this level, or None."},
    {"pending_site", pending_site, METH_NOARGS, "Where the pending exception was left."},
    {"take_pending", take_pending, METH_NOARGS, "Take the pending exception out of the indicator, or None."},
    {"set_pending", set_pending, METH_O, "Set the indicator of this level."},
    {NULL},
};

int
indicator_init(PyObject *module)
{
    PyObject *capsule = PyCapsule_New(&api, PTRSTATE_INDICATOR_CAPSULE, NULL);
    if (capsule == NULL || PyModule_AddObjectRef(module, "indicator", capsule) < 0) {
        Py_XDECREF(capsule);
        return -1;
    }
    Py_DECREF(capsule);
    return PyModule_AddFunctions(module, methods);
}
