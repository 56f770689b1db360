/* The outcome of a call: compared with what the contract says, and made a handle or a value. */
#include "binding.h"

PyObject *status_ok, *status_failed, *found_present, *found_absent, *found_failed;

/* A converter whose result is no number of Python's says itself which value is the sentinel. */
static bool
is_sentinel(function *f, PyObject *value)
{
    PyObject *told = PyObject_CallMethod(f->result.convert, "null", "O", value);
    bool null = told == Py_True;
    Py_XDECREF(told);
    return null;
}

bool
is_null(function *f, PyObject *value, bool pending, void **pointer)
{
    switch (f->result.kind) {
    case R_OWNED:
    case R_BORROWED:
    case R_RAW:
        *pointer = cdata_to_pointer(value, f->result.c_type);
        return *pointer == NULL;
    case R_CONVERT:
        return f->result.sentinel == Py_None ? value != Py_None && PyObject_IsTrue(value) == 0 : is_sentinel(f, value);
    case R_VOID:
        return f->result.null == N_ALWAYS || (f->result.null == N_AMBIGUOUS && pending);
    case R_BOOL:
        return false;
    default:
        return value == f->result.sentinel
            || (f->result.compare_sentinel && PyObject_RichCompareBool(value, f->result.sentinel, Py_EQ) == 1);
    }
}

static int
broken_promise(function *f, const char *expected, const char *seen)
{
    violate((violation){.code = "PS014", .called = f, .parameter = -1, .expected = expected, .seen = seen,
                        .exception = this_thread()->top->pending});
    return -1;
}

int
compare_outcome(call *c, bool null, bool pending)
{
    function *f = c->f;
    int meaning = f->result.null;
    if (!null && pending && !c->was_pending && f->indicator != I_SETS) {
        return broken_promise(f, "no exception with a result", "a result, and an exception set");
    }
    if (null && !pending && (meaning == N_ERROR || (meaning == N_ALWAYS && f->error_set != E_ALLOWED))) {
        return broken_promise(f, "an exception with NULL or the sentinel", "NULL or the sentinel, and no exception");
    }
    if (null && meaning == N_NEVER) {
        return broken_promise(f, "a result that is not NULL", "NULL");
    }
    if (null && pending && !c->was_pending && meaning == N_ABSENT) {
        return broken_promise(f, "no exception: NULL means absent", "NULL, and an exception set");
    }
    if (!null && meaning == N_ALWAYS) {
        return broken_promise(f, "NULL, always", "a result");
    }
    return 0;
}

/* How much memory an allocator was asked for: the product of the sizes and counts it was given. */
static size_t
allocated_bytes(call *c)
{
    size_t bytes = c->f->result.allocates != NULL;
    for (int i = 0; bytes != 0 && i < c->f->arity; i++) {
        if (c->f->parameters[i].flags & SIZE) {
            bytes *= PyLong_AsSize_t(c->given[i]);
        }
    }
    return PyErr_Occurred() ? PyErr_Clear(), 0 : bytes;
}

PyObject *
wrap_result(call *c, PyObject *value, void *pointer, bool null)
{
    function *f = c->f;
    PyObject *pointee = f->result.pointee ? f->result.pointee : pointee_object;
    switch (f->result.kind) {
    case R_VOID:
        Py_RETURN_NONE;
    case R_OWNED: {
        if (null) {
            Py_RETURN_NONE;
        }
        PyObject *owned = owned_new(pointer, pointee, site_here(f, -1));
        if (owned != NULL && f->result.unfilled && checks != OFF) {
            note_unset(pointer, 0);
        }
        return owned;
    }
    case R_BORROWED: {
        if (null) {
            Py_RETURN_NONE;
        }
        PyObject *source = f->result.from >= 0 ? c->given[f->result.from] : NULL;
        PyObject *lent = borrowed_new(pointer, pointee, source == Py_None ? NULL : source, f->result.mutable_owner, f->result.weak,
                                      site_here(f, -1));
        if (lent != NULL) {
            ((borrowed *)lent)->checked_epoch = c->looked_at;
        }
        return lent;
    }
    case R_RAW: {
        if (null) {
            Py_RETURN_NONE;
        }
        flight *carried = NULL;
        if (f->result.allocates != NULL
            && (carried = flight_begin(pointer, f->result.allocates, site_here(f, -1))) == NULL) {
            return NULL;
        }
        return raw_new(pointer, pointee, carried, f->result.allocates, allocated_bytes(c), site_here(f, -1));
    }
    case R_BOOL:
        return PyBool_FromLong(PyObject_IsTrue(value));
    case R_STATUS: {
        long code = PyLong_AsLong(value);
        return Py_NewRef(code == 0 ? status_ok : code == -1 ? status_failed : value);
    }
    case R_FOUND: {
        long code = PyLong_AsLong(value);
        return Py_NewRef(code == 1 ? found_present : code == 0 ? found_absent : code == -1 ? found_failed : value);
    }
    case R_CONVERT: {
        PyObject *passed = tuple_of(c->passed, c->passed_count), *arguments = passed ? tuple_of(c->given, c->count) : NULL;
        PyObject *result = arguments ? PyObject_CallMethod(f->result.convert, "wrap", "OOOO", value, f, arguments, passed) : NULL;
        Py_XDECREF(passed);
        Py_XDECREF(arguments);
        return result;
    }
    default:
        return Py_NewRef(value);
    }
}

PyObject *
failure_result(function *f)
{
    switch (f->result.kind) {
    case R_STATUS: return Py_NewRef(status_failed);
    case R_FOUND: return Py_NewRef(found_failed);
    case R_PASS:
    case R_CONVERT: return Py_NewRef(f->result.sentinel);
    default: Py_RETURN_NONE;
    }
}
