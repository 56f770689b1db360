"""The interpreter's own objects through their C functions: cells, code, frames, contexts, builtin functions, types."""

from __future__ import annotations

import sys
import warnings

import pytest

from ptrstate import Slot, Var, borrow, capi, or_none, or_raise, own, scope
from ptrstate.errors import NullPointerError, OwnershipError, StateMismatchError
from ptrstate.pointees import ListOrTuple, PyCodeObject, PyFrameObject, PyTypeObject


@pytest.fixture(autouse=True)
def _everything_ends():
    with scope():
        yield


def test_a_cell_takes_and_gives_back():
    item = own(object())
    cell = or_raise(capi.PyCell_New(None))
    assert or_none(capi.PyCell_Get(cell.borrow())) is None
    or_raise(capi.PyCell_Set(cell.borrow(), item.borrow()))
    assert or_raise(capi.PyCell_Get(cell.borrow())).to_python() is item.to_python()
    assert or_raise(capi.PyCell_GET(cell.borrow())).to_python() is item.to_python()
    with pytest.raises(TypeError, match=r"PyCell_GET\(\): parameter `cell`"):
        capi.PyCell_GET(borrow([]))  # type: ignore[arg-type]


def test_a_generator_is_sent_on_and_returns():
    def generate():
        received = yield 1
        return received

    generator, slot = borrow(generate()), Slot()
    assert or_raise(capi.PyIter_Send(generator, borrow(None), slot)) == 1
    assert or_raise(slot.take()).to_python() == 1
    assert or_raise(capi.PyIter_Send(generator, borrow("last"), slot)) == 0
    assert or_raise(slot.take()).to_python() == "last"


def test_arguments_follow_one_by_one():
    assert or_raise(capi.PyObject_CallFunctionObjArgs(borrow(max), borrow(1), borrow(3), borrow(2))).to_python() == 3
    assert or_raise(capi.PyObject_CallMethodObjArgs(borrow("a,b"), borrow("split"), borrow(","))).to_python() == ["a", "b"]
    assert or_raise(capi.PyObject_CallFunction(borrow(list), None)).to_python() == []
    with pytest.raises(NullPointerError):
        capi.PyObject_CallFunctionObjArgs(borrow(max), borrow(1), None)  # type: ignore[arg-type]


def test_code_with_variables_of_outer_functions_is_not_run():
    held = 1

    def inner():
        return held

    code, variables = borrow(inner.__code__), own({})
    with pytest.raises(ValueError, match=r"PyEval_EvalCode\(\): parameter `code`: expected code without variables"):
        capi.PyEval_EvalCode(code.cast(PyCodeObject), variables.borrow(), None)
    expression = borrow(compile("20 + 22", "here", "eval")).cast(PyCodeObject)
    assert or_raise(capi.PyEval_EvalCode(expression, variables.borrow(), None)).to_python() == 42


def test_text_is_run_and_its_start_is_looked_at():
    variables = own({})
    text = or_raise(capi.PyRun_String("40 + 2", 258, variables.borrow(), variables.borrow()))
    assert text.to_python() == 42
    with pytest.raises(ValueError, match=r"PyRun_String\(\): parameter `start`"):
        capi.PyRun_String("40 + 2", 1, variables.borrow(), variables.borrow())
    with pytest.raises(ZeroDivisionError):
        or_raise(capi.PyRun_String("1 / 0", 258, variables.borrow(), variables.borrow()))


def test_a_trace_function_is_called_with_frames():
    seen = []

    def trace(argument, frame, event, value):
        seen.append((argument.to_python(), event))
        return 0

    marker = own("marker")
    before = sys.gettrace()
    capi.PyEval_SetProfile(trace, marker.borrow())
    (lambda: None)()
    capi.PyEval_SetProfile(None, None)
    assert sys.gettrace() is before
    assert ("marker", 0) in seen


def test_a_frame_knows_its_code_and_its_variables():
    def inner():
        here = "spam"
        return sys._getframe()

    frame = borrow(inner()).cast(PyFrameObject)
    assert capi.PyFrame_GetCode(frame).to_python() is inner.__code__
    assert or_raise(capi.PyFrame_GetLocals(frame)).to_python()["here"] == "spam"
    caller = or_none(capi.PyFrame_GetBack(frame))
    assert (caller and caller.to_python()) is frame.to_python().f_back
    with pytest.raises(TypeError, match=r"PyFrame_GetCode\(\): parameter `frame`"):
        capi.PyFrame_GetCode(borrow(1))  # type: ignore[arg-type]


def test_a_view_of_memory_is_good_for_as_long_as_it_lives():
    view = or_raise(capi.PyMemoryView_FromMemory(b"spam\0eggs", 9, 0x100))
    assert bytes(view.to_python()) == b"spam\0eggs"
    with pytest.raises(ValueError, match=r"PyMemoryView_FromMemory\(\): parameter `length`: the text has 4 bytes, not 5"):
        capi.PyMemoryView_FromMemory(b"spam", 5, 0x100)


