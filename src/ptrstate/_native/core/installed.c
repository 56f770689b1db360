/* Functions that the interpreter calls: builtins, slots of heap types, capsule destructors, written in Python.
 *
 * The generated trampolines come here with their arguments; an entry (a Python callable) gets them as integers and returns one.
 * What was pending outside is kept while it runs.  An instance owns its fields, each a Slot that belongs to no region. */
#include "core.h"
#include "trampolines.h"
#include <structmember.h>

#define MOST_WORDS 8
#define MOST_POOLED 256         /* as many as trampolines.py writes */

static PyTypeObject *Installation_Type, *Holder_Type;
static PyObject *pool[MOST_POOLED];

typedef struct {
    PyObject_HEAD
    int count;
    PyObject **entries;                         /* by the index of the slot */
    PyObject *dealloc, *traverse, *clear;       /* entries or NULL: these have more to do than to call one */
    PyObject *fields;                           /* a tuple of names */
    PyObject *closures;                         /* what the getsets point to */
    PyGetSetDef *getset;
} installation;

typedef struct {
    PyObject *slot;             /* NULL until it is asked for */
    void *unvisited;            /* what tp_traverse left out when it was last asked */
} field;

typedef struct instance {
    PyObject_HEAD
    PyObject *weakrefs;
    struct instance *previous, *next;           /* those with a tp_traverse of their own and something to visit */
    bool listed;
    field fields[1];
} instance;

static instance *first_listed;
static bool collecting;

static bool
is_finalizing(void)
{
#if PY_VERSION_HEX >= 0x030D0000
    return Py_IsFinalizing();
#else
    return _Py_IsFinalizing();
#endif
}

static installation *
installed_in(PyTypeObject *type)
{
    for (; type != NULL; type = type->tp_base) {
        PyObject *holder = type->tp_flags & Py_TPFLAGS_HEAPTYPE ? ((PyHeapTypeObject *)type)->ht_module : NULL;
        if (holder != NULL && Py_IS_TYPE(holder, Installation_Type)) {
            return (installation *)holder;
        }
    }
    return NULL;
}

/* ---- calling an entry -------------------------------------------------------------------------------------------------- */

static Py_ssize_t
call_entry(PyObject *entry, Py_ssize_t failed, bool tells, const char *kinds, const Py_ssize_t *given, int count)
{
    PyObject *type, *value, *trace;
    PyErr_Fetch(&type, &value, &trace);
    ptrstate_level level;
    level_open(&level);
    PyObject *arguments[MOST_WORDS], *answer = NULL;
    int made = 0;
    while (made < count
           && (arguments[made] = kinds[made] == 'p' ? PyLong_FromVoidPtr((void *)given[made]) : PyLong_FromSsize_t(given[made]))) {
        made++;
    }
    Py_INCREF(entry);
    if (made == count) {
        answer = PyObject_Vectorcall(entry, arguments, (size_t)count, NULL);
    }
    while (made > 0) {
        Py_DECREF(arguments[--made]);
    }
    Py_ssize_t result = answer ? PyLong_AsSsize_t(answer) : failed;
    Py_XDECREF(answer);
    level_close(&level);
    if (PyErr_Occurred()) {
        result = failed;
        if (!tells) {
            PyErr_WriteUnraisable(entry);
        }
    }
    Py_DECREF(entry);
    if (!PyErr_Occurred()) {
        PyErr_Restore(type, value, trace);
        return result;
    }
    Py_XDECREF(type);
    Py_XDECREF(value);
    Py_XDECREF(trace);
    return result;
}

typedef struct {
    PyObject_HEAD
    PyObject *entry, *self, *name, *doc;
    PyMethodDef definition;
} holder;

static PyObject *
entry_in(PyTypeObject *type, int slot)
{
    for (; type != NULL; type = type->tp_base) {
        installation *found = installed_in(type);
        if (found == NULL || (slot < found->count && found->entries[slot] != NULL)) {
            return found ? found->entries[slot] : NULL;
        }
    }
    return NULL;
}

