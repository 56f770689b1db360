/* What all handles share: an id, a state, where they began and ended, and what they point to. */
#include "core.h"

static uint64_t last_id;

/* Memory of handles that ended: most live for one call. */
typedef struct {
    handle *first;              /* linked by what pointed to the object */
    int count;
} spares;

#define MOST_SPARES 32
static spares spare_owned, spare_borrowed;

static spares *
spares_of(PyTypeObject *type)
{
    return type == BorrowedPtr_Type ? &spare_borrowed : type == OwnedPtr_Type ? &spare_owned : NULL;
}

/* Before 3.12 asking for memory may run the collector, and so code that ends what is being worked on. */
int
collector_off(void)
{
    return PY_VERSION_HEX < 0x030C0000 ? PyGC_Disable() : 0;
}

void
collector_back(int was_on)
{
    if (was_on) {
        PyGC_Enable();
    }
}

static PyObject *
new_without_collecting(PyTypeObject *type)
{
    int collects = collector_off();
    PyObject *made = _PyObject_GC_New(type);
    collector_back(collects);
    return made;
}

/* The faces are Python classes, so the handles are of collected types; but they are never tracked, which makes them cheaper.
 * A cycle through a handle is therefore not collected: the ledger lists what it owns. */
void *
handle_alloc(PyTypeObject *type)
{
    spares *kept = spares_of(type);
    handle *spare = kept != NULL ? kept->first : NULL;
    if (spare != NULL) {
        kept->first = spare->object;
        kept->count--;
    }
    PyObject *made = spare != NULL ? PyObject_Init((PyObject *)spare, type) : new_without_collecting(type);
    if (made != NULL) {
        memset((char *)made + sizeof(PyObject), 0, (size_t)type->tp_basicsize - sizeof(PyObject));
    }
    return made;
}

void
handle_free(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    spares *kept = spares_of(type);
    bool marked = type->tp_finalize != NULL && PyObject_GC_IsFinalized(self);       /* the mark would stay */
    if (kept != NULL && kept->count < MOST_SPARES && !marked) {
        ((handle *)self)->object = kept->first;
        kept->first = (handle *)self;
        kept->count++;
    }
    else {
        type->tp_free(self);
    }
    Py_DECREF(type);
}

int
handle_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    return 0;
}

void
handle_init(handle *h, void *object, PyObject *pointee, site created)
{
    h->object = object;
    h->pointee = Py_NewRef(pointee);
    h->id = ++last_id;
    h->thread = this_thread()->serial;
    h->state = LIVE;
    h->flags = pointee_is_object(pointee) ? 0 : FOREIGN;
    h->created = created;
}

void
handle_clear(handle *h)
{
    site_clear(&h->created);
    Py_CLEAR(h->pointee);
}

bool
handle_is(PyObject *object)
{
    PyTypeObject *type = Py_TYPE(object);
    return type == OwnedPtr_Type || type == BorrowedPtr_Type || type == NonNull_Type || type == Slot_Type
        || type == BorrowedSlot_Type;
}

const site *
handle_ended(PyObject *pointer)
{
    PyTypeObject *type = Py_TYPE(pointer);
    return type == Slot_Type                  ? &((owning *)pointer)->ended
           : ((handle *)pointer)->state == LIVE ? NULL
           : type == OwnedPtr_Type           ? &((owning *)pointer)->ended
           : type == NonNull_Type            ? &((raw *)pointer)->ended
           : type == BorrowedPtr_Type        ? &((borrowed *)pointer)->ended
                                             : NULL;
}

const char *const state_names[] = {"live", "dropped", "moved", "raw", "dangling"};

static PyObject *
get_id(PyObject *self, void *Py_UNUSED(closure))
{
    return PyLong_FromUnsignedLongLong(((handle *)self)->id);
}

static PyObject *
get_state(PyObject *self, void *Py_UNUSED(closure))
{
    return PyUnicode_FromString(state_names[((handle *)self)->state]);
}

