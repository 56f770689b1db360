"""``{run}``: a command and what it printed while the site was built, so that no figure in a page is older than the page."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from docutils.statemachine import StringList

LONGEST = 600


class Run(Directive):
    """Run the command of the argument in the project's folder, and show it with its output; ``parse`` reads that as a part of the page."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {"exit": directives.nonnegative_int, "last": directives.positive_int, "parse": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Return a block with the command and its output."""
        command = self.arguments[0]
        words = shlex.split(command)
        if words[0] == "python":
            words[0] = sys.executable
        elif words[0] == "ptrstate":
            words[:1] = [sys.executable, "-m", "ptrstate"]
        folder = os.path.dirname(self.state.document.settings.env.srcdir)
        environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
        done = subprocess.run(
            words, cwd=folder, env=environment, capture_output=True, text=True, timeout=LONGEST, check=False
        )
        if done.returncode != self.options.get("exit", 0):
            raise self.error(f"{command}: exit {done.returncode}\n{done.stdout}\n{done.stderr}")
        lines = (done.stdout or done.stderr).rstrip().splitlines()
        if "parse" in self.options:
            container = nodes.container()
            self.state.nested_parse(StringList(lines, source=command), 0, container)
            return container.children
        last = self.options.get("last")
        shown = lines[-last:] if last else lines
        text = f"$ {command}\n" + "\n".join(line.rstrip() for line in shown)
        block = nodes.literal_block(text, text)
        block["language"] = "console"
        return [block]


def setup(app: Any) -> dict[str, bool]:
    """Connect to Sphinx."""
    app.add_directive("run", Run)
    return {"parallel_read_safe": True}
