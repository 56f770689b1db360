/* Looking at the arguments of a call: each is refused, or becomes what cffi takes.  Nothing changes here. */
#include "binding.h"

static const char *
describe_state(PyObject *value)
{
    PyTypeObject *type = Py_TYPE(value);
    return type == OwnedPtr_Type      ? "an owned pointer"
           : type == BorrowedPtr_Type ? "a borrowed pointer"
           : type == NonNull_Type     ? "a raw pointer"
           : type == Slot_Type        ? "a slot"
           : type == BorrowedSlot_Type ? "a borrowed slot"
                                      : "an object that is no pointer";
}

/* Refuse ``value``: the format says what was expected. */
PyObject *
refuse_value(PyObject *type, call *c, int i, PyObject *value, const char *format, ...)
{
    va_list rest;
    va_start(rest, format);
    PyObject *expected = PyUnicode_FromFormatV(format, rest), *shown = described(value);
    va_end(rest);
    if (expected != NULL && shown != NULL) {
        refuse_argument(type, c->f, i, "expected %U, not %U", expected, shown);
    }
    Py_XDECREF(expected);
    Py_XDECREF(shown);
    return NULL;
}

static int
wrong_state(call *c, int i, PyObject *value, const char *expected)
{
    if (value == Py_None) {
        violate((violation){.code = "PS007", .called = c->f, .parameter = i, .expected = expected, .seen = "NULL"});
    }
    else if (handle_is(value)) {
        handle *h = (handle *)value;
        bool borrowing = Py_TYPE(value) == BorrowedPtr_Type;
        violate((violation){.code = "PS012", .pointer = value, .called = c->f, .parameter = i,
                            .created = borrowing ? NULL : &h->created, .borrowed = borrowing ? &h->created : NULL,
                            .expected = expected, .seen = describe_state(value)});
    }
    else {
        refuse_value(PyExc_TypeError, c, i, value, "%s (wrap an object with borrow() or own())", expected);
    }
    return -1;
}

static int
check_object(call *c, int i, struct parameter *p, PyObject *value)
{
    handle *h = (handle *)value;
    PyObject *object = h->object;
    if (h->flags & FOREIGN || (p->pointee != NULL && !pointee_is_object(p->pointee))) {
        if (p->pointee != NULL && !PyType_IsSubtype((PyTypeObject *)h->pointee, (PyTypeObject *)p->pointee)) {
            refuse_argument(PyExc_TypeError, c->f, i, "expected a pointer to %s, not to %s",
                            ((PyTypeObject *)p->pointee)->tp_name, ((PyTypeObject *)h->pointee)->tp_name);
            return -1;
        }
        return 0;
    }
    if (checks == OFF) {
        return 0;
    }
    if (p->flags & EXACT_TYPE ? !Py_IS_TYPE(object, (PyTypeObject *)p->wanted)
                              : p->flags & TYPE && !type_fits(Py_TYPE(object), p->wanted)) {
        refuse_argument(PyExc_TypeError, c->f, i, "expected %s%s, not a %s; C does not check it",
                        p->flags & EXACT_TYPE ? "exactly a " : "a ",
                        ((PyTypeObject *)(PyTuple_Check(p->wanted) ? p->pointee : p->wanted))->tp_name, Py_TYPE(object)->tp_name);
        return -1;
    }
    if (!(p->flags & UNFILLED_OK) && check_filled(value, h, c->f, i) < 0) {
        return -1;      /* before any refusal that shows the object */
    }
    if (p->flags & REQUIREMENTS && check_requirements(c, i, p, object) < 0) {
        return -1;
    }
    if (p->flags & FLIGHT_DOWN && reference_in_flight(object) == NULL) {
        violate((violation){.code = "PS013", .pointer = value, .called = c->f, .parameter = i, .borrowed = &h->created,
                            .expected = "a reference in flight, made by Py_INCREF or into_raw()",
                            .seen = "no reference to release: nobody gave one up"});
        return -1;
    }
    return 0;
}

/* cffi reads a pointer out of its cdata before the call begins and never again, so one cdata serves every call of a
 * parameter.  It is filled in at the last moment: until then other calls of the function may be made.  Where in the object the
 * pointer stands is looked for when the module starts; 0 means it was not found, and each call then makes a cdata of its own. */
static size_t carried_at;

