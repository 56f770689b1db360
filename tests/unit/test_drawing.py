"""The picture of a run."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from ptrstate import capi, ledger, or_raise, own
from ptrstate.errors import UseAfterMoveError

SVG = "{http://www.w3.org/2000/svg}"


def drawn() -> ET.Element:
    with pytest.raises(UseAfterMoveError), ledger(draw=True) as book:
        items = own([object()])
        or_raise(capi.PyList_GetItem(items.borrow(), 0))
        number = or_raise(capi.PyLong_FromLong(123456))
        or_raise(capi.PyList_SetItem(items.borrow(), 0, number))
        items.move().drop()
        number.drop()
    return ET.fromstring(book.to_svg())


def test_each_pointer_has_a_lane_with_its_owner_above():
    names = [text.text for text in drawn().iter(f"{SVG}text") if text.get("class") == "name"]
    kinds = [name.split()[1] for name in names]
    assert kinds[0] == "PyListObject"
    assert kinds.index("PyObject") > 0
    assert len(names) == len(set(names))


def test_moves_are_arrows_and_the_violation_is_marked():
    root = drawn()
    classes = [element.get("class") for element in root.iter()]
    assert classes.count("moved") == 1
    assert classes.count("wrong") == 1
    assert [text.text for text in root.iter(f"{SVG}text") if text.get("class") == "code"] == ["PS003"]


def test_it_is_readable_on_dark_paper_too():
    assert "prefers-color-scheme: dark" in ET.tostring(drawn(), encoding="unicode")


def test_nothing_was_kept_to_draw():
    with ledger() as book:
        pass
    assert book._repr_html_() is None
    with pytest.raises(ValueError, match="draw=True"):
        book.to_svg()
