/* A bound C function: a contract laid out for speed, called through the cffi module.
 *
 * All arguments are looked at before anything changes, so that a refused call was not made.  Then what is consumed ends, the
 * call runs, and its outcome is compared with what the contract says. */
#include "core.h"
#include <structmember.h>

PyTypeObject *Function_Type;
static PyObject *status_ok, *status_failed, *found_present, *found_absent, *found_failed;

typedef PyObject *(*from_pointer)(char *, PyObject *);
typedef char *(*to_pointer)(PyObject *, PyObject *);
static from_pointer cdata_from_pointer;
static to_pointer cdata_to_pointer;

enum parameter_kind { P_INT, P_PASS, P_BORROWED, P_OWNED, P_RAW, P_SLOT_OUT, P_SLOT_INOUT, P_BORROWED_SLOT, P_CONVERT };
enum result_kind { R_VOID, R_OWNED, R_BORROWED, R_RAW, R_PASS, R_BOOL, R_STATUS, R_FOUND, R_CONVERT };
enum null_meaning { N_NEVER, N_ERROR, N_ABSENT, N_AMBIGUOUS, N_ALWAYS };
enum error_set { E_REFUSED, E_ALLOWED, E_REQUIRED };
enum indicator { I_NONE, I_SETS, I_TAKES, I_CLEARS, I_ASKS };
enum {
    NULLABLE = 1, EXACT_TYPE = 2, TYPE = 4, UNSHARED = 8, UNFILLED_OK = 16, FLIGHT_UP = 32, FLIGHT_DOWN = 64, FREES = 128,
    NONEMPTY = 256, ON_SUCCESS = 512, ON_FAILURE = 1024, WHEN_REACHED = 2048, VARIADIC = 4096, MUTABLE = 8192,
    WITH_NULL = 16384,
};

struct parameter {
    int kind, flags, index_of, from;
    PyObject *c_type, *pointee, *convert;
    PyObject *carrier;          /* a cdata of c_type that is filled in for each call */
    PyTypeObject *wanted;
    long long minimum, maximum;
    bool is_unsigned_wide;
};

#define MOST_ARGUMENTS 24

typedef struct {
    function *f;
    PyObject *const *given;
    Py_ssize_t count;
    PyObject *passed[MOST_ARGUMENTS];
    int passed_count;
    Py_ssize_t before[MOST_ARGUMENTS];  /* the count of an argument consumed when reached */
    bool was_pending;
} call;

/* ---- looking at arguments -------------------------------------------------------------------------------------------- */

static const char *
describe_state(PyObject *value)
{
    PyTypeObject *type = Py_TYPE(value);
    return type == OwnedPtr_Type      ? "an owned pointer"
           : type == BorrowedPtr_Type ? "a borrowed pointer"
           : type == NonNull_Type     ? "a raw pointer"
           : type == Slot_Type        ? "a slot"
           : type == BorrowedSlot_Type ? "a borrowed slot"
                                      : "an object that is no pointer";
}

static int
wrong_state(call *c, int i, PyObject *value, const char *expected)
{
    if (value == Py_None) {
        violate((violation){.code = "PS007", .called = c->f, .parameter = i, .expected = expected, .seen = "NULL"});
    }
    else if (handle_is(value)) {
        handle *h = (handle *)value;
        bool borrowing = Py_TYPE(value) == BorrowedPtr_Type;
        violate((violation){.code = "PS012", .pointer = value, .called = c->f, .parameter = i,
                            .created = borrowing ? NULL : &h->created, .borrowed = borrowing ? &h->created : NULL,
                            .expected = expected, .seen = describe_state(value)});
    }
    else {
        refuse_argument(PyExc_TypeError, c->f, i, "expected %s, not %R; wrap an object with borrow() or own()", expected, value);
    }
    return -1;
}

