/* BorrowedPtr: good while the handle it came from is.  A borrow from a mutable owner carries a hidden strong reference, so
 * that memory stays safe when the owner lets go; such borrows are looked at again after whatever may have run Python. */
#include "core.h"

#define MOST_LOOKED_AT 64

PyTypeObject *BorrowedPtr_Type;
uint64_t borrow_epoch = 1;
static borrowed *newest;

static void
unlist(borrowed *b)
{
    entity *e = entity_find(b->h.object);
    if (b->previous_of_object != NULL) {
        b->previous_of_object->next_of_object = b->next_of_object;
    }
    else if (e != NULL) {
        e->hidden_first = b->next_of_object;
    }
    if (b->next_of_object != NULL) {
        b->next_of_object->previous_of_object = b->previous_of_object;
    }
    if (b->newer != NULL) {
        b->newer->older = b->older;
    }
    else {
        newest = b->older;
    }
    if (b->older != NULL) {
        b->older->newer = b->newer;
    }
    b->newer = b->older = b->next_of_object = b->previous_of_object = NULL;
    b->hidden = false;
    if (e != NULL) {
        e->hidden--;
        entity_forget_if_idle(e);
    }
}

static int
hide_reference(borrowed *b)
{
    entity *e = entity_get(b->h.object);
    if (e == NULL) {
        return -1;
    }
    Py_INCREF((PyObject *)b->h.object);
    b->hidden = true;
    e->hidden++;
    b->next_of_object = e->hidden_first;
    if (e->hidden_first != NULL) {
        e->hidden_first->previous_of_object = b;
    }
    e->hidden_first = b;
    b->older = newest;
    if (newest != NULL) {
        newest->newer = b;
    }
    newest = b;
    return 0;
}

/* The handle whose end ended this borrow, or NULL. */
static PyObject *
ended_owner(borrowed *b)
{
    while (b->source != NULL && !b->keeps) {
        PyObject *s = b->source;
        if (Py_TYPE(s) == OwnedPtr_Type) {
            return ((handle *)s)->state == LIVE ? NULL : s;
        }
        if (Py_TYPE(s) == Slot_Type) {
            return ((owning *)s)->generation == b->generation ? NULL : s;
        }
        if (Py_TYPE(s) != BorrowedPtr_Type) {
            return NULL;
        }
        b = (borrowed *)s;
    }
    return NULL;
}

/* Nobody but hidden references holds the object: it would be gone.  Let it go, and mark every borrow of it. */
static void
let_go(PyObject *object)
{
    Py_INCREF(object);
    for (entity *e = entity_find(object); e != NULL && e->hidden_first != NULL; e = entity_find(object)) {
        borrowed *b = e->hidden_first;
        b->h.state = DANGLING;
        b->h.flags |= ended_owner(b) != NULL ? OUTLIVED : 0;
        b->ended = site_here(NULL, -1);
        event("dangling", &b->h, 0);
        unlist(b);
        Py_DECREF(object);
    }
    borrow_epoch++;
    ptrstate_level level;
    level_open(&level);
    Py_DECREF(object);
    level_close(&level);
}

static bool
only_hidden(PyObject *object)
{
    if (ptrstate_is_immortal(object)) {
        return false;
    }
    entity *e = entity_find(object);
    return e != NULL && Py_REFCNT(object) <= (Py_ssize_t)e->hidden;
}

void
look_at_borrows(void)
{
    int looked = 0;
    for (borrowed *b = newest; b != NULL && looked < MOST_LOOKED_AT; looked++) {
        if (only_hidden(b->h.object)) {
            let_go(b->h.object);
            b = newest;
        }
        else {
            b = b->older;
        }
    }
}

/* Before a call that wants a count of one: hidden references must not be what makes it more. */
void
give_back_hidden(PyObject *object)
{
    entity *e = entity_find(object);
    if (e != NULL && e->hidden > 0 && Py_REFCNT(object) == (Py_ssize_t)e->hidden + 1) {
        let_go(object);
    }
}

PyObject *
borrowed_new(void *object, PyObject *pointee, PyObject *source, bool mutable_owner, bool weak, site created)
{
    borrowed *b = handle_alloc(BorrowedPtr_Type);
    if (b == NULL) {
        site_clear(&created);
        return NULL;
    }
    handle_init(&b->h, object, pointee, created);
    if (source != NULL && Py_TYPE(source) == BorrowedPtr_Type) {
        borrowed *middle = (borrowed *)source;
        if (!middle->hidden && !middle->keeps && middle->h.state == LIVE) {
            b->generation = middle->generation;
            source = middle->source;        /* a chain as long as the program's would be slow to walk and deep to free */
        }
    }
    else if (source != NULL && (Py_TYPE(source) == OwnedPtr_Type || Py_TYPE(source) == Slot_Type)) {
        ((handle *)source)->flags |= LENT;
        b->generation = ((owning *)source)->generation;
    }
    b->source = Py_XNewRef(source);
    b->checked_epoch = borrow_epoch;
    b->python_epoch = this_thread()->python_epoch;
    b->weak = weak;
    if ((mutable_owner || weak) && checks != OFF && !(b->h.flags & FOREIGN) && hide_reference(b) < 0) {
        Py_DECREF(b);
        return NULL;
    }
    event("borrowed", &b->h, source && handle_is(source) ? ((handle *)source)->id : 0);
    return (PyObject *)b;
}

