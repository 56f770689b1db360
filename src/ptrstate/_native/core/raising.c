/* From a pending exception to a raised one: or_raise and or_none; and who is asked before each call. */
#include "binding.h"

static void
remember_raised(PyObject *exception)
{
    for (region *r = this_thread()->innermost; r != NULL; r = r->outer) {
        if (r->is_prototype) {
            if (PyList_Append(r->raised, exception) < 0) {
                PyErr_Clear();
            }
            return;
        }
    }
}

static PyObject *
raise_pending(thread_state *thread)
{
    PyObject *exception = indicator_take(thread);
    remember_raised(exception);
    indicator_raise(exception);
    return NULL;
}

static PyObject *
or_raise(PyObject *Py_UNUSED(module), PyObject *value)
{
    thread_state *thread = this_thread();
    if (thread->top->pending != NULL) {
        return raise_pending(thread);
    }
    if (value == Py_None || value == status_failed || value == found_failed) {
        return violate((violation){.code = "PS009", .parameter = -1, .expected = "an exception pending with NULL or -1",
                                   .seen = "NULL or -1, and no exception pending"});
    }
    return Py_NewRef(value);
}

static PyObject *
or_none(PyObject *Py_UNUSED(module), PyObject *value)
{
    thread_state *thread = this_thread();
    return thread->top->pending != NULL ? raise_pending(thread) : Py_NewRef(value);
}

static PyObject *
set_observer(PyObject *Py_UNUSED(module), PyObject *observer)
{
    thread_state *thread = this_thread();
    PyObject *old = thread->observer;
    thread->observer = observer == Py_None ? NULL : Py_NewRef(observer);
    return old ? old : Py_NewRef(Py_None);
}

static PyMethodDef functions[] = {
    {"or_raise", or_raise, METH_O, "Raise the pending exception; NULL or -1 with none pending is PS009; else return the value."},
    {"or_none", or_none, METH_O, "Raise the pending exception; else return the value, where None means absent."},
    {"set_observer", set_observer, METH_O, "Have observer(function, arguments) asked before each call; returns the one before."},
    {NULL},
};

int
raising_init(PyObject *module)
{
    return PyModule_AddFunctions(module, functions);
}
