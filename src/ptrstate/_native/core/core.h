/* What the files of the core share: the handle, the region that answers for it, and who may call whom.
 *
 *   installed.c -> entries.c, instances.c -> function.c, calls.c -> owned.c, borrowed.c, raw.c, slots.c -> regions.c
 *       -> entities.c, sites.c, indicator.c, violations.c
 */
#ifndef PTRSTATE_CORE_H
#define PTRSTATE_CORE_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdbool.h>
#include <stdint.h>
#include "ptrstate.h"

#if PY_VERSION_HEX >= 0x030C0000
#define ptrstate_is_immortal(object) _Py_IsImmortal(object)
#else
#define ptrstate_is_immortal(object) false
#endif

typedef struct function function;
typedef struct handle handle;
typedef struct owning owning;
typedef struct region region;
typedef struct flight flight;

/* ---- sites.c: where a step of a pointer's life happened -------------------------------------------------------------- */

typedef struct {
    PyObject *code;      /* strong; NULL when sites are not recorded */
    int lasti;           /* in bytes */
    int parameter;       /* index into the function's parameters, or -1 */
    function *called;    /* borrowed: bound functions are never freed; NULL for a handle's own method */
} site;

site site_here(function *called, int parameter);
void site_clear(site *where);
site site_copy(const site *where);
PyObject *site_as_tuple(const site *where);     /* (code, lasti, function name, parameter name), or None */
int site_hide_file(PyObject *filename);         /* frames of this file are skipped */
bool site_is_hidden(PyCodeObject *code);

/* ---- indicator.c: the error indicator in levels ---------------------------------------------------------------------- */

typedef struct {
    ptrstate_level *top;
    ptrstate_level base;
    region *innermost;          /* strong; the open region that new handles belong to */
    PyObject *observer;         /* strong or NULL: asked before each bound call */
    uint32_t serial;            /* never reused, unlike an address */
    uint64_t python_epoch;      /* counts the calls that may have run Python code */
    site origin;                /* of the one exception that is pending as a rule; others have memory of their own */
    bool has_origin;
} thread_state;

/* One instruction where the C library keeps room for the thread-local data of modules loaded late; a call elsewhere. */
#if defined(__GLIBC__) && defined(__GNUC__)
#define FAST_THREAD_LOCAL __attribute__((tls_model("initial-exec")))
#else
#define FAST_THREAD_LOCAL
#endif
extern _Thread_local FAST_THREAD_LOCAL thread_state current_thread;
void thread_begin(void);

static inline thread_state *
this_thread(void)
{
    if (current_thread.top == NULL) {
        thread_begin();
    }
    return &current_thread;
}

int indicator_init(PyObject *module);
void indicator_set_pending(thread_state *thread, PyObject *exception, site origin);     /* steals both */
PyObject *indicator_take(thread_state *thread);                                          /* new reference or NULL */
void indicator_raise(PyObject *exception);                                               /* steals */
void level_open(ptrstate_level *level);
void level_close(ptrstate_level *level);
bool is_finalizing(void);                       /* the interpreter comes to its end */

/* ---- entities.c: what is known of an object by its address ----------------------------------------------------------- */

typedef struct borrowed borrowed;

typedef struct {
    void *object;
    uint32_t owned;             /* live owned handles and slots */
    uint32_t hidden;            /* hidden references of borrows from mutable owners */
    borrowed *hidden_first;
    flight *flights;            /* references in flight */
    uint32_t in_flight;
    uint32_t unfilled : 1;      /* made with unset items, and not yet seen without any */
    uint32_t life : 31;         /* tells it from another object that stands at the same address later */
} entity;

entity *entity_find(void *object);
entity *entity_get(void *object);               /* made when missing; NULL with MemoryError */
void entity_forget_if_idle(entity *e);
Py_ssize_t entity_expected(const entity *e);    /* the references that ptrstate knows of */
size_t entity_count(void);

/* ---- handles --------------------------------------------------------------------------------------------------------- */

enum state { LIVE, DROPPED, MOVED, RAW, DANGLING };
extern const char *const state_names[];

enum { COUNTED = 1, LENT = 2, REPORTED = 4, WARNED = 8, FOREIGN = 16, ANY_THREAD = 32,
       OUTLIVED = 64, /* its object is gone because the handle it came from ended */
       IN_CALL = 128 /* a slot that a running call reads and writes */ };

struct handle {
    PyObject_HEAD
    void *object;               /* the C pointer; for slots this is the variable itself */
    PyObject *pointee;          /* a class */
    uint64_t id;
    uint32_t thread;
    uint8_t state;
    uint8_t flags;
    site created;
};

enum home { UNDECIDED, NOWHERE, FIRST_SERIAL };

/* OwnedPtr and Slot: a handle that a region answers for. */
struct owning {
    handle h;
    site ended;
    region *answers;            /* borrowed: a region outlives its list, and empties it when it closes */
    owning *previous, *next;
    uint64_t home;              /* the serial of the region to come back to, or one of enum home */
    uint32_t generation;        /* slots: counts the changes of what is in it */
};

