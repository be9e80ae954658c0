"""
Cross references by public names.

Code lives in private modules and is re-exported; annotations name the private place.
This extension leads such references, and bare names in docstrings, to the documented public name.
It also documents public constants, whose comments autodoc looks for in the wrong module.
"""

from __future__ import annotations

import builtins
import enum
import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterator
from functools import cache

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.docutils import SphinxDirective

import diplomodel


#: A character for private use, which no docstring has.
_COLON = "\ue000"


def public_modules() -> Iterator[str]:
    """
    The names of all modules without a leading underscore in their path.
    """
    yield "diplomodel"
    for found in pkgutil.walk_packages(diplomodel.__path__, "diplomodel."):
        parts = found.name.split(".")
        if not any(part.startswith("_") for part in parts):
            yield found.name


def public_names(module: str) -> tuple[str, ...]:
    """
    The names that a module declares public; none where it declares nothing.
    """
    return tuple(getattr(importlib.import_module(module), "__all__", ()))


@cache
def homes() -> dict[str, list[str]]:
    """
    For each name where code lives, and for each bare name: where it is public.
    """
    found: dict[str, list[str]] = {}
    for module in public_modules():
        for name in public_names(module):
            public = f"{module}.{name}"
            found.setdefault(name, []).append(public)
            value = getattr(importlib.import_module(module), name)
            place = getattr(value, "__module__", None)
            if place and isinstance(getattr(value, "__qualname__", None), str):
                found.setdefault(f"{place}.{value.__qualname__}", []).append(public)
    return found


def candidates(target: str) -> Iterator[str]:
    """
    The public names that a reference may mean, members of classes among them.
    """
    head, tail = target, ""
    while head:
        for public in homes().get(head, ()):
            yield public + tail
        head, _, last = head.rpartition(".")
        tail = f".{last}{tail}"


def resolve(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.Element
) -> nodes.Node | None:
    """
    Lead a reference that nothing answers to the public name of what it means.
    """
    if node.get("refdomain") != "py":
        return None
    target = node["reftarget"]
    if hasattr(builtins, target):
        return contnode
    domain = env.domains.python_domain
    for name in candidates(target):
        found = domain.find_obj(env, "", "", name, "obj", 0)
        if found:
            return domain.resolve_xref(
                env, node["refdoc"], app.builder, "obj", name, node, contnode
            )
    # A parameter, a field or a method of the class at hand, named in running text.
    if node.get("reftype") == "obj" and target.isidentifier() and target.islower():
        return contnode
    return None


class PublicData(SphinxDirective):
    """
    The constants and aliases of a public module, with what stands beside them in the source.
    """

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """
        One entry for each public name that is no class, function or module.
        """
        (module,) = self.arguments
        text = "".join(_entries(module))
        return self.parse_text_to_nodes(text, allow_section_headings=False)


def _entries(module: str) -> Iterator[str]:
    comments = _comments(module)
    own = {name for owner, name in ModuleAnalyzer.for_module(module).find_attr_docs() if not owner}
    for name in public_names(module):
        # What stands commented in the module itself, autodoc finds alone.
        if name in own:
            continue
        value = getattr(importlib.import_module(module), name)
        if inspect.isclass(value) or inspect.isroutine(value) or inspect.ismodule(value):
            continue
        lines = comments.get(name) or [getattr(value, "summary", "")]
        body = "\n   ".join(line for line in lines)
        yield f".. py:data:: {name}\n   :module: {module}\n\n   {body}\n\n"


def _comments(module: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in sorted(sys.modules):
        if name.startswith(f"{module}._"):
            comments = ModuleAnalyzer.for_module(name).find_attr_docs()
            found |= {
                attribute: lines for (owner, attribute), lines in comments.items() if not owner
            }
    return found


def skip(*event: object) -> bool | None:
    """
    Leave out what the docstring's own list of attributes already tells.
    """
    value = event[3]
    return True if type(value).__name__ == "_tuplegetter" else None


def hide_colons(*event: object) -> None:
    """
    Keep napoleon from taking the words before a colon for a type: it has no setting for that.
    """
    what, lines = event[1], event[5]
    if what in ("attribute", "data", "property") and isinstance(lines, list):
        lines[:] = [line.replace(": ", f"{_COLON} ") for line in lines]


def show_colons(*event: object) -> None:
    """
    Put the colons back, and the types of attributes beside their names.
    """
    lines = event[5]
    if isinstance(lines, list):
        lines[:] = _with_types([line.replace(_COLON, ":") for line in lines])


def _with_types(lines: list[str]) -> list[str]:
    found: list[str] = []
    place = 0
    for line in lines:
        if line.startswith(".. attribute:: "):
            place = len(found) + 1
        if place and line.startswith("   :type: "):
            # As the directive's option it stands in the same line as the name.
            found.insert(place, line)
            place = 0
        else:
            found.append(line)
    return found


def add_values(*event: object) -> None:
    """
    Append its words to the description of a vocabulary.
    """
    value, lines = event[3], event[5]
    if isinstance(value, type) and issubclass(value, enum.Enum) and isinstance(lines, list):
        words = ", ".join(f"``{member.value}``" for member in value)
        if words:
            lines += ["", f"Values: {words}.", ""]


def setup(app: Sphinx) -> dict[str, bool]:
    """
    Connect to Sphinx.
    """
    app.add_directive("public-data", PublicData)
    app.connect("missing-reference", resolve)
    app.connect("autodoc-skip-member", skip)
    # Before napoleon, which connects with the priority 500.
    app.connect("autodoc-process-docstring", hide_colons, priority=400)
    app.connect("autodoc-process-docstring", show_colons, priority=600)
    app.connect("autodoc-process-docstring", add_values)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