/* A capsule's memory goes whatever its destructor does, so that gets another capsule of the same content to look at. */
static void
call_destructor(PyObject *entry, PyObject *dying)
{
    PyObject *type, *value, *trace;
    PyErr_Fetch(&type, &value, &trace);
    const char *name = PyCapsule_GetName(dying);
    PyObject *stand_in = PyCapsule_New(PyCapsule_GetPointer(dying, name), name, NULL);
    if (stand_in == NULL || PyCapsule_SetContext(stand_in, PyCapsule_GetContext(dying)) < 0) {
        PyErr_WriteUnraisable(entry);
    }
    else {
        Py_ssize_t given[] = {(Py_ssize_t)stand_in};
        call_entry(entry, 0, false, "p", given, 1);
        if (Py_REFCNT(stand_in) > 1) {
            violate_quietly((violation){.code = "PS013", .parameter = -1, .expected = "no reference to a capsule after its destructor",
                                        .seen = "a capsule that its destructor gave a new owner"});
        }
    }
    Py_XDECREF(stand_in);
    PyErr_Restore(type, value, trace);
}

static Py_ssize_t
enter(int slot, int by, Py_ssize_t failed, int tells, const char *kinds, ...)
{
    Py_ssize_t given[MOST_WORDS];
    int count = 0;
    va_list rest;
    va_start(rest, kinds);
    for (; kinds[count]; count++) {
        given[count] = kinds[count] == 'p' ? (Py_ssize_t)va_arg(rest, void *) : va_arg(rest, Py_ssize_t);
    }
    va_end(rest);
    PyObject *first = (PyObject *)given[0], *entry = NULL;
    switch (by) {
    case BY_EITHER:
        entry = entry_in(Py_TYPE(first), slot);
        entry = entry ? entry : entry_in(Py_TYPE((PyObject *)given[1]), slot);
        break;
    case BY_CLASS: entry = entry_in((PyTypeObject *)first, slot); break;
    case BY_HOLDER:
        entry = ((holder *)first)->entry;
        given[0] = (Py_ssize_t)((holder *)first)->self;
        break;
    case BY_CLOSURE: entry = (PyObject *)given[--count]; break;
    case BY_POOL: entry = pool[slot]; break;
    default: entry = entry_in(Py_TYPE(first), slot);
    }
    if (entry == NULL) {
        PyErr_SetString(PyExc_SystemError, "a function that ptrstate installed was called for an object of another type");
        if (!tells) {
            PyErr_WriteUnraisable(NULL);
        }
        return failed;
    }
    if (!tells && is_finalizing()) {
        return failed;          /* an end during the interpreter's own: nothing is left that a report could go to */
    }
    if (by == BY_POOL) {
        call_destructor(entry, first);
        return failed;
    }
    return call_entry(entry, failed, tells, kinds, given, count);
}

static const ptrstate_trampoline_api api = {enter};

/* lend(address, pointee): a pointer that stands for the caller's own, to borrow from while the call lasts; let_lent_go ends it. */
static PyObject *
lend(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyLong_Check(args[0]) || !PyType_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "lend(address, pointee)");
        return NULL;
    }
    owning *o = handle_alloc(OwnedPtr_Type);
    if (o != NULL) {
        handle_init(&o->h, PyLong_AsVoidPtr(args[0]), args[1], site_here(NULL, -1));
        o->homed = true;        /* it counts nowhere: the reference is the caller's */
    }
    return (PyObject *)o;
}

