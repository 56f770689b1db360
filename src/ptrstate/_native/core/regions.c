/* Scopes, prototypes and ledgers: who answers for an owned pointer that nobody ended.
 *
 * A region that drops (a scope, a prototype in RAII style) releases what is left when it closes or when a handle is collected;
 * one that does not keeps a list of it.  Closing removes the region itself, wherever it stands: a suspended generator may have
 * opened others since. */
#include "core.h"
#include <structmember.h>

PyTypeObject *Region_Type;
static region *process_region;      /* borrowed: the newest open one of kind "ledger", for threads that have none */
static uint64_t next_serial = FIRST_SERIAL;

/* A region that a generator or coroutine opened for itself sleeps while that is suspended: what others do is not its business. */
static bool
sleeps(const region *r)
{
    if (r->generator == NULL) {
        return false;
    }
    PyObject *kept_type, *kept_value, *kept_trace;
    PyErr_Fetch(&kept_type, &kept_value, &kept_trace);
    bool asleep = is_suspended(r->generator);
    PyErr_Restore(kept_type, kept_value, kept_trace);
    return asleep;
}

region *
region_innermost(void)
{
    region *own = this_thread()->innermost;
    while (own != NULL && sleeps(own)) {
        own = own->outer;
    }
    return own != NULL || process_region == NULL || sleeps(process_region) ? own : process_region;
}

uint64_t
region_home(region *r)
{
    return r != NULL ? r->serial : NOWHERE;
}

/* What a slot owns belongs where the variable was made: an out-parameter is the caller's, not the callee's.  And what a call
 * gives back belongs where it belonged before. */
static region *
region_for(owning *o)
{
    if (o->home == NOWHERE) {
        return NULL;
    }
    region *r = o->home == UNDECIDED ? NULL : this_thread()->innermost;
    while (r != NULL && r->serial != o->home) {
        r = r->outer;
    }
    if (r == NULL && process_region != NULL && process_region->serial == o->home) {
        r = process_region;
    }
    return r != NULL ? r : region_innermost();
}

void
region_adopt(owning *o)
{
    region *r = region_for(o);
    o->answers = r;
    o->previous = NULL;
    o->next = NULL;
    if (r != NULL) {
        r->created++;
        o->next = r->first;
        if (r->first != NULL) {
            r->first->previous = o;
        }
        r->first = o;
    }
}

void
region_release(owning *o)
{
    region *r = o->answers;
    if (o->home == UNDECIDED) {
        o->home = region_home(r);
    }
    if (r == NULL) {
        return;
    }
    r->ended++;
    if (o->previous != NULL) {
        o->previous->next = o->next;
    }
    else {
        r->first = o->next;
    }
    if (o->next != NULL) {
        o->next->previous = o->previous;
    }
    o->answers = NULL;
    o->previous = o->next = NULL;
}

int drawing;

void
record_event(const char *what, handle *h, uint64_t other)
{
    region *r = region_innermost();
    while (r != NULL && r->events == NULL) {
        r = r->outer;
    }
    if (r == NULL) {
        return;
    }
    int collects = collector_off();
    bool begins = strcmp(what, "created") == 0 || strcmp(what, "borrowed") == 0;
    site here = begins ? site_copy(&h->created) : site_here(NULL, -1);
    PyObject *where = site_as_tuple(&here);
    site_clear(&here);
    PyObject *row = where ? Py_BuildValue("(sKKNOK)", what, (unsigned long long)h->id, (unsigned long long)other, where,
                                          h->pointee, (unsigned long long)(uintptr_t)h->object) : NULL;
    if (row == NULL || PyList_Append(r->events, row) < 0) {
        PyErr_WriteUnraisable(NULL);
    }
    Py_XDECREF(row);
    collector_back(collects);
}

/* ---- the Python type ------------------------------------------------------------------------------------------------- */

