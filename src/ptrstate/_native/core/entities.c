/* What is known of an object by its address: an open-addressed table, so that the cost does not grow with what is alive. */
#include "core.h"

enum { LIVES = 0x7FFFFFFF };        /* what fits in entity.life */

static entity *table;
static size_t capacity, used;
static uint32_t lives;

static size_t
slot_for(void *object)
{
    uint64_t x = (uint64_t)(uintptr_t)object >> 4;
    x *= UINT64_C(0x9E3779B97F4A7C15);
    return (size_t)(x >> 20) & (capacity - 1);
}

entity *
entity_find(void *object)
{
    if (capacity == 0) {
        return NULL;
    }
    for (size_t i = slot_for(object);; i = (i + 1) & (capacity - 1)) {
        if (table[i].object == object) {
            return &table[i];
        }
        if (table[i].object == NULL) {
            return NULL;
        }
    }
}

static bool
grow(void)
{
    entity *old = table;
    size_t old_capacity = capacity;
    size_t larger = capacity ? capacity * 2 : 256;
    entity *fresh = PyMem_RawCalloc(larger, sizeof(entity));
    if (fresh == NULL) {
        return false;
    }
    table = fresh;
    capacity = larger;
    for (size_t i = 0; i < old_capacity; i++) {
        if (old[i].object != NULL) {
            size_t j = slot_for(old[i].object);
            while (table[j].object != NULL) {
                j = (j + 1) & (capacity - 1);
            }
            table[j] = old[i];
        }
    }
    PyMem_RawFree(old);
    return true;
}

entity *
entity_get(void *object)
{
    entity *found = entity_find(object);
    if (found != NULL) {
        return found;
    }
    if ((used + 1) * 3 > capacity * 2 && !grow()) {
        PyErr_NoMemory();
        return NULL;
    }
    size_t i = slot_for(object);
    while (table[i].object != NULL) {
        i = (i + 1) & (capacity - 1);
    }
    used++;
    lives = lives % LIVES + 1;
    table[i] = (entity){.object = object, .life = lives};
    return &table[i];
}

void
entity_forget_if_idle(entity *e)
{
    if (e->owned || e->hidden || e->in_flight || e->unfilled) {
        return;
    }
    size_t hole = (size_t)(e - table);
    used--;
    for (size_t i = (hole + 1) & (capacity - 1); table[i].object != NULL; i = (i + 1) & (capacity - 1)) {
        size_t home = slot_for(table[i].object);
        if (((i - home) & (capacity - 1)) >= ((i - hole) & (capacity - 1))) {
            table[hole] = table[i];
            hole = i;
        }
    }
    table[hole] = (entity){0};
}

Py_ssize_t
entity_expected(const entity *e)
{
    return (Py_ssize_t)e->owned + e->hidden + e->in_flight;
}

size_t
entity_count(void)
{
    return used;
}
