"""Writes the C functions whose addresses the interpreter gets: one for each slot of :mod:`ptrstate.install.slots`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ptrstate.install.slots import Convention

POOLED = 256
OWN = {"tp_dealloc", "tp_traverse", "tp_clear"}
"""Slots that the core itself fills: they see to an instance's fields whether or not there is a prototype."""
UNNUMBERED = {"tp_vectorcall"}
"""Slots that a specification has no number for (before 3.14): the core writes them into the type."""

HEAD = """
#include "trampolines.h"

static const ptrstate_trampoline_api *
ptrstate_trampolines(void)
{
    static const ptrstate_trampoline_api *api;
    if (api == NULL) {
        PyObject *type, *value, *trace;
        PyErr_Fetch(&type, &value, &trace);     /* an import is not made with an exception pending */
        api = (const ptrstate_trampoline_api *)PyCapsule_Import(PTRSTATE_TRAMPOLINE_CAPSULE, 0);
        PyErr_Restore(type, value, trace);
        if (api == NULL) {
            Py_FatalError("ptrstate._native.core has to be imported before a function it installed is called");
        }
    }
    return api;
}
"""

BODY = """
static {result}
{name}({parameters})
{{
    {leave}ptrstate_trampolines()->enter({index}, BY_{by}, {failed}, {tells}, "{kinds}", {arguments});
}}
"""

SAME = """
#if defined(__GNUC__)
_Static_assert(__builtin_types_compatible_p({result} (*)({types}), {typedef}), "{name}: not of C type {typedef}");
#endif
"""

CDEF = """
typedef struct { const char *name; int number; int index; void *address; } ptrstate_slot;
const ptrstate_slot ptrstate_slots[%d];
"""


def source(conventions: dict[str, Convention]) -> str:
    """Return the functions, the comparison of each with the headers, and the table ``ptrstate_slots``."""
    parts, rows = [HEAD], []
    for index, convention in enumerate(conventions.values()):
        parts.append(_same(convention))
        if convention.name in OWN:
            rows.append(f'{{"{convention.name}", 0, {index}, NULL}}')
        elif convention.by == "pool":
            for place in range(POOLED):
                parts.append(_function(convention, place, f"{_symbol(convention)}_{place}"))
                rows.append(f'{{"{convention.name}", 0, {place}, (void *){_symbol(convention)}_{place}}}')
        else:
            parts.append(_function(convention, index, _symbol(convention)))
            rows.append(f'{{"{convention.name}", {_number(convention)}, {index}, (void *){_symbol(convention)}}}')
    table = ",\n    ".join(rows)
    parts.append(f"static const ptrstate_slot ptrstate_slots[{len(rows)}] = {{\n    {table}\n}};\n")
    typedef = CDEF.strip().splitlines()[0]
    return "".join([typedef + "\n", *parts])


def cdef(conventions: dict[str, Convention]) -> str:
    """Return the declaration of the table."""
    return CDEF % sum(POOLED if convention.by == "pool" else 1 for convention in conventions.values())


def _symbol(convention: Convention) -> str:
    return "ptrstate_slot_" + convention.name.replace("|", "_")


def _number(convention: Convention) -> str:
    """The number of a slot in a type's specification, or the flags of a builtin."""
    if convention.by == "holder":
        return convention.name
    if convention.name in UNNUMBERED:
        return "0"
    return f"Py_{convention.name}" if convention.by in {"type", "either", "class"} else "0"


def _is_pointer(c_type: str) -> bool:
    return c_type.endswith("*") or c_type == "visitproc"


def _same(convention: Convention) -> str:
    contract = convention.contract
    types = ", ".join(parameter.c_type for parameter in contract.parameters)
    return SAME.format(result=contract.result.c_type, types=types, typedef=convention.typedef, name=convention.name)


def _function(convention: Convention, index: int, name: str) -> str:
    contract = convention.contract
    result, parameters = contract.result, contract.parameters
    words = [f"{'(void *)' if _is_pointer(p.c_type) else '(Py_ssize_t)'}a{i}" for i, p in enumerate(parameters)]
    return BODY.format(
        result=result.c_type,
        name=name,
        parameters=", ".join(f"{p.c_type} a{i}" for i, p in enumerate(parameters)),
        leave="" if result.c_type == "void" else f"return ({result.c_type})",
        index=index,
        by=convention.by.upper(),
        failed=-1 if result.state in {"status", "found"} or result.sentinel == -1 else 0,
        tells=int(result.fallible),
        kinds="".join("p" if _is_pointer(p.c_type) else "n" for p in parameters),
        arguments=", ".join(words),
    )
