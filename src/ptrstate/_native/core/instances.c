/* Instances of installed types: their fields, each a Slot that belongs to no region, their ends, and the collector. */
#include "installed.h"

static instance *first_listed;
static bool collecting;

/* ---- the fields of an instance ------------------------------------------------------------------------------------------ */

static field *
fields_of(PyObject *self)
{
    return ((instance *)self)->fields;
}

static Py_ssize_t
field_count(PyObject *self)
{
    return PyTuple_GET_SIZE(installed_in(Py_TYPE(self))->fields);
}

static void *
content_of(const field *f)
{
    return f->slot ? ((handle *)f->slot)->object : NULL;
}

static void
unlist(instance *self)
{
    if (!self->listed) {
        return;
    }
    *(self->previous ? &self->previous->next : &first_listed) = self->next;
    if (self->next != NULL) {
        self->next->previous = self->previous;
    }
    self->previous = self->next = NULL;
    self->listed = false;
}

static PyObject *
field_method(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t count)
{
    PyTypeObject *kind = count == 2 ? Py_TYPE(args[0]) : NULL;
    if (kind != OwnedPtr_Type && kind != BorrowedPtr_Type) {
        PyErr_Format(PyExc_TypeError, "field(): parameter `self`: an owned or a borrowed pointer is needed, not %R",
                     count ? args[0] : Py_None);
        return NULL;
    }
    if (kind == OwnedPtr_Type ? owned_usable((owning *)args[0], NULL, -1, "field") < 0
                              : borrowed_usable((borrowed *)args[0], NULL, -1) < 0) {
        return NULL;
    }
    handle *h = (handle *)args[0];
    installation *found = h->flags & FOREIGN ? NULL : installed_in(Py_TYPE((PyObject *)h->object));
    if (found == NULL) {
        PyErr_Format(PyExc_TypeError, "field(): parameter `self`: an instance of an installed type is needed, not %R", args[0]);
        return NULL;
    }
    Py_ssize_t index = PySequence_Index(found->fields, args[1]);
    if (index < 0) {
        if (PyErr_ExceptionMatches(PyExc_ValueError)) {
            PyErr_Format(PyExc_TypeError, "field(): parameter `name`: a %s has %R, not %R",
                         Py_TYPE((PyObject *)h->object)->tp_name, found->fields, args[1]);
        }
        return NULL;
    }
    instance *self = h->object;
    field *f = &self->fields[index];
    if (f->slot == NULL) {
        f->slot = PyObject_CallNoArgs((PyObject *)Slot_Type);
        if (f->slot == NULL) {
            return NULL;
        }
        ((owning *)f->slot)->home = NOWHERE;    /* it lives as long as the instance, whatever blocks come and go */
    }
    ((handle *)f->slot)->flags |= ANY_THREAD;
    if (found->traverse != NULL && !self->listed && !self->ending) {
        self->next = first_listed;
        if (first_listed != NULL) {
            first_listed->previous = self;
        }
        first_listed = self;
        self->listed = true;
    }
    return Py_NewRef(f->slot);
}

/* allocate(type): a new instance with empty fields; None, and the exception pending, where there is no memory. */
static PyObject *
allocate(PyObject *Py_UNUSED(module), PyObject *pointer)
{
    PyTypeObject *kind = Py_TYPE(pointer);
    if (kind != OwnedPtr_Type && kind != BorrowedPtr_Type) {
        return PyErr_Format(PyExc_TypeError, "allocate(): parameter `type`: a pointer to a type is needed, not %R", pointer);
    }
    if (kind == OwnedPtr_Type ? owned_usable((owning *)pointer, NULL, -1, "allocate") < 0
                              : borrowed_usable((borrowed *)pointer, NULL, -1) < 0) {
        return NULL;
    }
    handle *h = (handle *)pointer;
    PyTypeObject *type = h->object;
    if (h->flags & FOREIGN || !PyType_Check(type) || installed_in(type) == NULL) {
        return PyErr_Format(PyExc_TypeError, "allocate(): parameter `type`: an installed type or a subtype is needed, not %R", pointer);
    }
    PyObject *made = type->tp_alloc(type, 0);
    if (made == NULL) {
        PyObject *kept_type, *error, *trace;
        PyErr_Fetch(&kept_type, &error, &trace);
        PyErr_NormalizeException(&kept_type, &error, &trace);
        indicator_set_pending(this_thread(), error, site_here(NULL, -1));
        Py_XDECREF(kept_type);
        Py_XDECREF(trace);
        Py_RETURN_NONE;
    }
    return owned_new(made, pointee_object, site_here(NULL, -1));
}

