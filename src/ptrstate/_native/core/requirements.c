/* What C takes for granted of an object and makes no check of: the requirements that a contract lists as unchecked. */
#include "binding.h"

static bool
is_compact(PyObject *number)
{
#if PY_VERSION_HEX >= 0x030C0000
    return PyUnstable_Long_IsCompact((PyLongObject *)number);
#else
    return Py_ABS(Py_SIZE(number)) <= 1;
#endif
}

/* Whether an object of the type is whole when all its fields are zero: what makes its objects does no more than that.  A class may
 * have a __new__ written in Python; the fields are those of the C type beneath. */
static bool
zero_makes_whole(PyTypeObject *type)
{
    static PyObject *name;
    if (name == NULL && (name = PyUnicode_InternFromString("__new__")) == NULL) {
        PyErr_Clear();
    }
    for (; type != NULL && name != NULL; type = type->tp_base) {
        if (type->tp_new == PyType_GenericNew || type->tp_new == PyBaseObject_Type.tp_new) {
            return true;
        }
        PyObject *own = type->tp_flags & Py_TPFLAGS_HEAPTYPE ? PyDict_GetItemWithError(type->tp_dict, name) : Py_None;
        if (own != NULL && (own == Py_None || PyCFunction_Check(own))) {
            return false;
        }
    }
    return false;
}

/* Whether a tuple holds the object, or holds a tuple that does.  One that is nested too deep to tell is taken to; of those with more
 * items than anybody writes the first are looked at. */
static bool
tuple_holds(PyObject *tuple, PyObject *object, int depth, int *items)
{
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(tuple) && --*items > 0; i++) {
        PyObject *item = PyTuple_GET_ITEM(tuple, i);
        if (item == object) {
            return true;
        }
        if (item != NULL && PyTuple_Check(item) && (depth == 0 || tuple_holds(item, object, depth - 1, items))) {
            return true;
        }
    }
    return false;
}

/* An unshared object may not become an item of itself: C walks through tuples without end.  Where its one reference is the owned
 * pointer's, nothing else holds it. */
static bool
would_hold_itself(PyObject *object, PyObject *given)
{
    handle *h = (handle *)given;
    if (Py_TYPE(given) != OwnedPtr_Type || h->state != LIVE || h->flags & FOREIGN) {
        return false;
    }
    entity *e = entity_find(object);
    int items = 100000;
    return h->object == object
        || (PyTuple_Check((PyObject *)h->object) && (e == NULL || e->owned == 0) && tuple_holds(h->object, object, 1000, &items));
}

/* Whether a tuple has the cells that a function is called with, or None stands for none; what else it is, C refuses itself. */
static bool
closes(PyObject *function, PyObject *cells)
{
    Py_ssize_t wanted = PyFunction_Check(function) ? PyCode_GetNumFree((PyCodeObject *)PyFunction_GET_CODE(function)) : 0;
    if (!PyTuple_Check(cells)) {
        return cells != Py_None || wanted == 0;
    }
    Py_ssize_t k = 0;
    while (k < wanted && k < PyTuple_GET_SIZE(cells) && PyCell_Check(PyTuple_GET_ITEM(cells, k))) {
        k++;
    }
    return k == wanted;
}

int
check_requirements(call *c, int i, struct parameter *p, PyObject *object)
{
    if (p->flags & ITERATOR && !PyIter_Check(object)) {
        refuse_argument(PyExc_TypeError, c->f, i, "expected an iterator, not a %s; C does not check it", Py_TYPE(object)->tp_name);
        return -1;
    }
    if (p->flags & EXCEPTION_CLASS && !PyExceptionClass_Check(object)) {
        refuse_value(PyExc_TypeError, c, i, object, "an exception class (C does not check it)");
        return -1;
    }
    if (p->flags & HANDLED && !PyExceptionInstance_Check(object) && object != Py_None) {
        refuse_value(PyExc_TypeError, c, i, object, "an exception, or None for none (C does not check it)");
        return -1;
    }
    if (p->flags & PRECEDED) {
        int first = 0;
        while (!(c->f->parameters[first].flags & NULLABLE)) {
            first++;
        }
        if (first < i && c->given[first] == Py_None) {
            refuse_argument(PyExc_ValueError, c->f, i,
                            "expected NULL, as the first parameter that may be NULL is; C does not check it");
            return -1;
        }
    }
    if (p->flags & SEQUENCE && !PySequence_Check(object)) {
        refuse_argument(PyExc_TypeError, c->f, i, "expected a sequence, not a %s; C does not check it", Py_TYPE(object)->tp_name);
        return -1;
    }
    if (p->flags & NONEMPTY && PyTuple_Check(object) && PyTuple_GET_SIZE(object) == 0) {
        refuse_argument(PyExc_ValueError, c->f, i, "expected a tuple with something in it; C does not check it");
        return -1;
    }
    if (p->flags & UNSTARTED && PyFrame_Check(object) && PyFrame_GetLasti((PyFrameObject *)object) >= 0) {
        refuse_argument(PyExc_ValueError, c->f, i, "expected a frame that has not run; C does not check it");
        return -1;
    }
    if (p->flags & INSTANCE && PyType_Check(object)) {
        refuse_value(PyExc_TypeError, c, i, object, "an object that is no type (C does not check it)");
        return -1;
    }
    if (p->flags & ZEROED && PyType_Check(object) && !zero_makes_whole((PyTypeObject *)object)) {
        refuse_value(PyExc_TypeError, c, i, object, "a type whose objects are whole when all is zero, one with the tp_new of object "
                     "or PyType_GenericNew (C does not check it)");
        return -1;
    }
    if (p->flags & CLOSED && PyCode_Check(object) && PyCode_GetNumFree((PyCodeObject *)object) > 0) {
        refuse_argument(PyExc_ValueError, c->f, i, "expected code without variables of outer functions; C does not check it");
        return -1;
    }
    if (p->flags & CELLS && !closes(((handle *)c->given[i - 1])->object, object)) {
        refuse_argument(PyExc_ValueError, c->f, i, "expected a cell for each variable of outer functions that the function has; "
                        "C does not check it");
        return -1;
    }
    if (p->flags & TEXTS && PyTuple_Check(object)) {
        for (Py_ssize_t k = 0; k < PyTuple_GET_SIZE(object); k++) {
            if (!PyUnicode_Check(PyTuple_GET_ITEM(object, k))) {
                refuse_argument(PyExc_TypeError, c->f, i, "expected a tuple of nothing but str, not one with a %s in it; C does not "
                                "check it", Py_TYPE(PyTuple_GET_ITEM(object, k))->tp_name);
                return -1;
            }
        }
    }
    if (p->flags & COMPACT && PyLong_Check(object) && !is_compact(object)) {
        refuse_argument(PyExc_ValueError, c->f, i, "expected an int of one digit; C does not check it");
        return -1;
    }
    if (p->flags & UNSHARED) {
        give_back_hidden(object);
        for (int j = 0; j < c->f->arity; j++) {
            if (c->f->parameters[j].kind == P_OWNED && would_hold_itself(object, c->given[j])) {
                refuse_argument(PyExc_ValueError, c->f, j, "expected another object than the one that is to hold it; C does not "
                                "check it");
                return -1;
            }
        }
        if (p->flags & COUNT_OF_ONE && Py_REFCNT(object) != 1) {
            refuse_argument(PyExc_ValueError, c->f, i, "expected an object with one reference, not %zd; C does not check it",
                            Py_REFCNT(object));
            return -1;
        }
    }
    return 0;
}
