"""The particular arguments of the functions about functions, code, frames, contexts and types."""

from __future__ import annotations

import ctypes
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ptrstate.specimens import definitions, machinery
from ptrstate.specimens.given import NULL, KeptByC, Native, Specimen
from ptrstate.specimens.objects import fresh_text
from ptrstate.specimens.particular.rows import PENDING, TWO_ITEMS, Row, constant_text
from ptrstate.specimens.particular.watchers import one_watcher_too_many, shared_watcher, watcher

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


def _harmless(ffi: Any, lib: Any) -> Any:  # noqa: ANN401
    """Return a C function that takes any object and does nothing."""
    return ffi.cast("Py_tracefunc", ctypes.cast(ctypes.pythonapi.Py_IsNone, ctypes.c_void_p).value)


def _found_definition(ffi: Any, lib: Any) -> Any:  # noqa: ANN401
    """Return the definition of a module that can be found by it."""
    if not _found:
        definition = definitions.module_definition(ffi, lib)
        address = ctypes.c_void_p(int(ffi.cast("uintptr_t", definition)))
        create = ctypes.pythonapi.PyModule_Create2
        create.restype = ctypes.py_object
        ctypes.pythonapi.PyState_AddModule(ctypes.py_object(create(address, 1013)), address)
        _found.append(definition)
    return _found[0]


_found: list[Any] = []


def _definition_of_struct(ffi: Any, lib: Any) -> Any:  # noqa: ANN401
    """Return the definition of the module that a specimen's type was made with."""
    get = ctypes.pythonapi.PyModule_GetDef
    get.restype = ctypes.c_void_p
    return ffi.cast("PyModuleDef *", get(ctypes.py_object(__import__("_struct"))))


def _active_state(ffi: Any, lib: Any) -> Any:  # noqa: ANN401
    """Return the state of an event of which a tool that is written in Python is told."""
    monitoring = getattr(sys, "monitoring")  # noqa: B009 -- it came with 3.12
    if monitoring.get_tool(0) is None:
        monitoring.use_tool_id(0, "specimen")
        for event in (1 << bit for bit in range(monitoring.events.C_RAISE.bit_length())):
            monitoring.register_callback(0, event, lambda *arguments: None)
    state = ffi.new("unsigned char[]", b"\1\0")
    _alive.append(state)
    return ffi.cast("PyMonitoringState *", state)


def _nameless_type(ffi: Any, lib: Any) -> Any:  # noqa: ANN401
    """Return a static type that nobody has filled in."""
    _alive.append(ffi.new("char[]", _MORE_THAN_A_TYPE))
    return ffi.cast("PyTypeObject *", _alive[-1])


_MORE_THAN_A_TYPE = 4096
_alive: list[Any] = []
UNSEEN_CODE = Specimen("code that nobody has looked into", machinery.unseen_code)
STATIC_TYPE = Specimen("a static type", lambda: KeptByC(frozenset))
UNREADY_TEXT = Specimen("a text of the old kind", machinery.unready_text)
_HARMLESS = _native("a harmless function", _harmless)
_TRACED = (
    Row({"function": _HARMLESS, "argument": "plain"}, only=True),
    Row({"function": NULL, "argument": NULL}, only=True),
)
_ACTIVE = _native("an active state", _active_state)
_TYPE = Specimen("type", lambda: KeptByC(type))
_EXCEPTION = Specimen("Exception", lambda: KeptByC(Exception))
_STRUCT = Specimen("a type of a module", machinery.type_of_module)
_EXPRESSION = {"text": b"1234567", "start": 258, "globals": "empty_dict", "locals": "empty_dict"}
_FILE = {"start": 257, "globals": "empty_dict", "locals": "empty_dict"}