static PyObject *
let_lent_go(PyObject *Py_UNUSED(module), PyObject *pointer)
{
    if (Py_TYPE(pointer) != OwnedPtr_Type) {
        PyErr_SetString(PyExc_TypeError, "let_lent_go(): what lend() returned");
        return NULL;
    }
    if (((handle *)pointer)->state == LIVE) {
        owned_end((owning *)pointer, DROPPED, site_here(NULL, -1));
    }
    Py_RETURN_NONE;
}

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
        Py_CLEAR(((owning *)f->slot)->home);    /* it lives as long as the instance, whatever blocks come and go */
    }
    ((handle *)f->slot)->flags |= ANY_THREAD;
    if (found->traverse != NULL && !self->listed) {
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
        call_entry(found->dealloc, 0, false, "p", given, 1);
        unlist((instance *)self);
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

static void
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

static int
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

static int
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

/* ---- making types and builtins ------------------------------------------------------------------------------------------- */

static int
installation_traverse(PyObject *self, visitproc visit, void *arg)
{
    installation *i = (installation *)self;
    Py_VISIT(Py_TYPE(self));
    for (int n = 0; n < i->count; n++) {
        Py_VISIT(i->entries[n]);
    }
    Py_VISIT(i->dealloc);
    Py_VISIT(i->traverse);
    Py_VISIT(i->clear);
    Py_VISIT(i->closures);
    return 0;
}

static void
installation_dealloc(PyObject *self)
{
    installation *i = (installation *)self;
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    for (int n = 0; n < i->count; n++) {
        Py_XDECREF(i->entries[n]);
    }
    PyMem_Free(i->entries);
    PyMem_Free(i->getset);
    Py_XDECREF(i->dealloc);
    Py_XDECREF(i->traverse);
    Py_XDECREF(i->clear);
    Py_XDECREF(i->fields);
    Py_XDECREF(i->closures);
    type->tp_free(self);
    Py_DECREF(type);
}

static int
fill_entries(installation *made, PyObject *slots, PyType_Slot *out)
{
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(slots); i++) {
        PyObject *address, *entry;
        int number, index;
        if (!PyArg_ParseTuple(PyList_GET_ITEM(slots, i), "iOiO", &number, &address, &index, &entry)) {
            return -1;
        }
        if (index >= made->count) {
            PyErr_SetString(PyExc_SystemError, "make_type(): a slot of no number");
            return -1;
        }
        made->entries[index] = Py_NewRef(entry);
        out[i] = (PyType_Slot){number, PyLong_AsVoidPtr(address)};
    }
    return 0;
}

static int
fill_getset(installation *made, PyObject *rows, void *getter_, void *setter_)
{
    Py_ssize_t count = PyList_GET_SIZE(rows);
    made->closures = Py_NewRef(rows);
    made->getset = PyMem_Calloc((size_t)count + 1, sizeof(PyGetSetDef));
    if (made->getset == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t i = 0; i < count; i++) {
        const char *name, *doc;
        PyObject *entry;
        int readable, writable;
        if (!PyArg_ParseTuple(PyList_GET_ITEM(rows, i), "szOpp", &name, &doc, &entry, &readable, &writable)) {
            return -1;
        }
        made->getset[i] = (PyGetSetDef){name, readable ? (getter)getter_ : NULL, writable ? (setter)setter_ : NULL, doc, entry};
    }
    return 0;
}

