/* The module: own and borrow, the hooks into Python, and the level of checks. */
#include "core.h"

int checks = FULL;
PyObject *pointee_object;
static PyObject *pointee_by_type;

PyObject *
pointee_of(PyObject *object)
{
    PyObject *found = PyDict_GetItemWithError(pointee_by_type, (PyObject *)Py_TYPE(object));
    return found ? found : pointee_object;
}

bool
pointee_is_object(PyObject *pointee)
{
    return pointee == pointee_object || (PyObject *)((PyTypeObject *)pointee)->tp_base == pointee_object
        || PyType_IsSubtype((PyTypeObject *)pointee, (PyTypeObject *)pointee_object);
}

/* Refuse a pointer where an object is needed, and name what is meant of a pointer like it. */
static void
refuse_pointer(PyObject *pointer, const char *function, const char *owned, const char *borrowed, const char *raw, const char *slot)
{
    PyTypeObject *type = Py_TYPE(pointer);
    refuse_object(pointer, "%s(): parameter `obj`: a Python object is needed (use %s)", function,
                  type == OwnedPtr_Type      ? owned
                  : type == BorrowedPtr_Type ? borrowed
                  : type == NonNull_Type     ? raw
                  : type == Slot_Type        ? slot
                                             : "slot.get()");
}

static PyObject *
own(PyObject *Py_UNUSED(module), PyObject *object)
{
    if (handle_is(object)) {
        refuse_pointer(object, "own", "pointer.clone()", "pointer.to_owned()", "pointer.assume_owned()", "slot.take()");
        return NULL;
    }
    return owned_new(Py_NewRef(object), pointee_of(object), site_here(NULL, -1));
}

static PyObject *
borrow(PyObject *Py_UNUSED(module), PyObject *object)
{
    if (handle_is(object)) {
        refuse_pointer(object, "borrow", "pointer.borrow()", "the pointer itself", "pointer.assume_borrowed(owner)", "slot.borrow()");
        return NULL;
    }
    PyObject *pointer = borrowed_new(object, pointee_of(object), object, false, false, site_here(NULL, -1));
    if (pointer != NULL) {
        ((borrowed *)pointer)->keeps = true;
    }
    return pointer;
}

/* assume(address, pointee, owned): a handle for an address that Python code was handed, by a callback or a data symbol. */
static PyObject *
assume(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *address, *pointee;
    int owned;
    if (!PyArg_ParseTuple(args, "O!O!p:assume", &PyLong_Type, &address, &PyType_Type, &pointee, &owned)) {
        return NULL;
    }
    void *pointer = PyLong_AsVoidPtr(address);
    if (pointer == NULL) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_ValueError, "assume(): NULL");
        }
        return NULL;
    }
    return owned ? owned_new(pointer, pointee, site_here(NULL, -1))
                 : borrowed_new(pointer, pointee, NULL, false, false, site_here(NULL, -1));
}

/* usable(handle): for Python code that hands a pointer on: raises what a call would, or returns the address. */
static PyObject *
usable(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || !handle_is(args[0]) || Py_TYPE(args[1]) != Function_Type) {
        PyErr_SetString(PyExc_TypeError, "usable(handle, function, parameter index)");
        return NULL;
    }
    handle *h = (handle *)args[0];
    int index = (int)PyLong_AsLong(args[2]);
    function *f = (function *)args[1];
    int bad = Py_TYPE(h) == OwnedPtr_Type     ? owned_usable((owning *)h, f, index, "argument")
              : Py_TYPE(h) == BorrowedPtr_Type ? borrowed_usable((borrowed *)h, f, index)
                                               : 0;
    return bad < 0 || check_filled(args[0], h, f, index) < 0 ? NULL : PyLong_FromVoidPtr(h->object);
}

static PyObject *
ended_by(PyObject *Py_UNUSED(module), PyObject *pointer)
{
    if (!handle_is(pointer)) {
        PyErr_SetString(PyExc_TypeError, "ended_by(): a handle is needed");
        return NULL;
    }
    PyObject *culprit = handle_ended_by(pointer);
    return Py_NewRef(culprit ? culprit : Py_None);
}