static PyObject *
pointer_argument(call *c, int i, struct parameter *p, void *pointer)
{
    if (carried_at == 0) {
        return cdata_from_pointer(pointer, p->c_type);
    }
    c->pointers[i] = pointer;
    return Py_NewRef(p->carrier);
}

void
fill_carriers(call *c)
{
    for (int i = 0; i < c->passed_count; i++) {
        PyObject *carrier = c->f->parameters[i].carrier;
        if (carrier != NULL && c->passed[i] == carrier) {
            memcpy((char *)carrier + carried_at, &c->pointers[i], sizeof c->pointers[i]);
        }
    }
}

static int
find_carried_at(PyObject *c_type)
{
    static char one, other;
    if (carried_at != 0) {
        return 0;
    }
    PyObject *first = cdata_from_pointer(&one, c_type), *second = first ? cdata_from_pointer(&other, c_type) : NULL;
    if (second == NULL) {
        Py_XDECREF(first);
        return -1;
    }
    for (size_t at = sizeof(PyObject); at + sizeof(void *) <= (size_t)Py_TYPE(first)->tp_basicsize; at += sizeof(void *)) {
        void *a, *b;
        memcpy(&a, (char *)first + at, sizeof a);
        memcpy(&b, (char *)second + at, sizeof b);
        if (a == &one && b == &other) {
            carried_at = at;
            break;
        }
    }
    Py_DECREF(first);
    Py_DECREF(second);
    return 0;
}

int
carrier_for(struct parameter *p)
{
    p->carrier = cdata_from_pointer(NULL, p->c_type);
    return p->carrier == NULL ? -1 : find_carried_at(p->c_type);
}

static PyObject *
integer_argument(call *c, int i, struct parameter *p, PyObject *value)
{
    if (p->is_unsigned_wide) {
        unsigned long long number = PyLong_AsUnsignedLongLong(value);
        if (number == (unsigned long long)-1 && PyErr_Occurred()) {
            PyErr_Clear();
            return refuse_value(PyExc_OverflowError, c, i, value, "a number that fits its C type");
        }
        return Py_NewRef(value);
    }
    int overflow;
    long long number = PyLong_AsLongLongAndOverflow(value, &overflow);
    if (overflow || number < p->minimum || number > p->maximum) {
        if (p->flags & BETWEEN) {
            return refuse_value(PyExc_ValueError, c, i, value, "%lld to %lld (C does not check it)", p->minimum, p->maximum);
        }
        return refuse_value(PyExc_OverflowError, c, i, value, "a number that fits its C type");
    }
    if (p->index_of >= 0) {
        PyObject *container = c->given[p->index_of];
        handle *h = handle_is(container) ? (handle *)container : NULL;
        if (h != NULL && h->object != NULL && (number < 0 || number >= Py_SIZE((PyObject *)h->object))) {
            return refuse_value(PyExc_IndexError, c, i, value, "an index below %zd (C does not check it)",
                                Py_SIZE((PyObject *)h->object));
        }
    }
    if (p->length_of >= 0 && checks != OFF && Py_TYPE(c->given[p->length_of]) == NonNull_Type) {
        size_t room = ((raw *)c->given[p->length_of])->bytes;
        if (number < 0 || (size_t)number > room / (size_t)p->unit) {
            return refuse_value(PyExc_ValueError, c, i, value, "no more than the memory has, %zu bytes (C does not check it)", room);
        }
    }
    return Py_NewRef(value);
}

static bool
given_before(call *c, int i, PyObject *value)
{
    int j = 0;
    while (j < i && c->given[j] != value) {
        j++;
    }
    return j < i;
}

static PyObject *
owned_argument(call *c, int i, struct parameter *p, PyObject *value)
{
    if (Py_TYPE(value) != OwnedPtr_Type) {
        wrong_state(c, i, value, "an owned pointer, which the call consumes");
        return NULL;
    }
    if (owned_usable((owning *)value, c->f, i, "argument") < 0 || check_object(c, i, p, value) < 0) {
        return NULL;
    }
    if (given_before(c, i, value)) {
        return violate((violation){.code = "PS003", .pointer = value, .called = c->f, .parameter = i,
                                   .created = &((handle *)value)->created,
                                   .expected = "an owned pointer for each parameter that consumes one",
                                   .seen = "the same pointer consumed twice by one call"});
    }
    return pointer_argument(c, i, p, ((handle *)value)->object);
}

