"""The particular arguments of the functions of the built-in types and modules."""

from __future__ import annotations

import marshal

from ptrstate.specimens import objects
from ptrstate.specimens.catalogue import OBJECTS
from ptrstate.specimens.definitions import file_with
from ptrstate.specimens.given import NULL, Native, Slot, Specimen
from ptrstate.specimens.particular.rows import HANDLING, PENDING, TWO_ITEMS, Row, constant_text
from ptrstate.specimens.particular.watchers import one_watcher_too_many, shared_watcher, watcher

THIS_FILE = __file__
MARSHALLED = marshal.dumps([1.5, "specimen"])
MARSHALLED_FILE = Specimen("a file with an object in it", lambda: Native(lambda ffi, lib: file_with(ffi, MARSHALLED)))


def slot_with(name: str) -> Specimen:
    """Return a slot with an object in it."""
    return Specimen(f"slot with {name}", lambda: Slot(OBJECTS[name]()))


ODD_MODULE = Specimen("name of a module that is none", objects.odd_module)

DICT_WATCHER = shared_watcher("PyDict")

ROWS: dict[str, tuple[Row, ...]] = {
    "PySet_Discard": (
        Row(),
        Row({"set": Specimen("a set with the item", lambda: {objects.ODD}), "key": Specimen("the item", lambda: objects.ODD)}),
    ),
    "PyErr_Occurred": (Row(), PENDING),
    "PyErr_Fetch": (Row(), PENDING),
    "PyErr_GetRaisedException": (Row(), PENDING),
    "PyErr_Clear": (Row(), PENDING),
    "PyErr_Restore": (
        Row({"type": "exception_class", "value": "plain", "traceback": "traceback"}, only=True),
        Row({"type": "exception_class", "value": NULL, "traceback": NULL}, only=True),
        Row({"type": "exception_class", "value": "plain", "traceback": "plain"}, only=True),
        Row({"type": "plain", "value": NULL, "traceback": NULL}, only=True),
        Row({"type": NULL, "value": NULL, "traceback": NULL}, only=True, pending=True),
    ),
    "PyErr_SetExcInfo": (
        Row({"type": "exception_class", "value": "exception", "traceback": "traceback"}, only=True),
        Row({"type": NULL, "value": NULL, "traceback": NULL}, only=True),
        Row({"type": "exception_class", "value": "exception", "traceback": "traceback"}, only=True, handling=True),
        Row({"type": "plain", "value": "exception", "traceback": "plain"}, only=True),
        Row({"type": "none", "value": "none", "traceback": "none"}, only=True),
    ),
    "PyErr_NormalizeException": (
        Row({"type": slot_with("exception_class"), "value": slot_with("item"), "traceback": slot_with("traceback")}),
        Row({"type": slot_with("busy_exception_class"), "value": slot_with("item")}),
        Row({"type": slot_with("failing_class"), "value": slot_with("item"), "traceback": slot_with("traceback")}),
    ),
    "PyErr_SetHandledException": (HANDLING,),
    "PyErr_SetObject": (Row(), HANDLING),
    "PyCodec_StrictErrors": (Row(), HANDLING),
    "PyErr_GetHandledException": (Row(), HANDLING),
    "PyErr_GetExcInfo": (Row(), HANDLING),
    "PyErr_NewException": (Row({"name": b"specimen.Trouble", "base": "exception_class"}),),
    "PyErr_NewExceptionWithDoc": (Row({"name": b"specimen.Trouble", "base": "exception_class"}),),
    "PyErr_ProgramText": (Row({"filename": THIS_FILE.encode(), "lineno": 1}),),
    "PyErr_ProgramTextObject": (Row({"filename": constant_text(THIS_FILE), "lineno": 1}),),
    "PyErr_WarnExplicitObject": (
        Row({"category": "warning_class", "message": "text", "module": "text", "registry": "empty_dict"}),
    ),
    "PyException_SetTraceback": (Row({"traceback": "traceback"}), Row({"traceback": "none"})),
    "PyFile_FromFd": (Row({"fd": 1, "mode": b"w", "buffering": -1, "newline": NULL, "encoding": b"utf-8", "closefd": 0}),),
    "PyFile_OpenCode": (Row({"path": THIS_FILE.encode()}),),
    "PyFile_OpenCodeObject": (Row({"path": constant_text(THIS_FILE)}),),
    "PyImport_AddModule": (Row(), Row({"name": Specimen("name of a keyed module", objects.keyed_module_name)})),
    "PyCodec_RegisterError": (Row(), Row({"name": Specimen("name of a handler that is there", objects.replaced_handler)})),
    "PySys_SetObject": (Row(), Row({"name": Specimen("name of what is there", objects.replaced_name)})),
    "PyObject_GenericGetAttr": (Row(), Row({"object": "described", "name": "present"})),
    "PyObject_GenericSetAttr": (Row(), Row({"object": "instance", "name": "fresh_present", "value": NULL})),
    "PyImport_GetModule": (Row({"name": "odd_module_name"}), Row({"name": constant_text("ptrstate")}), Row({"name": "absent"})),
    "PyImport_Import": (Row({"name": constant_text("colorsys")}), Row({"name": "odd_module_name"})),
    "PyImport_ImportModule": (Row({"name": b"colorsys"}), Row({"name": ODD_MODULE})),
    "PyImport_ImportModuleEx": (
        Row({"name": b"colorsys", "globals": "empty_dict", "fromlist": "empty_list"}),
        Row({"name": ODD_MODULE, "globals": "empty_dict", "fromlist": "empty_list"}),
    ),
    "PyImport_ImportModuleLevel": (
        Row({"name": b"colorsys", "globals": "empty_dict", "fromlist": "empty_list"}),
        Row({"name": ODD_MODULE, "globals": "empty_dict", "fromlist": "empty_list", "level": 0}),
    ),
    "PyImport_ImportModuleLevelObject": (
        Row({"name": constant_text("colorsys"), "globals": "empty_dict", "fromlist": "empty_list"}),
        Row({"name": "odd_module_name", "globals": "empty_dict", "fromlist": "empty_list", "level": 0}),
    ),
    "PyImport_ImportModuleNoBlock": (Row({"name": b"colorsys"}), Row({"name": ODD_MODULE})),
    "PyImport_ReloadModule": (Row({"module": "reloadable"}),),
    "PyImport_ExecCodeModule": (Row({"name": b"specimen", "code": "code"}), Row({"name": b"specimen", "code": "replacing_code"})),
    "PyDateTime_FromTimestamp": (Row({"args": "timestamp"}), Row({"args": "timestamp_there"})),
    "PyImport_ImportFrozenModule": (Row({"name": b"__hello__"}), Row({"name": b"no such module"})),
    "PyImport_ImportFrozenModuleObject": (Row({"name": constant_text("__hello__")}), Row({"name": "absent"})),
    "PyObject_Vectorcall": (
        Row({"names": NULL}),
        Row({"names": NULL, "callable": "plain"}),
        Row({"callable": "function", "arguments": TWO_ITEMS, "count": 1, "names": "names"}),
    ),
    "PyUnicode_Format": (Row({"format": "format", "args": "probe"}),),
    "PyUnicode_DecodeUTF16": (Row({"length": 3}),),
    "PyDate_FromTimestamp": (Row({"args": "timestamp"}), Row({"args": "timestamp_probe"})),
    "PyTimeZone_FromOffset": (Row({"offset": "hour"}), Row({"offset": "odd_delta"})),
    "PyTimeZone_FromOffsetAndName": (Row({"offset": "hour"}), Row({"offset": "odd_delta"})),
    **dict.fromkeys(("PyBytes_FromFormat", "PyBytes_FromFormatV"), (Row({"format": b"specimen"}),)),
    "PyDelta_FromDSU": (Row(), Row({"days": 2_000_000_000})),
    "PyMarshal_ReadObjectFromFile": (Row({"file": MARSHALLED_FILE}),),
    "PyMarshal_ReadLastObjectFromFile": (Row({"file": MARSHALLED_FILE}),),
    "PyMarshal_ReadObjectFromString": (Row({"data": MARSHALLED, "length": len(MARSHALLED)}), Row({"data": b"?", "length": 1})),
    "PyModule_GetDef": (Row({"module": "defined_module"}),),
    "PyModule_GetState": (Row({"module": "defined_module"}),),
    "PyOS_double_to_string": (Row({"format_code": ord("r"), "precision": 0}),),
    "PyObject_CallMethod": (Row({"name": b"method"}), Row({"name": b"absent"})),
    "PyArg_UnpackTuple": (Row({"min": 1, "max": 2}),),
    **dict.fromkeys(
        ("PyArg_ParseTuple", "PyArg_VaParse"),
        (
            Row({"args": "tuple", "format": b"OO"}),
            Row({"args": "probe_pair", "format": b"il"}),
            Row({"args": "tuple", "format": b"OU"}),
        ),
    ),
    "PyArg_Parse": (
        Row({"args": "tuple", "format": b"(OO)"}),
        Row({"args": "probe_pair", "format": b"(il)"}),
        Row({"args": "tuple", "format": b"(OU)"}),
    ),
    **dict.fromkeys(
        ("PyArg_ParseTupleAndKeywords", "PyArg_VaParseTupleAndKeywords"),
        (
            Row({"args": "tuple", "kwargs": NULL, "format": b"OO"}),
            Row({"args": "args", "kwargs": "keywords", "format": b"OO"}),
            Row({"args": "probe_pair", "kwargs": NULL, "format": b"il"}),
            Row({"args": "tuple", "kwargs": NULL, "format": b"OU"}),
        ),
    ),
    "PyCapsule_GetPointer": (Row({"name": b"specimen"}), Row({"capsule": "nameless_capsule", "name": NULL})),
    "PyCapsule_IsValid": (Row({"name": b"specimen"}), Row({"capsule": "nameless_capsule", "name": NULL})),
    "PyCapsule_Import": (Row({"name": b"datetime.datetime_CAPI"}),),
    "PyDict_AddWatcher": (Row(), Row({"callback": one_watcher_too_many("PyDict")})),
    "PyDict_ClearWatcher": (Row({"watcher_id": watcher("PyDict")}),),
    "PyDict_Watch": (Row({"watcher_id": DICT_WATCHER}),),
    "PyDict_Unwatch": (Row({"watcher_id": DICT_WATCHER}),),
    "PyFloat_FromString": (Row({"text": "digits"}), Row({"text": "digit_bytes"}), Row({"text": "talking_text"})),
    "PyLong_AsLongAndOverflow": (Row(), Row({"object": "huge"})),
    "PyLong_AsLongLongAndOverflow": (Row(), Row({"object": "huge"})),
    "PyLong_FromUnicodeObject": (Row({"text": "digits", "base": 10}),),
    "PyOS_string_to_double": (
        Row({"string": b"1.5"}),
        Row({"string": b"-1"}),
        Row({"string": b"1e999", "overflow_exception": "raising_class"}, handling=True),
        Row({"string": b"1e999", "overflow_exception": "busy_exception_class"}),
    ),
    "PySlice_New": (Row(), Row({"step": NULL})),
    "PySlice_Unpack": (Row({"slice": "probe_slice"}),),
    "PyUnicode_AsCharmapString": (Row({"mapping": "character_map"}),),
    "PyUnicode_FromKindAndData": (Row({"kind": 4, "buffer": "ab".encode("utf-32-le"), "size": 2}), Row()),
    "PyUnicode_AsUCS4": (Row({"buflen": 100}),),
    "PyUnicode_AsDecodedObject": (Row({"encoding": b"rot13"}),),
    "PyUnicode_AsDecodedUnicode": (Row({"encoding": b"rot13"}),),
    "PyUnicode_AsEncodedUnicode": (Row({"encoding": b"rot13"}),),
    "PyUnicode_DecodeLocaleAndSize": (Row({"length": 8}),),
    "PySys_GetObject": (Row({"name": b"path"}), Row({"name": b"no such name"})),
}
