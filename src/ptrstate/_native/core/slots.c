/* Slot and BorrowedSlot: PyObject * variables whose address C can take. */
#include "core.h"

PyTypeObject *Slot_Type, *BorrowedSlot_Type;

/* Whether something may be done to a variable now: by its own thread, and while no running call has it. */
int
slot_usable(handle *h, function *called, int parameter)
{
    violation v = {.pointer = (PyObject *)h, .called = called, .parameter = parameter, .created = &h->created};
    if (h->thread != this_thread()->serial && !(h->flags & ANY_THREAD) && checks != OFF) {
        v.code = "PS019";
        v.expected = "a handle of this thread";
        v.seen = "a handle of another thread";
    }
    else if (h->flags & IN_CALL) {
        v.code = "PS012";
        v.expected = "a slot that no running call has";
        v.seen = "a slot that a running call reads and writes";
    }
    else {
        return 0;
    }
    violate(v);
    return -1;
}

static PyObject *
new_variable(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    if (PyTuple_GET_SIZE(args) || (kwargs && PyDict_GET_SIZE(kwargs))) {
        PyErr_Format(PyExc_TypeError, "%s() takes no arguments; fill it by a call or by put()", type->tp_name);
        return NULL;
    }
    handle *h = handle_alloc(type);
    if (h != NULL) {
        handle_init(h, NULL, pointee_object, site_here(NULL, -1));
        if (type == Slot_Type) {
            ((owning *)h)->home = region_home(region_innermost());
        }
    }
    return (PyObject *)h;
}

/* ---- Slot ------------------------------------------------------------------------------------------------------------ */

/* What was borrowed from it ends. */
static void
changed(owning *s, site where)
{
    s->generation++;
    if (s->h.flags & LENT) {
        borrow_epoch++;
        site_clear(&s->ended);
        s->ended = where;
    }
    else {
        site_clear(&where);
    }
}

/* The region and the counts forget what is in the slot, because C is about to read or overwrite it, or it moves out. */
void
slot_before(owning *s, site where)
{
    if (s->h.object != NULL) {
        void *content = s->h.object;
        owned_end(s, LIVE, site_copy(&s->ended));
        s->h.object = content;
    }
    changed(s, where);
}

int
slot_filled(owning *s, site where)
{
    changed(s, site_copy(&where));
    if (s->h.object == NULL) {
        site_clear(&where);
        return 0;
    }
    PyObject *pointee = s->h.pointee;
    site_clear(&s->h.created);
    uint8_t flags = s->h.flags & (LENT | ANY_THREAD);
    handle_init(&s->h, s->h.object, pointee, where);
    Py_DECREF(pointee);
    s->h.flags |= flags;
    return owned_restore(s);
}

static int
accepts(owning *s, PyObject *owned, const char *method)
{
    if (Py_TYPE(owned) == BorrowedPtr_Type || Py_TYPE(owned) == NonNull_Type) {
        bool borrowing = Py_TYPE(owned) == BorrowedPtr_Type;
        const site *began = &((handle *)owned)->created;
        violate((violation){.code = "PS012", .pointer = owned, .parameter = -1, .created = borrowing ? NULL : began,
                            .borrowed = borrowing ? began : NULL,
                            .expected = "an owned pointer: the slot owns what is in it",
                            .seen = Py_TYPE(owned) == NonNull_Type ? "a raw pointer" : "a borrowed pointer"});
        return -1;
    }
    if (Py_TYPE(owned) != OwnedPtr_Type) {
        refuse_object(owned, "Slot.%s(): parameter `owned`: an OwnedPtr is needed", method);
        return -1;
    }
    return slot_usable(&s->h, NULL, -1) < 0 ? -1 : owned_usable((owning *)owned, NULL, -1, "put");
}

static int
move_in(owning *s, owning *o)
{
    void *object = o->h.object;
    site created = site_copy(&o->h.created);
    Py_SETREF(s->h.pointee, Py_NewRef(o->h.pointee));
    owned_end(o, MOVED, site_here(NULL, -1));
    s->h.object = object;
    return slot_filled(s, created);
}

