/* What the audit and the fault injection look through: reference counts by address, whether Python code ran during a call,
 * allocations that fail.
 *
 * From the first use on, every call of a cffi module is bracketed: between the moment C gets the thread state and the moment it
 * gives it back, frames are counted where probe_calls() asked for it, and when armed, allocations fail from the n-th on. */
#include "core.h"

#include <signal.h>

static ptrstate_indicator_api underneath;
static bool counting;
static int depth;
static Py_ssize_t frames, allocations, fail_from, watched_change;
static PyObject *watched;
static int signal_to_trip;
static PyMemAllocatorEx original[3];
static const PyMemAllocatorDomain domains[3] = {PYMEM_DOMAIN_RAW, PYMEM_DOMAIN_MEM, PYMEM_DOMAIN_OBJ};

static bool
out_of_memory(void)
{
    return ++allocations >= fail_from;
}

static void *
failing_malloc(void *context, size_t size)
{
    PyMemAllocatorEx *allocator = context;
    return out_of_memory() ? NULL : allocator->malloc(allocator->ctx, size);
}

static void *
failing_calloc(void *context, size_t count, size_t size)
{
    PyMemAllocatorEx *allocator = context;
    return out_of_memory() ? NULL : allocator->calloc(allocator->ctx, count, size);
}

static void *
failing_realloc(void *context, void *pointer, size_t size)
{
    PyMemAllocatorEx *allocator = context;
    return out_of_memory() ? NULL : allocator->realloc(allocator->ctx, pointer, size);
}

static void
passing_free(void *context, void *pointer)
{
    PyMemAllocatorEx *allocator = context;
    allocator->free(allocator->ctx, pointer);
}

static PyObject *
counting_frame(PyThreadState *thread, struct _PyInterpreterFrame *frame, int throwing)
{
    frames++;
    return _PyEval_EvalFrameDefault(thread, frame, throwing);
}

static void
watch(bool on)
{
    if (counting) {
        _PyInterpreterState_SetEvalFrameFunc(PyInterpreterState_Get(), on ? counting_frame : _PyEval_EvalFrameDefault);
    }
    for (int i = 0; i < 3 && fail_from > 0; i++) {
        if (on) {
            PyMem_GetAllocator(domains[i], &original[i]);
            PyMemAllocatorEx failing = {&original[i], failing_malloc, failing_calloc, failing_realloc, passing_free};
            PyMem_SetAllocator(domains[i], &failing);
        }
        else {
            PyMem_SetAllocator(domains[i], &original[i]);
        }
    }
}

/* The dict that the collector showed to its callbacks: it would lie in a freelist again. */
static PyObject *left_over;

/* A full collection empties the freelists too, out of which objects are made without an allocation. */
static void
empty_freelists(void)
{
    int enabled = PyGC_Enable();
    PyGC_Collect();
    if (!enabled) {
        PyGC_Disable();
    }
    Py_XSETREF(left_over, PyDict_New());
}

static void
begins(ptrstate_level *level)
{
    underneath.enter(level);
    if (depth++ == 0) {
        if (counting && fail_from > 0 && fail_from < PY_SSIZE_T_MAX) {
            empty_freelists();
        }
        if (signal_to_trip) {
            PyErr_SetInterruptEx(signal_to_trip);
        }
        frames = 0;
        allocations = fail_from > 0 ? 0 : allocations;
        watch(true);
        watched_change = watched ? -Py_REFCNT(watched) : 0;
    }
}

/* Let the handler run that the call has left alone, and forget what it does. */
static void
forget_signals(void)
{
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    if (PyErr_CheckSignals() < 0) {
        PyErr_Clear();
    }
    PyErr_Restore(type, value, traceback);
}

static void
ends(ptrstate_level *level)
{
    if (depth > 0 && --depth == 0) {        /* none was begun when a call that is still running was not bracketed */
        watched_change += watched ? Py_REFCNT(watched) : 0;
        watched = NULL;
        watch(false);
        Py_CLEAR(left_over);
        fail_from = 0;
        if (signal_to_trip) {
            signal_to_trip = 0;
            forget_signals();
        }
    }
    underneath.leave(level);
}

