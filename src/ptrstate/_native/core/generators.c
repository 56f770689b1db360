/* Whose frame opened a region: a generator or coroutine that is suspended takes its block along.
 *
 * A generator that makes a context manager or a fixture lends its block to whoever entered it; the modules that drive such
 * generators are the lenders, and the search goes on behind them. */
#include "core.h"

static PyFrameObject *
step_back(PyFrameObject *frame)
{
    PyFrameObject *back = PyFrame_GetBack(frame);
    Py_DECREF(frame);
    return back;
}

static PyFrameObject *
visible_frame(void)
{
    PyFrameObject *frame = PyThreadState_GetFrame(PyThreadState_Get());
    while (frame != NULL) {
        PyCodeObject *code = PyFrame_GetCode(frame);
        bool hidden = site_is_hidden(code);
        Py_DECREF(code);
        if (!hidden) {
            break;
        }
        frame = step_back(frame);
    }
    return frame;
}

static int
is_lender(PyFrameObject *frame, PyObject *lenders)
{
    PyObject *names = PyFrame_GetGlobals(frame);
    PyObject *module = PyDict_GetItemString(names, "__name__");
    int found = module != NULL ? PySequence_Contains(lenders, module) : 0;
    Py_DECREF(names);
    return found;
}

int
opening_generator(PyObject *lenders, PyObject **weakly)
{
    PyFrameObject *frame = visible_frame();
    while (frame != NULL) {
        PyObject *generator = PyFrame_GetGenerator(frame);
        frame = step_back(frame);
        int lent = generator != NULL && frame != NULL ? is_lender(frame, lenders) : 0;
        if (lent == 0 && generator != NULL) {
            Py_XDECREF(frame);
            *weakly = PyWeakref_NewRef(generator, NULL);
            Py_DECREF(generator);
            return *weakly ? 0 : -1;
        }
        Py_XDECREF(generator);
        while (lent > 0 && frame != NULL) {
            frame = step_back(frame);
            lent = frame != NULL ? is_lender(frame, lenders) : 0;
        }
        if (lent < 0) {
            Py_XDECREF(frame);
            return -1;
        }
    }
    return 0;
}

static int
truth_of(PyObject *object, const char *name)
{
    PyObject *value = PyObject_GetAttrString(object, name);
    int truth = value ? PyObject_IsTrue(value) : -1;
    Py_XDECREF(value);
    if (truth < 0) {
        PyErr_Clear();
    }
    return truth;
}

bool
is_suspended(PyObject *weakly)
{
    PyObject *generator = Py_XNewRef(PyWeakref_GetObject(weakly));
    bool suspended = true;      /* one that is gone does not come back */
    if (generator != Py_None) {
        const char *name = PyCoro_CheckExact(generator) ? "cr_suspended" : PyAsyncGen_CheckExact(generator) ? "ag_suspended"
                                                                                                           : "gi_suspended";
        int answer = truth_of(generator, name);
        if (answer < 0) {       /* an asynchronous generator does not tell before 3.12 */
            answer = truth_of(generator, "ag_running") == 0;
        }
        suspended = answer > 0;
    }
    Py_XDECREF(generator);
    return suspended;
}