static int
check_object(call *c, int i, struct parameter *p, PyObject *value)
{
    handle *h = (handle *)value;
    PyObject *object = h->object;
    if (h->flags & FOREIGN || (p->pointee != NULL && !pointee_is_object(p->pointee))) {
        if (p->pointee != NULL && !PyType_IsSubtype((PyTypeObject *)h->pointee, (PyTypeObject *)p->pointee)) {
            refuse_argument(PyExc_TypeError, c->f, i, "expected a pointer to %s, not to %s",
                            ((PyTypeObject *)p->pointee)->tp_name, ((PyTypeObject *)h->pointee)->tp_name);
            return -1;
        }
        return 0;
    }
    if (checks == OFF) {
        return 0;
    }
    if (p->flags & EXACT_TYPE ? !Py_IS_TYPE(object, p->wanted)
                              : p->flags & TYPE && !PyType_IsSubtype(Py_TYPE(object), p->wanted)) {
        refuse_argument(PyExc_TypeError, c->f, i, "expected %s%s, not a %s; C does not check it",
                        p->flags & EXACT_TYPE ? "exactly a " : "a ", p->wanted->tp_name, Py_TYPE(object)->tp_name);
        return -1;
    }
    if (!(p->flags & UNFILLED_OK) && check_filled(value, h, c->f, i) < 0) {
        return -1;
    }
    if (p->flags & UNSHARED) {
        give_back_hidden(object);
        if (Py_REFCNT(object) != 1) {
            refuse_argument(PyExc_ValueError, c->f, i, "expected an object with one reference, not %zd; C does not check it",
                            Py_REFCNT(object));
            return -1;
        }
    }
    if (p->flags & FLIGHT_DOWN && flight_find(object) == NULL) {
        violate((violation){.code = "PS013", .pointer = value, .called = c->f, .parameter = i, .borrowed = &h->created,
                            .expected = "a reference in flight, made by Py_INCREF or into_raw()",
                            .seen = "no reference to release: nobody gave one up"});
        return -1;
    }
    return 0;
}

/* cffi reads a pointer out of its cdata before the call begins and never again, so one cdata serves every call of a
 * parameter.  Where in the object the pointer stands is looked for when the module starts; 0 means it was not found, and each
 * call then makes a cdata of its own. */
static size_t carried_at;

static PyObject *
pointer_argument(struct parameter *p, void *pointer)
{
    if (carried_at == 0) {
        return cdata_from_pointer(pointer, p->c_type);
    }
    memcpy((char *)p->carrier + carried_at, &pointer, sizeof pointer);
    return Py_NewRef(p->carrier);
}

static int
find_carried_at(PyObject *c_type)
{
    static char one, other;
    if (carried_at != 0) {
        return 0;
    }
    PyObject *first = cdata_from_pointer(&one, c_type), *second = first ? cdata_from_pointer(&other, c_type) : NULL;
    if (second == NULL) {
        Py_XDECREF(first);
        return -1;
    }
    for (size_t at = sizeof(PyObject); at + sizeof(void *) <= (size_t)Py_TYPE(first)->tp_basicsize; at += sizeof(void *)) {
        void *a, *b;
        memcpy(&a, (char *)first + at, sizeof a);
        memcpy(&b, (char *)second + at, sizeof b);
        if (a == &one && b == &other) {
            carried_at = at;
            break;
        }
    }
    Py_DECREF(first);
    Py_DECREF(second);
    return 0;
}

static PyObject *
integer_argument(call *c, int i, struct parameter *p, PyObject *value)
{
    if (!PyLong_Check(value)) {
        PyObject *index = PyIndex_Check(value) ? PyNumber_Index(value) : NULL;
        if (index == NULL) {
            PyErr_Clear();
            return refuse_argument(PyExc_TypeError, c->f, i, "expected an integer, not %R", value);
        }
        PyObject *result = integer_argument(c, i, p, index);
        Py_DECREF(index);
        return result;
    }
    if (p->is_unsigned_wide) {
        unsigned long long number = PyLong_AsUnsignedLongLong(value);
        if (number == (unsigned long long)-1 && PyErr_Occurred()) {
            PyErr_Clear();
            return refuse_argument(PyExc_OverflowError, c->f, i, "%R does not fit its C type", value);
        }
        return Py_NewRef(value);
    }
    int overflow;
    long long number = PyLong_AsLongLongAndOverflow(value, &overflow);
    if (overflow || number < p->minimum || number > p->maximum) {
        return refuse_argument(PyExc_OverflowError, c->f, i, "%R does not fit its C type", value);
    }
    if (p->index_of >= 0) {
        PyObject *container = c->given[p->index_of];
        handle *h = handle_is(container) ? (handle *)container : NULL;
        if (h != NULL && h->object != NULL && (number < 0 || number >= Py_SIZE((PyObject *)h->object))) {
            return refuse_argument(PyExc_IndexError, c->f, i, "expected an index below %zd, not %R; C does not check it",
                                   Py_SIZE((PyObject *)h->object), value);
        }
    }
    return Py_NewRef(value);
}

