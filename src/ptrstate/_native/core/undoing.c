/* Calls that another call has to undo: Py_EnterRecursiveCall, Py_ReprEnter. */
#include "binding.h"

static bool
is_for_a_pointer(call *c)
{
    function *f = c->f;
    return f->arity > 0 && (f->parameters[0].kind == P_BORROWED || f->parameters[0].kind == P_RAW) && c->given[0] != Py_None;
}

/* Where the flight of such a call stands, which no object's can: one byte into its first pointer, or into the thread. */
static void *
place_of(call *c)
{
    return (char *)(is_for_a_pointer(c) ? ((handle *)c->given[0])->object : (void *)this_thread()) + 1;
}

/* The newest call that this one undoes, or NULL. */
static flight *
to_undo(call *c)
{
    flight *begun = flight_find(place_of(c));
    while (begun != NULL && PyUnicode_Compare(begun->undone_by, c->f->name) != 0) {
        begun = begun->next_of_object;
    }
    return begun;
}

/* A function that can fail says itself that there is nothing to undo. */
int
check_undoing(call *c)
{
    function *f = c->f;
    bool can_fail = f->result.null != N_NEVER && f->result.null != N_ABSENT;
    if (f->undoes == NULL || can_fail || to_undo(c) != NULL) {
        return 0;
    }
    violate((violation){.code = "PS013", .called = f, .parameter = is_for_a_pointer(c) ? 0 : -1,
                        .expected = "a call before it that it undoes", .seen = "none that is not undone yet"});
    return -1;
}

/* The call has returned without a failure. */
int
settle_undoing(call *c, PyObject *value)
{
    function *f = c->f;
    flight *undone = f->undoes != NULL ? to_undo(c) : NULL;
    if (undone != NULL) {
        flight_end(undone);
    }
    if (f->undone_by == NULL || (value != Py_None && PyLong_AsLong(value) != 0)) {
        return 0;
    }
    flight *begun = flight_begin(place_of(c), NULL, site_here(f, -1));
    if (begun == NULL) {
        return -1;
    }
    begun->undone_by = Py_NewRef(f->undone_by);
    return 0;
}