/* hand_over(owned, function or None, parameter): the reference in a new handle, as a call hands an argument to its callee. */
static PyObject *
hand_over(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || Py_TYPE(args[0]) != OwnedPtr_Type || (args[1] != Py_None && Py_TYPE(args[1]) != Function_Type)) {
        PyErr_SetString(PyExc_TypeError, "hand_over(owned, function or None, parameter index)");
        return NULL;
    }
    owning *o = (owning *)args[0];
    function *f = args[1] == Py_None ? NULL : (function *)args[1];
    int index = (int)PyLong_AsLong(args[2]);
    if (owned_usable(o, f, index, "argument") < 0) {
        return NULL;
    }
    owned_end(o, MOVED, site_here(f, index));
    return owned_new(o->h.object, o->h.pointee, site_copy(&o->h.created));
}

/* consume(owned): the reference goes to C, which gets the address.  restore(owned): it has not gone, after all. */
static PyObject *
consume(PyObject *Py_UNUSED(module), PyObject *owned)
{
    if (Py_TYPE(owned) != OwnedPtr_Type) {
        refuse_object(owned, "consume(): an OwnedPtr is needed");
        return NULL;
    }
    if (owned_usable((owning *)owned, NULL, -1, "consume") < 0) {
        return NULL;
    }
    owned_end((owning *)owned, MOVED, site_here(NULL, -1));
    return PyLong_FromVoidPtr(((handle *)owned)->object);
}

/* A held Py_buffer is a reference in flight that only its release ends. */
static PyObject *
hold_buffer(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || Py_TYPE(args[0]) != Function_Type) {
        PyErr_SetString(PyExc_TypeError, "hold_buffer(function, parameter index)");
        return NULL;
    }
    static char views;          /* views are told apart by the flight, not by the object */
    flight *f = flight_begin(&views, NULL, site_here((function *)args[0], (int)PyLong_AsLong(args[1])));
    return f ? PyCapsule_New(f, "ptrstate.flight", NULL) : NULL;
}

static PyObject *
let_buffer_go(PyObject *Py_UNUSED(module), PyObject *held)
{
    flight *f = PyCapsule_GetPointer(held, "ptrstate.flight");
    if (f == NULL) {
        return NULL;
    }
    flight_end(f);
    Py_RETURN_NONE;
}

static PyObject *
restore(PyObject *Py_UNUSED(module), PyObject *owned)
{
    if (Py_TYPE(owned) != OwnedPtr_Type || ((handle *)owned)->state != MOVED) {
        PyErr_SetString(PyExc_TypeError, "restore(): an OwnedPtr that was consumed is needed");
        return NULL;
    }
    if (owned_restore((owning *)owned) < 0) {
        return NULL;
    }
    Py_RETURN_NONE;
}

/* refuse(code, pointer, expected, seen, function, parameter): for rules that are written in Python. */
static PyObject *
refuse(PyObject *Py_UNUSED(module), PyObject *args)
{
    const char *code, *expected, *seen;
    PyObject *pointer, *called = Py_None;
    int parameter = -1;
    if (!PyArg_ParseTuple(args, "sOss|Oi:refuse", &code, &pointer, &expected, &seen, &called, &parameter)) {
        return NULL;
    }
    bool known = handle_is(pointer), borrowing = known && Py_TYPE(pointer) == BorrowedPtr_Type;
    handle *h = (handle *)pointer;
    ptrstate_level *level = this_thread()->top;
    return violate((violation){.code = code, .pointer = pointer == Py_None ? NULL : pointer, .expected = expected, .seen = seen,
                               .called = called == Py_None ? NULL : (function *)called, .parameter = parameter,
                               .exception = level->pending,
                               .created = known && !borrowing ? &h->created : known ? NULL : (const site *)level->origin, .borrowed = borrowing ? &h->created : NULL,
                               .ended = known ? handle_ended(pointer) : NULL});
}

/* object_at(address): the object itself, where ptrstate knows of a reference to it and its items are set; else None. */
static PyObject *
object_at(PyObject *Py_UNUSED(module), PyObject *address)
{
    void *pointer = PyLong_AsVoidPtr(address);
    if (pointer == NULL && PyErr_Occurred()) {
        return NULL;
    }
    entity *e = entity_find(pointer);
    bool held = e != NULL && (e->owned > 0 || e->hidden > 0);      /* what is only in flight may be memory, or a view */
    bool known = held && !(e->unfilled && has_unset_items(pointer));
    return Py_NewRef(known ? (PyObject *)pointer : Py_None);
}

/* The object of a handle, to hold it; None where the handle has ended or is of no Python object.  No use of its own: no warning. */
static PyObject *
held(PyObject *Py_UNUSED(module), PyObject *pointer)
{
    handle *h = (handle *)pointer;
    bool holds = handle_is(pointer) && Py_TYPE(pointer) != NonNull_Type && h->object != NULL && !(h->flags & FOREIGN)
        && handle_ended_by(pointer) == NULL;
    return Py_NewRef(holds ? (PyObject *)h->object : Py_None);
}