static PyObject *
owned_argument(call *c, int i, struct parameter *p, PyObject *value)
{
    if (Py_TYPE(value) != OwnedPtr_Type) {
        wrong_state(c, i, value, "an owned pointer, which the call consumes");
        return NULL;
    }
    if (owned_usable((owning *)value, c->f, i, "argument") < 0 || check_object(c, i, p, value) < 0) {
        return NULL;
    }
    for (int j = 0; j < i; j++) {
        if (c->given[j] == value && c->f->parameters[j].kind == P_OWNED) {
            return violate((violation){.code = "PS003", .pointer = value, .called = c->f, .parameter = i,
                                       .created = &((handle *)value)->created,
                                       .expected = "an owned pointer for each parameter that consumes one",
                                       .seen = "the same pointer consumed twice by one call"});
        }
    }
    return pointer_argument(p, ((handle *)value)->object);
}

static PyObject *
borrowed_argument(call *c, int i, struct parameter *p, PyObject *value)
{
    if (Py_TYPE(value) != BorrowedPtr_Type) {
        wrong_state(c, i, value, "a borrowed pointer");
        return NULL;
    }
    if (borrowed_usable((borrowed *)value, c->f, i) < 0 || check_object(c, i, p, value) < 0) {
        return NULL;
    }
    return pointer_argument(p, ((handle *)value)->object);
}

static PyObject *
raw_argument(call *c, int i, struct parameter *p, PyObject *value)
{
    if (Py_TYPE(value) != NonNull_Type) {
        wrong_state(c, i, value, "a raw pointer");
        return NULL;
    }
    raw *r = (raw *)value;
    if (r->h.state != LIVE) {
        return violate((violation){.code = p->flags & FREES ? "PS002" : "PS001", .pointer = value, .called = c->f, .parameter = i,
                                   .created = &r->h.created, .ended = &r->ended, .expected = "memory that is still allocated",
                                   .seen = "memory that was freed"});
    }
    if (p->flags & FREES) {
        if (r->domain == NULL || PyObject_RichCompareBool(r->domain, p->convert, Py_EQ) != 1) {
            return violate((violation){.code = "PS016", .pointer = value, .called = c->f, .parameter = i,
                                       .created = &r->h.created, .expected = PyUnicode_AsUTF8(p->convert),
                                       .seen = r->domain ? PyUnicode_AsUTF8(r->domain) : "memory of no allocator"});
        }
    }
    return pointer_argument(p, r->h.object);
}

static PyObject *
slot_argument(call *c, int i, struct parameter *p, PyObject *value)
{
    PyTypeObject *wanted = p->kind == P_BORROWED_SLOT ? BorrowedSlot_Type : Slot_Type;
    if (Py_TYPE(value) != wanted) {
        wrong_state(c, i, value, p->kind == P_BORROWED_SLOT ? "a BorrowedSlot" : "a Slot");
        return NULL;
    }
    handle *h = (handle *)value;
    if (h->thread != this_thread()->serial && checks != OFF) {
        return violate((violation){.code = "PS019", .pointer = value, .called = c->f, .parameter = i, .created = &h->created,
                                   .expected = "a handle of this thread", .seen = "a handle of another thread"});
    }
    if (p->kind == P_SLOT_OUT && h->object != NULL) {
        return violate((violation){.code = "PS017", .pointer = value, .called = c->f, .parameter = i, .created = &h->created,
                                   .expected = "an empty slot", .seen = "a slot that owns a pointer the call would overwrite"});
    }
    if (p->kind == P_SLOT_INOUT) {
        if (h->object == NULL && !(p->flags & WITH_NULL)) {
            return violate((violation){.code = "PS007", .pointer = value, .called = c->f, .parameter = i,
                                       .expected = "a slot that owns a pointer", .seen = "an empty slot"});
        }
        if (h->object != NULL && check_object(c, i, p, value) < 0) {
            return NULL;
        }
    }
    if (p->kind == P_BORROWED_SLOT || p->kind == P_SLOT_OUT) {
        Py_SETREF(h->pointee, Py_NewRef(p->pointee));
    }
    return pointer_argument(p, &h->object);
}

static PyObject *
one_argument(call *c, int i, struct parameter *p, PyObject *value)
{
    if (value == Py_None && p->flags & NULLABLE && p->kind != P_CONVERT) {
        return pointer_argument(p, NULL);
    }
    switch (p->kind) {
    case P_INT: return integer_argument(c, i, p, value);
    case P_PASS: return Py_NewRef(value);
    case P_BORROWED: return borrowed_argument(c, i, p, value);
    case P_OWNED: return owned_argument(c, i, p, value);
    case P_RAW: return raw_argument(c, i, p, value);
    case P_CONVERT: return NULL;
    default: return slot_argument(c, i, p, value);
    }
}

