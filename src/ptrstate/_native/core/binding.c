/* A bound C function: a contract laid out for speed, called through the cffi module.
 *
 * All arguments are looked at before anything changes, so that a refused call was not made.  Then what is consumed ends, the
 * call runs, and its outcome is compared with what the contract says. */
#include "binding.h"
#include <structmember.h>

PyTypeObject *Function_Type;
from_pointer cdata_from_pointer;
to_pointer cdata_to_pointer;

PyObject *
tuple_of(PyObject *const *items, Py_ssize_t count)
{
    PyObject *result = PyTuple_New(count);
    for (Py_ssize_t i = 0; result != NULL && i < count; i++) {
        PyTuple_SET_ITEM(result, i, Py_NewRef(items[i]));
    }
    return result;
}

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
    if (f->once && f->was_called) {
        refuse_argument(PyExc_ValueError, f, -1, "it can be called once in a process, and was (C does not check it)");
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
    if (pending && !c->was_pending) {
        PyObject *exception = thread->top->pending;
        thread->top->pending = NULL;
        indicator_set_pending(thread, exception, site_here(f, -1));
    }
    if (f->may_run_python) {
        thread->python_epoch++;     /* what the call stored in slots was borrowed after it ran */
    }
    int settled = settle(c, failed);
    unpin(c);
    if (checks != OFF && compare_outcome(c, null, pending) < 0) {
        settled = -1;
    }
    if (f->may_run_python && checks != OFF) {
        look_at_borrows();      /* before there is a result, which may be a borrow itself */
    }
    PyObject *result = settled < 0 ? NULL : wrap_result(c, value, pointer, null);
    if (settled < 0 && f->result.kind == R_OWNED && pointer != NULL) {
        Py_DECREF((PyObject *)pointer);
    }
    Py_DECREF(value);
    return result;
}

/* The arrays of a call are filled as far as they are used. */
static int
take_arguments(call *c, function *f, PyObject *const *args, Py_ssize_t count)
{
    c->f = f;
    c->given = args;
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
let_arguments_go(call *c)
{
    for (int i = 0; i < c->passed_count; i++) {
        Py_XDECREF(c->passed[i]);
    }
}

static PyObject *
function_call(PyObject *self, PyObject *const *args, size_t nargsf, PyObject *kwnames)
{
    function *f = (function *)self;
    call c;
    if (kwnames != NULL && PyTuple_GET_SIZE(kwnames)) {
        return refuse_argument(PyExc_TypeError, f, -1, "C functions take positional arguments only");
    }
    if (take_arguments(&c, f, args, PyVectorcall_NARGS(nargsf)) < 0) {
        return NULL;
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
    let_arguments_go(&c);
    return result;
}

/* look_at(function, arguments): refuse what a call would refuse; returns what was prepared for C, one for each parameter. */
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
    bool good = look_at_arguments(&c) == 0 && check_indicator(&c, this_thread()) == 0;
    PyObject *result = good ? tuple_of(c.passed, c.passed_count) : NULL;
    let_arguments_go(&c);
    return result;
}

static PyMethodDef methods[] = {
    {"look_at", (PyCFunction)(void (*)(void))look_at, METH_FASTCALL, "look_at(function, arguments): refuse what a call would."},
    {NULL},
};

/* ---- the Python type --------------------------------------------------------------------------------------------------- */

static int
read_parameter(struct parameter *p, PyObject *row)
{
    PyObject *c_type, *pointee, *convert, *wanted, *minimum, *maximum;
    if (!PyArg_ParseTuple(row, "iiii(in)OOOOOO", &p->kind, &p->flags, &p->index_of, &p->from, &p->length_of, &p->unit, &c_type,
                          &pointee, &wanted, &convert, &minimum, &maximum)) {
        return -1;
    }
    p->c_type = Py_NewRef(c_type);
    if (p->kind != P_INT && p->kind != P_PASS && p->kind != P_CONVERT && carrier_for(p) < 0) {
        return -1;
    }
    p->pointee = pointee == Py_None ? NULL : Py_NewRef(pointee);
    p->wanted = wanted == Py_None ? NULL : Py_NewRef(wanted);
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
    static char *names[] = {"name", "contract", "callee", "parameters", "result", "may_run_python", "error_set", "indicator",
                            "once", NULL};
    PyObject *name, *contract, *callee, *rows, *c_type, *pointee, *sentinel, *convert, *allocates;
    int may_run_python, error_set, indicator, once, kind, null, from, mutable_owner, weak, unfilled;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "UOOO!(iiOOOOipppO)piip:Function", names, &name, &contract, &callee, &PyTuple_Type,
                                     &rows, &kind, &null, &c_type, &pointee, &sentinel, &convert, &from, &mutable_owner, &weak,
                                     &unfilled, &allocates, &may_run_python, &error_set, &indicator, &once)) {
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
        f->takes_values = f->takes_values || f->parameters[i].kind == P_INT || f->parameters[i].kind == P_CONVERT;
    }
    f->result.kind = (uint8_t)kind;
    f->result.null = (uint8_t)null;
    f->result.c_type = Py_NewRef(c_type);
    f->result.pointee = pointee == Py_None ? NULL : Py_NewRef(pointee);
    f->result.sentinel = Py_NewRef(sentinel);
    /* a small integer is one object in every CPython, so that identity tells */
    int too_large = 0;
    f->result.compare_sentinel = PyFloat_Check(sentinel)
        || (PyLong_Check(sentinel) && (PyLong_AsLongAndOverflow(sentinel, &too_large) != -1 || too_large));
    f->result.convert = Py_NewRef(convert);
    f->result.allocates = allocates == Py_None ? NULL : Py_NewRef(allocates);
    f->result.from = from;
    f->result.mutable_owner = mutable_owner;
    f->result.weak = weak;
    f->result.unfilled = unfilled;
    f->may_run_python = may_run_python;
    f->once = once;
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

/* what inspect, help() and stubtest read the signature from */
static PyObject *
function_get_wrapped(PyObject *self, void *Py_UNUSED(closure))
{
    return PyObject_GetAttrString(((function *)self)->contract, "declared");
}

/* as an attribute of a class it does not bind, like any builtin function; having this, it is a routine to inspect and help() */
static PyObject *
function_descr_get(PyObject *self, PyObject *Py_UNUSED(object), PyObject *Py_UNUSED(type))
{
    return Py_NewRef(self);
}

static PyGetSetDef function_getset[] = {
    {"__doc__", function_get_doc, NULL, NULL, NULL},
    {"__wrapped__", function_get_wrapped, NULL, NULL, NULL},
    {NULL},
};

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
    {Py_tp_members, function_members}, {Py_tp_getset, function_getset}, {Py_tp_descr_get, function_descr_get}, {0, NULL},
};

static PyType_Spec function_spec = {"ptrstate._native.core.Function", sizeof(function), 0,
                                    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL, function_slots};

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
    return PyModule_AddFunctions(module, methods) < 0 ? -1 : raising_init(module);
}
