/* A call of a bound C function, through the cffi module.
 *
 * All arguments are looked at before anything changes, so that a refused call was not made.  Then what is consumed ends, the
 * call runs, and its outcome is compared with what the contract says. */
#include "binding.h"

PyObject *
tuple_of(PyObject *const *items, Py_ssize_t count)
{
    PyObject *result = PyTuple_New(count);
    for (Py_ssize_t i = 0; result != NULL && i < count; i++) {
        PyTuple_SET_ITEM(result, i, Py_NewRef(items[i]));
    }
    return result;
}

/* cffi unpacks the tuple before the call begins, so one serves every call of a function.  It is there before the arguments are
 * looked at, since making one may run the collector.  A variadic tail is two items: count and words. */
static int
take_tuple(call *c)
{
    function *f = c->f;
    if (f->direct_flags == METH_O || f->direct_flags == METH_NOARGS) {
        return 0;
    }
    c->tuple = f->tuple;
    f->tuple = NULL;
    if (c->tuple == NULL || Py_REFCNT(c->tuple) != 1) {
        Py_XSETREF(c->tuple, PyTuple_New(f->arity + (f->variadic ? 1 : 0)));
    }
    return c->tuple == NULL ? -1 : 0;
}

static void
put_in_tuple(call *c, Py_ssize_t at, PyObject *item)
{
    PyObject *before = PyTuple_GET_ITEM(c->tuple, at);
    PyTuple_SET_ITEM(c->tuple, at, Py_NewRef(item));
    Py_XDECREF(before);
}

static PyObject *
invoke(call *c)
{
    function *f = c->f;
    if (f->direct_flags == METH_O) {
        fill_carriers(c);
        return f->direct(f->direct_self, c->passed[0]);
    }
    if (f->direct_flags == METH_NOARGS) {
        return f->direct(f->direct_self, NULL);
    }
    int single = c->passed_count - (f->variadic ? 1 : 0);
    for (int i = 0; i < single; i++) {
        put_in_tuple(c, i, c->passed[i]);
    }
    if (f->variadic) {
        put_in_tuple(c, single, PyTuple_GET_ITEM(c->passed[single], 0));
        put_in_tuple(c, single + 1, PyTuple_GET_ITEM(c->passed[single], 1));
    }
    fill_carriers(c);
    return f->direct_flags == METH_VARARGS ? f->direct(f->direct_self, c->tuple) : PyObject_Call(f->callee, c->tuple, NULL);
}

/* A function that hands on an earlier failure does so where it is given NULL; otherwise it works, and wants no exception pending. */
static bool
works_where_failure_is_handed_on(call *c)
{
    bool could = false;
    for (int i = 0; i < c->f->arity; i++) {
        struct parameter *p = &c->f->parameters[i];
        bool empty = p->kind == P_SLOT_INOUT && p->flags & WITH_NULL && c->given[i] != Py_None && ((handle *)c->given[i])->object == NULL;
        if (empty || (p->flags & PROPAGATES && c->given[i] == Py_None)) {
            return false;
        }
        could = could || p->flags & PROPAGATES;
    }
    return could;
}

static int
check_indicator(call *c, thread_state *thread)
{
    function *f = c->f;
    c->was_pending = thread->top->pending != NULL;
    if (c->was_pending && (f->error_set == E_REFUSED || (f->error_set == E_ALLOWED && works_where_failure_is_handed_on(c)))) {
        violate((violation){.code = "PS008", .called = f, .parameter = -1, .created = (const site *)thread->top->origin,
                            .expected = "no exception pending", .seen = "an exception pending",
                            .exception = thread->top->pending});
        return -1;
    }
    if (!c->was_pending && f->error_set == E_REQUIRED) {
        refuse_argument(PyExc_ValueError, f, -1, "it reads the exception that is set, and none is");
        return -1;
    }
    if (check_undoing(c) < 0) {
        return -1;
    }
    if (f->once && f->was_called) {
        refuse_argument(PyExc_ValueError, f, -1, "it can be called once in a process, and was (C does not check it)");
        return -1;
    }
    if (f->indicator == I_ASKS) {
        thread->top->asked = 1;
    }
    if (f->indicator == I_CLEARS && c->was_pending && !thread->top->asked) {
        thread->top->asked = 1;     /* said once, however often the call is looked at */
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
        if (p->kind == P_CONVERT) {
            end_consumed_inner(c, i);
        }
        else if (p->kind == P_OWNED && c->given[i] != Py_None && !(p->flags & (ON_SUCCESS | WHEN_REACHED))) {
            Py_DECREF((PyObject *)((handle *)c->given[i])->object);
        }
    }
    indicator_set_pending(thread, exception, site_here(c->f, -1));
    int settled = settle(c, true);
    unpin(c);
    return settled < 0 ? NULL : failure_result(c->f);
}