static PyObject *
tuple_of(PyObject *const *items, Py_ssize_t count)
{
    PyObject *result = PyTuple_New(count);
    for (Py_ssize_t i = 0; result != NULL && i < count; i++) {
        PyTuple_SET_ITEM(result, i, Py_NewRef(items[i]));
    }
    return result;
}

/* What Python converts (texts, arrays, variables, callbacks, structs): prepare(value, function, index, arguments). */
static PyObject *
converted_argument(call *c, int i, struct parameter *p)
{
    bool variadic = p->flags & VARIADIC;
    PyObject *value = variadic ? tuple_of(c->given + i, c->count - i) : Py_NewRef(c->given[i]);
    PyObject *arguments = value ? tuple_of(c->given, c->count) : NULL;
    PyObject *result = arguments ? PyObject_CallMethod(p->convert, "prepare", "OOiO", value, c->f, i, arguments) : NULL;
    Py_XDECREF(value);
    Py_XDECREF(arguments);
    return result;
}

static int
look_at_arguments(call *c)
{
    function *f = c->f;
    for (int i = 0; i < f->arity; i++) {
        struct parameter *p = &f->parameters[i];
        PyObject *passed = p->kind == P_CONVERT ? converted_argument(c, i, p) : one_argument(c, i, p, c->given[i]);
        if (passed == NULL) {
            return -1;
        }
        c->passed[c->passed_count++] = passed;
    }
    return 0;
}

/* ---- what a call does to its arguments --------------------------------------------------------------------------------- */

static int
begin_transitions(call *c)
{
    function *f = c->f;
    for (int i = 0; i < f->arity; i++) {
        struct parameter *p = &f->parameters[i];
        PyObject *value = i < c->count ? c->given[i] : NULL;
        if (value == NULL || value == Py_None) {
            continue;
        }
        handle *h = (handle *)value;
        switch (p->kind) {
        case P_OWNED:
            if (p->flags & WHEN_REACHED) {
                Py_INCREF((PyObject *)h->object);
                c->before[i] = Py_REFCNT((PyObject *)h->object);
            }
            owned_end((owning *)value, MOVED, site_here(f, i));
            break;
        case P_BORROWED:
            if (p->flags & FLIGHT_UP) {
                if (flight_begin(h->object, NULL, site_here(f, i)) == NULL) {
                    return -1;
                }
            }
            else if (p->flags & FLIGHT_DOWN) {
                flight_end(flight_find(h->object));
            }
            if (f->may_run_python && !(p->flags & UNSHARED) && !(h->flags & FOREIGN)) {
                Py_INCREF((PyObject *)h->object);
            }
            break;
        case P_SLOT_INOUT:
            slot_before((owning *)value);
            break;
        default:
            break;
        }
    }
    return 0;
}

static int
settle_one(call *c, int i, struct parameter *p, bool failed)
{
    function *f = c->f;
    PyObject *value = i < c->count ? c->given[i] : NULL;
    if (p->kind == P_CONVERT) {
        PyObject *arguments = tuple_of(c->given, c->count);
        PyObject *answer = arguments ? PyObject_CallMethod(p->convert, "settle", "OOiOO", c->passed[i], f, i, arguments,
                                                           failed ? Py_True : Py_False) : NULL;
        Py_XDECREF(arguments);
        Py_XDECREF(answer);
        return answer ? 0 : -1;
    }
    if (value == NULL || value == Py_None) {
        return 0;
    }
    handle *h = (handle *)value;
    switch (p->kind) {
    case P_OWNED: {
        bool back = (p->flags & ON_SUCCESS && failed) || (p->flags & ON_FAILURE && !failed);
        if (p->flags & WHEN_REACHED) {
            back = failed && Py_REFCNT((PyObject *)h->object) >= c->before[i];
            Py_DECREF((PyObject *)h->object);
        }
        return back ? owned_restore((owning *)value) : 0;
    }
    case P_SLOT_OUT:
    case P_SLOT_INOUT:
        return slot_filled((owning *)value, site_here(f, i));
    case P_BORROWED_SLOT: {
        PyObject *source = p->from >= 0 ? c->given[p->from] : NULL;
        return slot_store_borrowed((borrowed_slot *)value, source, p->flags & MUTABLE, site_here(f, i)) ? 0 : -1;
    }
    case P_RAW:
        if (p->flags & FREES && !failed) {
            raw *r = (raw *)value;
            if (r->carried != NULL) {
                flight_end(r->carried);
                r->carried = NULL;
            }
            r->h.state = DROPPED;
            r->ended = site_here(f, i);
        }
        return 0;
    default:
        return 0;
    }
}