static void
clear_fields(PyObject *self, const char *seen)
{
    Py_ssize_t count = field_count(self);
    for (Py_ssize_t i = 0; i < count; i++) {
        field *f = &fields_of(self)[i];
        if (content_of(f) == NULL) {
            continue;
        }
        if (seen != NULL) {
            violate_quietly((violation){.code = "PS006", .pointer = f->slot, .parameter = -1,
                                        .created = &((handle *)f->slot)->created, .expected = "a field that is cleared", .seen = seen});
        }
        if (owning_release((owning *)f->slot, site_here(NULL, -1)) < 0) {
            PyErr_Clear();      /* recorded */
        }
    }
}

static void
dies(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    installation *found = installed_in(type);
    if (((instance *)self)->weakrefs != NULL) {
        PyObject_ClearWeakRefs(self);
    }
    if (found->dealloc != NULL && !is_finalizing()) {
        Py_ssize_t given[] = {(Py_ssize_t)self};
        Py_SET_REFCNT(self, 1);         /* Python code looks at it once more */
        ((instance *)self)->ending = true;
        call_entry(found->dealloc, 0, false, "p", given, 1);
        ((instance *)self)->ending = false;
        Py_SET_REFCNT(self, Py_REFCNT(self) - 1);
        if (Py_REFCNT(self) > 0) {
            violate_quietly((violation){.code = "PS013", .parameter = -1, .expected = "no reference after tp_dealloc",
                                        .seen = "an object that tp_dealloc gave a new owner: its memory is kept"});
            PyObject_GC_Track(self);
            return;
        }
        clear_fields(self, "a field that tp_dealloc left set");
    }
    clear_fields(self, NULL);
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(found->fields); i++) {
        Py_CLEAR(fields_of(self)[i].slot);
    }
    type->tp_free(self);
    Py_DECREF(type);
}

/* A chain of instances must not end in as many nested calls.  CPython's own trashcan would put off the ends of the lists and
 * tuples of the Python code that runs here as well, and with them references that nobody holds any more. */
#define MOST_NESTED 10
static _Thread_local int nested_ends;
static _Thread_local instance *put_off;

void
installed_dealloc(PyObject *self)
{
    if (PyObject_CallFinalizerFromDealloc(self) < 0) {
        return;
    }
    PyObject_GC_UnTrack(self);
    unlist((instance *)self);
    if (nested_ends >= MOST_NESTED) {
        ((instance *)self)->next = put_off;
        put_off = (instance *)self;
        return;
    }
    nested_ends++;
    dies(self);
    while (nested_ends == 1 && put_off != NULL) {
        instance *next = put_off;
        put_off = next->next;
        next->next = NULL;
        dies((PyObject *)next);
    }
    nested_ends--;
}

/* ---- the collector ------------------------------------------------------------------------------------------------------- */

static PyObject *being_asked;       /* the instance whose tp_traverse is being asked, and what it has visited so far */
static uint64_t visited_fields;

/* visited(address): what an instance's tp_traverse visits; each visit answers for one field that holds the object. */
static PyObject *
visited(PyObject *Py_UNUSED(module), PyObject *address)
{
    void *object = PyLong_AsVoidPtr(address);
    if (object == NULL || being_asked == NULL) {
        Py_RETURN_FALSE;
    }
    Py_ssize_t count = field_count(being_asked);
    for (Py_ssize_t i = 0; i < count; i++) {
        if (!(visited_fields & (uint64_t)1 << i) && content_of(&fields_of(being_asked)[i]) == object) {
            visited_fields |= (uint64_t)1 << i;
            Py_RETURN_TRUE;
        }
    }
    return PyBool_FromLong(object == (void *)Py_TYPE(being_asked));
}

