/* Making what the interpreter calls: heap types whose slots, and builtins, are Python callables in the end. */
#include "installed.h"
#include <structmember.h>

PyTypeObject *Installation_Type, *Holder_Type;

installation *
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
fill_entries(installation *made, PyObject *slots, PyType_Slot *out, vectorcallfunc *vectorcall)
{
    PyType_Slot *first = out;
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
        if (number == 0) {      /* what a specification has no number for */
            *vectorcall = (vectorcallfunc)PyLong_AsVoidPtr(address);
        }
        else {
            *out++ = (PyType_Slot){number, PyLong_AsVoidPtr(address)};
        }
    }
    return (int)(out - first);
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
    vectorcallfunc vectorcall = NULL;
    int filled;
    if (made->entries == NULL || out == NULL) {
        made->count = made->entries ? count : 0;
        PyErr_NoMemory();
    }
    else if ((filled = fill_entries(made, slots, out, &vectorcall)) >= 0
             && fill_getset(made, getset, PyLong_AsVoidPtr(getter_), PyLong_AsVoidPtr(setter_)) == 0) {
        static PyMemberDef members[] = {
            {"__weaklistoffset__", T_PYSSIZET, offsetof(instance, weakrefs), READONLY, NULL}, {NULL},
        };
        PyType_Slot *next = &out[filled];
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
        if (type != NULL) {
            ((PyTypeObject *)type)->tp_vectorcall = vectorcall;
        }
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

static PyMethodDef methods[] = {
    {"make_type", make_type, METH_VARARGS, "A heap type whose slots call entries."},
    {"make_builtin", make_builtin, METH_VARARGS, "A builtin that calls an entry."},
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
    Installation_Type = (PyTypeObject *)PyType_FromSpec(&installation_spec);
    Holder_Type = (PyTypeObject *)PyType_FromSpec(&holder_spec);
    if (!Installation_Type || !Holder_Type || PyModule_AddFunctions(module, methods) < 0) {
        return -1;
    }
    return entries_init(module) < 0 ? -1 : instances_init(module);
}
