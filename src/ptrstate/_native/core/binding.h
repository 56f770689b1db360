/* What the files of the binding share: a contract laid out for speed, and one call of it. */
#ifndef PTRSTATE_BINDING_H
#define PTRSTATE_BINDING_H

#include "core.h"

enum parameter_kind { P_INT, P_BORROWED, P_OWNED, P_RAW, P_SLOT_OUT, P_SLOT_INOUT, P_BORROWED_SLOT, P_CONVERT };
enum result_kind { R_VOID, R_OWNED, R_BORROWED, R_RAW, R_PASS, R_BOOL, R_STATUS, R_FOUND, R_CONVERT };
enum null_meaning { N_NEVER, N_ERROR, N_ABSENT, N_AMBIGUOUS, N_ALWAYS };
enum error_set { E_REFUSED, E_ALLOWED, E_REQUIRED };
enum indicator { I_NONE, I_SETS, I_TAKES, I_CLEARS, I_ASKS };
enum {
    NULLABLE = 1, EXACT_TYPE = 2, TYPE = 4, UNSHARED = 8, UNFILLED_OK = 16, FLIGHT_UP = 32, FLIGHT_DOWN = 64, FREES = 128,
    NONEMPTY = 256, ON_SUCCESS = 512, ON_FAILURE = 1024, WHEN_REACHED = 2048, VARIADIC = 4096, MUTABLE = 8192,
    WITH_NULL = 16384, COUNT_OF_ONE = 32768, ITERATOR = 65536, BETWEEN = 131072, SIZE = 262144, COMPACT = 524288,
    EXCEPTION_CLASS = 1048576, PRECEDED = 2097152, SEQUENCE = 4194304, CLOSED = 8388608,
    UNSTARTED = 16777216, TEXTS = 33554432, INSTANCE = 67108864, ZEROED = 134217728, PROPAGATES = 268435456,
    CELLS = 536870912, HANDLED = 1073741824,
    REQUIREMENTS = UNSHARED | NONEMPTY | ITERATOR | COMPACT | EXCEPTION_CLASS | PRECEDED | SEQUENCE | CLOSED | UNSTARTED | TEXTS
        | INSTANCE | ZEROED | CELLS | HANDLED,
};

struct parameter {
    int kind, flags, index_of, from;
    int length_of;              /* the memory it is the length of, in units of so many bytes, or -1 */
    Py_ssize_t unit;
    PyObject *c_type, *pointee, *convert;
    PyObject *carrier;          /* a cdata of c_type that is filled in for each call */
    PyObject *wanted;
    long long minimum, maximum; /* of an integer */
    bool is_integer, is_unsigned_wide;
    bool has_plain;             /* convert says first what an argument is */
    bool has_inner;             /* convert names the pointers inside of an argument */
};

#define MOST_ARGUMENTS 24
#define MOST_REACHED 8          /* inner pointers that are consumed when reached: a variadic tail has no more */

typedef struct {
    function *f;
    PyObject *const *given;
    PyObject *plain;                    /* the tuple that given is in where an argument's own code said what it is; else NULL */
    Py_ssize_t count;
    PyObject *passed[MOST_ARGUMENTS];
    PyObject *tuple;                    /* what cffi takes several arguments in, or NULL */
    void *pointers[MOST_ARGUMENTS];     /* what goes into the carriers that are passed */
    int passed_count;
    PyObject *inner[MOST_ARGUMENTS];    /* of a function that converts: the pointers inside of each argument, or NULL */
    Py_ssize_t inner_before[MOST_REACHED];      /* the counts of those that are consumed when reached */
    uint64_t looked_at;                 /* the epoch of borrows in which the arguments were */
    Py_ssize_t before[MOST_ARGUMENTS];  /* the count of an argument consumed when reached, the length of a text in a slot */
    bool was_pending;
} call;

typedef PyObject *(*from_pointer)(char *, PyObject *);
typedef char *(*to_pointer)(PyObject *, PyObject *);
extern from_pointer cdata_from_pointer;
extern to_pointer cdata_to_pointer;

extern PyObject *status_ok, *status_failed, *found_present, *found_absent, *found_failed;

/* calls.c */
PyObject *tuple_of(PyObject *const *items, Py_ssize_t count);
PyObject *function_call(PyObject *self, PyObject *const *args, size_t nargsf, PyObject *kwnames);

/* arguments.c */
int carrier_for(struct parameter *p);           /* a cdata that is filled in for each call */
PyObject *refuse_value(PyObject *type, call *c, int i, PyObject *value, const char *format, ...);
void fill_carriers(call *c);                    /* right before the call */
int make_plain(call *c);                        /* what the code of arguments says they are, once */
int look_at_arguments(call *c);                 /* refuse, or make what cffi takes; changes nothing; may be done again */

/* requirements.c */
int check_requirements(call *c, int i, struct parameter *p, PyObject *object);

/* inner.c: the pointers inside of an argument that is converted */
int name_inner(call *c, int i, struct parameter *p, PyObject *value, PyObject *prepared);
int look_at_inner(call *c, int i);
void begin_inner(call *c, int i);
int settle_inner(call *c, int i, bool failed);
void give_back_inner(call *c, int i);
void let_inner_go(call *c, int i);
void end_consumed_inner(call *c, int i);        /* as C would, in a call that was not made */

/* transitions.c */
void owned_before(owning *o, bool when_reached, Py_ssize_t *before, site where);
int owned_after(owning *o, bool failed, Py_ssize_t before);      /* of one that is consumed when reached */
int begin_transitions(call *c);                 /* what is consumed ends, what is read is forgotten */
int settle(call *c, bool failed);               /* what the call did to its arguments */
void give_back(call *c);
void unpin(call *c);

/* undoing.c */
int check_undoing(call *c);                     /* refuse what undoes nothing, where C does not check it */
int settle_undoing(call *c, PyObject *value);   /* the call succeeded, and returned this */

/* outcome.c */
bool is_null(function *f, PyObject *value, bool pending, void **pointer);
int compare_outcome(call *c, bool null, bool pending);
PyObject *wrap_result(call *c, PyObject *value, void *pointer, bool null);
PyObject *failure_result(function *f);

#endif
