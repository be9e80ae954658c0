"""
How the documentation is built: ``sphinx-build -n -W --keep-going docs docs/_build/html``.
"""

import sys
from importlib import metadata
from pathlib import Path


HERE = Path(__file__).parent
# The extensions live beside this file; the package is found in the tree if it is not installed.
sys.path[:0] = [str(HERE / "_ext"), str(HERE.parent / "src")]

project = "diplomodel"
author = "The diplomodel developers"
project_copyright = author
try:
    release = metadata.version("diplomodel")
except metadata.PackageNotFoundError:
    release = "0.1.0"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "sphinx_design",
    "catalogue",
    "public_names",
]
exclude_patterns = ["_build", "_ext", "reference/catalogue/_*"]
nitpicky = True
nitpick_ignore_regex = [
    # Other packages are named, not linked: the pages load nothing from elsewhere.
    (r"py:.*", r"(attrs?|collections|datetime|enum|hypothesis|os|types|typing)\..*"),
    # Type variables, which have no page of their own.
    (r"py:.*", r"(diplomodel\..*\.)?_?(T|T_co|S|S_co|R)"),
]
default_role = "py:obj"

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
napoleon_numpy_docstring = False
napoleon_attr_annotations = True

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
copybutton_only_copy_prompt_lines = True

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["diplomodel.css"]
html_title = f"diplomodel {release}"
html_show_sphinx = False
html_copy_source = False
html_theme_options = {
    "light_css_variables": {
        "color-brand-primary": "#1f4e79",
        "color-brand-content": "#1f4e79",
    },
    "dark_css_variables": {
        "color-brand-primary": "#8ab8e6",
        "color-brand-content": "#8ab8e6",
    },
}
