"""The declarations of ``Include/import.h`` and ``Include/cpython/import.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyCodeObject, PyDictObject, PyUnicodeObject
from ptrstate.states import BorrowedPtr, Found, OwnedPtr
from ptrstate.vocabulary import As, CInt, CLong, CString, CText, From, IfNull, Null, Sentinel, Since, Unchecked, Until

_LEFT_OUT = {
    "PyImport_AppendInittab": "to be called before the interpreter starts",
    "PyImport_ExtendInittab": "to be called before the interpreter starts",
    "PyImport_FrozenModules": "a table, no object",
    "PyImport_Inittab": "a table, no object",
    "PyInit__imp": "what the import system calls to make its own module",
}


@c_function(limited_api="3.2")
def PyImport_GetMagicNumber() -> Annotated[CLong, Sentinel(-1)]:
    """Return the number that the first bytes of a ``.pyc`` file say."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyImport_GetMagicTag() -> Annotated[CText, From("static")]:
    """Return the tag in the names of ``.pyc`` files, such as ``cpython-313``."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyImport_ExecCodeModule(
    name: CString, code: Annotated[BorrowedPtr[PyCodeObject], As("PyObject *"), Unchecked("type")], /
) -> OwnedPtr | None:
    """Make or reuse the module of that name, run ``code`` in it and return what is in ``sys.modules`` then."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyImport_ExecCodeModuleEx(
    name: CString,
    code: Annotated[BorrowedPtr[PyCodeObject], As("PyObject *"), Unchecked("type")],
    pathname: Annotated[CString | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Make or reuse the module of that name, run ``code`` in it and return what is in ``sys.modules`` then."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyImport_ExecCodeModuleWithPathnames(
    name: CString,
    code: Annotated[BorrowedPtr[PyCodeObject], As("PyObject *"), Unchecked("type")],
    pathname: Annotated[CString | None, IfNull("default")],
    cpathname: Annotated[CString | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Make or reuse the module of that name, run ``code`` in it and return what is in ``sys.modules`` then."""
    raise NotImplementedError


@c_function(limited_api="3.7", may_run_python=True)
def PyImport_ExecCodeModuleObject(
    name: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type"), Since("3.13", Unchecked("exact type"))],
    code: Annotated[BorrowedPtr[PyCodeObject], As("PyObject *"), Unchecked("type")],
    pathname: Annotated[BorrowedPtr | None, IfNull("default")],
    cpathname: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Make or reuse the module of that name, run ``code`` in it and return what is in ``sys.modules`` then."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyImport_GetModuleDict() -> Annotated[BorrowedPtr[PyDictObject], From("interpreter")]:
    """Return the interpreter's dict of modules."""
    raise NotImplementedError


@c_function(limited_api="3.8", may_run_python=True)
def PyImport_GetModule(name: BorrowedPtr, /) -> Annotated[OwnedPtr | None, Null("ambiguous")]:
    """Return a module that is already imported; NULL, without an exception, when it is not."""
    raise NotImplementedError


@c_function(limited_api="3.7", may_run_python=True)
def PyImport_AddModuleObject(
    name: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type"), Since("3.13", Unchecked("exact type"))], /
) -> Annotated[BorrowedPtr | None, From("interpreter", "mutable")]:
    """Return the module of that name, an empty one made if need be; nothing is imported."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyImport_AddModule(name: CString, /) -> Annotated[BorrowedPtr | None, From("interpreter", "mutable")]:
    """Return the module of that name, an empty one made if need be; nothing is imported."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13", may_run_python=True)
def PyImport_AddModuleRef(name: CString, /) -> OwnedPtr | None:
    """Return the module of that name, an empty one made if need be; nothing is imported."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyImport_ImportModule(name: CString, /) -> OwnedPtr | None:
    """Import a module by its full name and return it."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyImport_ImportModuleNoBlock(name: CString, /) -> OwnedPtr | None:
    """Import a module by its full name and return it, from 3.13 on with a ``DeprecationWarning``."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyImport_ImportModuleLevel(
    name: CString,
    globals: Annotated[BorrowedPtr | None, IfNull("default")],
    locals: Annotated[BorrowedPtr | None, IfNull("default")],
    fromlist: Annotated[BorrowedPtr | None, IfNull("default")],
    level: CInt,
    /,
) -> OwnedPtr | None:
    """Import as ``__import__`` does: the top package unless there is a ``fromlist``, relative to ``globals`` from level 1 on."""
    raise NotImplementedError


@c_function(limited_api="3.7", may_run_python=True)
def PyImport_ImportModuleLevelObject(
    name: BorrowedPtr[PyUnicodeObject],
    globals: Annotated[BorrowedPtr | None, IfNull("default")],
    locals: Annotated[BorrowedPtr | None, IfNull("default")],
    fromlist: Annotated[BorrowedPtr | None, IfNull("default")],
    level: CInt,
    /,
) -> OwnedPtr | None:
    """Import as ``__import__`` does: the top package unless there is a ``fromlist``, relative to ``globals`` from level 1 on."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def PyImport_ImportModuleEx(
    name: CString,
    globals: Annotated[BorrowedPtr | None, IfNull("default")],
    locals: Annotated[BorrowedPtr | None, IfNull("default")],
    fromlist: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Import as ``__import__`` does with level 0."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyImport_GetImporter(path: BorrowedPtr, /) -> Annotated[OwnedPtr | None, Until("3.12", Null("ambiguous"))]:
    """Return the finder for an entry of ``sys.path``, ``None`` when no hook knows it.

    The first releases of 3.11 return NULL without an exception when there is no memory to look in ``sys``; 3.11.7 does not.
    """
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyImport_Import(name: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr | None:
    """Import a module through the running ``__import__`` and return it."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyImport_ReloadModule(module: BorrowedPtr, /) -> OwnedPtr | None:
    """Run a module's code again, as ``importlib.reload`` does, and return the module."""
    raise NotImplementedError


@c_function(limited_api="3.7", may_run_python=True)
def PyImport_ImportFrozenModuleObject(
    name: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type"), Since("3.13", Unchecked("exact type"))], /
) -> Found:
    """Run a frozen module and put it into ``sys.modules``; 0 when there is none of that name."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyImport_ImportFrozenModule(name: CString, /) -> Found:
    """Run a frozen module and put it into ``sys.modules``; 0 when there is none of that name."""
    raise NotImplementedError