/* The address of a slot's variable, and what C left in it. */
static PyObject *
variable_at(PyObject *Py_UNUSED(module), PyObject *slot)
{
    if (Py_TYPE(slot) != BorrowedSlot_Type) {
        refuse_object(slot, "variable_at(): a BorrowedSlot is needed");
        return NULL;
    }
    return PyLong_FromVoidPtr(&((handle *)slot)->object);
}

static PyObject *
variable_filled(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t count)
{
    if (count != 5 || Py_TYPE(args[0]) != BorrowedSlot_Type || Py_TYPE(args[2]) != Function_Type) {
        PyErr_SetString(PyExc_TypeError, "variable_filled(slot, owner, function, parameter index, mutable)");
        return NULL;
    }
    site where = site_here((function *)args[2], (int)PyLong_AsLong(args[3]));
    return Py_XNewRef(slot_store_borrowed((borrowed_slot *)args[0], args[1] == Py_None ? NULL : args[1], args[4] == Py_True, where));
}

static PyObject *
here(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || (args[0] != Py_None && Py_TYPE(args[0]) != Function_Type)) {
        PyErr_SetString(PyExc_TypeError, "here(function or None, parameter index)");
        return NULL;
    }
    site where = site_here(args[0] == Py_None ? NULL : (function *)args[0], (int)PyLong_AsLong(args[1]));
    PyObject *result = site_as_tuple(&where);
    site_clear(&where);
    return result;
}

static PyObject *
raise_violation(PyObject *Py_UNUSED(module), PyObject *exception)
{
    if (!PyExceptionInstance_Check(exception)) {
        PyErr_SetString(PyExc_TypeError, "raise_violation(): an exception is needed");
        return NULL;
    }
    return violate_with(exception);
}

static PyObject *
known_references(PyObject *Py_UNUSED(module), PyObject *address)
{
    void *pointer = PyLong_AsVoidPtr(address);
    if (pointer == NULL && PyErr_Occurred()) {
        return NULL;
    }
    entity *e = entity_find(pointer);
    return e ? Py_BuildValue("(III)", e->owned, e->hidden, e->in_flight) : Py_BuildValue("(iii)", 0, 0, 0);
}

static PyObject *
set_checks(PyObject *Py_UNUSED(module), PyObject *level)
{
    long wanted = PyLong_AsLong(level);
    if (wanted < OFF || wanted > FULL) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_ValueError, "set_checks(): 0, 1 or 2");
        }
        return NULL;
    }
    long before = checks;
    checks = (int)wanted;
    return PyLong_FromLong(before);
}

static PyObject *
hide_file(PyObject *Py_UNUSED(module), PyObject *code)
{
    if (!PyCode_Check(code)) {
        PyErr_SetString(PyExc_TypeError, "hide_file(): a code object of the file is needed");
        return NULL;
    }
    if (site_hide_file(((PyCodeObject *)code)->co_filename) < 0) {
        return NULL;
    }
    Py_RETURN_NONE;
}

static PyObject *
set_hooks(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *violation, *warning, *leak, *describe;
    if (!PyArg_ParseTuple(args, "OOOO:set_hooks", &violation, &warning, &leak, &describe)) {
        return NULL;
    }
    Py_XSETREF(hook_violation, Py_NewRef(violation));
    Py_XSETREF(hook_warn, Py_NewRef(warning));
    Py_XSETREF(hook_leak, Py_NewRef(leak));
    Py_XSETREF(hook_describe, Py_NewRef(describe));
    Py_RETURN_NONE;
}

static PyObject *
keep(PyObject *Py_UNUSED(module), PyObject *object)
{
    Py_INCREF(object);
    Py_RETURN_NONE;
}

static PyObject *
depth(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(ignored))
{
    PyThreadState *thread = PyThreadState_Get();
#if PY_VERSION_HEX >= 0x030C0000
    return PyLong_FromLong(thread->py_recursion_limit - thread->py_recursion_remaining);
#else
    return PyLong_FromLong(thread->recursion_limit - thread->recursion_remaining);
#endif
}