static PyObject *
region_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    static char *names[] = {"kind", "drops", "draws", NULL};
    PyObject *kind;
    int drops, draws = 0;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "Up|p:Region", names, &kind, &drops, &draws)) {
        return NULL;
    }
    region *r = (region *)type->tp_alloc(type, 0);
    if (r != NULL) {
        r->kind = Py_NewRef(kind);
        r->drops = drops;
        r->is_ledger = !drops && PyUnicode_CompareWithASCIIString(kind, "ledger") == 0;
        r->is_prototype = PyUnicode_CompareWithASCIIString(kind, "prototype") == 0;
        r->violations = PyList_New(0);
        r->leaks = PyList_New(0);
        r->raised = PyList_New(0);
        r->events = draws ? PyList_New(0) : NULL;
        if ((draws && !r->events) || !r->violations || !r->leaks || !r->raised) {
            Py_CLEAR(r);
        }
    }
    return (PyObject *)r;
}

static PyObject *
region_open(PyObject *self, PyObject *lenders)
{
    region *r = (region *)self;
    if (r->open) {
        PyErr_SetString(PyExc_RuntimeError, "this scope or ledger is open already");
        return NULL;
    }
    Py_CLEAR(r->generator);
    if (lenders != NULL && opening_generator(lenders, &r->generator) < 0) {
        return NULL;
    }
    r->thread = this_thread();
    r->outer = r->thread->innermost;
    r->thread->innermost = (region *)Py_NewRef(self);
    r->open = true;
    r->serial = next_serial++;
    drawing += r->events != NULL;
    if (r->is_ledger) {
        process_region = r;
    }
    return Py_NewRef(self);
}

static PyObject *
region_open_method(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count > 1) {
        PyErr_SetString(PyExc_TypeError, "open([lenders])");
        return NULL;
    }
    return region_open(self, count ? args[0] : NULL);
}

static region *
newest_ledger(thread_state *thread)
{
    region *r = thread->innermost;
    while (r != NULL && !r->is_ledger) {
        r = r->outer;
    }
    return r;
}

/* What cannot be described here, without stack or memory, is left to whoever answers for it next. */
static void
report_left(region *r, owning *o)
{
    PyObject *life = PyObject_CallFunction(hook_leak, "Os", (PyObject *)o, "still owned");
    if (life != NULL && PyList_Append(r->leaks, life) == 0) {
        o->h.flags |= REPORTED;
    }
    else {
        PyErr_Clear();
    }
    Py_XDECREF(life);
}

/* Code may run here that ends it. */
static void
report_in_flight(region *r, flight *f)
{
    site created = site_copy(&f->created);
    PyObject *domain = Py_NewRef(f->domain ? f->domain : Py_None), *undone_by = Py_NewRef(f->undone_by ? f->undone_by : Py_None);
    PyObject *where = site_as_tuple(&created);
    PyObject *life = where ? PyObject_CallFunction(hook_leak, "NsOO", where, "a reference in flight", domain, undone_by) : NULL;
    if (life == NULL || PyList_Append(r->leaks, life) < 0) {
        PyErr_WriteUnraisable(NULL);
    }
    Py_XDECREF(life);
    Py_DECREF(domain);
    Py_DECREF(undone_by);
    site_clear(&created);
}

static void
unlink_from_thread(region *r)
{
    region **link = r->thread != NULL ? &r->thread->innermost : NULL;
    while (link != NULL && *link != NULL && *link != r) {
        link = &(*link)->outer;
    }
    if (link != NULL && *link == r) {
        *link = r->outer;       /* the reference that r had on its outer one goes with the link */
        r->outer = NULL;
        Py_DECREF(r);
    }
    r->open = false;
    drawing -= r->events != NULL;
    if (process_region == r) {
        process_region = r->thread != NULL ? newest_ledger(r->thread) : NULL;
    }
}

