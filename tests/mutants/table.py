"""Seeded mistakes: each row changes one place of one example, and ``testing.check`` has to find it at that line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"


@dataclass(frozen=True)
class Mutant:
    """One seeded mistake: in ``function`` of the example ``file``, ``old`` (its ``nth`` occurrence) becomes ``new``.

    ``at`` is a text on the line to be named, where that is not the changed line itself: a release that is missing has no line,
    so the pointer's birth or the end of the path stands for it.  ``why`` argues that one changes nothing about ownership.
    """

    file: str
    function: str
    kind: str
    old: str
    new: str
    nth: int = 0
    at: str | None = None
    why: str = ""

    def apply(self) -> tuple[str, int]:
        """Return the mutated source and the line to be named."""
        source = (EXAMPLES / f"{self.file}.py").read_text(encoding="utf-8")
        start = source.index(f"def {self.function}(")
        place = start
        for _ in range(self.nth + 1):
            place = source.index(self.old, place + 1)
        end = source.find("\n@prototype", start)
        assert place < (end if end >= 0 else len(source)), "the text to be changed is in another function"
        changed = source[:place] + self.new + source[place + len(self.old) :]
        at = changed.index(self.at, start) if self.at else place + len(self.new) - len(self.new.lstrip())
        return changed, changed.count("\n", 0, at) + 1


DROPPED = "release dropped"
ADDED = "release added"
STEAL = "stealing call for a non-stealing one"
UNCHECKED = "NULL check forgotten"
BORROWED = "borrow returned"
INDICATOR = "indicator left set"
LOST = "indicator cleared or lost"
KEPT = "borrow kept over a mutation"
WRONG = "wrong result"

_C = "c_style"
MUTANTS = (
    # a release that is missing
    Mutant(_C, "PyList_Extend", DROPPED, "        items.drop()\n", "", at="items = capi.PySequence_Tuple"),
    Mutant(_C, "PyList_Extend", DROPPED, "        item.drop()\n", "", at="item = capi.PyIter_Next"),
    Mutant(_C, "PyList_Extend", DROPPED, "        iterator.drop()\n", "", at="iterator = capi.PyObject_GetIter"),
    Mutant(_C, "PyList_Extend", DROPPED, "    iterator.drop()\n    return Status.OK", "    return Status.OK",
           at="iterator = capi.PyObject_GetIter"),
    Mutant(_C, "PyDict_SetDefaultRef", DROPPED, "        kept.drop()\n", "", at="kept = value.to_owned"),
    Mutant(_C, "PyDict_SetDefaultRef", DROPPED, "    else:\n        kept.drop()\n", "", at="kept = value.to_owned"),
    Mutant(_C, "PyDict_Pop", DROPPED, "        kept.drop()\n", "", at="kept = value.to_owned"),
    Mutant(_C, "PyDict_Pop", DROPPED, "    else:\n        kept.drop()\n", "", at="kept = value.to_owned"),
    Mutant(_C, "PyDict_ContainsString", DROPPED, "    name.drop()\n", "", at="name = capi.PyUnicode_FromString"),
    Mutant(_C, "PyModule_Add", DROPPED, "    value.drop()\n", "", at="return status"),
    # a release too many
    Mutant(_C, "PyList_GetItemRef", ADDED, "    return item.to_owned()",
           "    held = item.to_owned()\n    held.drop()\n    return held", at="held.drop()"),
    Mutant(_C, "PyList_GetItemRef", ADDED, "    return item.to_owned()", "    capi.Py_DECREF(item)\n    return item.to_owned()"),
    Mutant(_C, "PyList_Extend", ADDED, "        items.drop()\n", "        items.drop()\n        items.drop()\n",
           at="items.drop()\n        return"),
    Mutant(_C, "PyList_Extend", ADDED, "            iterator.drop()\n", "            item.drop()\n            iterator.drop()\n"),
    Mutant(_C, "PyDict_GetItemRef", ADDED, "    return Found.PRESENT", "    capi.Py_DECREF(value)\n    return Found.PRESENT"),
    Mutant(_C, "PyDict_SetDefaultRef", ADDED, "        result.put(kept)\n", "        result.put(kept)\n        kept.drop()\n",
           at="        kept.drop()\n    else"),
    Mutant(_C, "PyDict_Pop", ADDED, "        kept.drop()\n        return", "        kept.drop()\n        kept.drop()\n        return",
           at="        kept.drop()\n        return"),
    Mutant(_C, "PyDict_ContainsString", ADDED, "    return found", "    name.drop()\n    return found"),
    Mutant(_C, "PyModule_Add", ADDED, "    return status", "    if status < 0:\n        value.drop()\n    return status",
           at="        value.drop()\n    return status"),
    Mutant(_C, "PyObject_GetOptionalAttr", ADDED, "        result.put(value)\n", "        result.put(value)\n        value.drop()\n",
           at="        value.drop()"),
    Mutant(_C, "PyIter_NextItem", ADDED, "        item.put(following)\n", "        following.drop()\n        item.put(following)\n",
           at="        item.put"),
    Mutant("listobject", "PyList_Extend", ADDED, "or_raise(capi.PyList_Append(list, item.borrow()))",
           "or_raise(capi.PyList_Append(list, item.borrow()))\n        capi.Py_DECREF(item.borrow())",
           at="capi.Py_DECREF"),
    # a stealing call for one that does not steal
    Mutant("listobject", "PyList_Extend", STEAL, "or_raise(capi.PyList_Append(list, item.borrow()))",
           "or_raise(capi.PyList_SetItem(list, 0, item.borrow()))"),
    Mutant(_C, "PyModule_Add", STEAL, "capi.PyModule_AddObjectRef(module, name, value.borrow())",
           "capi.PyModule_AddObject(module, name, value)", at="value.drop()"),
    Mutant("moduleobject", "PyModule_Add", STEAL, "PyModule_AddObjectRef(module, name, value.borrow())",
           "PyModule_AddObject(module, name, value.borrow())"),
    Mutant("dictobject", "PyDict_GetItemRef", STEAL, "result.put(value.to_owned())", "result.put(value)"),
    # a NULL check that is forgotten
    Mutant(_C, "PyList_GetItemRef", UNCHECKED, "    if item is None:\n        return None\n", "", at="return item.to_owned"),
    Mutant(_C, "PyList_Extend", UNCHECKED, "        if items is None:\n            return Status.FAILED\n", "",
           at="extended = PyList_Extend"),
    Mutant(_C, "PyList_Extend", UNCHECKED, "    if iterator is None:\n        return Status.FAILED\n", "",
           at="if capi.PyObject_LengthHint"),
    Mutant(_C, "PyDict_ContainsString", UNCHECKED, "    if name is None:\n        return Found.FAILED\n", "",
           at="found = capi.PyDict_Contains"),
    Mutant(_C, "PyDict_SetDefaultRef", UNCHECKED, "    if value is None:\n        return Found.FAILED\n", "",
           at="kept = value.to_owned"),
    Mutant("listobject", "PyList_GetItemRef", UNCHECKED, "or_raise(capi.PyList_GetItem(list, index))",
           "capi.PyList_GetItem(list, index)", at="return item.to_owned"),
    Mutant("listobject", "PyList_Extend", UNCHECKED, "or_raise(capi.PySequence_Tuple(iterable))", "capi.PySequence_Tuple(iterable)"),
    Mutant("dictobject", "PyDict_Pop", UNCHECKED, "    if value is None:\n        return Found.ABSENT\n", "",
           at="kept = value.to_owned"),
    Mutant("dictobject", "PyDict_Pop", UNCHECKED, "or_raise(capi.PyDict_DelItem(dict, key))", "capi.PyDict_DelItem(dict, key)"),
    # a borrow that is returned
    Mutant("listobject", "PyList_GetItemRef", BORROWED, "return item.to_owned()", "return item"),
    Mutant(_C, "PyList_GetItemRef", BORROWED, "return item.to_owned()", "return item"),
    Mutant("classic_leak", "PyTuple_OfReprsRaii", BORROWED, "return or_raise(capi.PyTuple_Pack(2, one.borrow(), two.borrow()))",
           "return or_raise(capi.PyTuple_Pack(2, one.borrow(), two.borrow())).borrow()"),
    # an indicator that is left set
    Mutant("object", "PyObject_GetOptionalAttr", INDICATOR, "        capi.PyErr_Clear()\n", "", at="value = capi.PyObject_GetAttr"),
    Mutant("object", "PyMapping_GetOptionalItem", INDICATOR, "        capi.PyErr_Clear()\n", "",
           at="value = capi.PyObject_GetItem"),
    Mutant(_C, "PyDict_GetItemRef", INDICATOR, "return Found.ABSENT if capi.PyErr_Occurred() is None else Found.FAILED",
           "return Found.ABSENT"),
    Mutant(_C, "PyIter_NextItem", INDICATOR, "return Found.ABSENT if capi.PyErr_Occurred() is None else Found.FAILED",
           "return Found.ABSENT"),
    Mutant(_C, "PyList_Extend", INDICATOR, "return Status.OK if capi.PyErr_Occurred() is None else Status.FAILED",
           "return Status.OK"),
    Mutant("dictobject", "PyDict_GetItemRef", INDICATOR, "or_none(capi.PyDict_GetItemWithError(dict, key))",
           "capi.PyDict_GetItemWithError(dict, key)"),
    Mutant("iterator", "PyIter_NextItem", INDICATOR, "or_none(capi.PyIter_Next(iterator))", "capi.PyIter_Next(iterator)"),
    # an exception that is lost, or not there
    Mutant("object", "PyObject_GetOptionalAttr", LOST,
           "        if not capi.PyErr_ExceptionMatches(capi.PyExc_AttributeError):\n            return Found.FAILED\n", "",
           at="capi.PyErr_Clear"),
    Mutant("moduleobject", "PyModule_Add", LOST,
           '            capi.PyErr_SetString(capi.PyExc_SystemError, "PyModule_AddObjectRef() got NULL and no exception")\n',
           "            pass\n", at="return Status.FAILED"),
    Mutant("listobject", "PyList_Extend", LOST, "or_none(capi.PyIter_Next", "or_raise(capi.PyIter_Next"),
    Mutant("dictobject", "PyDict_GetItemRef", LOST, "or_none(capi.PyDict_GetItemWithError", "or_raise(capi.PyDict_GetItemWithError"),
    Mutant(_C, "PyDict_ContainsString", LOST, "    name.drop()\n", "    name.drop()\n    capi.PyErr_Clear()\n",
           at="capi.PyErr_Clear"),
    # a borrow that is kept over a mutation
    Mutant("dictobject", "PyDict_Pop", KEPT, "    kept = value.to_owned()\n    or_raise(capi.PyDict_DelItem(dict, key))\n",
           "    or_raise(capi.PyDict_DelItem(dict, key))\n    kept = value.to_owned()\n", at="kept = value.to_owned"),
    Mutant(_C, "PyDict_SetDefaultRef", KEPT, "    kept = value.to_owned()\n    after = capi.PyDict_Size(dict)\n",
           "    capi.PyDict_SetItem(dict, key, default)\n    kept = value.to_owned()\n    after = capi.PyDict_Size(dict)\n",
           at="kept = value.to_owned"),
    Mutant("listobject", "PyList_GetItemRef", KEPT, "    return item.to_owned()",
           "    or_raise(capi.PyList_SetItem(list, index, capi.Py_NewRef(capi.Py_None)))\n    return item.to_owned()",
           at="return item.to_owned"),
    # a result that breaks the contract
    Mutant("listobject", "PyList_GetItemRef", WRONG, "return item.to_owned()", "return None"),
    Mutant("dictobject", "PyDict_Pop", WRONG, "return Found.PRESENT", "return Found.FAILED"),
)  # fmt: skip
"""The mistakes.  Dropping the last ``return`` of a void path, say, changes nothing and is no mutant."""

EQUIVALENT = (
    Mutant("listobject", "PyList_Extend", ADDED, "or_raise(capi.PyList_Append(list, item.borrow()))",
           "or_raise(capi.PyList_Append(list, item.borrow()))\n        item.drop()",
           why="the name is rebound in the next round, which drops the pointer; an explicit drop only comes a line earlier"),
    Mutant("dictobject", "PyDict_ContainsString", ADDED, "    return Found(or_raise(capi.PyDict_Contains(dict, name.borrow())))",
           "    with name:\n        return Found(or_raise(capi.PyDict_Contains(dict, name.borrow())))",
           why="the call would drop the text on its way out; the block drops it on the same way"),
    Mutant("listobject", "PyList_GetItemRef", STEAL, "    return item.to_owned()", "    return capi.Py_NewRef(item)",
           why="Py_NewRef is to_owned() by its C name: it takes a reference of its own and steals none"),
    Mutant(_C, "PyDict_Pop", DROPPED, "Found.FAILED if size < 0 else Found.ABSENT", "Found.ABSENT if size >= 0 else Found.FAILED",
           why="size is not positive there, so the two tests are each other's opposite"),
    Mutant("moduleobject", "PyModule_Add", ADDED, "    return Status.OK", "    value.drop()\n    return Status.OK",
           why="an argument that is consumed and not used up is dropped on the way out all the same"),
    Mutant("object", "PyObject_GetOptionalAttr", LOST, "capi.PyExc_AttributeError", "capi.PyExc_Exception",
           why="no reference is mistaken: too many errors count as absence, which the comparison with the real function finds"),
)  # fmt: skip
"""What looks like a mistake and is none, or none of ownership: each has to pass, for the reason it gives."""
