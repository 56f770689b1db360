/* References in flight: given up by one handle, or made by Py_INCREF, and not yet taken up; and memory that is not yet freed, and
   calls that are not yet undone. */
#include "core.h"

static uint64_t last_flight;

/* Let the innermost region answer for it. */
void
flight_enlist(flight *f)
{
    f->answers = region_innermost();
    if (f->answers != NULL) {
        f->next = f->answers->flights;
        if (f->next != NULL) {
            f->next->previous = f;
        }
        f->answers->flights = f;
    }
}

flight *
flight_begin(void *object, PyObject *domain, site created)
{
    entity *e = entity_get(object);
    flight *f = e ? PyMem_Calloc(1, sizeof(flight)) : NULL;
    if (f == NULL) {
        site_clear(&created);
        PyErr_NoMemory();
        return NULL;
    }
    f->object = object;
    f->domain = Py_XNewRef(domain);
    f->created = created;
    f->id = ++last_flight;
    f->next_of_object = e->flights;
    e->flights = f;
    e->in_flight++;
    flight_enlist(f);
    return f;
}

void
flight_unlist(flight *f)
{
    if (f->answers != NULL) {
        if (f->previous != NULL) {
            f->previous->next = f->next;
        }
        else {
            f->answers->flights = f->next;
        }
        if (f->next != NULL) {
            f->next->previous = f->previous;
        }
    }
    f->answers = NULL;
    f->previous = f->next = NULL;
}

void
flight_end(flight *f)
{
    entity *e = entity_find(f->object);
    if (e != NULL) {
        for (flight **link = &e->flights; *link != NULL; link = &(*link)->next_of_object) {
            if (*link == f) {
                *link = f->next_of_object;
                break;
            }
        }
        e->in_flight--;
        entity_forget_if_idle(e);
    }
    flight_unlist(f);
    site_clear(&f->created);
    Py_XDECREF(f->domain);
    Py_XDECREF(f->undone_by);
    PyMem_Free(f);
}

flight *
flight_find(void *place)
{
    entity *e = entity_find(place);
    return e ? e->flights : NULL;
}

/* Memory may stand where a dead object was. */
flight *
reference_in_flight(void *object)
{
    flight *f = flight_find(object);
    while (f != NULL && (f->domain != NULL || f->undone_by != NULL)) {
        f = f->next_of_object;
    }
    return f;
}
