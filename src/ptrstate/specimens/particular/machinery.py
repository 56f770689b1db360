"""The particular arguments of the functions about functions, code, frames, contexts and types."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

from ptrstate.specimens import definitions, machinery
from ptrstate.specimens.given import NULL, Native, Specimen
from ptrstate.specimens.objects import fresh_text
from ptrstate.specimens.particular.rows import Row, constant_text
from ptrstate.specimens.particular.watchers import one_watcher_too_many, watcher

if TYPE_CHECKING:
    from collections.abc import Callable

CODE = compile("1234567", "nowhere", "eval")


def _names(name: str) -> Specimen:
    return Specimen(f"({name!r},)", lambda: (fresh_text(name),))


PARTS_OF_CODE: dict[str, Any] = {
    "argcount": 1,
    "kwonlyargcount": 0,
    "nlocals": 1,
    "stacksize": 4,
    "flags": 0,
    "code": Specimen("bytecode", lambda: bytes(bytearray(CODE.co_code))),
    "constants": "tuple",
    "names": _names("name"),
    "varnames": _names("local"),
    "freevars": _names("free"),
    "cellvars": _names("cell"),
    "filename": "text",
    "name": "text",
    "qualname": "text",
    "firstlineno": 1,
    "linetable": Specimen("a table of lines", lambda: bytes(bytearray(CODE.co_linetable))),
    "exceptiontable": Specimen("a table of handlers", lambda: bytes(bytearray(b"specimen"))),
}


def _extra_index() -> int:
    """Return an index for what is kept with code objects."""
    return int(ctypes.pythonapi.PyUnstable_Eval_RequestCodeExtraIndex(None))


def _native(label: str, make: Callable[[Any, Any], Any]) -> Specimen:
    return Specimen(label, lambda: Native(make))


ROWS: dict[str, tuple[Row, ...]] = {
    "PyCell_Set": (Row(), Row({"content": NULL})),
    **dict.fromkeys(("PyCode_New", "PyUnstable_Code_New"), (Row(PARTS_OF_CODE),)),
    **dict.fromkeys(
        ("PyCode_NewWithPosOnlyArgs", "PyUnstable_Code_NewWithPosOnlyArgs"), (Row({**PARTS_OF_CODE, "posonlyargcount": 0}),)
    ),
    "PyCode_AddWatcher": (Row(), Row({"callback": one_watcher_too_many("PyCode")})),
    "PyCode_ClearWatcher": (Row({"watcher_id": watcher("PyCode")}),),
    "PyUnstable_Code_SetExtra": (Row({"index": Specimen("an index", _extra_index)}),),
    "PyContext_Exit": (Row({"context": Specimen("entered context", machinery.entered_context)}),),
    "PyContext_Enter": (Row(), Row({"context": Specimen("entered context", machinery.entered_context)})),
    "PyContextVar_Get": (
        Row({"variable": Specimen("variable with a default", machinery.variable_with_default), "default": NULL}),
        Row({"default": NULL}),
    ),
    "PyContextVar_Reset": (
        Row(
            {
                "variable": Specimen("variable with a value", machinery.variable_of_next_token),
                "token": Specimen("its token", machinery.its_token),
            }
        ),
        Row({"token": "token"}),
    ),
    "PyDescr_NewMember": (
        Row(),
        Row({"definition": _native("a relative member", definitions.relative_member_definition)}),
    ),
    "PyFunction_AddWatcher": (Row(), Row({"callback": one_watcher_too_many("PyFunction")})),
    "PyFunction_ClearWatcher": (Row({"watcher_id": watcher("PyFunction")}),),
    "PyFunction_New": (Row(), Row({"globals": "name_key_dict"})),
    "PyFunction_NewWithQualName": (Row({"qualname": constant_text("nowhere")}), Row({"globals": "name_key_dict"})),
    "PyFunction_SetDefaults": (Row({"defaults": "tuple"}), Row({"defaults": "none"})),
    "PyFunction_SetKwDefaults": (Row({"defaults": "dict"}), Row({"defaults": "none"})),
    "PyFunction_SetClosure": (Row({"closure": "tuple"}), Row({"closure": "none"})),
    "PyFunction_SetAnnotations": (Row({"annotations": "dict"}), Row({"annotations": "none"})),
}