/* Python code cannot run while the collector counts: each instance is asked what it visits before that begins. */
static void
ask_what_it_visits(instance *self, PyObject *entry)
{
    PyObject *before = being_asked;
    uint64_t visited_before = visited_fields;
    Py_INCREF(self);
    being_asked = (PyObject *)self;
    visited_fields = 0;
    Py_ssize_t given[] = {(Py_ssize_t)self, 0, (Py_ssize_t)self};    /* there is no visitor yet, nor its argument */
    call_entry(entry, 0, false, "ppp", given, 3);
    Py_ssize_t count = field_count((PyObject *)self);
    for (Py_ssize_t i = 0; i < count; i++) {
        field *f = &self->fields[i];
        void *content = content_of(f), *known = f->unvisited;
        f->unvisited = visited_fields & (uint64_t)1 << i ? NULL : content;
        if (f->unvisited != NULL && f->unvisited != known && PyObject_IS_GC((PyObject *)content)) {
            violate_quietly((violation){.code = "PS014", .pointer = f->slot, .parameter = -1,
                                        .created = &((handle *)f->slot)->created, .expected = "every field visited by tp_traverse",
                                        .seen = "a field that tp_traverse left out: a cycle through it is never collected"});
        }
    }
    being_asked = before;
    visited_fields = visited_before;
    Py_DECREF(self);
}

void
installed_collection(bool starts)
{
    if (starts && !is_finalizing()) {
        PyObject *type, *value, *trace;
        PyErr_Fetch(&type, &value, &trace);
        /* No list: its end might be put off, and with it the instances'. */
        size_t count = 0, n = 0;
        for (instance *i = first_listed; i != NULL; i = i->next) {
            count++;
        }
        PyObject **all = PyMem_Calloc(count + 1, sizeof(PyObject *));
        for (instance *i = first_listed; all != NULL && i != NULL; i = i->next) {
            all[n++] = Py_NewRef((PyObject *)i);
        }
        for (n = 0; all != NULL && n < count; n++) {
            ask_what_it_visits((instance *)all[n], installed_in(Py_TYPE(all[n]))->traverse);
        }
        for (n = 0; all != NULL && n < count; n++) {
            Py_DECREF(all[n]);
        }
        PyMem_Free(all);        /* NULL without memory: what was visited last time holds */
        PyErr_Restore(type, value, trace);
    }
    collecting = starts;
}

static PyObject *gc_callbacks, *gc_callback;

/* Whether a traversal is not the collector's: then nothing hinders Python code. */
static bool
may_ask(void)
{
    if (collecting || is_finalizing() || gc_callbacks == NULL) {
        return false;
    }
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(gc_callbacks); i++) {
        if (PyList_GET_ITEM(gc_callbacks, i) == gc_callback) {
            return true;
        }
    }
    return false;
}

int
installed_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    installation *found = installed_in(Py_TYPE(self));
    if (found->traverse != NULL && may_ask()) {
        ask_what_it_visits((instance *)self, found->traverse);
    }
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(found->fields); i++) {
        field *f = &fields_of(self)[i];
        void *content = content_of(f);
        if (content != NULL && content != f->unvisited) {
            Py_VISIT((PyObject *)content);
        }
    }
    return 0;
}

int
installed_clear(PyObject *self)
{
    installation *found = installed_in(Py_TYPE(self));
    if (found->clear != NULL && !is_finalizing()) {
        Py_ssize_t given[] = {(Py_ssize_t)self};
        call_entry(found->clear, 0, false, "p", given, 1);
    }
    else {
        clear_fields(self, NULL);
    }
    return 0;
}

static PyMethodDef methods[] = {
    {"field", (PyCFunction)(void (*)(void))field_method, METH_FASTCALL, "field(self, name): the Slot of an instance."},
    {"allocate", allocate, METH_O, "allocate(type): a new instance of an installed type."},
    {"visited", visited, METH_O, "visited(address): what a tp_traverse visits; whether the instance owns it."},
    {NULL},
};

int
instances_init(PyObject *module)
{
    PyObject *gc = PyImport_ImportModule("gc");
    gc_callbacks = gc ? PyObject_GetAttrString(gc, "callbacks") : NULL;
    gc_callback = PyObject_GetAttrString(module, "collector");
    Py_XDECREF(gc);
    return gc_callbacks && gc_callback ? PyModule_AddFunctions(module, methods) : -1;
}
