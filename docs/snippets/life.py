"""Draw the lives of the pointers of one run: python docs/snippets/life.py > docs/_static/life.svg"""

from ptrstate import capi, ledger, or_raise
from ptrstate.draw import svg
from ptrstate.errors import UseAfterMoveError

with ledger(draw=True) as book:
    items = or_raise(capi.PyList_New(1))
    name = or_raise(capi.PyUnicode_FromString("spam"))
    or_raise(capi.PyList_SetItem(items.borrow(), 0, name))  # the list takes it
    copy = or_raise(capi.PyList_GetItem(items.borrow(), 0)).to_owned()
    try:
        name.drop()  # it is the list's by now
    except UseAfterMoveError as error:
        seen = error
        book.forgive(error)
    copy.drop()
    items.drop()
print(svg(book.events, [seen]))
