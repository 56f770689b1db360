/* Pointers inside of an argument: in an array or a variadic tail, or the owner of an interior pointer.  The converter names them, as
 * (handle, what the call does with it); they are looked at, consumed and held as arguments of their own are, where no code runs. */
#include "binding.h"

enum use { U_LENT = 'l', U_CONSUMED = 'c', U_REACHED = 'r', U_FILLED = 'f', U_OWNER = 'o' };   /* each word's first letter */

typedef struct {
    handle *h;
    PyObject *pointer;
    Py_UCS4 use;
} inner;

static Py_ssize_t
inner_count(call *c, int i)
{
    return c->inner[i] != NULL ? PyTuple_GET_SIZE(c->inner[i]) : 0;
}

static inner
inner_at(call *c, int i, Py_ssize_t k)
{
    PyObject *pair = PyTuple_GET_ITEM(c->inner[i], k), *pointer = PyTuple_GET_ITEM(pair, 0);
    return (inner){(handle *)pointer, pointer, PyUnicode_READ_CHAR(PyTuple_GET_ITEM(pair, 1), 0)};
}

int
name_inner(call *c, int i, struct parameter *p, PyObject *value, PyObject *prepared)
{
    if (!p->has_inner || value == Py_None || PyUnicode_Check(value) || PyBytes_Check(value)) {
        return 0;
    }
    PyObject *named = PyObject_CallMethod(p->convert, "inner", "OO", value, prepared);
    Py_XSETREF(c->inner[i], named);
    return named == NULL ? -1 : 0;
}

static bool
given_elsewhere(call *c, PyObject *pointer)
{
    for (int j = 0; j < c->f->arity; j++) {
        if (c->f->parameters[j].kind == P_OWNED && c->given[j] == pointer) {
            return true;
        }
    }
    return false;
}

static int
look_at_one(call *c, int i, inner it)
{
    PyObject *ended = it.use == U_OWNER ? handle_ended_by(it.pointer) : NULL;
    if (ended != NULL) {
        violate((violation){.code = "PS015", .pointer = ended, .called = c->f, .parameter = i, .created = &((handle *)ended)->created,
                            .ended = handle_ended(ended), .expected = "an owner that still lives",
                            .seen = "used after its owner ended"});
        return -1;
    }
    if (it.use == U_OWNER) {
        return 0;
    }
    if (it.use == U_FILLED) {
        return slot_usable(it.h, c->f, i);
    }
    if (it.use == U_LENT) {
        return borrowed_usable((borrowed *)it.pointer, c->f, i) < 0 ? -1 : check_filled(it.pointer, it.h, c->f, i);
    }
    if (owned_usable((owning *)it.pointer, c->f, i, "argument") < 0 || check_filled(it.pointer, it.h, c->f, i) < 0) {
        return -1;
    }
    if (given_elsewhere(c, it.pointer)) {
        violate((violation){.code = "PS003", .pointer = it.pointer, .called = c->f, .parameter = i, .created = &it.h->created,
                            .expected = "each pointer once", .seen = "the same pointer consumed twice by one call"});
        return -1;
    }
    return 0;
}

int
look_at_inner(call *c, int i)
{
    for (Py_ssize_t k = 0; k < inner_count(c, i); k++) {
        if (look_at_one(c, i, inner_at(c, i, k)) < 0) {
            return -1;
        }
    }
    return 0;
}

static bool
is_held(inner it)
{
    bool holds = Py_TYPE(it.pointer) == OwnedPtr_Type || Py_TYPE(it.pointer) == BorrowedPtr_Type;
    return (it.use == U_LENT || it.use == U_OWNER) && holds && !(it.h->flags & FOREIGN);
}

/* A pointer into a bytearray is to its memory as a view of it is: BufferError for who resizes it. */
static void
hold_memory(inner it, int change)
{
    if (it.use == U_OWNER && PyByteArray_Check((PyObject *)it.h->object)) {
        ((PyByteArrayObject *)it.h->object)->ob_exports += change;
    }
}

void
begin_inner(call *c, int i)
{
    for (Py_ssize_t k = 0; k < inner_count(c, i); k++) {
        inner it = inner_at(c, i, k);
        if (is_held(it)) {
            Py_INCREF((PyObject *)it.h->object);
            hold_memory(it, 1);
        }
        else if (it.use == U_FILLED) {
            borrowed_slot_before((borrowed_slot *)it.pointer);
        }
        else if (it.use == U_REACHED || it.use == U_CONSUMED) {
            owned_before((owning *)it.pointer, it.use == U_REACHED, &c->inner_before[k % MOST_REACHED], site_here(c->f, i));
        }
    }
}

int
settle_inner(call *c, int i, bool failed)
{
    int result = 0;
    for (Py_ssize_t k = 0; k < inner_count(c, i); k++) {
        inner it = inner_at(c, i, k);
        if (it.use == U_FILLED) {
            it.h->flags &= (uint8_t)~IN_CALL;
        }
        if (it.use == U_REACHED && owned_after((owning *)it.pointer, failed, c->inner_before[k % MOST_REACHED]) < 0) {
            result = -1;
        }
    }
    return result;
}

void
give_back_inner(call *c, int i)
{
    for (Py_ssize_t k = 0; k < inner_count(c, i); k++) {
        inner it = inner_at(c, i, k);
        if ((it.use == U_CONSUMED || it.use == U_REACHED) && it.h->state == MOVED && owned_restore((owning *)it.pointer) < 0) {
            PyErr_Clear();
        }
    }
}

void
end_consumed_inner(call *c, int i)
{
    for (Py_ssize_t k = 0; k < inner_count(c, i); k++) {
        inner it = inner_at(c, i, k);
        if (it.use == U_CONSUMED && !(it.h->flags & FOREIGN)) {
            release_object(it.h->object);
        }
    }
}

void
let_inner_go(call *c, int i)
{
    for (Py_ssize_t k = 0; k < inner_count(c, i); k++) {
        inner it = inner_at(c, i, k);
        if (is_held(it)) {
            hold_memory(it, -1);
            release_object(it.h->object);
        }
    }
}
