"""The declarations of ``Include/cpython/critical_section.h``: nothing, so far."""

_LEFT_OUT = {
    "PyCriticalSection_Begin": "its struct has to end before the block of C that it stands in, which no call shows",
    "PyCriticalSection2_Begin": "its struct has to end before the block of C that it stands in, which no call shows",
    "*": "opens or closes a block of C",
}
