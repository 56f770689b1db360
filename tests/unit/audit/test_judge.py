"""The judge on records written by hand: what each shows, and what it leaves open."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from ptrstate.audit.judge import judge
from ptrstate.audit.observation import Argument, Count, Outcome, Record, record_from_json
from ptrstate.contract import Contract, Parameter, Result
from ptrstate.pointees import PyListObject, PyObject

VERSION = (3, 11)
LIST = Parameter("list", "PyObject *", "borrowed", PyListObject)
INDEX = Parameter("index", "Py_ssize_t", "value")
ITEM = Parameter("item", "PyObject *", "owned", PyObject, consumed="always")
STORE = Contract("Store", "x.h", (LIST, INDEX, ITEM), Result("int", "status", null="error", sentinel=-1), may_run_python=True)
LEFT_ALONE = Count(immortal=False, now=0, held=0)
STOLEN = Count(immortal=False, now=0, held=1)
RELEASED = Count(immortal=False, now=-1, held=0)


def called(item: Count, value: int = 0, raised: str | None = None, **more: object) -> Record:
    arguments = (
        Argument("object", "list", ("list", "object"), LEFT_ALONE),
        Argument("value", "0"),
        Argument("object", "item", ("Item", "object"), item),
    )
    return replace(Record("Store", "Store(list, 0, item)", arguments, Outcome("value", value), raised), **more)  # type: ignore[arg-type]


def test_a_reference_that_the_list_holds_instead_was_stolen() -> None:
    verdict = judge(STORE, [called(STOLEN)], VERSION)["parameter.item.state"]
    assert (verdict.basis, verdict.contradicted) == ("observed", False)


def test_stolen_is_told_from_borrowed_and_retained() -> None:
    retained = Count(immortal=False, now=1, held=1)
    verdict = judge(STORE, [called(retained)], VERSION)["parameter.item.state"]
    assert verdict.contradicted
    assert "not taken over" in verdict.evidence


def test_always_consumed_needs_a_failure_to_be_observed() -> None:
    assert judge(STORE, [called(STOLEN)], VERSION)["parameter.item.consumed"].basis == "claimed"
    both = [called(STOLEN), called(RELEASED, -1, "IndexError")]
    assert judge(STORE, both, VERSION)["parameter.item.consumed"].basis == "observed"


def test_a_failure_that_consumes_nothing_contradicts_always() -> None:
    records = [called(STOLEN), called(LEFT_ALONE, -1, "IndexError")]
    assert judge(STORE, records, VERSION)["parameter.item.consumed"].contradicted


def test_an_immortal_argument_says_nothing() -> None:
    immortal = Count(immortal=True, now=0, held=0)
    assert judge(STORE, [called(immortal)], VERSION)["parameter.item.consumed"].basis == "claimed"


def test_what_settles_later_outweighs_what_was_seen_at_once() -> None:
    hidden = Count(immortal=False, now=0, held=0, settled=-1)
    assert judge(STORE, [called(hidden)], VERSION)["parameter.item.state"].basis == "observed"


@pytest.mark.parametrize(
    ("value", "raised", "contradicted"),
    [(-1, "IndexError", False), (-1, None, True), (0, "IndexError", True)],
)
def test_the_sentinel_and_the_exception_go_together(value: int, raised: str | None, contradicted: bool) -> None:
    assert judge(STORE, [called(STOLEN), called(RELEASED, value, raised)], VERSION)["result.null"].contradicted is contradicted


def test_ambiguous_needs_a_witness_of_either_meaning() -> None:
    ambiguous = replace(STORE, result=replace(STORE.result, null="ambiguous", state="value", c_type="long"))
    error = called(RELEASED, -1, "IndexError")
    assert judge(ambiguous, [called(STOLEN), error], VERSION)["result.null"].basis == "claimed"
    assert judge(ambiguous, [called(STOLEN), error, called(STOLEN, -1)], VERSION)["result.null"].basis == "observed"


def test_that_python_may_run_needs_a_witness() -> None:
    assert judge(STORE, [called(STOLEN)], VERSION)["may_run_python"].basis == "claimed"
    assert judge(STORE, [called(STOLEN, frames=1)], VERSION)["may_run_python"].basis == "observed"


def test_python_code_that_ran_contradicts_that_none_does() -> None:
    quiet = replace(STORE, may_run_python=False)
    assert judge(quiet, [called(STOLEN, frames=2)], VERSION)["may_run_python"].contradicted


def test_null_is_tried_in_a_process_of_its_own() -> None:
    crash = Record("Store", "Store(NULL, 0, item)", (), None, trial="NULL", parameter=0, fate="crashed with SIGSEGV")
    verdict = judge(STORE, [called(STOLEN), crash], VERSION)["parameter.list.nullable"]
    assert verdict.basis == "observed"
    assert "SIGSEGV" in verdict.evidence


def test_nothing_is_observed_of_what_was_never_called() -> None:
    verdicts = judge(STORE, [], VERSION)
    assert {cell for cell, verdict in verdicts.items() if verdict.basis == "observed"} == {"since", "until"}


def test_a_record_survives_the_way_between_processes() -> None:
    record = called(STOLEN, frames=3)
    assert record_from_json(json.loads(json.dumps(record, default=vars))) == record


def test_a_weak_owner_is_told_from_one_that_holds_and_may_let_go() -> None:
    reference = replace(LIST, name="reference", pointee=PyObject)
    result = Result("PyObject *", "borrowed", pointee=PyObject, borrows_from="reference", owner="weak")
    weak = Contract("Referred", "x.h", (reference,), result)
    argument = Argument("object", "reference", ("Reference", "object"), LEFT_ALONE)
    record = Record("Referred", "Referred(reference)", (argument,), Outcome("object", gained=0, weakly_from=(0,), types=("Item", "object")))
    assert judge(weak, [record], VERSION)["result.owner"].basis == "observed"
    for other in ("mutable", "immutable"):
        strong = replace(weak, result=replace(weak.result, owner=other))
        assert judge(strong, [record], VERSION)["result.owner"].contradicted
    held = replace(record, outcome=replace(record.outcome, weakly_from=(), reached_from=(0,), let_go=True))
    assert judge(weak, [held], VERSION)["result.owner"].basis == "claimed"


def test_what_is_declared_wider_than_c_takes_is_a_choice_where_c_answers_the_rest() -> None:
    look = Contract("Look", "x.h", (LIST, replace(ITEM, state="borrowed", consumed="never")), STORE.result)
    text = Argument("object", "text", ("str", "object"), LEFT_ALONE)
    number = Argument("object", "number", ("int", "object"), LEFT_ALONE)
    first = Argument("object", "list", ("list", "object"), LEFT_ALONE)
    taken = Record("Look", "Look(list, text)", (first, text), Outcome("value", 0))
    refused = Record("Look", "Look(list, number)", (first, number), Outcome("value", -1), "TypeError")
    assert judge(look, [taken, refused], VERSION)["parameter.item.pointee"].choice
    elsewhere = replace(refused, arguments=(replace(first, shown="dict"), number))
    assert not judge(look, [taken, elsewhere], VERSION)["parameter.item.pointee"].choice