static PyObject *
move_out(owning *s)
{
    if (s->h.object == NULL) {
        Py_RETURN_NONE;
    }
    void *object = s->h.object;
    slot_before(s, site_here(NULL, -1));
    s->h.object = NULL;
    return owned_new(object, s->h.pointee, site_copy(&s->h.created));
}

static PyObject *
slot_take(PyObject *self, PyObject *Py_UNUSED(none))
{
    return slot_usable((handle *)self, NULL, -1) < 0 ? NULL : move_out((owning *)self);
}

static PyObject *
slot_borrow(PyObject *self, PyObject *Py_UNUSED(none))
{
    owning *s = (owning *)self;
    if (slot_usable(&s->h, NULL, -1) < 0) {
        return NULL;
    }
    if (s->h.object == NULL) {
        Py_RETURN_NONE;
    }
    return borrowed_new(s->h.object, s->h.pointee, self, false, false, site_here(NULL, -1));
}

static PyObject *
slot_put(PyObject *self, PyObject *owned)
{
    owning *s = (owning *)self;
    if (accepts(s, owned, "put") < 0) {
        return NULL;
    }
    if (s->h.object != NULL) {
        return violate((violation){.code = "PS017", .pointer = self, .parameter = -1, .created = &s->h.created,
                                   .expected = "an empty slot", .seen = "a slot that owns a pointer already"});
    }
    if (move_in(s, (owning *)owned) < 0) {
        return NULL;
    }
    Py_RETURN_NONE;
}

static PyObject *
slot_replace(PyObject *self, PyObject *owned)
{
    owning *s = (owning *)self;
    if (accepts(s, owned, "replace") < 0) {
        return NULL;
    }
    PyObject *old = move_out(s);
    if (old == NULL || move_in(s, (owning *)owned) < 0) {
        Py_XDECREF(old);
        return NULL;
    }
    return old;
}

static PyObject *
slot_clear(PyObject *self, PyObject *Py_UNUSED(none))
{
    owning *s = (owning *)self;
    if (slot_usable(&s->h, NULL, -1) < 0 || (s->h.object != NULL && owning_release(s, site_here(NULL, -1)) < 0)) {
        return NULL;
    }
    Py_RETURN_NONE;
}

static void
slot_dealloc(PyObject *self)
{
    owning *s = (owning *)self;
    if (s->h.object != NULL && PyObject_CallFinalizerFromDealloc(self) < 0) {
        return;
    }
    site_clear(&s->ended);
    handle_clear(&s->h);
    handle_free(self);
}

static PyMethodDef slot_methods[] = {
    {"take", slot_take, METH_NOARGS, NULL},      {"borrow", slot_borrow, METH_NOARGS, NULL}, {"put", slot_put, METH_O, NULL},
    {"replace", slot_replace, METH_O, NULL},     {"clear", slot_clear, METH_NOARGS, NULL},   {"cast", handle_cast, METH_O, NULL},
    {NULL},
};

static PyType_Slot slot_slots[] = {
    {Py_tp_new, new_variable}, {Py_tp_dealloc, slot_dealloc}, {Py_tp_traverse, handle_traverse}, {Py_tp_repr, handle_repr}, {Py_tp_methods, slot_methods},
    {Py_tp_getset, handle_getset}, {Py_tp_finalize, owning_finalize}, {0, NULL},
};

static PyType_Spec slot_spec = {"ptrstate._native.core.Slot", sizeof(owning), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, slot_slots};

/* ---- BorrowedSlot ---------------------------------------------------------------------------------------------------- */

/* NULL stands for what C did not write. */
void
borrowed_slot_before(borrowed_slot *s)
{
    s->h.object = NULL;
    s->h.flags |= IN_CALL;
}