static PyObject *
make_type(PyObject *Py_UNUSED(module), PyObject *args)
{
    const char *name, *doc;
    PyObject *slots, *fields, *getset, *dealloc, *traverse, *clear, *getter_, *setter_;
    int subclassable, count;
    if (!PyArg_ParseTuple(args, "szpO!O!iOOOO!OO:make_type", &name, &doc, &subclassable, &PyTuple_Type, &fields, &PyList_Type, &slots,
                          &count, &dealloc, &traverse, &clear, &PyList_Type, &getset, &getter_, &setter_)) {
        return NULL;
    }
    Py_ssize_t given = PyList_GET_SIZE(slots);
    installation *made = PyObject_GC_New(installation, Installation_Type);
    if (made == NULL) {
        return NULL;
    }
    memset((char *)made + sizeof(PyObject), 0, sizeof(installation) - sizeof(PyObject));
    made->count = count;
    made->entries = PyMem_Calloc((size_t)count, sizeof(PyObject *));
    made->fields = Py_NewRef(fields);
    made->dealloc = dealloc == Py_None ? NULL : Py_NewRef(dealloc);
    made->traverse = traverse == Py_None ? NULL : Py_NewRef(traverse);
    made->clear = clear == Py_None ? NULL : Py_NewRef(clear);
    PyType_Slot *out = PyMem_Calloc((size_t)given + 8, sizeof(PyType_Slot));
    PyObject *type = NULL;
    if (made->entries == NULL || out == NULL) {
        made->count = made->entries ? count : 0;
        PyErr_NoMemory();
    }
    else if (fill_entries(made, slots, out) == 0
             && fill_getset(made, getset, PyLong_AsVoidPtr(getter_), PyLong_AsVoidPtr(setter_)) == 0) {
        static PyMemberDef members[] = {
            {"__weaklistoffset__", T_PYSSIZET, offsetof(instance, weakrefs), READONLY, NULL}, {NULL},
        };
        PyType_Slot *next = &out[given];
        *next++ = (PyType_Slot){Py_tp_dealloc, installed_dealloc};
        *next++ = (PyType_Slot){Py_tp_traverse, installed_traverse};
        *next++ = (PyType_Slot){Py_tp_clear, installed_clear};
        *next++ = (PyType_Slot){Py_tp_members, members};
        *next++ = (PyType_Slot){Py_tp_getset, made->getset};
        if (doc != NULL) {
            *next++ = (PyType_Slot){Py_tp_doc, (void *)doc};
        }
        size_t size = offsetof(instance, fields) + (size_t)PyTuple_GET_SIZE(fields) * sizeof(field);
        PyType_Spec spec = {name, (int)size, 0,
                            Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | (subclassable ? Py_TPFLAGS_BASETYPE : 0), out};
        PyObject_GC_Track(made);
        type = PyType_FromModuleAndSpec((PyObject *)made, &spec, NULL);
    }
    PyMem_Free(out);
    Py_DECREF(made);
    return Py_XNewRef(type);    /* for good, as a static type: instances need it to the last */
}

static int
holder_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(((holder *)self)->entry);
    Py_VISIT(((holder *)self)->self);
    return 0;
}

