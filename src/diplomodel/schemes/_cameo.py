"""
CAMEO event codes: the hierarchy, short labels of our own, and Goldstein weights.

Source of the codes: P. A. Schrodt, CAMEO codebook 1.1b3 (2012). Weights: the extension to CAMEO of
J. S. Goldstein's scale (Journal of Conflict Resolution 36, 1992), as published with ICEWS.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final

import attrs

from diplomodel.errors import BadInputError, UnknownNameError


_WHAT: Final = "CAMEO code"
_ROOT_LENGTH: Final = 2
_LONGEST_CODE: Final = 4

# The last root of each class in GDELT 2.0's own events (field QuadClass). Other authors count
# investigations (09) and protests (14) as conflict, verbal and material.
_QUAD_ENDS: Final = (("05", 0), ("09", 1), ("14", 2), ("20", 3))


class QuadClass(StrEnum):
    """
    The four classes into which event data sets sort events.

    Example:
        >>> [quad.value for quad in QuadClass][0]
        'verbal cooperation'
    """

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"


@attrs.frozen(kw_only=True)
class CameoCode:
    """
    One code of the CAMEO scheme.

    Attributes:
        code: Two to four digits, leading zero included.
        label: What it stands for, in our own few words.
        root: Its two-digit category.
        parent: The next wider code; ``None`` for a root.
        quad: The class of its root, as GDELT's events have it (01-05, 06-09, 10-14, 15-20).
        goldstein: Weight from -10 (conflict) to 10 (cooperation); ``None`` where published
            scales differ (016, 022) or leave the code out (1214).

    Example:
        >>> cameo("0874").parent
        '087'
    """

    code: str
    label: str
    root: str
    parent: str | None
    quad: QuadClass
    goldstein: float | None = None


def _quad(root: str) -> QuadClass:
    place = next(place for end, place in _QUAD_ENDS if root <= end)
    return tuple(QuadClass)[place]


@cache
def _by_code() -> Mapping[str, CameoCode]:
    # Imported here: importing the package must stay light.
    import csv
    from importlib.resources import files

    text = files("diplomodel.schemes").joinpath("data", "cameo.csv").read_text("utf-8")
    found = {}
    for row in csv.DictReader(text.splitlines()):
        code = row["code"]
        found[code] = CameoCode(
            code=code,
            label=row["label"],
            root=code[:_ROOT_LENGTH],
            parent=code[:-1] if len(code) > _ROOT_LENGTH else None,
            quad=_quad(code[:_ROOT_LENGTH]),
            goldstein=float(row["goldstein"]) if row["goldstein"] else None,
        )
    return MappingProxyType(found)


def cameo(code: str) -> CameoCode:
    """
    One CAMEO code.

    Codes are text: without its leading zero, ``043`` would be another code or none.

    Args:
        code: Two to four digits, such as ``161``.

    Returns:
        The code with its label, parent and weight.

    Raises:
        UnknownNameError: If CAMEO has no such code; the message names the nearest.
        BadInputError: If the code is not text.

    Example:
        >>> cameo("161").label
        'diplomatic relations reduced or broken'
        >>> cameo("161").goldstein
        -4.0
    """
    # Callers without a type checker pass numbers, which data files often turn codes into.
    if not isinstance(code, str):
        msg = (
            "a CAMEO code is text with its leading zero, such as '043', "
            f"but got a value of type {type(code).__name__}"
        )
        raise BadInputError(msg)
    known = _by_code()
    if code in known:
        return known[code]
    if len(code) > _LONGEST_CODE:
        raise UnknownNameError(_WHAT, f"{code[:_LONGEST_CODE]}...")
    # Spreadsheets drop the leading zero, so that is the likeliest slip.
    restored = f"0{code}"
    raise UnknownNameError(_WHAT, code, (restored,) if restored in known else known)


def cameo_codes(*, root: str | None = None) -> tuple[CameoCode, ...]:
    """
    Every CAMEO code, sorted so that a code comes before those it contains.

    Args:
        root: Only those of this two-digit category.

    Returns:
        The codes, from ``01`` to ``2042``.

    Raises:
        UnknownNameError: If the category is unknown.
        BadInputError: If the category is not text.

    Example:
        >>> len(cameo_codes()), [found.code for found in cameo_codes(root="15")][:3]
        (313, ['15', '150', '151'])
    """
    found = tuple(_by_code().values())
    if root is None:
        return found
    wanted = cameo(root).code
    return tuple(one for one in found if one.root == wanted)


def cameo_parents(code: str) -> tuple[CameoCode, ...]:
    """
    The wider codes that contain a code, nearest first.

    Args:
        code: Two to four digits.

    Returns:
        The parents up to the root; none for a root.

    Raises:
        UnknownNameError: If CAMEO has no such code.
        BadInputError: If the code is not text.

    Example:
        >>> [parent.code for parent in cameo_parents("1663")]
        ['166', '16']
    """
    found = cameo(code)
    parents = []
    while found.parent is not None:
        found = cameo(found.parent)
        parents.append(found)
    return tuple(parents)


def is_cameo(code: object) -> bool:
    """
    Whether something is a CAMEO code.

    Args:
        code: Anything; only text can be one.

    Returns:
        True for a code of the scheme.

    Example:
        >>> is_cameo("043"), is_cameo("43"), is_cameo(161)
        (True, False, False)
    """
    return isinstance(code, str) and code in _by_code()
