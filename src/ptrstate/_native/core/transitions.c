/* What a call does to its arguments: what is consumed ends, what came into a slot begins. */
#include "binding.h"

void
owned_before(owning *o, bool when_reached, Py_ssize_t *before, site where)
{
    if (when_reached) {
        Py_INCREF((PyObject *)o->h.object);
        *before = Py_REFCNT((PyObject *)o->h.object);
    }
    owned_end(o, MOVED, where);
}

int
owned_after(owning *o, bool failed, Py_ssize_t before)
{
    bool back = failed && Py_REFCNT((PyObject *)o->h.object) >= before;
    release_object(o->h.object);
    return back ? owned_restore(o) : 0;
}

int
begin_transitions(call *c)
{
    function *f = c->f;
    for (int i = 0; i < f->arity; i++) {
        struct parameter *p = &f->parameters[i];
        PyObject *value = i < c->count ? c->given[i] : NULL;
        if (p->kind == P_CONVERT) {
            begin_inner(c, i);
        }
        if (value == NULL || value == Py_None) {
            continue;
        }
        handle *h = (handle *)value;
        switch (p->kind) {
        case P_OWNED:
            owned_before((owning *)value, p->flags & WHEN_REACHED, &c->before[i], site_here(f, i));
            break;
        case P_BORROWED:
            if (p->flags & FLIGHT_UP) {
                if (flight_begin(h->object, NULL, site_here(f, i)) == NULL) {
                    return -1;
                }
            }
            else if (p->flags & FLIGHT_DOWN) {
                flight_end(reference_in_flight(h->object));
            }
            if (f->holds_borrowed && !(p->flags & UNSHARED) && !(h->flags & FOREIGN)) {
                Py_INCREF((PyObject *)h->object);
            }
            break;
        case P_SLOT_INOUT:
            if (p->flags & UNFILLED_OK && h->object != NULL) {
                c->before[i] = PyUnicode_Check((PyObject *)h->object) ? PyUnicode_GET_LENGTH((PyObject *)h->object) : 0;
                forget_unset(h->object);
            }
            slot_before((owning *)value, site_here(f, i));
            h->flags |= IN_CALL;
            break;
        case P_SLOT_OUT:
            h->flags |= IN_CALL;
            break;
        case P_BORROWED_SLOT:
            borrowed_slot_before((borrowed_slot *)value);
            break;
        default:
            break;
        }
    }
    return 0;
}

static int
settle_converted(call *c, int i, struct parameter *p, bool failed)
{
    PyObject *passed = tuple_of(c->passed, c->passed_count), *arguments = passed ? tuple_of(c->given, c->count) : NULL;
    PyObject *answer = arguments ? PyObject_CallMethod(p->convert, "settle", "OOiOO", passed, c->f, i, arguments,
                                                       failed ? Py_True : Py_False) : NULL;
    Py_XDECREF(passed);
    Py_XDECREF(arguments);
    Py_XDECREF(answer);
    return answer ? 0 : -1;
}

static int
settle_one(call *c, int i, struct parameter *p, bool failed)
{
    function *f = c->f;
    PyObject *value = i < c->count ? c->given[i] : NULL;
    if (p->kind == P_CONVERT) {
        return settle_inner(c, i, failed);
    }
    if (value == NULL || value == Py_None) {
        return 0;
    }
    handle *h = (handle *)value;
    switch (p->kind) {
    case P_OWNED: {
        if (p->flags & WHEN_REACHED) {
            return owned_after((owning *)value, failed, c->before[i]);
        }
        bool back = (p->flags & ON_SUCCESS && failed) || (p->flags & ON_FAILURE && !failed);
        return back ? owned_restore((owning *)value) : 0;
    }
    case P_SLOT_OUT:
    case P_SLOT_INOUT: {
        h->flags &= (uint8_t)~IN_CALL;
        int filled = slot_filled((owning *)value, site_here(f, i));
        if (p->flags & UNFILLED_OK && h->object != NULL && checks != OFF) {
            note_unset(h->object, p->kind == P_SLOT_INOUT ? c->before[i] : 0);
        }
        return filled;
    }
    case P_BORROWED_SLOT: {
        PyObject *source = p->from >= 0 ? c->given[p->from] : NULL;
        return slot_store_borrowed((borrowed_slot *)value, source, p->flags & MUTABLE, site_here(f, i)) ? 0 : -1;
    }
    case P_RAW:
        if (p->flags & FREES && !failed) {
            raw *r = (raw *)value;
            if (r->carried != NULL) {
                flight_end(r->carried);
                r->carried = NULL;
            }
            r->h.state = DROPPED;
            r->ended = site_here(f, i);
        }
        return 0;
    default:
        return 0;
    }
}

/* What is written in Python comes last: by then every pointer is in the state that the call left it in. */
int
settle(call *c, bool failed)
{
    int result = 0;
    for (int i = 0; i < c->f->arity; i++) {
        if (settle_one(c, i, &c->f->parameters[i], failed) < 0) {
            result = -1;
        }
    }
    for (int i = 0; c->f->converts && i < c->f->arity; i++) {
        struct parameter *p = &c->f->parameters[i];
        if (p->kind == P_CONVERT && settle_converted(c, i, p, failed) < 0) {
            result = -1;
        }
    }
    return result;
}

/* The call was not made after all: what it would have consumed is owned again. */
void
give_back(call *c)
{
    for (int i = 0; i < c->f->arity && i < c->count; i++) {
        owning *o = (owning *)c->given[i];
        if (c->f->parameters[i].kind == P_CONVERT) {
            give_back_inner(c, i);
        }
        if (c->f->parameters[i].kind == P_OWNED && c->given[i] != Py_None && o->h.state == MOVED && owned_restore(o) < 0) {
            PyErr_Clear();
        }
    }
}

void
unpin(call *c)
{
    for (int i = 0; i < c->f->arity && i < c->count; i++) {
        struct parameter *p = &c->f->parameters[i];
        if (p->kind == P_CONVERT) {
            let_inner_go(c, i);
        }
        if (c->f->holds_borrowed && p->kind == P_BORROWED && c->given[i] != Py_None && !(p->flags & UNSHARED)) {
            handle *h = (handle *)c->given[i];
            if (!(h->flags & FOREIGN)) {
                release_object(h->object);
            }
        }
    }
}