static int
settle(call *c, bool failed)
{
    int result = 0;
    for (int i = 0; i < c->f->arity; i++) {
        if (settle_one(c, i, &c->f->parameters[i], failed) < 0) {
            result = -1;
        }
    }
    return result;
}

static void
unpin(call *c)
{
    if (!c->f->may_run_python) {
        return;
    }
    for (int i = 0; i < c->f->arity && i < c->count; i++) {
        struct parameter *p = &c->f->parameters[i];
        if (p->kind == P_BORROWED && c->given[i] != Py_None && !(p->flags & UNSHARED)) {
            handle *h = (handle *)c->given[i];
            if (!(h->flags & FOREIGN)) {
                Py_DECREF((PyObject *)h->object);
            }
        }
    }
}

/* ---- the result -------------------------------------------------------------------------------------------------------- */

static bool
is_null(function *f, PyObject *value, void **pointer)
{
    switch (f->result.kind) {
    case R_OWNED:
    case R_BORROWED:
    case R_RAW:
        *pointer = cdata_to_pointer(value, f->result.c_type);
        return *pointer == NULL;
    case R_CONVERT:
        return value != Py_None && PyObject_IsTrue(value) == 0;
    case R_VOID:
        return f->result.null == N_ALWAYS;
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

static int
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

static PyObject *
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
        if (owned != NULL && f->result.unfilled && checks != OFF && has_unset_items(pointer)) {
            entity *e = entity_find(pointer);
            if (e != NULL) {
                e->unfilled = true;
            }
        }
        return owned;
    }
    case R_BORROWED: {
        if (null) {
            Py_RETURN_NONE;
        }
        PyObject *source = f->result.from >= 0 ? c->given[f->result.from] : NULL;
        return borrowed_new(pointer, pointee, source == Py_None ? NULL : source, f->result.mutable_owner, f->result.weak,
                            site_here(f, -1));
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
        return raw_new(pointer, pointee, carried, f->result.allocates, site_here(f, -1));
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
        PyObject *arguments = tuple_of(c->given, c->count);
        PyObject *result = arguments ? PyObject_CallMethod(f->result.convert, "wrap", "OOO", value, f, arguments) : NULL;
        Py_XDECREF(arguments);
        return result;
    }
    default:
        return Py_NewRef(value);
    }
}

static PyObject *
failure_result(function *f)
{
    switch (f->result.kind) {
    case R_STATUS: return Py_NewRef(status_failed);
    case R_FOUND: return Py_NewRef(found_failed);
    case R_PASS: return Py_NewRef(f->result.sentinel);
    default: Py_RETURN_NONE;
    }
}

/* ---- the call ---------------------------------------------------------------------------------------------------------- */

static PyObject *
invoke(call *c)
{
    function *f = c->f;
    if (f->direct_flags == METH_O) {
        return f->direct(f->direct_self, c->passed[0]);
    }
    if (f->direct_flags == METH_NOARGS) {
        return f->direct(f->direct_self, NULL);
    }
    /* A variadic tail was prepared as (count, words).  cffi unpacks the tuple before the call begins: one serves them all. */
    bool variadic = f->variadic;
    Py_ssize_t count = c->passed_count + (variadic ? 1 : 0);
    PyObject *arguments = f->arguments;
    f->arguments = NULL;
    if (arguments != NULL && Py_REFCNT(arguments) == 1) {
        for (int i = 0; i < c->passed_count && !variadic; i++) {
            PyObject *before = PyTuple_GET_ITEM(arguments, i);
            PyTuple_SET_ITEM(arguments, i, Py_NewRef(c->passed[i]));
            Py_XDECREF(before);
        }
        PyObject *result = f->direct(f->direct_self, arguments);
        if (f->arguments == NULL) {
            f->arguments = arguments;
        }
        else {
            Py_DECREF(arguments);       /* a call of the same function from within has left its own */
        }
        return result;
    }
    Py_XDECREF(arguments);
    arguments = PyTuple_New(count);
    if (arguments == NULL) {
        return NULL;
    }
    for (int i = 0; i < c->passed_count; i++) {
        if (variadic && i == c->passed_count - 1) {
            PyTuple_SET_ITEM(arguments, i, Py_NewRef(PyTuple_GET_ITEM(c->passed[i], 0)));
            PyTuple_SET_ITEM(arguments, i + 1, Py_NewRef(PyTuple_GET_ITEM(c->passed[i], 1)));
        }
        else {
            PyTuple_SET_ITEM(arguments, i, Py_NewRef(c->passed[i]));
        }
    }
    if (f->direct_flags == METH_VARARGS && !variadic) {
        PyObject *result = f->direct(f->direct_self, arguments);
        Py_XSETREF(f->arguments, arguments);
        return result;
    }
    PyObject *result = f->direct_flags == METH_VARARGS ? f->direct(f->direct_self, arguments)
                                                       : PyObject_Call(f->callee, arguments, NULL);
    Py_DECREF(arguments);
    return result;
}