static void
holder_dealloc(PyObject *self)
{
    holder *h = (holder *)self;
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    Py_XDECREF(h->entry);
    Py_XDECREF(h->self);
    Py_XDECREF(h->name);
    Py_XDECREF(h->doc);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyObject *
make_builtin(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *name, *doc, *entry, *self, *address, *module_name;
    int flags;
    if (!PyArg_ParseTuple(args, "UOiOOOO:make_builtin", &name, &doc, &flags, &address, &entry, &self, &module_name)) {
        return NULL;
    }
    holder *h = PyObject_GC_New(holder, Holder_Type);
    if (h == NULL) {
        return NULL;
    }
    h->entry = Py_NewRef(entry);
    h->self = Py_NewRef(self);
    h->name = Py_NewRef(name);
    h->doc = Py_NewRef(doc);
    h->definition = (PyMethodDef){PyUnicode_AsUTF8(name), (PyCFunction)PyLong_AsVoidPtr(address), flags,
                                  doc == Py_None ? NULL : PyUnicode_AsUTF8(doc)};
    PyObject_GC_Track(h);
    PyObject *result = PyErr_Occurred() ? NULL : PyCFunction_NewEx(&h->definition, (PyObject *)h, module_name);
    Py_DECREF(h);
    return result;
}

/* destroy(entry, address): for a destructor that finds its entry by itself. */
static PyObject *
destroy(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t count)
{
    PyObject *dying = count == 2 ? PyLong_AsVoidPtr(args[1]) : NULL;
    if (dying == NULL || !PyCapsule_CheckExact(dying)) {
        PyErr_SetString(PyExc_TypeError, "destroy(entry, address of a capsule)");
        return NULL;
    }
    call_destructor(args[0], dying);
    Py_RETURN_NONE;
}

/* pooled(entry): the index of a function that calls entry, which has no place of its own to find it by; None when all are taken. */
static PyObject *
pooled(PyObject *Py_UNUSED(module), PyObject *entry)
{
    for (int i = 0; i < MOST_POOLED; i++) {
        if (pool[i] == NULL) {
            pool[i] = Py_NewRef(entry);
            return PyLong_FromLong(i);
        }
    }
    Py_RETURN_NONE;
}

/* quiet(callable, *arguments): call it, with what is pending kept meanwhile: C may call back with an exception set. */
static PyObject *
quiet_call(PyObject *self, PyObject *args)
{
    PyObject *type, *value, *trace;
    PyErr_Fetch(&type, &value, &trace);
    PyObject *result = PyObject_CallObject(self, args);
    if (result == NULL) {
        Py_XDECREF(type);
        Py_XDECREF(value);
        Py_XDECREF(trace);
        return NULL;
    }
    PyErr_Restore(type, value, trace);
    return result;
}

static PyMethodDef quiet_definition = {"quiet", quiet_call, METH_VARARGS, NULL};

static PyObject *
quiet(PyObject *Py_UNUSED(module), PyObject *callable)
{
    return PyCFunction_New(&quiet_definition, callable);
}

static PyMethodDef methods[] = {
    {"quiet", quiet, METH_O, "quiet(callable): the same callable, which keeps what is pending while it runs."},
    {"lend", (PyCFunction)(void (*)(void))lend, METH_FASTCALL, "lend(address, pointee): a pointer that stands for the caller's."},
    {"let_lent_go", let_lent_go, METH_O, "The call that lent it is over."},
    {"field", (PyCFunction)(void (*)(void))field_method, METH_FASTCALL, "field(self, name): the Slot of an instance."},
    {"allocate", allocate, METH_O, "allocate(type): a new instance of an installed type."},
    {"visited", visited, METH_O, "visited(address): what a tp_traverse visits; whether the instance owns it."},
    {"make_type", make_type, METH_VARARGS, "A heap type whose slots call entries."},
    {"make_builtin", make_builtin, METH_VARARGS, "A builtin that calls an entry."},
    {"destroy", (PyCFunction)(void (*)(void))destroy, METH_FASTCALL, "destroy(entry, address): call it with a stand-in."},
    {"pooled", pooled, METH_O, "The index of a function without a place of its own that calls an entry."},
    {NULL},
};

static PyType_Slot installation_slots[] = {
    {Py_tp_dealloc, installation_dealloc}, {Py_tp_traverse, installation_traverse}, {0, NULL},
};
static PyType_Spec installation_spec = {"ptrstate._native.core.Installation", sizeof(installation), 0,
                                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
                                        installation_slots};
static PyType_Slot holder_slots[] = {{Py_tp_dealloc, holder_dealloc}, {Py_tp_traverse, holder_traverse}, {0, NULL}};
static PyType_Spec holder_spec = {"ptrstate._native.core.Holder", sizeof(holder), 0,
                                  Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION, holder_slots};

int
installed_init(PyObject *module)
{
    PyObject *gc = PyImport_ImportModule("gc");
    gc_callbacks = gc ? PyObject_GetAttrString(gc, "callbacks") : NULL;
    gc_callback = PyObject_GetAttrString(module, "collector");
    Py_XDECREF(gc);
    Installation_Type = (PyTypeObject *)PyType_FromSpec(&installation_spec);
    Holder_Type = (PyTypeObject *)PyType_FromSpec(&holder_spec);
    PyObject *capsule = PyCapsule_New((void *)&api, PTRSTATE_TRAMPOLINE_CAPSULE, NULL);
    if (!gc_callbacks || !gc_callback || !Installation_Type || !Holder_Type || !capsule
        || PyModule_AddObjectRef(module, "trampolines", capsule) < 0) {
        return -1;
    }
    Py_DECREF(capsule);
    return PyModule_AddFunctions(module, methods);
}