/* What C lent has no handle until all is settled, and settling runs code, which may let go of it: it is held meanwhile. */
typedef struct {
    PyObject *objects[MOST_ARGUMENTS + 1];
    int count;
} lent;

static void
hold_lent(lent *held, call *c, void *pointer)
{
    function *f = c->f;
    held->count = 0;
    if (f->lends_result && pointer != NULL) {
        held->objects[held->count++] = Py_NewRef((PyObject *)pointer);
    }
    for (int i = 0; f->lends_in_slots && i < f->arity; i++) {
        struct parameter *p = &f->parameters[i];
        if (p->kind == P_BORROWED_SLOT && c->given[i] != Py_None && ((handle *)c->given[i])->object != NULL) {
            held->objects[held->count++] = Py_NewRef((PyObject *)((handle *)c->given[i])->object);
        }
    }
}

static void
let_lent_go(lent *held)
{
    while (held->count > 0) {
        release_object(held->objects[--held->count]);
    }
}

static PyObject *
made_call(call *c, thread_state *thread)
{
    function *f = c->f;
    if (f->changes_arguments && begin_transitions(c) < 0) {
        return NULL;
    }
    f->was_called = true;
    PyObject *value = invoke(c);
    if (value == NULL) {
        /* cffi refused an argument: the call was not made. */
        PyObject *type, *refusal, *trace;
        PyErr_Fetch(&type, &refusal, &trace);
        settle(c, true);
        give_back(c);
        unpin(c);
        PyErr_Restore(type, refusal, trace);
        return NULL;
    }
    bool pending = thread->top->pending != NULL;
    void *pointer = NULL;
    bool null = is_null(f, value, pending && !c->was_pending, &pointer);
    bool failed = null && pending;
    lent held;
    hold_lent(&held, c, pointer);
    if (pending && !c->was_pending) {
        PyObject *exception = thread->top->pending;
        thread->top->pending = NULL;
        indicator_set_pending(thread, exception, site_here(f, -1));
    }
    if (f->may_run_python) {
        thread->python_epoch++;     /* what the call stored in slots was borrowed after it ran */
    }
    int settled = 0;
    if (f->changes_arguments) {
        settled = settle(c, failed);
        unpin(c);
    }
    if (checks != OFF && compare_outcome(c, null, pending) < 0) {
        settled = -1;
    }
    if ((f->undone_by != NULL || f->undoes != NULL) && !failed && settle_undoing(c, value) < 0) {
        settled = -1;
    }
    if (f->may_run_python && checks != OFF) {
        look_at_borrows();      /* before there is a result, which may be a borrow itself */
    }
    PyObject *result = settled < 0 ? NULL : wrap_result(c, value, pointer, null);
    if (settled < 0 && f->result.kind == R_OWNED && pointer != NULL) {
        Py_DECREF((PyObject *)pointer);
    }
    let_lent_go(&held);
    Py_DECREF(value);
    return result;
}

/* The arrays of a call are filled as far as they are used.  (What look_at() has in common with a call would cost a tenth of it if
 * it was not inlined.) */