static int
check_indicator(call *c, thread_state *thread)
{
    function *f = c->f;
    c->was_pending = thread->top->pending != NULL;
    if (c->was_pending && f->error_set == E_REFUSED) {
        violate((violation){.code = "PS008", .called = f, .parameter = -1, .created = (const site *)thread->top->origin,
                            .expected = "no exception pending", .seen = "an exception pending",
                            .exception = thread->top->pending});
        return -1;
    }
    if (!c->was_pending && f->error_set == E_REQUIRED) {
        refuse_argument(PyExc_ValueError, f, -1, "it reads the exception that is set, and none is");
        return -1;
    }
    if (f->indicator == I_ASKS) {
        thread->top->asked = 1;
    }
    if (f->indicator == I_CLEARS && c->was_pending && !thread->top->asked) {
        return warn_of((violation){.code = "PS102", .called = f, .parameter = -1, .created = (const site *)thread->top->origin,
                                   .expected = "an exception whose type was asked for",
                                   .seen = "an exception that nobody looked at", .exception = thread->top->pending});
    }
    return 0;
}

/* An injected failure does what the real one does: the exception, the sentinel, the arguments consumed, the slots NULL. */
static PyObject *
inject(call *c, thread_state *thread, PyObject *exception)
{
    if (begin_transitions(c) < 0) {
        Py_DECREF(exception);
        return NULL;
    }
    for (int i = 0; i < c->f->arity; i++) {
        struct parameter *p = &c->f->parameters[i];
        if (p->kind == P_OWNED && c->given[i] != Py_None && !(p->flags & (ON_SUCCESS | WHEN_REACHED))) {
            Py_DECREF((PyObject *)((handle *)c->given[i])->object);
        }
    }
    indicator_set_pending(thread, exception, site_here(c->f, -1));
    int settled = settle(c, true);
    unpin(c);
    return settled < 0 ? NULL : failure_result(c->f);
}

static PyObject *
made_call(call *c, thread_state *thread)
{
    function *f = c->f;
    if (begin_transitions(c) < 0) {
        return NULL;
    }
    PyObject *value = invoke(c);
    if (value == NULL) {
        /* cffi refused an argument: the call was not made. */
        settle(c, true);
        unpin(c);
        return NULL;
    }
    bool pending = thread->top->pending != NULL;
    void *pointer = NULL;
    bool null = is_null(f, value, &pointer);
    bool failed = null && pending;
    if (pending && !c->was_pending) {
        PyObject *exception = thread->top->pending;
        thread->top->pending = NULL;
        indicator_set_pending(thread, exception, site_here(f, -1));
    }
    int settled = settle(c, failed);
    unpin(c);
    if (checks != OFF && compare_outcome(c, null, pending) < 0) {
        settled = -1;
    }
    PyObject *result = settled < 0 ? NULL : wrap_result(c, value, pointer, null);
    if (settled < 0 && f->result.kind == R_OWNED && pointer != NULL) {
        Py_DECREF((PyObject *)pointer);
    }
    if (f->may_run_python && checks != OFF) {
        look_at_borrows();
    }
    Py_DECREF(value);
    return result;
}

static PyObject *
function_call(PyObject *self, PyObject *const *args, size_t nargsf, PyObject *kwnames)
{
    function *f = (function *)self;
    call c;         /* its arrays are filled as far as they are used */
    c.f = f;
    c.given = args;
    c.count = PyVectorcall_NARGS(nargsf);
    c.passed_count = 0;
    c.was_pending = false;
    int fixed = f->arity - (f->variadic ? 1 : 0);
    if (kwnames != NULL && PyTuple_GET_SIZE(kwnames)) {
        return refuse_argument(PyExc_TypeError, f, -1, "C functions take positional arguments only");
    }
    if (f->variadic ? c.count < fixed : c.count != fixed) {
        return refuse_argument(PyExc_TypeError, f, -1, "expected %s%d arguments, not %zd", f->variadic ? "at least " : "", fixed,
                               c.count);
    }
    thread_state *thread = this_thread();
    PyObject *result = NULL;
    if (look_at_arguments(&c) == 0 && check_indicator(&c, thread) == 0) {
        if (thread->observer != NULL) {
            PyObject *arguments = tuple_of(args, c.count);
            PyObject *answer = arguments ? PyObject_CallFunctionObjArgs(thread->observer, self, arguments, NULL) : NULL;
            Py_XDECREF(arguments);
            if (answer == NULL) {
                goto done;
            }
            if (answer != Py_None) {
                result = inject(&c, thread, answer);
                goto done;
            }
            Py_DECREF(answer);
        }
        result = made_call(&c, thread);
    }
done:
    for (int i = 0; i < c.passed_count; i++) {
        Py_DECREF(c.passed[i]);
    }
    return result;
}