static PyObject *
borrowed_argument(call *c, int i, struct parameter *p, PyObject *value)
{
    if (Py_TYPE(value) != BorrowedPtr_Type) {
        wrong_state(c, i, value, "a borrowed pointer");
        return NULL;
    }
    if (borrowed_usable((borrowed *)value, c->f, i) < 0 || check_object(c, i, p, value) < 0) {
        return NULL;
    }
    return pointer_argument(c, i, p, ((handle *)value)->object);
}

static PyObject *
raw_argument(call *c, int i, struct parameter *p, PyObject *value)
{
    if (Py_TYPE(value) != NonNull_Type) {
        wrong_state(c, i, value, "a raw pointer");
        return NULL;
    }
    raw *r = (raw *)value;
    if (r->h.state != LIVE) {
        return violate((violation){.code = p->flags & FREES ? "PS002" : "PS001", .pointer = value, .called = c->f, .parameter = i,
                                   .created = &r->h.created, .ended = &r->ended, .expected = "memory that is still allocated",
                                   .seen = "memory that was freed"});
    }
    if (p->flags & FREES) {
        if (r->domain == NULL || PyObject_RichCompareBool(r->domain, p->convert, Py_EQ) != 1) {
            return violate((violation){.code = "PS016", .pointer = value, .called = c->f, .parameter = i,
                                       .created = &r->h.created, .expected = PyUnicode_AsUTF8(p->convert),
                                       .seen = r->domain ? PyUnicode_AsUTF8(r->domain) : "memory of no allocator"});
        }
    }
    if (p->pointee != NULL && !PyType_IsSubtype((PyTypeObject *)r->h.pointee, (PyTypeObject *)p->pointee)) {
        return refuse_argument(PyExc_TypeError, c->f, i, "expected a raw pointer to %s, not to %s",
                               ((PyTypeObject *)p->pointee)->tp_name, ((PyTypeObject *)r->h.pointee)->tp_name);
    }
    if (p->unit > 1 && r->bytes < (size_t)p->unit && checks != OFF) {
        return refuse_argument(PyExc_ValueError, c->f, i, "expected memory of %zd bytes at least, not of %zu; C does not check it",
                               p->unit, r->bytes);
    }
    return pointer_argument(c, i, p, r->h.object);
}

static PyObject *
slot_argument(call *c, int i, struct parameter *p, PyObject *value)
{
    PyTypeObject *wanted = p->kind == P_BORROWED_SLOT ? BorrowedSlot_Type : Slot_Type;
    if (Py_TYPE(value) != wanted) {
        wrong_state(c, i, value, p->kind == P_BORROWED_SLOT ? "a BorrowedSlot" : "a Slot");
        return NULL;
    }
    handle *h = (handle *)value;
    if (slot_usable(h, c->f, i) < 0) {
        return NULL;
    }
    if (p->kind != P_BORROWED_SLOT && given_before(c, i, value)) {
        return violate((violation){.code = "PS012", .pointer = value, .called = c->f, .parameter = i, .created = &h->created,
                                   .expected = "a slot for each parameter that takes one",
                                   .seen = "the same slot for two parameters"});
    }
    if (p->kind == P_SLOT_OUT && h->object != NULL) {
        return violate((violation){.code = "PS017", .pointer = value, .called = c->f, .parameter = i, .created = &h->created,
                                   .expected = "an empty slot", .seen = "a slot that owns a pointer the call would overwrite"});
    }
    if (p->kind == P_SLOT_INOUT) {
        if (h->object == NULL && !(p->flags & WITH_NULL)) {
            return violate((violation){.code = "PS007", .pointer = value, .called = c->f, .parameter = i,
                                       .expected = "a slot that owns a pointer", .seen = "an empty slot"});
        }
        if (h->object != NULL && check_object(c, i, p, value) < 0) {
            return NULL;
        }
    }
    if (p->kind == P_BORROWED_SLOT || p->kind == P_SLOT_OUT) {
        Py_SETREF(h->pointee, Py_NewRef(p->pointee));
    }
    return pointer_argument(c, i, p, &h->object);
}

static PyObject *
one_argument(call *c, int i, struct parameter *p, PyObject *value)
{
    if (value == Py_None && p->flags & NULLABLE && p->kind != P_CONVERT) {
        return pointer_argument(c, i, p, NULL);
    }
    switch (p->kind) {
    case P_INT: return integer_argument(c, i, p, value);
    case P_BORROWED: return borrowed_argument(c, i, p, value);
    case P_OWNED: return owned_argument(c, i, p, value);
    case P_RAW: return raw_argument(c, i, p, value);
    case P_CONVERT: return NULL;
    default: return slot_argument(c, i, p, value);
    }
}