/* Code may have run since C wrote the pointer, so that its first use asks whether the owner still lives. */
PyObject *
slot_store_borrowed(borrowed_slot *s, PyObject *source, bool mutable_owner, site where)
{
    s->h.flags &= (uint8_t)~IN_CALL;
    if (s->h.object == NULL) {
        s->h.object = s->content != NULL ? ((handle *)s->content)->object : NULL;
        site_clear(&where);
        return (PyObject *)s;
    }
    PyObject *content = borrowed_new(s->h.object, s->h.pointee, source, mutable_owner, false, where);
    if (content == NULL) {
        return NULL;
    }
    ((borrowed *)content)->checked_epoch = 0;
    Py_XSETREF(s->content, content);
    return (PyObject *)s;
}

static PyObject *
borrowed_slot_get(PyObject *self, PyObject *Py_UNUSED(none))
{
    PyObject *content = ((borrowed_slot *)self)->content;
    return slot_usable((handle *)self, NULL, -1) < 0 ? NULL : Py_NewRef(content ? content : Py_None);
}

static PyObject *
borrowed_slot_put(PyObject *self, PyObject *pointer)
{
    borrowed_slot *s = (borrowed_slot *)self;
    if (slot_usable(&s->h, NULL, -1) < 0) {
        return NULL;
    }
    if (pointer == Py_None) {
        s->h.object = NULL;
        Py_CLEAR(s->content);
        Py_RETURN_NONE;
    }
    if (Py_TYPE(pointer) != BorrowedPtr_Type) {
        if (handle_is(pointer)) {
            return violate((violation){.code = "PS012", .pointer = pointer, .parameter = -1, .created = &((handle *)pointer)->created,
                                       .expected = "a borrowed pointer: the slot only borrows", .seen = "a pointer that is not borrowed"});
        }
        return PyErr_Format(PyExc_TypeError, "BorrowedSlot.put(): parameter `borrowed`: a BorrowedPtr or None is needed, not %R",
                            pointer);
    }
    if (borrowed_usable((borrowed *)pointer, NULL, -1) < 0) {
        return NULL;
    }
    s->h.object = ((handle *)pointer)->object;
    Py_XSETREF(s->content, Py_NewRef(pointer));
    Py_RETURN_NONE;
}

static void
borrowed_slot_dealloc(PyObject *self)
{
    borrowed_slot *s = (borrowed_slot *)self;
    Py_XDECREF(s->content);
    handle_clear(&s->h);
    handle_free(self);
}

static PyMethodDef borrowed_slot_methods[] = {
    {"get", borrowed_slot_get, METH_NOARGS, NULL}, {"put", borrowed_slot_put, METH_O, NULL}, {NULL},
};

static PyType_Slot borrowed_slot_slots[] = {
    {Py_tp_new, new_variable}, {Py_tp_dealloc, borrowed_slot_dealloc}, {Py_tp_traverse, handle_traverse}, {Py_tp_repr, handle_repr},
    {Py_tp_methods, borrowed_slot_methods}, {Py_tp_getset, handle_getset}, {0, NULL},
};

static PyType_Spec borrowed_slot_spec = {"ptrstate._native.core.BorrowedSlot", sizeof(borrowed_slot), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
                                         borrowed_slot_slots};

int
slots_init(PyObject *module, PyObject *bases)
{
    Slot_Type = (PyTypeObject *)PyType_FromSpecWithBases(&slot_spec, PyTuple_GET_ITEM(bases, 0));
    BorrowedSlot_Type = (PyTypeObject *)PyType_FromSpecWithBases(&borrowed_slot_spec, PyTuple_GET_ITEM(bases, 1));
    if (Slot_Type == NULL || BorrowedSlot_Type == NULL
        || PyModule_AddObjectRef(module, "Slot", (PyObject *)Slot_Type) < 0) {
        return -1;
    }
    return PyModule_AddObjectRef(module, "BorrowedSlot", (PyObject *)BorrowedSlot_Type);
}