static int
bracket_calls(PyObject *module)
{
    if (underneath.enter != NULL) {
        return 0;
    }
    PyObject *capsule = PyObject_GetAttrString(module, "indicator");
    ptrstate_indicator_api *api = capsule ? PyCapsule_GetPointer(capsule, PTRSTATE_INDICATOR_CAPSULE) : NULL;
    Py_XDECREF(capsule);
    if (api == NULL) {
        return -1;
    }
    underneath = *api;
    *api = (ptrstate_indicator_api){begins, ends};      /* in place: modules that were called before see it too */
    return 0;
}

static PyObject *
probe_calls(PyObject *module, PyObject *Py_UNUSED(none))
{
    counting = true;
    if (bracket_calls(module) < 0) {
        return NULL;
    }
    Py_RETURN_NONE;
}

static PyObject *
fail_allocation(PyObject *module, PyObject *number)
{
    Py_ssize_t wanted = PyLong_AsSsize_t(number);
    if ((wanted == -1 && PyErr_Occurred()) || bracket_calls(module) < 0) {
        return NULL;
    }
    fail_from = wanted;
    Py_RETURN_NONE;
}

static PyObject *
trip_signal(PyObject *Py_UNUSED(module), PyObject *number)
{
    long wanted = PyLong_AsLong(number);
    if (wanted == -1 && PyErr_Occurred()) {
        return NULL;
    }
    signal_to_trip = (int)wanted;
    Py_RETURN_NONE;
}

static PyObject *
probed(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(none))
{
    return Py_BuildValue("(nnn)", frames, allocations, watched_change);
}

static PyObject *
watch_count(PyObject *Py_UNUSED(module), PyObject *address)
{
    watched = PyLong_AsVoidPtr(address);
    if (watched == NULL && PyErr_Occurred()) {
        return NULL;
    }
    Py_RETURN_NONE;
}

static PyObject *
count_at(PyObject *Py_UNUSED(module), PyObject *address)
{
    PyObject *object = PyLong_AsVoidPtr(address);
    return object == NULL && PyErr_Occurred() ? NULL : PyLong_FromSsize_t(Py_REFCNT(object));
}

static PyObject *
change_count(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *address;
    Py_ssize_t change;
    if (!PyArg_ParseTuple(args, "On:change_count", &address, &change)) {
        return NULL;
    }
    PyObject *object = PyLong_AsVoidPtr(address);
    if (object == NULL && PyErr_Occurred()) {
        return NULL;
    }
    for (; change > 0; change--) {
        Py_INCREF(object);
    }
    for (; change < 0; change++) {
        Py_DECREF(object);
    }
    Py_RETURN_NONE;
}

static PyObject *
immortal_at(PyObject *Py_UNUSED(module), PyObject *address)
{
    PyObject *object = PyLong_AsVoidPtr(address);
    if (object == NULL && PyErr_Occurred()) {
        return NULL;
    }
    return PyBool_FromLong(ptrstate_is_immortal(object));
}

/* The object itself, known to ptrstate or not: the caller answers for its being alive. */
static PyObject *
object_there(PyObject *Py_UNUSED(module), PyObject *address)
{
    PyObject *object = PyLong_AsVoidPtr(address);
    return object == NULL && PyErr_Occurred() ? NULL : Py_XNewRef(object);
}

static PyMethodDef methods[] = {
    {"probe_calls", probe_calls, METH_NOARGS, "From now on, count the frames of every call, and fail allocations with empty freelists."},
    {"fail_allocation", fail_allocation, METH_O, "In the next call, fail every allocation from the n-th on; 0 for none."},
    {"trip_signal", trip_signal, METH_O, "In the next call, let a signal be waiting for its handler from the start; 0 for none."},
    {"probed", probed, METH_NOARGS, "(frames, change of the watched count) of the last call, between them the allocations of the last armed one."},
    {"watch_count", watch_count, METH_O, "Watch the count of the object at an address during the next call; it stays alive."},
    {"count_at", count_at, METH_O, "The reference count of the object at an address."},
    {"change_count", change_count, METH_VARARGS, "change_count(address, change): take references to the object, or release them."},
    {"object_there", object_there, METH_O, "The object at an address; it has to be alive."},
    {"immortal_at", immortal_at, METH_O, "Whether the object at an address is immortal, so that its count says nothing."},
    {NULL},
};

int
probes_init(PyObject *module)
{
    return PyModule_AddFunctions(module, methods);
}
