/* Objects that are not finished: items that are NULL, characters that are not written, a closure that is not there. */
#include "core.h"

/* A function whose code has variables of outer functions is called into nothing without their cells. */
static bool
lacks_closure(PyObject *object)
{
    return PyFunction_Check(object) && PyFunction_GET_CLOSURE(object) == NULL
        && PyCode_GetNumFree((PyCodeObject *)PyFunction_GET_CODE(object)) > 0;
}

/* A byte of which no ASCII character and none of four bytes is made; a text of other characters is whole with it. */
enum { UNSET = 0xFF };

static bool
has_unset_characters(PyObject *text)
{
    const unsigned char *bytes = PyUnicode_DATA(text);
    Py_ssize_t size = PyUnicode_GET_LENGTH(text) * PyUnicode_KIND(text), step = PyUnicode_KIND(text) == PyUnicode_4BYTE_KIND ? 4 : 1;
    bool can_tell = PyUnicode_IS_ASCII(text) || step == 4;
    for (Py_ssize_t i = 0; can_tell && i < size; i += step) {
        if (bytes[i + step - 1] == UNSET) {
            return true;
        }
    }
    return false;
}

bool
has_unset_items(PyObject *object)
{
    if (PyUnicode_Check(object)) {
        return has_unset_characters(object);
    }
    if (PyTuple_Check(object) || PyList_Check(object)) {
        for (Py_ssize_t i = 0; i < Py_SIZE(object); i++) {
            if ((PyTuple_Check(object) ? PyTuple_GET_ITEM(object, i) : PyList_GET_ITEM(object, i)) == NULL) {
                return true;
            }
        }
    }
    return lacks_closure(object);
}

/* C has made an object that is to be filled, or has made it longer than `length`. */
void
note_unset(PyObject *object, Py_ssize_t length)
{
    if (PyUnicode_Check(object) && Py_REFCNT(object) == 1 && length < PyUnicode_GET_LENGTH(object)) {
        Py_ssize_t kind = PyUnicode_KIND(object);
        memset((char *)PyUnicode_DATA(object) + length * kind, UNSET, (size_t)((PyUnicode_GET_LENGTH(object) - length) * kind));
    }
    entity *e = entity_find(object);
    if (e != NULL && has_unset_items(object)) {
        e->unfilled = true;
    }
}

/* Nobody will fill it now, or it may come back as another. */
void
forget_unset(PyObject *object)
{
    entity *e = entity_find(object);
    if (e != NULL && e->unfilled) {
        e->unfilled = false;
        entity_forget_if_idle(e);
    }
}

int
check_filled(PyObject *pointer, handle *h, function *called, int parameter)
{
    entity *e = entity_find(h->object);
    if (e == NULL || !e->unfilled) {
        return 0;
    }
    if (!has_unset_items(h->object)) {
        e->unfilled = false;
        return 0;
    }
    PyObject *owner = pointer;
    while (Py_TYPE(owner) == BorrowedPtr_Type && ((borrowed *)owner)->source != NULL && handle_is(((borrowed *)owner)->source)) {
        owner = ((borrowed *)owner)->source;
    }
    const char *expected = "an object with all its items set", *seen = "an object with unset items";
    if (PyUnicode_Check((PyObject *)h->object)) {
        expected = "a text with all its characters written";
        seen = "a text with characters that were never written";
    }
    else if (lacks_closure(h->object)) {
        expected = "a function with the cells that its code needs";
        seen = "a function whose closure is not set";
    }
    violate((violation){.code = "PS020", .pointer = pointer, .called = called, .parameter = parameter,
                        .created = &((handle *)owner)->created,
                        .expected = expected, .seen = seen});
    return -1;
}