/* A thread that ends while it has regions open: a suspended generator may close them later, in another thread. */
void
regions_leave_thread(thread_state *thread)
{
    while (thread->innermost != NULL) {
        region *r = thread->innermost;
        thread->innermost = r->outer;       /* the references go along */
        r->outer = NULL;
        r->thread = NULL;
        Py_DECREF(r);
    }
}

/* Only the thread that forked is there in the child; the ledgers of others are not. */
static PyObject *
after_fork(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(none))
{
    thread_state *thread = this_thread();
    if (process_region != NULL && process_region->thread != thread) {
        process_region = newest_ledger(thread);
    }
    Py_RETURN_NONE;
}

static PyObject *
region_close(PyObject *self, PyObject *Py_UNUSED(none))
{
    region *r = (region *)self;
    if (!r->open) {
        PyErr_SetString(PyExc_RuntimeError, "this scope or ledger is not open");
        return NULL;
    }
    Py_INCREF(self);
    PyObject *kept_type, *kept_value, *kept_trace;
    PyErr_Fetch(&kept_type, &kept_value, &kept_trace);
    while (r->drops && r->first != NULL) {
        owning *o = r->first;
        Py_INCREF(o);
        if (owning_release(o, site_here(NULL, -1)) < 0) {
            PyErr_Clear();          /* recorded in r->violations, and raised from there */
            if (o->answers == r) {
                owned_end(o, DROPPED, site_here(NULL, -1));
            }
        }
        Py_DECREF(o);
    }
    bool answers_for_flights = r->is_ledger;
    unlink_from_thread(r);
    while (r->first != NULL) {
        owning *o = r->first;
        Py_INCREF(o);
        if (!(o->h.flags & REPORTED)) {
            report_left(r, o);      /* which shows the object, whose code may end the pointer */
        }
        if (o->answers == r) {
            region_release(o);
            region_adopt(o);
        }
        Py_DECREF(o);
    }
    while (r->flights != NULL) {
        flight *f = r->flights;
        flight_unlist(f);
        if (answers_for_flights) {
            report_in_flight(r, f);
        }
        else {
            flight_enlist(f);
        }
    }
    PyErr_Restore(kept_type, kept_value, kept_trace);
    Py_DECREF(self);
    Py_RETURN_NONE;
}

static PyObject *
region_live(PyObject *self, PyObject *Py_UNUSED(none))
{
    PyObject *live = PyList_New(0);
    for (owning *o = ((region *)self)->first; live != NULL && o != NULL; o = o->next) {
        if (PyList_Append(live, (PyObject *)o) < 0) {
            Py_CLEAR(live);
        }
    }
    return live;
}

static int
region_traverse(PyObject *self, visitproc visit, void *arg)
{
    region *r = (region *)self;
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(r->outer);
    Py_VISIT(r->violations);
    Py_VISIT(r->leaks);
    Py_VISIT(r->raised);
    Py_VISIT(r->events);
    return 0;
}

/* A violation's traceback leads to the frame that has the ledger.  The lists stay: what dies with them may still be written down. */
static int
region_clear(PyObject *self)
{
    region *r = (region *)self;
    PyObject *lists[] = {r->violations, r->leaks, r->raised, r->events};
    for (size_t i = 0; i < Py_ARRAY_LENGTH(lists); i++) {
        if (lists[i] != NULL && PyList_SetSlice(lists[i], 0, PY_SSIZE_T_MAX, NULL) < 0) {
            PyErr_WriteUnraisable(NULL);
        }
    }
    return 0;
}