static PyObject *
get_address(PyObject *self, void *Py_UNUSED(closure))
{
    return PyLong_FromVoidPtr(((handle *)self)->object);
}

static PyObject *
get_pointee(PyObject *self, void *Py_UNUSED(closure))
{
    return Py_NewRef(((handle *)self)->pointee);
}

static PyObject *
get_created(PyObject *self, void *Py_UNUSED(closure))
{
    return site_as_tuple(&((handle *)self)->created);
}

static PyObject *
get_ended(PyObject *self, void *Py_UNUSED(closure))
{
    return site_as_tuple(handle_ended(self));
}

PyGetSetDef handle_getset[] = {
    {"_id", get_id, NULL, "A number that no other handle ever has.", NULL},
    {"_state", get_state, NULL, "live, dropped, moved, raw or dangling.", NULL},
    {"_address", get_address, NULL, "The C pointer.", NULL},
    {"_pointee", get_pointee, NULL, "The class that stands for the C struct.", NULL},
    {"_created", get_created, NULL, "Where it began: (code, lasti, function, parameter) or None.", NULL},
    {"_ended", get_ended, NULL, "Where it ended, in the same form.", NULL},
    {NULL},
};

PyObject *
handle_repr(PyObject *self)
{
    handle *h = (handle *)self;
    const char *name = strrchr(Py_TYPE(self)->tp_name, '.');
    const char *pointee = ((PyTypeObject *)h->pointee)->tp_name;
    return PyUnicode_FromFormat("<%s[%s] #%llu %s>", name ? name + 1 : Py_TYPE(self)->tp_name, pointee,
                                (unsigned long long)h->id, state_names[h->state]);
}

/* Whether objects of this type are what a pointee says: `wanted` is a type, or a tuple of several, as for sets. */
bool
type_fits(PyTypeObject *type, PyObject *wanted)
{
    if (!PyTuple_Check(wanted)) {
        return PyType_IsSubtype(type, (PyTypeObject *)wanted);
    }
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(wanted); i++) {
        if (PyType_IsSubtype(type, (PyTypeObject *)PyTuple_GET_ITEM(wanted, i))) {
            return true;
        }
    }
    return false;
}

PyObject *
handle_cast(PyObject *self, PyObject *pointee)
{
    handle *h = (handle *)self;
    if (!PyType_Check(pointee)) {
        refuse_object(pointee, "cast(): a pointee class is needed");
        return NULL;
    }
    PyObject *wanted = PyObject_GetAttrString(pointee, "python_type");
    if (wanted == NULL) {
        refuse_object(pointee, "cast(): a pointee (see ptrstate.pointees) is needed");
        return NULL;
    }
    bool fits = true;
    PyTypeObject *type = Py_TYPE(self);
    if ((type == OwnedPtr_Type && owned_usable((owning *)h, NULL, -1, "cast") < 0)
        || (type == BorrowedPtr_Type && borrowed_usable((borrowed *)h, NULL, -1) < 0)) {
        Py_DECREF(wanted);
        return NULL;
    }
    bool looked_at = !(h->flags & FOREIGN) && h->object != NULL && (type != NonNull_Type || raw_is_alive((raw *)h));
    if (!looked_at || wanted == Py_None) {
        fits = PyType_IsSubtype((PyTypeObject *)h->pointee, (PyTypeObject *)pointee)
            || PyType_IsSubtype((PyTypeObject *)pointee, (PyTypeObject *)h->pointee);
    }
    else {
        fits = type_fits(Py_TYPE((PyObject *)h->object), wanted);
    }
    Py_DECREF(wanted);
    if (!fits) {
        PyErr_Format(PyExc_TypeError, "cast(): a %s is no %s",
                     looked_at ? Py_TYPE((PyObject *)h->object)->tp_name : ((PyTypeObject *)h->pointee)->tp_name,
                     ((PyTypeObject *)pointee)->tp_name);
        return NULL;
    }
    Py_SETREF(h->pointee, Py_NewRef(pointee));
    return Py_NewRef(self);
}