struct borrowed {
    handle h;
    site ended;                 /* where its object went */
    PyObject *source;           /* the handle it came from, or the object it keeps alive, or NULL */
    borrowed *next_of_object, *previous_of_object;      /* hidden references to the same object */
    borrowed *newer, *older;                            /* all hidden references, by age */
    uint64_t checked_epoch, python_epoch;
    uint32_t generation;
    bool hidden;                /* holds a hidden strong reference */
    bool weak;                  /* the owner does not hold the object */
    bool keeps;                 /* source is the object itself, from borrow() */
};

typedef struct {
    handle h;
    site ended;                 /* memory that was freed */
    PyObject *source;           /* the handle the address was read from, or NULL */
    flight *carried;            /* the reference in flight that went with the address, or NULL */
    PyObject *domain;           /* the allocator of raw memory, or NULL */
    size_t bytes;               /* how much of it there is; 0 where that is not known */
    uint32_t life;              /* of the object when a handle gave the address away; 0 when nothing was known of it */
} raw;

typedef struct {
    handle h;                   /* h.object is the variable */
    PyObject *content;          /* a BorrowedPtr, or NULL */
} borrowed_slot;

const site *handle_ended(PyObject *pointer);        /* NULL while it lives */
extern PyTypeObject *OwnedPtr_Type, *BorrowedPtr_Type, *NonNull_Type, *Slot_Type, *BorrowedSlot_Type, *Function_Type,
    *Region_Type;

int collector_off(void);                        /* until collector_back(), which gets what this returned */
void collector_back(int was_on);
void *handle_alloc(PyTypeObject *type);
void handle_free(PyObject *self);               /* the end of every tp_dealloc */
int handle_traverse(PyObject *self, visitproc visit, void *arg);
void handle_init(handle *h, void *object, PyObject *pointee, site created);
void handle_clear(handle *h);
bool handle_is(PyObject *object);
extern PyGetSetDef handle_getset[];
PyObject *handle_repr(PyObject *self);
PyObject *handle_cast(PyObject *self, PyObject *pointee);
PyObject *pointee_of(PyObject *object);         /* borrowed: the pointee own() and borrow() give an object */
extern PyObject *pointee_object;                /* PyObject, the pointee */
bool pointee_is_object(PyObject *pointee);
bool type_fits(PyTypeObject *type, PyObject *wanted);

int owned_init(PyObject *module, PyObject *bases);
PyObject *owned_new(void *object, PyObject *pointee, site created);    /* steals the reference and the site */
int owned_usable(owning *o, function *called, int parameter, const char *use);
void owned_end(owning *o, enum state how, site where);                 /* the reference is now somebody else's */
int owned_restore(owning *o);
void release_object(PyObject *object);          /* one reference; what dies runs its code in a level of its own */
int owning_release(owning *o, site where);                             /* end it and release the reference */
void owning_dealloc_content(owning *o, const char *what);
void owning_finalize(PyObject *self);

int borrowed_init(PyObject *module, PyObject *bases);
PyObject *borrowed_new(void *object, PyObject *pointee, PyObject *source, bool mutable_owner, bool weak, site created);
int borrowed_usable(borrowed *b, function *called, int parameter);
void look_at_borrows(void);                     /* after anything that may have run Python */
void give_back_hidden(PyObject *object);
PyObject *handle_ended_by(PyObject *pointer);     /* borrowed, or NULL while it is good */
extern uint64_t borrow_epoch;

int raw_init(PyObject *module, PyObject *bases);
PyObject *raw_new(void *object, PyObject *pointee, flight *carried, PyObject *domain, size_t bytes, site created);
bool raw_is_alive(raw *r);

int slots_init(PyObject *module, PyObject *bases);
int slot_usable(handle *h, function *called, int parameter);    /* of a BorrowedSlot too */
int slot_filled(owning *s, site where);         /* C wrote an owned pointer into it */
void slot_before(owning *s, site where);        /* C is about to read or write it: forget what is known; steals the site */
void borrowed_slot_before(borrowed_slot *s);    /* C may write to it, or leave it as it is */
PyObject *slot_store_borrowed(borrowed_slot *s, PyObject *source, bool mutable_owner, site where);

/* ---- generators.c: whose frame opened a region -------------------------------------------------------------------------- */

int opening_generator(PyObject *lenders, PyObject **weakly);    /* a weak reference or NULL; 0, or -1 with an exception */
bool is_suspended(PyObject *weakly);

/* ---- unset.c: objects that are not finished ------------------------------------------------------------------------------ */

bool has_unset_items(PyObject *object);
void note_unset(PyObject *object, Py_ssize_t length);
void forget_unset(PyObject *object);
int check_filled(PyObject *pointer, handle *h, function *called, int parameter);    /* PS020 */

