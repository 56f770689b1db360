/* NonNull: a bare address, and the reference in flight that may travel with it. */
#include "core.h"

PyTypeObject *NonNull_Type;

PyObject *
raw_new(void *object, PyObject *pointee, flight *carried, PyObject *domain, size_t bytes, site created)
{
    raw *r = handle_alloc(NonNull_Type);
    if (r == NULL) {
        site_clear(&created);
        return NULL;
    }
    handle_init(&r->h, object, pointee, created);
    r->carried = carried;
    r->domain = Py_XNewRef(domain);
    r->bytes = bytes;
    r->life = carried != NULL ? entity_find(object)->life : 0;
    return (PyObject *)r;
}

static void
raw_dealloc(PyObject *self)
{
    raw *r = (raw *)self;
    site_clear(&r->ended);
    Py_XDECREF(r->source);
    handle_clear(&r->h);
    Py_XDECREF(r->domain);
    handle_free(self);
}

/* Whether what stands at the address is known to be the object that stood there when it was read. */
bool
raw_is_alive(raw *r)
{
    entity *e = entity_find(r->h.object);
    return (e != NULL && e->life == r->life) || (r->source != NULL && handle_ended_by(r->source) == NULL);
}

static bool
has_its_type(raw *r)
{
    PyObject *wanted = PyObject_GetAttrString(r->h.pointee, "python_type");
    bool fits = wanted == Py_None || (wanted != NULL && type_fits(Py_TYPE((PyObject *)r->h.object), wanted));
    Py_XDECREF(wanted);
    return fits;
}

/* Any reference in flight on the object will do, one is like another; but by now another object may stand at the address. */
static PyObject *
raw_assume_owned(PyObject *self, PyObject *Py_UNUSED(none))
{
    raw *r = (raw *)self;
    flight *f = reference_in_flight(r->h.object);
    if (f == NULL || r->h.flags & FOREIGN || !(r->life != 0 ? raw_is_alive(r) : has_its_type(r))) {
        return violate((violation){.code = "PS013", .pointer = self, .parameter = -1, .created = &r->h.created,
                                   .expected = "a reference in flight, given up by into_raw() or made by Py_INCREF",
                                   .seen = "an address with no reference to take up"});
    }
    flight_end(f);
    return owned_new(r->h.object, r->h.pointee, site_here(NULL, -1));
}

static int
is_sought(PyObject *met, void *sought)
{
    return met == sought;
}

/* 1 once `sought` is met: what an object holds, and what is in the dict of a module or an instance. */
static int
leads_to(PyObject *met, void *sought)
{
    return met == sought || (PyDict_Check(met) && Py_TYPE(met)->tp_traverse(met, is_sought, sought) == 1);
}

/* Whether the owner that is named for a borrow holds the object.  What is no Python object cannot be asked, and is believed. */
static bool
holds(handle *owner, void *object, PyObject *culprit)
{
    if (owner->flags & FOREIGN) {
        return culprit == NULL || ((handle *)culprit)->state != DROPPED;
    }
    PyObject *container = owner->object;
    traverseproc traverse = PyObject_IS_GC(container) ? Py_TYPE(container)->tp_traverse : NULL;
    return container == object || (traverse != NULL && traverse(container, leads_to, object) == 1);
}

static PyObject *
raw_assume_borrowed(PyObject *self, PyObject *owner)
{
    raw *r = (raw *)self;
    if (Py_TYPE(owner) == OwnedPtr_Type) {
        if (owned_usable((owning *)owner, NULL, -1, "borrow") < 0) {
            return NULL;
        }
    }
    else if (Py_TYPE(owner) == BorrowedPtr_Type) {
        if (borrowed_usable((borrowed *)owner, NULL, -1) < 0) {
            return NULL;
        }
    }
    else {
        refuse_object(owner, "assume_borrowed(): parameter `owner`: an OwnedPtr or BorrowedPtr");
        return NULL;
    }
    PyObject *culprit = r->source != NULL ? handle_ended_by(r->source) : NULL;
    bool was_known = (r->life != 0 || r->source != NULL) && !(r->h.flags & FOREIGN);
    if (was_known && !raw_is_alive(r) && !holds((handle *)owner, r->h.object, culprit)) {
        return violate((violation){.code = "PS004", .pointer = self, .owner = culprit, .parameter = -1,
                                   .borrowed = &r->h.created, .ended = culprit != NULL ? handle_ended(culprit) : NULL,
                                   .expected = "an address whose object is alive",
                                   .seen = "no handle is left that holds the object, and the owner does not"});
    }
    return borrowed_new(r->h.object, r->h.pointee, owner, false, false, site_here(NULL, -1));
}

static PyMethodDef methods[] = {
    {"assume_owned", raw_assume_owned, METH_NOARGS, NULL},
    {"assume_borrowed", raw_assume_borrowed, METH_O, NULL},
    {"cast", handle_cast, METH_O, NULL},
    {NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_dealloc, raw_dealloc}, {Py_tp_traverse, handle_traverse}, {Py_tp_repr, handle_repr}, {Py_tp_methods, methods}, {Py_tp_getset, handle_getset}, {0, NULL},
};

static PyType_Spec spec = {"ptrstate._native.core.NonNull", sizeof(raw), 0,
                           Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION, slots};

int
raw_init(PyObject *module, PyObject *bases)
{
    NonNull_Type = (PyTypeObject *)PyType_FromSpecWithBases(&spec, bases);
    return NonNull_Type ? PyModule_AddObjectRef(module, "NonNull", (PyObject *)NonNull_Type) : -1;
}
