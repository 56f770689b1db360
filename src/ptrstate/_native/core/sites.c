/* Where a step of a pointer's life happened: the code object and the instruction, read without making a frame object. */
#include <Python.h>
#if PY_VERSION_HEX < 0x030C0000
#define Py_BUILD_CORE 1
#include <internal/pycore_frame.h>
#undef Py_BUILD_CORE
#endif
#include "core.h"

#define MOST_HIDDEN 64

static PyObject *hidden_files[MOST_HIDDEN];
static int hidden_count;
static PyObject *last_visible;      /* an address only: no text can come to stand where a hidden file's name is kept */

static bool
is_hidden(PyObject *code)
{
    PyObject *file = ((PyCodeObject *)code)->co_filename;
    if (file == last_visible) {
        return false;
    }
    for (int i = 0; i < hidden_count; i++) {
        if (hidden_files[i] == file) {
            return true;
        }
    }
    last_visible = file;
    return false;
}

bool
site_is_hidden(PyCodeObject *code)
{
    return is_hidden((PyObject *)code);
}

#if PY_VERSION_HEX >= 0x030D0000
#define INNERMOST(tstate) ((tstate)->current_frame)
#else
#define INNERMOST(tstate) ((tstate)->cframe->current_frame)
#endif

#if PY_VERSION_HEX >= 0x030C0000
/* The frame's own struct is private from 3.12 on; its first hidden frames are walked through frame objects instead. */
static void
read_visible(struct _PyInterpreterFrame *innermost, PyObject **code, int *lasti)
{
    *code = PyUnstable_InterpreterFrame_GetCode(innermost);
    if (*code != NULL && !is_hidden(*code)) {
        *lasti = PyUnstable_InterpreterFrame_GetLasti(innermost);
        return;
    }
    Py_CLEAR(*code);
    PyFrameObject *frame = PyThreadState_GetFrame(PyThreadState_Get());
    while (frame != NULL) {
        PyObject *own = (PyObject *)PyFrame_GetCode(frame);
        if (!is_hidden(own)) {
            *code = own;
            *lasti = PyFrame_GetLasti(frame);
            Py_DECREF(frame);
            return;
        }
        Py_DECREF(own);
        PyFrameObject *back = PyFrame_GetBack(frame);
        Py_DECREF(frame);
        frame = back;
    }
}
#else
static void
read_visible(struct _PyInterpreterFrame *frame, PyObject **code, int *lasti)
{
    while (frame != NULL && is_hidden((PyObject *)frame->f_code)) {
        frame = frame->previous;
    }
    if (frame != NULL) {
        *code = Py_NewRef(frame->f_code);
        *lasti = _PyInterpreterFrame_LASTI(frame) * (int)sizeof(_Py_CODEUNIT);
    }
}
#endif

site
site_here(function *called, int parameter)
{
    site where = {NULL, -1, parameter, called};
    if (checks == FULL) {
        struct _PyInterpreterFrame *innermost = INNERMOST(PyThreadState_Get());
        if (innermost != NULL) {
            read_visible(innermost, &where.code, &where.lasti);
        }
    }
    return where;
}

void
site_clear(site *where)
{
    Py_CLEAR(where->code);
}

site
site_copy(const site *where)
{
    site copy = *where;
    Py_XINCREF(copy.code);
    return copy;
}

PyObject *
site_as_tuple(const site *where)
{
    if (where == NULL || (where->code == NULL && where->called == NULL)) {
        Py_RETURN_NONE;
    }
    PyObject *code = where->code ? where->code : Py_None, *name = Py_None, *parameter = Py_None;
    if (where->called != NULL) {
        name = where->called->name;
        if (where->parameter >= 0 && where->parameter < PyTuple_GET_SIZE(where->called->parameter_names)) {
            parameter = PyTuple_GET_ITEM(where->called->parameter_names, where->parameter);
        }
    }
    return Py_BuildValue("(OiOO)", code, where->lasti, name, parameter);
}

int
site_hide_file(PyObject *filename)
{
    if (hidden_count == MOST_HIDDEN) {
        PyErr_SetString(PyExc_RuntimeError, "too many hidden files");
        return -1;
    }
    hidden_files[hidden_count++] = Py_NewRef(filename);
    last_visible = NULL;
    return 0;
}
