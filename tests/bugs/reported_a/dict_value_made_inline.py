"""Bindings filled a dict with strings made inside the arguments of ``PyDict_SetItemString``. It takes a reference of its own, so
each string leaked.

Reported: rpm-software-management/librepo#83
"""

from ptrstate import capi, or_raise

CODE = "PS006"


def buggy() -> None:
    urls = or_raise(capi.PyDict_New())
    or_raise(capi.PyDict_SetItemString(urls.borrow(), "repomd", or_raise(capi.PyUnicode_FromString("a url")).borrow()))  # created
    urls.drop()


def fixed() -> None:
    urls = or_raise(capi.PyDict_New())
    url = or_raise(capi.PyUnicode_FromString("a url"))
    or_raise(capi.PyDict_SetItemString(urls.borrow(), "repomd", url.borrow()))
    url.drop()
    urls.drop()
