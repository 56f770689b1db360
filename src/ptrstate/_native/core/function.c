/* A bound C function: a contract laid out for speed.  How it is called is told in calls.c. */
#include "binding.h"
#include <structmember.h>

PyTypeObject *Function_Type;
from_pointer cdata_from_pointer;
to_pointer cdata_to_pointer;

static int
read_parameter(struct parameter *p, PyObject *row)
{
    PyObject *c_type, *pointee, *convert, *wanted, *minimum, *maximum;
    if (!PyArg_ParseTuple(row, "iiii(in)OOOOOO", &p->kind, &p->flags, &p->index_of, &p->from, &p->length_of, &p->unit, &c_type,
                          &pointee, &wanted, &convert, &minimum, &maximum)) {
        return -1;
    }
    p->c_type = Py_NewRef(c_type);
    if (p->kind != P_INT && p->kind != P_CONVERT && carrier_for(p) < 0) {
        return -1;
    }
    p->pointee = pointee == Py_None ? NULL : Py_NewRef(pointee);
    p->wanted = wanted == Py_None ? NULL : Py_NewRef(wanted);
    p->convert = convert == Py_None ? NULL : Py_NewRef(convert);
    p->has_plain = p->convert != NULL && PyObject_HasAttrString(p->convert, "plain");
    p->has_inner = p->convert != NULL && PyObject_HasAttrString(p->convert, "inner");
    if (minimum != Py_None) {
        int overflow;
        p->is_integer = true;
        p->minimum = PyLong_AsLongLong(minimum);
        p->maximum = PyLong_AsLongLongAndOverflow(maximum, &overflow);
        p->is_unsigned_wide = overflow > 0;
    }
    return PyErr_Occurred() ? -1 : 0;
}

static bool
changes(const struct parameter *p, bool holds_borrowed)
{
    switch (p->kind) {
    case P_INT: return false;
    case P_BORROWED: return holds_borrowed || p->flags & (FLIGHT_UP | FLIGHT_DOWN);
    case P_RAW: return p->flags & FREES;
    default: return true;
    }
}

static bool
is_of_objects(PyObject *pointee)
{
    return pointee == NULL || pointee_is_object(pointee);
}

/* Before 3.12 the collector runs where memory for an object is asked for, and with it the code of what it collects. */
static bool
may_run_collector(int result_kind)
{
#if PY_VERSION_HEX < 0x030C0000
    return result_kind == R_OWNED || result_kind == R_STATUS || result_kind == R_FOUND;
#else
    (void)result_kind;
    return false;
#endif
}

static PyObject *
function_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    static char *names[] = {"name", "contract", "callee", "parameters", "result", "may_run_python", "error_set", "indicator",
                            "once", "undone_by", "undoes", NULL};
    PyObject *name, *contract, *callee, *rows, *c_type, *pointee, *sentinel, *convert, *allocates, *undone_by, *undoes;
    int may_run_python, error_set, indicator, once, kind, null, from, mutable_owner, weak, unfilled;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "UOOO!(iiOOOOipppO)piipOO:Function", names, &name, &contract, &callee, &PyTuple_Type,
                                     &rows, &kind, &null, &c_type, &pointee, &sentinel, &convert, &from, &mutable_owner, &weak,
                                     &unfilled, &allocates, &may_run_python, &error_set, &indicator, &once, &undone_by, &undoes)) {
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
    f->may_run_python = may_run_python;
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
        f->lends_in_slots = f->lends_in_slots || (f->parameters[i].kind == P_BORROWED_SLOT && is_of_objects(f->parameters[i].pointee));
        f->converts = f->converts || f->parameters[i].kind == P_CONVERT;
        f->takes_values = f->takes_values || f->converts || f->parameters[i].kind == P_INT;
    }
    f->holds_borrowed = may_run_python || f->converts || may_run_collector(kind);
    for (int i = 0; i < f->arity; i++) {
        f->changes_arguments = f->changes_arguments || changes(&f->parameters[i], f->holds_borrowed);
    }
    f->result.kind = (uint8_t)kind;
    f->result.null = (uint8_t)null;
    f->result.c_type = Py_NewRef(c_type);
    f->result.pointee = pointee == Py_None ? NULL : Py_NewRef(pointee);
    f->lends_result = kind == R_BORROWED && is_of_objects(f->result.pointee) && (may_run_python || f->converts || f->lends_in_slots);
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
    f->once = once;
    f->undone_by = undone_by == Py_None ? NULL : Py_NewRef(undone_by);
    f->undoes = undoes == Py_None ? NULL : Py_NewRef(undoes);
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
function_init(PyObject *module)
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
    return Function_Type == NULL ? -1 : PyModule_AddObjectRef(module, "Function", (PyObject *)Function_Type);
}