/* What an argument's own code raised while it was looked at says whose argument it was, in a note; a refusal says it already. */
static void
note_argument(call *c, int i)
{
    PyObject *type, *error, *trace;
    PyErr_Fetch(&type, &error, &trace);
    PyErr_NormalizeException(&type, &error, &trace);
    PyObject *own = PyUnicode_FromFormat("%U(): ", c->f->name), *said = own ? PyObject_Str(error) : NULL;
    if (said != NULL && !PyObject_HasAttrString(error, "report") && PyUnicode_Tailmatch(said, own, 0, PY_SSIZE_T_MAX, -1) == 0) {
        PyObject *note = PyUnicode_FromFormat("%Uparameter `%U`: its argument raised this while it was looked at", own,
                                              PyTuple_GET_ITEM(c->f->parameter_names, i));
        PyObject *done = note ? PyObject_CallMethod(error, "add_note", "O", note) : NULL;
        Py_XDECREF(note);
        Py_XDECREF(done);
    }
    PyErr_Clear();
    Py_XDECREF(own);
    Py_XDECREF(said);
    PyErr_Restore(type, error, trace);
}

/* What Python converts (texts, arrays, variables, callbacks, structs): prepare(value, function, index, arguments). */
static PyObject *
converted_argument(call *c, int i, struct parameter *p)
{
    bool variadic = p->flags & VARIADIC;
    PyObject *value = variadic ? tuple_of(c->given + i, c->count - i) : Py_NewRef(c->given[i]);
    PyObject *arguments = value ? tuple_of(c->given, c->count) : NULL;
    PyObject *result = arguments ? PyObject_CallMethod(p->convert, "prepare", "OOiO", value, c->f, i, arguments) : NULL;
    if (result != NULL && name_inner(c, i, p, value, result) < 0) {
        Py_CLEAR(result);
    }
    Py_XDECREF(value);
    Py_XDECREF(arguments);
    return result;
}

/* A new reference to the number that an argument stands for. */
static PyObject *
number_of(call *c, int i)
{
    if (!PyIndex_Check(c->given[i])) {
        return refuse_value(PyExc_TypeError, c, i, c->given[i], "an integer");
    }
    PyObject *index = PyNumber_Index(c->given[i]);
    PyObject *number = index ? PyLong_Type.tp_as_number->nb_index(index) : NULL;    /* a subclass may compare as it likes */
    Py_XDECREF(index);
    return number;
}

/* Where the code of arguments has a say in what they are, it has it once, before any of them is looked at. */
int
make_plain(call *c)
{
    for (int i = 0; i < c->f->arity; i++) {
        struct parameter *p = &c->f->parameters[i];
        bool is_plain = p->is_integer ? PyLong_CheckExact(c->given[i]) || PyBool_Check(c->given[i]) : !p->has_plain;
        if (is_plain) {
            continue;
        }
        PyObject *plain = p->is_integer ? number_of(c, i)
                                        : PyObject_CallMethod(p->convert, "plain", "OOi", c->given[i], c->f, i);
        if (plain != NULL && c->plain == NULL && (c->plain = tuple_of(c->given, c->count)) != NULL) {
            c->given = &PyTuple_GET_ITEM(c->plain, 0);
        }
        if (plain == NULL || c->plain == NULL) {
            Py_XDECREF(plain);
            note_argument(c, i);
            return -1;
        }
        Py_DECREF(c->given[i]);
        PyTuple_SET_ITEM(c->plain, i, plain);
    }
    return 0;
}

/* What Python code converts comes first: whatever it does, the pointers are looked at after it. */
int
look_at_arguments(call *c)
{
    function *f = c->f;
    for (int pass = f->takes_values ? 0 : 1; pass < 2; pass++) {
        for (int i = 0; i < f->arity; i++) {
            struct parameter *p = &f->parameters[i];
            bool converted = p->kind == P_CONVERT;
            if (converted && pass == 1 && look_at_inner(c, i) < 0) {
                return -1;
            }
            if (converted != (pass == 0) || c->passed[i] != NULL) {
                continue;
            }
            c->passed[i] = converted ? converted_argument(c, i, p) : one_argument(c, i, p, c->given[i]);
            if (c->passed[i] == NULL) {
                if (converted) {
                    note_argument(c, i);
                }
                return -1;
            }
        }
    }
    return 0;
}