static void
region_dealloc(PyObject *self)
{
    region *r = (region *)self;
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    if (r->weakrefs != NULL) {
        PyObject_ClearWeakRefs(self);
    }
    while (r->first != NULL) {
        region_release(r->first);
    }
    while (r->flights != NULL) {
        flight_unlist(r->flights);
    }
    if (process_region == r) {
        process_region = NULL;
    }
    Py_XDECREF(r->generator);
    Py_XDECREF(r->outer);
    Py_XDECREF(r->violations);
    Py_XDECREF(r->leaks);
    Py_XDECREF(r->raised);
    Py_XDECREF(r->events);
    Py_XDECREF(r->kind);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyObject *
region_adopt_method(PyObject *self, PyObject *pointer)
{
    region *r = (region *)self;
    owning *o = (owning *)pointer;
    if (Py_TYPE(pointer) != OwnedPtr_Type) {
        refuse_object(pointer, "keep(): an OwnedPtr is needed");
        return NULL;
    }
    if (owned_usable(o, NULL, -1, "keep") < 0) {
        return NULL;
    }
    region_release(o);
    o->home = UNDECIDED;
    thread_state *thread = this_thread();
    region *own = thread->innermost;
    thread->innermost = r->open ? r->outer : own;
    region_adopt(o);
    thread->innermost = own;
    return Py_NewRef(pointer);
}

static PyMethodDef methods[] = {
    {"open", (PyCFunction)(void (*)(void))region_open_method, METH_FASTCALL,
     "Open the region: new owned pointers of this thread belong to it.  Given the modules whose generators lend their blocks, it "
     "sleeps whenever the generator that opened it does."},
    {"close", region_close, METH_NOARGS, "Close it: drop what is left, or list it in `leaks`."},
    {"live", region_live, METH_NOARGS, "The owned handles and slots that belong to it now."},
    {"hand_out", region_adopt_method, METH_O, "Let an owned pointer belong to the region outside."},
    {NULL},
};

static PyMemberDef members[] = {
    {"violations", T_OBJECT_EX, offsetof(region, violations), READONLY, "every violation recorded here"},
    {"leaks", T_OBJECT_EX, offsetof(region, leaks), READONLY, "what was never ended"},
    {"raised", T_OBJECT_EX, offsetof(region, raised), READONLY, "exceptions that or_raise raised here"},
    {"events", T_OBJECT, offsetof(region, events), READONLY, "a list to which each step is appended, or None"},
    {"created", T_ULONGLONG, offsetof(region, created), READONLY, "how many owned pointers it was given"},
    {"ended", T_ULONGLONG, offsetof(region, ended), READONLY, "how many of them have ended"},
    {"outer", T_OBJECT, offsetof(region, outer), READONLY, "the region outside"},
    {"kind", T_OBJECT_EX, offsetof(region, kind), READONLY, "scope, prototype or ledger"},
    {"drops", T_BOOL, offsetof(region, drops), READONLY, "whether it drops for you"},
    {"is_open", T_BOOL, offsetof(region, open), READONLY, "whether it is open"},
    {"__weaklistoffset__", T_PYSSIZET, offsetof(region, weakrefs), READONLY, NULL},
    {NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_doc, "Region(kind, drops): what answers for owned pointers that nobody ended."},
    {Py_tp_new, region_new},
    {Py_tp_dealloc, region_dealloc},
    {Py_tp_traverse, region_traverse},
    {Py_tp_clear, region_clear},
    {Py_tp_methods, methods},
    {Py_tp_members, members},
    {0, NULL},
};

static PyType_Spec spec = {"ptrstate._native.core.Region", sizeof(region), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, slots};

static PyObject *
innermost(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(none))
{
    region *r = region_innermost();
    return Py_NewRef(r ? (PyObject *)r : Py_None);
}

static PyMethodDef functions[] = {
    {"after_fork", after_fork, METH_NOARGS, "For os.register_at_fork: forget the ledgers of the threads that are not there."},
    {"innermost", innermost, METH_NOARGS, "The region that a new owned pointer would belong to, or None."},
    {NULL},
};

int
regions_init(PyObject *module)
{
    Region_Type = (PyTypeObject *)PyType_FromSpec(&spec);
    if (Region_Type == NULL || PyModule_AddObjectRef(module, "Region", (PyObject *)Region_Type) < 0) {
        return -1;
    }
    return PyModule_AddFunctions(module, functions);
}