/* ---- flights.c: references in flight ------------------------------------------------------------------------------------ */

struct flight {
    flight *previous, *next;            /* of the region */
    flight *next_of_object;
    region *answers;
    void *object;
    uint64_t id;
    site created;
    PyObject *domain;                   /* allocator, for memory */
    PyObject *undone_by;                /* the function's name, for a call that is to be undone */
};

flight *flight_begin(void *object, PyObject *domain, site created);
void flight_end(flight *f);
flight *flight_find(void *place);               /* the newest of any kind */
flight *reference_in_flight(void *object);      /* one that a handle can take up, or NULL */
void flight_enlist(flight *f);                  /* the innermost region answers for it */
void flight_unlist(flight *f);

/* ---- regions.c: scopes, prototypes and ledgers: who answers for an owned pointer --------------------------------------- */

struct region {
    PyObject_HEAD
    uint64_t serial;                    /* of this opening; never reused, unlike an address */
    region *outer;                      /* strong */
    thread_state *thread;
    owning *first;
    flight *flights;
    PyObject *violations;               /* what was recorded here */
    PyObject *leaks;                    /* lives of owned handles that were collected while they owned */
    PyObject *raised;                   /* exceptions that or_raise raised inside (prototypes) */
    PyObject *events;                   /* a list when the lives are to be drawn */
    PyObject *kind;
    bool is_ledger, is_prototype;
    PyObject *generator;                /* a weak reference to the one that opened it for itself, or NULL */
    uint64_t created, ended;
    bool drops, open;
    PyObject *weakrefs;
};

int regions_init(PyObject *module);
void regions_leave_thread(thread_state *thread);
region *region_innermost(void);                 /* borrowed; NULL outside of all */
uint64_t region_home(region *r);                /* NULL: nowhere */
void region_adopt(owning *o);
void region_release(owning *o);
extern int drawing;                              /* how many regions keep events */
void record_event(const char *what, handle *h, uint64_t other);

static inline void
event(const char *what, handle *h, uint64_t other)
{
    if (drawing) {
        record_event(what, h, other);
    }
}

/* ---- violations.c: from a refusal to an exception with a report -------------------------------------------------------- */

typedef struct {
    const char *code;
    PyObject *pointer;          /* a handle, or NULL */
    PyObject *owner;            /* the handle it depends on, or NULL */
    function *called;
    int parameter;
    const char *expected, *seen;
    const site *created, *borrowed, *ended;
    PyObject *exception;        /* a pending exception that is the matter */
} violation;

extern PyObject *hook_violation, *hook_warn, *hook_leak, *hook_describe;
PyObject *violate(violation v);                 /* sets the exception, records it; returns NULL */
PyObject *violate_with(PyObject *exception);    /* the same for one that Python code made */
void violate_quietly(violation v);              /* records it; it comes out at the region's end */
int warn_of(violation v);                       /* PS1xx: 0, or -1 when the warning was made an error */
extern uint64_t warnings_given;                 /* each has run code of others: to write it, and to show it */
PyObject *described(PyObject *object);
void refuse_object(PyObject *object, const char *format, ...);
PyObject *refuse_argument(PyObject *type, function *called, int parameter, const char *format, ...);

/* ---- function.c, calls.c, raising.c ------------------------------------------------------------------------------------ */

struct function {
    PyObject_HEAD
    vectorcallfunc vectorcall;
    PyObject *name, *contract, *callee, *doc;
    PyCFunction direct;
    PyObject *direct_self;
    PyObject *tuple;            /* for the arguments of the next call, or NULL while a call has it */
    int direct_flags;
    int arity;
    bool variadic;
    bool takes_values;          /* has parameters that are no pointers, whose conversion may run Python code */
    bool converts;              /* some of these are converted, and settled, by Python code */
    bool changes_arguments;     /* a call may leave one in another state than it found it in, or holds one while it runs */
    struct parameter *parameters;
    struct {
        uint8_t kind, null;
        PyObject *c_type, *pointee, *sentinel, *convert;
        int from;               /* parameter index, or -1 */
        bool mutable_owner, weak, unfilled, compare_sentinel;
        PyObject *allocates;
    } result;
    bool may_run_python, once, was_called;
    bool holds_borrowed;        /* code may run within it, which may let go of what it was lent */
    bool lends_result, lends_in_slots;      /* borrowed pointers to objects, and code runs before there are handles for them */
    PyObject *undone_by, *undoes;       /* names of functions, or NULL */
    uint8_t error_set, indicator;
    PyObject *parameter_names;
};

int function_init(PyObject *module);
int calls_init(PyObject *module);
int raising_init(PyObject *module);
int probes_init(PyObject *module);

/* ---- installed.c: functions that the interpreter calls ------------------------------------------------------------------ */

int installed_init(PyObject *module);
void installed_collection(bool starts);

/* ---- checks ---------------------------------------------------------------------------------------------------------- */

enum { OFF, LIGHT, FULL };
extern int checks;

#endif
