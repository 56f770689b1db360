"""Functions that may fail by their declaration, and that no call of the audit brings to fail on some version, with the reason."""

from __future__ import annotations

NEVER_FAILING: dict[str, str] = {
    "PyModuleDef_Init": "it fails where the type of module definitions cannot be finished, which it has been since the start",
    "PySys_GetXOptions": "it fails where sys has lost its _xoptions and there is no memory for others, which no argument brings about",
    "PyEval_GetFrameBuiltins": "it fails where a thread has no builtins, and none is without while it can call",
    "PyFrame_FastToLocalsWithError": "from 3.13 on it does nothing",
    "PyUnicode_FindChar": "it fails for a text that is not ready and cannot be made so, and from 3.12 on every text is ready",
    "PyUnicode_READY": "from 3.12 on every text is ready",
    "Py_EnterRecursiveCall": "it fails at the end of the stack, where the recorder, which is called too, has no room left to call it",
}