/* ---- the Python type --------------------------------------------------------------------------------------------------- */

static int
read_parameter(struct parameter *p, PyObject *row)
{
    PyObject *c_type, *pointee, *convert, *wanted, *minimum, *maximum;
    if (!PyArg_ParseTuple(row, "iiiiOOOOOO", &p->kind, &p->flags, &p->index_of, &p->from, &c_type, &pointee, &wanted, &convert,
                          &minimum, &maximum)) {
        return -1;
    }
    p->c_type = Py_NewRef(c_type);
    if (p->kind != P_INT && p->kind != P_PASS && p->kind != P_CONVERT) {
        p->carrier = cdata_from_pointer(NULL, c_type);
        if (p->carrier == NULL || find_carried_at(c_type) < 0) {
            return -1;
        }
    }
    p->pointee = pointee == Py_None ? NULL : Py_NewRef(pointee);
    p->wanted = wanted == Py_None ? NULL : (PyTypeObject *)Py_NewRef(wanted);
    p->convert = convert == Py_None ? NULL : Py_NewRef(convert);
    if (minimum != Py_None) {
        int overflow;
        p->minimum = PyLong_AsLongLong(minimum);
        p->maximum = PyLong_AsLongLongAndOverflow(maximum, &overflow);
        p->is_unsigned_wide = overflow > 0;
    }
    return PyErr_Occurred() ? -1 : 0;
}

static PyObject *
function_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    static char *names[] = {"name", "contract", "callee", "parameters", "result", "may_run_python", "error_set", "indicator", NULL};
    PyObject *name, *contract, *callee, *rows, *c_type, *pointee, *sentinel, *convert, *allocates;
    int may_run_python, error_set, indicator, kind, null, from, mutable_owner, weak, unfilled;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "UOOO!(iiOOOOipppO)pii:Function", names, &name, &contract, &callee, &PyTuple_Type,
                                     &rows, &kind, &null, &c_type, &pointee, &sentinel, &convert, &from, &mutable_owner, &weak,
                                     &unfilled, &allocates, &may_run_python, &error_set, &indicator)) {
        return NULL;
    }
    if (PyTuple_GET_SIZE(rows) > MOST_ARGUMENTS - 1) {
        PyErr_Format(PyExc_TypeError, "%U has more than %d parameters", name, MOST_ARGUMENTS - 1);
        return NULL;
    }
    function *f = (function *)type->tp_alloc(type, 0);
    if (f == NULL) {
        return NULL;
    }
    f->vectorcall = function_call;
    f->name = Py_NewRef(name);
    f->contract = Py_NewRef(contract);
    f->callee = Py_NewRef(callee);
    f->parameter_names = PyTuple_New(PyTuple_GET_SIZE(rows));
    f->arity = (int)PyTuple_GET_SIZE(rows);
    f->parameters = PyMem_Calloc(f->arity + 1, sizeof(struct parameter));
    if (f->parameters == NULL || f->parameter_names == NULL) {
        Py_DECREF(f);
        return PyErr_NoMemory();
    }
    for (int i = 0; i < f->arity; i++) {
        PyObject *row = PyTuple_GET_ITEM(rows, i);
        PyTuple_SET_ITEM(f->parameter_names, i, Py_NewRef(PyTuple_GET_ITEM(row, 0)));
        PyObject *rest = PyTuple_GetSlice(row, 1, PyTuple_GET_SIZE(row));
        int bad = rest == NULL || read_parameter(&f->parameters[i], rest) < 0;
        Py_XDECREF(rest);
        if (bad) {
            Py_DECREF(f);
            return NULL;
        }
        f->variadic = f->variadic || f->parameters[i].flags & VARIADIC;
    }
    f->result.kind = (uint8_t)kind;
    f->result.null = (uint8_t)null;
    f->result.c_type = Py_NewRef(c_type);
    f->result.pointee = pointee == Py_None ? NULL : Py_NewRef(pointee);
    f->result.sentinel = Py_NewRef(sentinel);
    /* a small integer is one object in every CPython, so that identity tells */
    f->result.compare_sentinel = PyFloat_Check(sentinel) || (PyLong_Check(sentinel) && PyLong_AsLong(sentinel) != -1);
    f->result.convert = Py_NewRef(convert);
    f->result.allocates = allocates == Py_None ? NULL : Py_NewRef(allocates);
    f->result.from = from;
    f->result.mutable_owner = mutable_owner;
    f->result.weak = weak;
    f->result.unfilled = unfilled;
    f->may_run_python = may_run_python;
    f->error_set = (uint8_t)error_set;
    f->indicator = (uint8_t)indicator;
    if (PyCFunction_CheckExact(callee) && (f->arity != 1 || PyCFunction_GET_FLAGS(callee) == METH_O)) {
        f->direct = PyCFunction_GET_FUNCTION(callee);
        f->direct_self = PyCFunction_GET_SELF(callee);
        f->direct_flags = PyCFunction_GET_FLAGS(callee);
    }
    Py_INCREF(f);       /* sites name it for as long as there are reports */
    return (PyObject *)f;
}

