/* Calls each function under callgrind, which counts only inside the calls and writes one file per function. */
#include <Python.h>
#include <valgrind/callgrind.h>

typedef PyObject *(*function)(PyObject *, PyObject *, long);

enum { CALLS = 1000 };

#define DECLARE(name)                                                                                                     \
    extern PyObject *c_##name(PyObject *, PyObject *, long), *raw_##name(PyObject *, PyObject *, long),                  \
        *typed_##name(PyObject *, PyObject *, long);
DECLARE(tuple)
DECLARE(list)
DECLARE(lookup)
DECLARE(slots)
DECLARE(append)
DECLARE(slot_of_type)
extern PyObject *typed_slots_in_order(PyObject *, PyObject *, long), *typed_append_in_order(PyObject *, PyObject *, long);
extern PyObject *c_nothing(PyObject *, PyObject *, long);

static void
measure(const char *name, const char *how, function call, PyObject *self, PyObject *other, long n, int fails)
{
    char label[64];
    snprintf(label, sizeof label, "%s/%s", name, how);
    for (int i = 0; i < CALLS + 10; i++) {
        PyObject *result;
        if (i >= 10) {
            CALLGRIND_TOGGLE_COLLECT;
            result = call(self, other, n);
            CALLGRIND_TOGGLE_COLLECT;
        }
        else {
            result = call(self, other, n);
        }
        if ((result == NULL) != fails) {
            Py_FatalError(label);
        }
        if (call != c_nothing) {
            Py_XDECREF(result);
        }
        PyErr_Clear();
    }
    CALLGRIND_DUMP_STATS_AT(label);
}

#define MEASURE(label, name, typed, self, other, n, fails)     \
    measure(label, "c", c_##name, self, other, n, fails);      \
    measure(label, "raw", raw_##name, self, other, n, fails);  \
    measure(label, "typed", typed, self, other, n, fails);

int
main(void)
{
    Py_InitializeEx(0);
    PyObject *names = PyDict_New();
    PyRun_String("import gc; gc.disable(); big = 10**6; word = 'a'; table = {'a': 1.5}; three = (1.5, 2.5, 3.5)", Py_file_input,
                 names, names);
    PyObject *big = PyDict_GetItemString(names, "big"), *word = PyDict_GetItemString(names, "word"),
             *table = PyDict_GetItemString(names, "table"), *three = PyDict_GetItemString(names, "three");
    measure("nothing", "c", c_nothing, big, big, 1, 0);
    MEASURE("tuple", tuple, typed_tuple, big, big, 100000, 0)
    MEASURE("list", list, typed_list, big, big, 0, 0)
    MEASURE("list, failing", list, typed_list, big, word, 0, 1)
    MEASURE("lookup", lookup, typed_lookup, table, word, 0, 0)
    MEASURE("lookup, absent", lookup, typed_lookup, table, big, 0, 0)
    MEASURE("lookup, failing", lookup, typed_lookup, table, table, 0, 1)
    MEASURE("out-slots", slots, typed_slots, PyExc_ValueError, word, 0, 0)
    MEASURE("out-slots, raw's order", slots, typed_slots_in_order, PyExc_ValueError, word, 0, 0)
    MEASURE("append loop", append, typed_append, big, big, 1000, 0)
    MEASURE("append loop, raw's order", append, typed_append_in_order, big, big, 1000, 0)
    MEASURE("type slot", slot_of_type, typed_slot_of_type, three, big, 1, 0)
    MEASURE("type slot, failing", slot_of_type, typed_slot_of_type, three, big, 7, 1)
    return 0;
}
