"""How the site is built: ``tox -e docs``, or ``sphinx-build -n -W docs OUT`` where ptrstate and the docs extra are installed."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))

import ptrstate  # noqa: E402

project = "ptrstate"
author = "the ptrstate developers"
copyright = author
release = version = ptrstate.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "sphinx_copybutton",
    "sphinx_design",
    "capi_reference",
    "code_pages",
    "links",
    "run_output",
]
exclude_patterns = ["_build", "_ext"]
myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline"]
myst_heading_anchors = 3
suppress_warnings = ["myst.header"]

# The names of Python's own C-API pages are kept beside this file, so that a build needs no network: see _ext/inventory.py.
intersphinx_mapping = {"python": ("https://docs.python.org/3", str(HERE / "python-capi.inv"))}
intersphinx_disabled_reftypes = ["*"]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
nitpicky = True
nitpick_ignore_regex = [
    ("py:.*", r".*"),  # autodoc's annotations name type variables and private aliases, which have no page
    ("c:identifier", r".*"),  # the types in C signatures belong to the headers
]

html_theme = "furo"
html_title = "ptrstate"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_favicon = "_static/favicon.svg"
html_search_scorer = str(HERE / "_ext" / "scorer.js")
html_domain_indices = False
html_theme_options = {"navigation_with_keys": True}
templates_path = []
copybutton_prompt_text = "$ "