/* What is known of pointers is kept once in a process, and reports are written by one interpreter's Python code. */
static PyObject *
require_main_interpreter(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(none))
{
    if (PyInterpreterState_Get() != PyInterpreterState_Main()) {
        PyErr_SetString(PyExc_ImportError, "ptrstate works in the main interpreter of a process alone, not in a subinterpreter");
        return NULL;
    }
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"own", own, METH_O, "A strong reference of its own to a Python object."},
    {"borrow", borrow, METH_O, "A borrowed pointer to a Python object, which it keeps alive."},
    {"assume", assume, METH_VARARGS, "assume(address, pointee, owned): a handle for an address."},
    {"usable", (PyCFunction)(void (*)(void))usable, METH_FASTCALL, "usable(handle, function, parameter): its address, or refuse."},
    {"ended_by", ended_by, METH_O, "The handle whose end ended this one, or None while it is good."},
    {"hand_over", (PyCFunction)(void (*)(void))hand_over, METH_FASTCALL, "hand_over(owned, function, parameter): a new handle."},
    {"consume", consume, METH_O, "consume(owned): it goes to C; returns the address."},
    {"hold_buffer", (PyCFunction)(void (*)(void))hold_buffer, METH_FASTCALL, "A Py_buffer was filled."},
    {"let_buffer_go", let_buffer_go, METH_O, "A Py_buffer was released."},
    {"restore", restore, METH_O, "restore(owned): it was not consumed after all."},
    {"refuse", refuse, METH_VARARGS, "refuse(code, pointer, expected, seen, function, parameter): raise a violation."},
    {"known_references", known_references, METH_O, "(owned, hidden, in flight): the references that ptrstate knows of, by address."},
    {"variable_at", variable_at, METH_O, "The address of a BorrowedSlot's variable."},
    {"variable_filled", (PyCFunction)(void (*)(void))variable_filled, METH_FASTCALL,
     "variable_filled(slot, owner, function, parameter, mutable): C wrote to it."},
    {"here", (PyCFunction)(void (*)(void))here, METH_FASTCALL, "here(function, parameter): the site of the running program."},
    {"raise_violation", raise_violation, METH_O, "Record a violation and raise it."},
    {"object_at", object_at, METH_O, "The object at an address, where it is known to be alive and whole; else None."},
    {"held", held, METH_O, "The object of a handle, to hold it; None where it has ended or is of no Python object."},
    {"keep", keep, METH_O, "Keep an object until the process ends, past the end of the modules."},
    {"depth", depth, METH_NOARGS, "How many calls are running one inside the other, as the recursion limit counts them."},
    {"require_main_interpreter", require_main_interpreter, METH_NOARGS, "Raise ImportError in a subinterpreter."},
    {"set_checks", set_checks, METH_O, "0 off, 1 light, 2 full; returns the level before."},
    {"hide_file", hide_file, METH_O, "Keep the frames of this code object's file out of reports."},
    {"set_hooks", set_hooks, METH_VARARGS, "set_hooks(violation, warning, leak, describe): who writes reports."},
    {NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "ptrstate._native.core", .m_size = -1, .m_methods = methods,
    .m_doc = "Handles, the ledger, the levels of the error indicator, and bound C functions."};

static PyObject *
face(PyObject *states, const char *name)
{
    PyObject *type = PyObject_GetAttrString(states, name);
    return type ? Py_BuildValue("(N)", type) : NULL;
}

PyMODINIT_FUNC
PyInit_core(void)
{
    if (require_main_interpreter(NULL, NULL) == NULL) {
        return NULL;
    }
    PyObject *module = PyModule_Create(&definition);
    PyObject *states = PyImport_ImportModule("ptrstate.states");
    PyObject *pointees = PyImport_ImportModule("ptrstate.pointees");
    if (module == NULL || states == NULL || pointees == NULL) {
        return NULL;
    }
    pointee_object = PyObject_GetAttrString(pointees, "PyObject");
    pointee_by_type = PyObject_GetAttrString(pointees, "BY_TYPE");
    PyObject *owned = face(states, "OwnedPtr"), *borrowed_face = face(states, "BorrowedPtr"), *raw_face = face(states, "NonNull");
    PyObject *slots = Py_BuildValue("(NN)", face(states, "Slot"), face(states, "BorrowedSlot"));
    if (!pointee_object || !pointee_by_type || !owned || !borrowed_face || !raw_face || !slots || owned_init(module, owned) < 0
        || borrowed_init(module, borrowed_face) < 0 || raw_init(module, raw_face) < 0 || slots_init(module, slots) < 0
        || regions_init(module) < 0 || indicator_init(module) < 0 || function_init(module) < 0 || calls_init(module) < 0
        || raising_init(module) < 0 || probes_init(module) < 0 || installed_init(module) < 0) {
        return NULL;
    }
    Py_DECREF(states);
    Py_DECREF(pointees);
    return module;
}
