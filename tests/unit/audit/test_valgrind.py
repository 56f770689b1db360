"""What is read out of a log of valgrind's."""

from __future__ import annotations

from ptrstate.audit.valgrind import faults

LOG = """\
==12== Memcheck, a memory error detector
==12== Command: python -m x
==12==
==12== Invalid read of size 8
==12==    at 0x4C3: ptrstate_borrow (borrowed.c:12) (in /x/ptrstate/_native/core.so)
==12==    by 0x4D0: method_call (object.c:3)
==12==  Address 0x6 is 0 bytes inside a block of size 56 free'd
==12==    at 0x48: free (in /usr/libexec/valgrind/vgpreload.so)
==12==
==12== Conditional jump or move depends on uninitialised value(s)
==12==    at 0x1: whatever (a.c:1)
==12==
==12== Invalid write of size 1
==12==    at 0x5: dict_insert (dictobject.c:9)
==12==    by 0x6: _cffi_f_PyDict_SetItem (in /x/ptrstate/_native/capi.so)
==12==
"""


def test_an_invalid_access_is_ours_where_our_code_is_innermost() -> None:
    first, second = faults(LOG)
    assert (first.what, first.ours, len(first.frames)) == ("Invalid read of size 8", True, 2)
    assert (second.what, second.ours) == ("Invalid write of size 1", False)


def test_a_clean_log_has_none() -> None:
    assert not list(faults("==1== Memcheck\n==1== \n==1== ERROR SUMMARY: 0 errors\n"))
