"""
Coding schemes of event data: CAMEO and PLOVER codes, and how one leads to the other.

Both are coarser than the library's event types, so an event type names a code and no code names an
event type.

Example:
    >>> from diplomodel import schemes
    >>> schemes.cameo("161").label
    'diplomatic relations reduced or broken'
    >>> schemes.plover_from_cameo("161")
    ('SANCTION', 'withdraw')
"""

from diplomodel.schemes._cameo import (
    CameoCode,
    QuadClass,
    cameo,
    cameo_codes,
    cameo_parents,
    is_cameo,
)
from diplomodel.schemes._plover import (
    PloverType,
    is_plover,
    plover,
    plover_contexts,
    plover_contexts_from_cameo,
    plover_from_cameo,
    plover_types,
)


__all__ = [
    "CameoCode",
    "PloverType",
    "QuadClass",
    "cameo",
    "cameo_codes",
    "cameo_parents",
    "is_cameo",
    "is_plover",
    "plover",
    "plover_contexts",
    "plover_contexts_from_cameo",
    "plover_from_cameo",
    "plover_types",
]