static int
refuse_use(borrowed *b, PyObject *owner, function *called, int parameter, const char *code)
{
    violation v = {.code = code, .pointer = (PyObject *)b, .owner = owner, .called = called, .parameter = parameter,
                   .borrowed = &b->h.created};
    if (strcmp(code, "PS004") == 0) {
        handle *o = (handle *)owner;
        v.created = &o->created;
        v.ended = handle_ended(owner);
        v.expected = "a borrow whose handle is still owned";
        v.seen = Py_TYPE(owner) == Slot_Type ? "used after the slot it came from changed"
                 : o->state == MOVED         ? "used after the handle it came from was moved"
                 : o->state == RAW           ? "used after the handle it came from was made raw"
                                             : "used after the handle it came from was dropped";
    }
    else {
        PyObject *source = b->source;
        v.ended = handle_ended((PyObject *)b);
        if (source != NULL && handle_is(source)) {
            v.owner = source;
            v.created = &((handle *)source)->created;
        }
        v.expected = "a borrow whose owner still holds the object";
        v.seen = "the owner let go of it; the object would be dead";
    }
    violate(v);
    return -1;
}

/* The first of a borrow and those that it comes from whose object is gone, or NULL. */
static borrowed *
first_gone(borrowed *b)
{
    while (b->h.state != DANGLING && !(b->hidden && only_hidden(b->h.object))) {
        if (b->source == NULL || b->keeps || Py_TYPE(b->source) != BorrowedPtr_Type) {
            return NULL;
        }
        b = (borrowed *)b->source;
    }
    return b;
}

/* What ended this borrow, or NULL: the end of a handle, or, which *dangling tells (PS005), an owner that let go. */
static PyObject *
ended_by(borrowed *b, bool *dangling)
{
    borrowed *gone = first_gone(b);
    PyObject *owner = gone == NULL || gone->h.state != DANGLING || gone->h.flags & OUTLIVED ? ended_owner(b) : NULL;
    *dangling = gone != NULL && owner == NULL;
    return *dangling ? (PyObject *)gone : owner;
}

PyObject *
handle_ended_by(PyObject *pointer)
{
    bool dangling;
    if (Py_TYPE(pointer) == BorrowedPtr_Type) {
        return ended_by((borrowed *)pointer, &dangling);
    }
    return ((handle *)pointer)->state == LIVE ? NULL : pointer;
}

static int
check_sources(borrowed *b, function *called, int parameter)
{
    bool dangling;
    PyObject *culprit = ended_by(b, &dangling);
    if (culprit != NULL) {
        return refuse_use(b, dangling ? NULL : culprit, called, parameter, dangling ? "PS005" : "PS004");
    }
    b->checked_epoch = borrow_epoch;
    return 0;
}

int
borrowed_usable(borrowed *b, function *called, int parameter)
{
    thread_state *thread = this_thread();
    if (checks == OFF) {
        return 0;
    }
    if (b->h.thread != thread->serial) {
        violate((violation){.code = "PS019", .pointer = (PyObject *)b, .called = called, .parameter = parameter,
                            .borrowed = &b->h.created, .expected = "a handle of this thread",
                            .seen = "a handle of another thread"});
        return -1;
    }
    if ((b->h.state == DANGLING || b->checked_epoch != borrow_epoch) && check_sources(b, called, parameter) < 0) {
        return -1;
    }
    if (b->hidden) {
        if (only_hidden(b->h.object)) {
            PyObject *object = b->h.object;
            let_go(object);
            return check_sources(b, called, parameter);
        }
        if (b->python_epoch != thread->python_epoch && !(b->h.flags & WARNED)) {
            b->h.flags |= WARNED;
            PyObject *owner = b->source != NULL && handle_is(b->source) ? b->source : NULL;
            int warned = warn_of((violation){.code = "PS101", .pointer = (PyObject *)b, .owner = owner, .called = called,
                                             .parameter = parameter,
                                             .borrowed = &b->h.created, .expected = "no call in between, or to_owned() before it",
                                             .seen = "used after a call that may have run Python code"});
            return warned < 0 ? -1 : borrowed_usable(b, called, parameter);
        }
    }
    return 0;
}

