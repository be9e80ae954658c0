"""
Everything about a casebook's file that its author should look at, all at once.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from diplomodel.casebooks._checks import Remark, remarks
from diplomodel.casebooks._files import FormatName, checked_text, document_of
from diplomodel.casebooks._reading import Reader, in_file
from diplomodel.errors import BadInputError, Problem
from diplomodel.formats._faults import Fault


__all__ = ["lint"]

_AT_HEAD: Final = re.compile(r".*\.opening\[|\$\.requires\[")


def lint(
    source: str | os.PathLike[str], *, format: FormatName | None = None
) -> tuple[Problem, ...]:
    r"""
    Check a casebook, and report all that is wrong or looks wrong.

    Errors are what `read` refuses, names of events that nothing carries, labels that stand twice,
    kinds and observed values that look misspelt. Warnings are what can well be meant: events
    without evidence or outside the coverage, twice the same happening, persons and kinds that
    are not known, sources that nothing cites, a name other than the file's.

    Args:
        source: The path of a file; or its text, where a format is given.
        format: The format of the text: ``yaml``, ``jsonl`` or ``csv``.

    Returns:
        The problems in the order of the file, with line and column where these are known.

    Raises:
        BadInputError: The file itself cannot be found or opened.

    Example:
        >>> problems = lint("format: 1\nevents: [{kind: talk, occurred: 2022}]", format="yaml")
        >>> print(problems[1].line, problems[1].message)
        2 unknown event kind 'talk', kept without effect; did you mean 'talks'?
    """
    text, form, file = checked_text(source, format)
    reader = Reader(file=file, collect=True)
    try:
        casebook = reader.casebook(document_of(text, form=form, reader=reader))
    except BadInputError as error:
        return error.problems
    found = [problem for bad in casebook.set_aside for problem in bad.problems]
    found += reader.located(remarks(casebook))
    # The rest of the notices are among the remarks, with the weight they have for an author.
    found += [one for one in casebook.notices if one.path == "$" or _AT_HEAD.match(one.path)]
    if file is not None and casebook.name not in (None, Path(file).stem):
        fault = Fault(f"the file is called {Path(file).name!r}; give both one name", ("name",))
        found += reader.located([Remark(None, fault)])
    return tuple(sorted(found, key=in_file))
