/* OwnedPtr: one strong reference that ends exactly once; and what slots have in common with it. */
#include "core.h"

PyTypeObject *OwnedPtr_Type;

static int
count_in(owning *o)
{
    if (checks != OFF && !(o->h.flags & FOREIGN)) {
        entity *e = entity_get(o->h.object);
        if (e == NULL) {
            return -1;
        }
        e->owned++;
        o->h.flags |= COUNTED;
    }
    region_adopt(o);
    return 0;
}

static void
count_out(owning *o)
{
    if (o->h.flags & COUNTED) {
        entity *e = entity_find(o->h.object);
        if (e != NULL && e->owned > 0) {
            e->owned--;
            entity_forget_if_idle(e);
        }
        o->h.flags &= ~COUNTED;
    }
    region_release(o);
}

PyObject *
owned_new(void *object, PyObject *pointee, site created)
{
    owning *o = handle_alloc(OwnedPtr_Type);
    if (o == NULL) {
        site_clear(&created);
        return NULL;
    }
    handle_init(&o->h, object, pointee, created);
    if (count_in(o) < 0) {
        o->h.state = MOVED;
        Py_DECREF(o);
        return NULL;
    }
    event("created", &o->h, 0);
    return (PyObject *)o;
}

int
owned_usable(owning *o, function *called, int parameter, const char *use)
{
    handle *h = &o->h;
    if (h->state == LIVE && (h->thread == this_thread()->serial || checks == OFF)) {
        return 0;
    }
    violation v = {.pointer = (PyObject *)o, .called = called, .parameter = parameter, .created = &h->created,
                   .ended = handle_ended((PyObject *)o)};
    if (h->state == LIVE) {
        v.code = "PS019";
        v.expected = "a handle of this thread";
        v.seen = "a handle of another thread";
    }
    else if (h->state == DROPPED) {
        bool again = use != NULL && strcmp(use, "drop") == 0;
        v.code = again ? "PS002" : "PS001";
        v.expected = "an owned pointer that is still owned";
        v.seen = again ? "dropped a second time" : "used after it was dropped";
    }
    else {
        v.code = "PS003";
        v.expected = "an owned pointer that is still owned";
        v.seen = h->state == RAW ? "used after it was made raw" : "used after it was moved";
    }
    violate(v);
    return -1;
}

void
owned_end(owning *o, enum state how, site where)
{
    if (o->h.flags & LENT) {
        borrow_epoch++;
    }
    o->h.state = how;
    site_clear(&o->ended);
    o->ended = where;
    count_out(o);
    event(state_names[how], &o->h, 0);
}

int
owned_restore(owning *o)
{
    o->h.state = LIVE;
    if (Py_TYPE(o) != Slot_Type) {
        site_clear(&o->ended);
    }
    return count_in(o);
}

static bool
is_inert(PyObject *object)
{
    return PyUnicode_CheckExact(object) || PyLong_CheckExact(object) || PyBytes_CheckExact(object)
        || PyFloat_CheckExact(object) || PyComplex_CheckExact(object);
}

void
release_object(PyObject *object)
{
    if (Py_REFCNT(object) == 1) {
        forget_unset(object);
    }
    if (Py_REFCNT(object) == 1 && !is_inert(object)) {
        ptrstate_level level;
        level_open(&level);
        Py_DECREF(object);
        level_close(&level);
        this_thread()->python_epoch++;
        look_at_borrows();
    }
    else {
        Py_DECREF(object);
    }
}

static int
check_count(owning *o, PyObject *object)
{
    entity *e = o->h.flags & COUNTED ? entity_find(object) : NULL;
    if (e == NULL || ptrstate_is_immortal(object) || Py_REFCNT(object) >= entity_expected(e)) {
        return 0;
    }
    violate((violation){.code = "PS013", .pointer = (PyObject *)o, .parameter = -1, .created = &o->h.created,
                        .expected = "as many references as there are owners",
                        .seen = "an object with fewer references than owners"});
    return -1;
}

int
owning_release(owning *o, site where)
{
    PyObject *object = o->h.object;
    bool is_slot = Py_TYPE(o) == Slot_Type, foreign = o->h.flags & FOREIGN;
    int bad = foreign ? 0 : check_count(o, object);
    PyObject *pointee = Py_NewRef(o->h.pointee);
    owned_end(o, DROPPED, where);
    if (is_slot) {
        o->h.object = NULL;
        o->h.state = LIVE;
        o->generation++;
    }
    if (foreign) {
        PyObject *answer = PyObject_CallMethod(pointee, "release", "N", PyLong_FromVoidPtr(object));
        Py_XDECREF(answer);
        bad = answer == NULL ? -1 : bad;
    }
    else if (bad == 0) {
        release_object(object);
    }
    Py_DECREF(pointee);
    return bad;
}

/* A handle or slot is going away while it owns: the region drops, or keeps the life; outside of all, the world is told. */
void
owning_dealloc_content(owning *o, const char *what)
{
    PyObject *type, *value, *trace;
    PyErr_Fetch(&type, &value, &trace);
    region *r = o->answers;
    bool silent = checks == OFF || o->h.flags & REPORTED || (r != NULL && r->drops)
#if PY_VERSION_HEX >= 0x030D0000
        || Py_IsFinalizing();
#else
        || _Py_IsFinalizing();
#endif
    if (!silent && hook_leak != NULL) {
        PyObject *life = PyObject_CallFunction(hook_leak, "Os", (PyObject *)o, what);
        if (life == NULL || (r != NULL && PyList_Append(r->leaks, life) < 0)) {
            PyErr_WriteUnraisable(NULL);
        }
        else if (r == NULL) {
            violate_quietly((violation){.code = "PS006", .pointer = (PyObject *)o, .parameter = -1, .created = &o->h.created,
                                        .seen = "collected while it owned, outside of any scope or ledger"});
        }
        Py_XDECREF(life);
    }
    if (owning_release(o, (site){NULL, -1, -1, NULL}) < 0) {
        PyErr_Clear();      /* recorded */
    }
    PyErr_Restore(type, value, trace);
}