static void
borrowed_dealloc(PyObject *self)
{
    borrowed *b = (borrowed *)self;
    PyObject *object = b->h.object;
    bool hidden = b->hidden;
    if (hidden) {
        unlist(b);
    }
    PyObject *source = b->source;
    b->source = NULL;
    site_clear(&b->ended);
    handle_clear(&b->h);
    handle_free(self);
    if (hidden) {
        PyObject *kept_type, *kept_value, *kept_trace;
        PyErr_Fetch(&kept_type, &kept_value, &kept_trace);
        ptrstate_level level;
        level_open(&level);
        Py_DECREF(object);
        level_close(&level);
        PyErr_Restore(kept_type, kept_value, kept_trace);
    }
    /* A long chain of borrows is freed in a loop, not by recursion. */
    while (source != NULL && Py_TYPE(source) == BorrowedPtr_Type && Py_REFCNT(source) == 1 && !((borrowed *)source)->hidden) {
        PyObject *next = ((borrowed *)source)->source;
        ((borrowed *)source)->source = NULL;
        Py_DECREF(source);
        source = next;
    }
    Py_XDECREF(source);
}

static PyObject *
borrowed_to_owned(PyObject *self, PyObject *Py_UNUSED(none))
{
    borrowed *b = (borrowed *)self;
    if (borrowed_usable(b, NULL, -1) < 0) {
        return NULL;
    }
    if (b->h.flags & FOREIGN) {
        PyErr_Format(PyExc_TypeError, "to_owned(): a %s is not counted, so a borrow of it cannot become owned",
                     ((PyTypeObject *)b->h.pointee)->tp_name);
        return NULL;
    }
    Py_INCREF((PyObject *)b->h.object);
    return owned_new(b->h.object, b->h.pointee, site_here(NULL, -1));
}

static PyObject *
borrowed_to_python(PyObject *self, PyObject *Py_UNUSED(none))
{
    borrowed *b = (borrowed *)self;
    if (borrowed_usable(b, NULL, -1) < 0 || check_filled(self, &b->h, NULL, -1) < 0) {
        return NULL;
    }
    if (b->h.flags & FOREIGN) {
        PyErr_Format(PyExc_TypeError, "to_python(): a %s is no Python object", ((PyTypeObject *)b->h.pointee)->tp_name);
        return NULL;
    }
    return Py_NewRef((PyObject *)b->h.object);
}

static PyObject *
borrowed_as_raw(PyObject *self, PyObject *Py_UNUSED(none))
{
    borrowed *b = (borrowed *)self;
    if (borrowed_usable(b, NULL, -1) < 0) {
        return NULL;
    }
    PyObject *pointer = raw_new(b->h.object, b->h.pointee, NULL, NULL, 0, site_here(NULL, -1));
    if (pointer != NULL) {
        entity *e = entity_find(b->h.object);
        ((raw *)pointer)->life = e != NULL ? e->life : 0;
        ((raw *)pointer)->source = Py_NewRef(self);
    }
    return pointer;
}

static PyObject *
get_source(PyObject *self, void *Py_UNUSED(closure))
{
    PyObject *source = ((borrowed *)self)->source;
    return Py_NewRef(source ? source : Py_None);
}

static PyMethodDef methods[] = {
    {"to_owned", borrowed_to_owned, METH_NOARGS, NULL},
    {"to_python", borrowed_to_python, METH_NOARGS, NULL},
    {"as_raw", borrowed_as_raw, METH_NOARGS, NULL},
    {"cast", handle_cast, METH_O, NULL},
    {NULL},
};

static PyGetSetDef getset[8];

static PyType_Slot slots[] = {
    {Py_tp_dealloc, borrowed_dealloc}, {Py_tp_traverse, handle_traverse}, {Py_tp_repr, handle_repr}, {Py_tp_methods, methods}, {Py_tp_getset, getset}, {0, NULL},
};

static PyType_Spec spec = {"ptrstate._native.core.BorrowedPtr", sizeof(borrowed), 0,
                           Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION, slots};

int
borrowed_init(PyObject *module, PyObject *bases)
{
    int n = 0;
    for (; handle_getset[n].name != NULL; n++) {
        getset[n] = handle_getset[n];
    }
    getset[n] = (PyGetSetDef){"_source", get_source, NULL, "The handle it came from, or what it keeps alive.", NULL};
    BorrowedPtr_Type = (PyTypeObject *)PyType_FromSpecWithBases(&spec, bases);
    return BorrowedPtr_Type ? PyModule_AddObjectRef(module, "BorrowedPtr", (PyObject *)BorrowedPtr_Type) : -1;
}