ROWS: dict[str, tuple[Row, ...]] = {
    "PyCell_Set": (Row(), Row({"content": NULL})),
    **dict.fromkeys(("PyCode_New", "PyUnstable_Code_New"), (Row(PARTS_OF_CODE),)),
    **dict.fromkeys(
        ("PyCode_NewWithPosOnlyArgs", "PyUnstable_Code_NewWithPosOnlyArgs"), (Row({**PARTS_OF_CODE, "posonlyargcount": 0}),)
    ),
    **dict.fromkeys(
        ("PyCode_GetCode", "PyCode_GetVarnames", "PyCode_GetCellvars", "PyCode_GetFreevars"),
        (Row(), Row({"code": UNSEEN_CODE}, starved=True)),
    ),
    "PyCodec_Unregister": (Row(), Row({"search_function": Specimen("one that is registered", machinery.registered_search)}, starved=True)),
    **dict.fromkeys(("PyType_GetName", "PyType_GetQualName", "PyType_GetModuleName"), (Row(), Row({"type": STATIC_TYPE}, starved=True))),
    "PyType_Ready": (Row(), Row({"type": _native("a type without a name", _nameless_type)})),
    "PyUnicode_FindChar": (Row(), Row({"string": UNREADY_TEXT}, starved=True)),
    "PyUnicode_READY": (Row(), Row({"unicode": UNREADY_TEXT}, starved=True)),
    "PyUnicode_RichCompare": (
        Row(),
        Row({"left": "present", "right": "present", "op": 77}),
        Row({"left": UNREADY_TEXT, "right": "text"}, starved=True),
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
    "PyFunction_New": (Row(), Row({"globals": "name_key_dict"}), Row({"code": "inner_code"})),
    "PyFunction_NewWithQualName": (
        Row({"qualname": constant_text("nowhere")}),
        Row({"globals": "name_key_dict"}),
        Row({"code": "inner_code", "qualname": constant_text("nowhere")}),
    ),
    "PyFunction_SetDefaults": (Row({"defaults": "tuple"}), Row({"defaults": "none"})),
    "PyFunction_SetKwDefaults": (Row({"defaults": "dict"}), Row({"defaults": "none"})),
    "PyFunction_SetClosure": (Row({"closure": "tuple"}), Row({"closure": "none"})),
    "PyFunction_SetAnnotations": (Row({"annotations": "dict"}), Row({"annotations": "none"})),
    "PyIter_Send": (
        Row({"iterator": "generator", "argument": "none"}),
        Row({"iterator": "exhausted", "argument": "none"}),
    ),
    "PyObject_VectorcallMethod": (
        Row({"name": "method_name", "names": NULL}),
        Row({"name": "method_name", "arguments": TWO_ITEMS, "count": 1, "names": "names"}),
    ),
    "PyObject_CallMethodObjArgs": (Row({"name": "method_name"}),),
    "PyEval_CallMethod": (Row({"name": b"method"}), Row({"name": b"absent"})),
    "PyEval_EvalCode": (Row({"code": "code", "globals": "empty_dict"}), Row({"code": "raising_code", "globals": "empty_dict"})),
    **dict.fromkeys(
        ("PyEval_SetProfile", "PyEval_SetTrace", "PyEval_SetProfileAllThreads", "PyEval_SetTraceAllThreads"), _TRACED
    ),
    "PyFrame_GetBack": (Row({"frame": Specimen("a called frame", machinery.called_frame)}),),
    "PyFrame_GetGenerator": (Row({"frame": Specimen("the frame of a generator", machinery.generator_frame)}),),
    "PyFrame_GetVar": (Row({"name": constant_text("here")}),),
    "PyFrame_GetVarString": (Row({"name": b"here"}),),
    "PyMemoryView_FromMemory": (Row({"flags": 0x100}),),
    "PyMemoryView_FromBuffer": (Row(), Row({"view": _native("an empty view", lambda ffi, lib: ffi.new("Py_buffer *"))})),
    **dict.fromkeys(
        ("PyCFunction_New", "PyCFunction_NewEx"),
        (Row(), Row({"definition": _native("nonsense definitions", definitions.nonsense_definitions)})),
    ),
    "PyCMethod_New": (
        Row({"definition": _native("definitions of a class", definitions.class_method_definitions), "type": "class"}),
        Row({"type": NULL}),
    ),
    "PyCFunction_GetSelf": (Row(), Row({"function": "static_builtin"})),
    "PyCFunction_GET_SELF": (Row(), Row({"function": "static_builtin"})),
    "PyCFunction_GET_CLASS": (Row({"function": "builtin_of_class"}), Row({"function": "builtin"})),
    "PyObject_GenericSetDict": tuple(
        Row({"object": object, "value": value, "context": NULL}, only=True)
        for object, value in (
            ("instance", "dict"),
            ("instance", "list"),
            ("instance", NULL),
            ("plain", "dict"),
            ("probe", "dict"),
        )
    ),
    "PyObject_DelAttr": (Row({"object": "instance", "name": "present"}),),
    "PyObject_DelAttrString": (Row({"object": "instance", "name": b"present"}),),
    "Py_SetRecursionLimit": (Row({"limit": 10000}, only=True),),
    "PyObject_GetItemData": (Row({"object": "class"}),),
    "PyType_AddWatcher": (Row(), Row({"callback": one_watcher_too_many("PyType")})),
    "PyType_ClearWatcher": (Row({"watcher_id": watcher("PyType")}),),
    "PyType_Watch": (Row({"watcher_id": shared_watcher("PyType")}),),
    "PyType_Unwatch": (Row({"watcher_id": shared_watcher("PyType")}),),
    **dict.fromkeys(
        ("PyType_FromSpec", "PyType_FromSpecWithBases", "PyType_FromModuleAndSpec", "PyType_FromMetaclass"),
        (Row(), Row({"spec": _native("a specification with no such slot", definitions.wrong_type_definition)})),
    ),
    "Py_IS_TYPE": (Row(), Row({"object": "class", "type": _TYPE})),
    "PyObject_TypeCheck": (Row({"object": "exception_class", "type": _TYPE}), Row()),
    "PyType_IsSubtype": (Row({"type": "exception_class", "base": _EXCEPTION}), Row()),
    "PyType_HasFeature": (Row({"flag": 1 << 9}), Row({"flag": 0})),
    "PyType_FastSubclass": (Row({"type": "exception_class", "flag": 1 << 30}), Row({"flag": 0})),
    "PyObject_RichCompareBool": (Row({"left": "integer", "right": "integer", "operation": 2}), Row()),
    "PyObject_Not": (Row({"object": "empty_list"}), Row()),
    "PyObject_CopyData": (Row({"destination": "bytearray", "source": "memoryview"}),),
    "PySequence_Index": (Row({"object": "numbers", "value": Specimen("1001", lambda: int("1001"))}),),
    "PyMemoryView_GET_BASE": (Row(), Row({"view": Specimen("a view of bare memory", machinery.bare_view)})),
    "PyType_GetModule": (Row({"type": _STRUCT}),),
    "PyType_GetModuleState": (Row({"type": _STRUCT}),),
    "PyType_GetModuleByDef": (
        Row({"type": _STRUCT, "definition": _native("the definition of its module", _definition_of_struct)}),
        Row({"definition": _native("another definition", definitions.module_definition)}),
    ),
    "PyType_GetSlot": (Row({"slot": 66}),),
    "Py_ReprEnter": (Row(), Row({"object": Specimen("an object that is shown", machinery.shown)})),
    "Py_ReprLeave": (Row({"object": Specimen("an object that is shown", machinery.shown)}),),
    "PyBuffer_FillInfo": (
        Row({"exporter": "bytes", "length": 8, "readonly": 0, "flags": 0}),
        Row({"exporter": "bytes", "length": 8, "readonly": 1, "flags": 1}),
    ),
    "PyBuffer_SizeFromFormat": (Row({"format": b"i"}), Row({"format": b"?!"})),
    "PyState_FindModule": (Row({"definition": _native("the definition of a module", _found_definition)}), Row()),
    "PyThreadState_SetAsyncExc": (Row({"thread": 0}, only=True), Row({"thread": 0, "exception": NULL}, only=True)),
    "PyErr_Print": (PENDING, Row()),
    "PyErr_PrintEx": (replace(PENDING, arguments={"set_last": 1}), Row()),
    "PyErr_Display": (Row({"exception": "exception"}), Row({"exception": "exception", "traceback": "traceback"})),
    "PyErr_DisplayException": (Row({"exception": "exception"}),),
    "PyRun_SimpleString": (Row({"text": b"1234567"}), Row({"text": b"1 / 0"})),
    "PyRun_SimpleStringFlags": (Row({"text": b"1234567"}), Row({"text": b"1 / 0"})),
    "PyRun_String": (Row(_EXPRESSION),),
    "PyRun_StringFlags": (Row(_EXPRESSION),),
    **dict.fromkeys(("PyRun_File", "PyRun_FileEx", "PyRun_FileFlags", "PyRun_FileExFlags"), (Row(_FILE),)),
    **dict.fromkeys(
        ("Py_CompileString", "Py_CompileStringFlags", "Py_CompileStringExFlags", "Py_CompileStringObject"),
        (Row({"text": b"1234567", "start": 258}), Row({"text": b"1 +", "start": 258})),
    ),
    "PyStructSequence_New": (Row({"type": "named_tuple_type"}),),
    **dict.fromkeys(
        [
            f"PyMonitoring_Fire{event}Event"
            for event in (
                "Branch",
                "CRaise",
                "CReturn",
                "Call",
                "ExceptionHandled",
                "Jump",
                "Line",
                "PyResume",
                "PyReturn",
                "PyStart",
                "PyThrow",
                "PyUnwind",
                "PyYield",
                "Raise",
                "Reraise",
                "StopIteration",
            )
        ],
        (Row({"state": _ACTIVE, "offset": 1}), Row({"state": _ACTIVE, "offset": -1})),
    ),
}