static PyObject *
function_repr(PyObject *self)
{
    return PyUnicode_FromFormat("<C function %U>", ((function *)self)->name);
}

static PyObject *
function_get_doc(PyObject *self, void *Py_UNUSED(closure))
{
    return PyObject_GetAttrString(((function *)self)->contract, "doc");
}

static PyGetSetDef function_getset[] = {{"__doc__", function_get_doc, NULL, NULL, NULL}, {NULL}};

static PyMemberDef function_members[] = {
    {"__name__", T_OBJECT_EX, offsetof(function, name), READONLY, NULL},
    {"contract", T_OBJECT_EX, offsetof(function, contract), READONLY, "what the declaration says"},
    {"callee", T_OBJECT_EX, offsetof(function, callee), READONLY, "the cffi function"},
    {"parameter_names", T_OBJECT_EX, offsetof(function, parameter_names), READONLY, NULL},
    {"__vectorcalloffset__", T_PYSSIZET, offsetof(function, vectorcall), READONLY, NULL},
    {NULL},
};

static PyType_Slot function_slots[] = {
    {Py_tp_new, function_new}, {Py_tp_call, PyVectorcall_Call}, {Py_tp_repr, function_repr},
    {Py_tp_members, function_members}, {Py_tp_getset, function_getset}, {0, NULL},
};

static PyType_Spec function_spec = {"ptrstate._native.core.Function", sizeof(function), 0,
                                    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL, function_slots};

/* ---- or_raise, or_none ------------------------------------------------------------------------------------------------- */

static void
remember_raised(PyObject *exception)
{
    for (region *r = this_thread()->innermost; r != NULL; r = r->outer) {
        if (PyUnicode_CompareWithASCIIString(r->kind, "prototype") == 0) {
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

static PyObject *
enum_member(PyObject *module, const char *class, const char *name)
{
    PyObject *type = PyObject_GetAttrString(module, class);
    PyObject *member = type ? PyObject_GetAttrString(type, name) : NULL;
    Py_XDECREF(type);
    return member;
}

int
binding_init(PyObject *module)
{
    PyObject *backend = PyImport_ImportModule("_cffi_backend");
    PyObject *capsule = backend ? PyObject_GetAttrString(backend, "_C_API") : NULL;
    void **exports = capsule ? PyCapsule_GetPointer(capsule, "cffi") : NULL;
    Py_XDECREF(backend);
    Py_XDECREF(capsule);
    if (exports == NULL) {
        return -1;
    }
    cdata_from_pointer = (from_pointer)exports[10];
    cdata_to_pointer = (to_pointer)exports[11];
    PyObject *states = PyImport_ImportModule("ptrstate.states");
    if (states == NULL) {
        return -1;
    }
    status_ok = enum_member(states, "Status", "OK");
    status_failed = enum_member(states, "Status", "FAILED");
    found_present = enum_member(states, "Found", "PRESENT");
    found_absent = enum_member(states, "Found", "ABSENT");
    found_failed = enum_member(states, "Found", "FAILED");
    Py_DECREF(states);
    if (!status_ok || !status_failed || !found_present || !found_absent || !found_failed) {
        return -1;
    }
    Function_Type = (PyTypeObject *)PyType_FromSpec(&function_spec);
    if (Function_Type == NULL || PyModule_AddObjectRef(module, "Function", (PyObject *)Function_Type) < 0) {
        return -1;
    }
    return PyModule_AddFunctions(module, functions);
}