def test_builtin_functions_tell_what_they_are_bound_to():
    items = own([])
    append = own(items.to_python().append)
    assert or_raise(capi.PyCFunction_GetFunction(append.borrow()))
    assert or_raise(capi.PyCFunction_GetSelf(append.borrow())).to_python() is items.to_python()
    assert capi.PyCFunction_GetFunction(borrow(len)) != 0
    with pytest.raises(SystemError):
        or_raise(capi.PyCFunction_GetFlags(borrow(1)))


def test_what_is_no_sequence_is_refused():
    with pytest.raises(TypeError, match=r"PySequence_ITEM\(\): parameter `sequence`: expected a sequence, not a set"):
        capi.PySequence_ITEM(borrow({1}), 0)
    assert or_raise(capi.PySequence_ITEM(borrow("ab"), 1)).to_python() == "b"
    assert capi.PySequence_Fast_GET_ITEM(borrow([1, 2]).cast(ListOrTuple), 1).to_python() == 2
    with pytest.raises(IndexError):
        capi.PySequence_Fast_GET_ITEM(borrow((1, 2)).cast(ListOrTuple), 2)


def test_slots_of_a_type_are_addresses():
    number = borrow(int)
    assert or_raise(capi.PyType_GetSlot(number, 66))
    assert or_none(capi.PyType_GetSlot(borrow(object).cast(PyTypeObject), 7)) is None
    with pytest.raises(SystemError):
        or_raise(capi.PyType_GetSlot(number, 0))


def test_context_variables_have_values_in_a_context():
    context = or_raise(capi.PyContext_New())
    variable = or_raise(capi.PyContextVar_New("spam", None))
    or_raise(capi.PyContext_Enter(context.borrow()))
    value = Slot()
    or_raise(capi.PyContextVar_Get(variable.borrow(), None, value))
    assert value.take() is None
    token = or_raise(capi.PyContextVar_Set(variable.borrow(), borrow("eggs")))
    or_raise(capi.PyContextVar_Get(variable.borrow(), None, value))
    assert or_raise(value.take()).to_python() == "eggs"
    or_raise(capi.PyContextVar_Reset(variable.borrow(), token.borrow()))
    or_raise(capi.PyContext_Exit(context.borrow()))


def test_the_place_of_an_instruction_is_stored():
    code = borrow(compile("spam\n", "here", "exec")).cast(PyCodeObject)
    start, column, end, last = Var(0), Var(0), Var(0), Var(0)
    assert capi.PyCode_Addr2Location(code, 4, start, column, end, last)
    assert (start.value, column.value, end.value, last.value) == (1, 0, 1, 4)


def test_a_call_made_while_the_arguments_are_looked_at_is_another():
    mine: list[object] = []
    other: list[object] = []

    def show(*_: object, **__: object) -> None:
        or_raise(capi.PyList_Append(borrow(other), borrow("from within")))

    with own([["item"]]) as items, warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = show
        item = capi.PyList_GetItem(items.borrow(), 0)
        or_raise(capi.PyObject_Repr(borrow(Odd()))).drop()  # runs code, so that the use of `item` below is a warning
        or_raise(capi.PyList_Append(borrow(mine), item))
    assert (mine, other) == ([["item"]], ["from within"])


@pytest.mark.parametrize("use", ["take", "clear", "borrow", "put", "replace", "call", "lent"])
def test_a_slot_is_the_calls_that_has_it(use):
    kind: Slot = Slot()
    value: Slot = Slot()
    trace: Slot = Slot()
    refused: list[str] = []

    class InterferingError(Exception):
        def __init__(self, text: str) -> None:
            super().__init__(text)
            with own([]) as other:
                uses = {
                    "put": lambda: kind.put(other), "replace": lambda: kind.replace(other), "lent": lambda: lent.to_python(),
                    "call": lambda: capi.PyErr_NormalizeException(kind, Slot(), Slot()),
                }  # fmt: skip
                try:
                    (uses.get(use) or getattr(kind, use))()
                except OwnershipError as error:
                    refused.append(error.code)

    with scope():
        kind.put(own(InterferingError))
        value.put(own("text"))
        lent = kind.borrow()
        capi.PyErr_NormalizeException(kind, value, trace)
        assert kind.borrow().to_python() is InterferingError
        assert isinstance(value.borrow().to_python(), InterferingError)
    assert refused == ["PS004" if use == "lent" else "PS012"]


def test_a_slot_takes_one_result():
    slot: Slot = Slot()
    with pytest.raises(StateMismatchError, match="the same slot for two parameters"):
        capi.PyErr_NormalizeException(slot, slot, slot)


class Odd:
    """Something whose representation is code."""

    def __repr__(self) -> str:
        return "odd"