void
owning_finalize(PyObject *self)
{
    owning_dealloc_content((owning *)self, "collected");
}

static void
owned_dealloc(PyObject *self)
{
    owning *o = (owning *)self;
    if (o->h.state == LIVE && o->h.object != NULL && PyObject_CallFinalizerFromDealloc(self) < 0) {
        return;
    }
    site_clear(&o->ended);
    handle_clear(&o->h);
    handle_free(self);
}

static PyObject *
owned_borrow(PyObject *self, PyObject *Py_UNUSED(none))
{
    owning *o = (owning *)self;
    if (owned_usable(o, NULL, -1, "borrow") < 0) {
        return NULL;
    }
    return borrowed_new(o->h.object, o->h.pointee, self, false, false, site_here(NULL, -1));
}

static PyObject *
owned_clone(PyObject *self, PyObject *Py_UNUSED(none))
{
    owning *o = (owning *)self;
    if (owned_usable(o, NULL, -1, "clone") < 0) {
        return NULL;
    }
    if (o->h.flags & FOREIGN) {
        PyErr_Format(PyExc_TypeError, "clone(): a %s is not counted, so there is no second reference to take",
                     ((PyTypeObject *)o->h.pointee)->tp_name);
        return NULL;
    }
    Py_INCREF((PyObject *)o->h.object);
    return owned_new(o->h.object, o->h.pointee, site_here(NULL, -1));
}

static PyObject *
owned_move(PyObject *self, PyObject *Py_UNUSED(none))
{
    owning *o = (owning *)self;
    if (owned_usable(o, NULL, -1, "move") < 0) {
        return NULL;
    }
    owned_end(o, MOVED, site_here(NULL, -1));
    return owned_new(o->h.object, o->h.pointee, site_copy(&o->h.created));
}

static PyObject *
owned_drop(PyObject *self, PyObject *Py_UNUSED(none))
{
    owning *o = (owning *)self;
    if (owned_usable(o, NULL, -1, "drop") < 0 || owning_release(o, site_here(NULL, -1)) < 0) {
        return NULL;
    }
    Py_RETURN_NONE;
}

static PyObject *
owned_into_raw(PyObject *self, PyObject *Py_UNUSED(none))
{
    owning *o = (owning *)self;
    if (owned_usable(o, NULL, -1, "into_raw") < 0) {
        return NULL;
    }
    flight *f = flight_begin(o->h.object, NULL, site_here(NULL, -1));
    if (f == NULL) {
        return NULL;
    }
    owned_end(o, RAW, site_here(NULL, -1));
    return raw_new(o->h.object, o->h.pointee, f, NULL, 0, site_here(NULL, -1));
}

static PyObject *
owned_to_python(PyObject *self, PyObject *Py_UNUSED(none))
{
    owning *o = (owning *)self;
    if (owned_usable(o, NULL, -1, "to_python") < 0 || check_filled(self, &o->h, NULL, -1) < 0) {
        return NULL;
    }
    if (o->h.flags & FOREIGN) {
        PyErr_Format(PyExc_TypeError, "to_python(): a %s is no Python object", ((PyTypeObject *)o->h.pointee)->tp_name);
        return NULL;
    }
    return Py_NewRef((PyObject *)o->h.object);
}

static PyObject *
owned_enter(PyObject *self, PyObject *Py_UNUSED(none))
{
    return owned_usable((owning *)self, NULL, -1, "with") < 0 ? NULL : Py_NewRef(self);
}

static PyObject *
owned_exit(PyObject *self, PyObject *const *Py_UNUSED(args), Py_ssize_t Py_UNUSED(count))
{
    owning *o = (owning *)self;
    if (o->h.state == LIVE && (owned_usable(o, NULL, -1, "drop") < 0 || owning_release(o, site_here(NULL, -1)) < 0)) {
        return NULL;
    }
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"borrow", owned_borrow, METH_NOARGS, NULL},
    {"clone", owned_clone, METH_NOARGS, NULL},
    {"move", owned_move, METH_NOARGS, NULL},
    {"drop", owned_drop, METH_NOARGS, NULL},
    {"into_raw", owned_into_raw, METH_NOARGS, NULL},
    {"to_python", owned_to_python, METH_NOARGS, NULL},
    {"cast", handle_cast, METH_O, NULL},
    {"__enter__", owned_enter, METH_NOARGS, NULL},
    {"__exit__", (PyCFunction)(void (*)(void))owned_exit, METH_FASTCALL, NULL},
    {NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_dealloc, owned_dealloc}, {Py_tp_traverse, handle_traverse}, {Py_tp_repr, handle_repr}, {Py_tp_methods, methods},
    {Py_tp_getset, handle_getset},  {Py_tp_finalize, owning_finalize}, {0, NULL},
};

static PyType_Spec spec = {"ptrstate._native.core.OwnedPtr", sizeof(owning), 0,
                           Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION, slots};

int
owned_init(PyObject *module, PyObject *bases)
{
    OwnedPtr_Type = (PyTypeObject *)PyType_FromSpecWithBases(&spec, bases);
    return OwnedPtr_Type ? PyModule_AddObjectRef(module, "OwnedPtr", (PyObject *)OwnedPtr_Type) : -1;
}