static inline Py_ALWAYS_INLINE int
take_arguments(call *c, function *f, PyObject *const *args, Py_ssize_t count)
{
    c->f = f;
    c->given = args;
    c->plain = NULL;
    c->tuple = NULL;
    c->count = count;
    c->passed_count = 0;
    c->was_pending = false;
    int fixed = f->arity - (f->variadic ? 1 : 0);
    if (f->variadic ? count < fixed : count != fixed) {
        refuse_argument(PyExc_TypeError, f, -1, "expected %s%d arguments, not %zd", f->variadic ? "at least " : "", fixed, count);
        return -1;
    }
    return 0;
}

static void
forget_passed(call *c)
{
    for (int i = 0; i < c->passed_count; i++) {
        Py_CLEAR(c->passed[i]);
    }
}

/* A warning runs code, which may end what was looked at before it: then all is looked at again. */
static inline Py_ALWAYS_INLINE int
look(call *c, thread_state *thread)
{
    for (;;) {
        uint64_t before = warnings_given;
        c->looked_at = borrow_epoch;
        if (look_at_arguments(c) < 0 || check_indicator(c, thread) < 0) {
            return -1;
        }
        if (warnings_given == before) {
            return 0;
        }
        forget_passed(c);
    }
}

static inline Py_ALWAYS_INLINE int
first_look(call *c, thread_state *thread)
{
    if (c->f->converts) {
        memset(c->inner, 0, sizeof c->inner[0] * (size_t)c->f->arity);
    }
    if (c->f->takes_values && make_plain(c) < 0) {
        return -1;
    }
    memset(c->passed, 0, sizeof c->passed[0] * (size_t)c->f->arity);
    c->passed_count = c->f->arity;
    return look(c, thread);
}

static inline Py_ALWAYS_INLINE void
let_arguments_go(call *c)
{
    for (int i = 0; i < c->passed_count; i++) {
        Py_XDECREF(c->passed[i]);
        if (c->f->converts) {
            Py_XDECREF(c->inner[i]);
        }
    }
    Py_XDECREF(c->plain);
    if (c->f->tuple == NULL) {
        c->f->tuple = c->tuple;
    }
    else {
        Py_XDECREF(c->tuple);       /* a call of the same function from within has left its own */
    }
}

PyObject *
function_call(PyObject *self, PyObject *const *args, size_t nargsf, PyObject *kwnames)
{
    function *f = (function *)self;
    call c;
    if (kwnames != NULL && PyTuple_GET_SIZE(kwnames)) {
        return refuse_argument(PyExc_TypeError, f, -1, "C functions take positional arguments only");
    }
    if (take_arguments(&c, f, args, PyVectorcall_NARGS(nargsf)) < 0 || take_tuple(&c) < 0) {
        return NULL;
    }
    thread_state *thread = this_thread();
    PyObject *result = NULL;
    if (first_look(&c, thread) == 0) {
        if (thread->observer != NULL) {
            PyObject *arguments = tuple_of(c.given, c.count);
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
            forget_passed(&c);
            if (look(&c, thread) < 0) {     /* the observer is code, too */
                goto done;
            }
        }
        result = made_call(&c, thread);
    }
done:
    let_arguments_go(&c);
    return result;
}

/* look_at(function, arguments): refuse what a call would refuse; returns the arguments, each as its own code has made it, and what
 * was prepared for C, one for each parameter. */
static PyObject *
look_at(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || Py_TYPE(args[0]) != Function_Type || !PyTuple_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "look_at(function, arguments)");
        return NULL;
    }
    call c;
    if (take_arguments(&c, (function *)args[0], &PyTuple_GET_ITEM(args[1], 0), PyTuple_GET_SIZE(args[1])) < 0) {
        return NULL;
    }
    bool good = first_look(&c, this_thread()) == 0;
    PyObject *result = good ? Py_BuildValue("(NN)", tuple_of(c.given, c.count), tuple_of(c.passed, c.passed_count)) : NULL;
    let_arguments_go(&c);
    return result;
}

static PyMethodDef methods[] = {
    {"look_at", (PyCFunction)(void (*)(void))look_at, METH_FASTCALL, "look_at(function, arguments): refuse what a call would."},
    {NULL},
};

int
calls_init(PyObject *module)
{
    return PyModule_AddFunctions(module, methods);
}
