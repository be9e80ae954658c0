"""
Other people's schemes: codes of event data, and codings of diplomatic exchange.

CAMEO and PLOVER are coarser than the library's event types, so an event type names a code and no
code names an event type. Correlates of War and Diplometrics put a number to how states are
represented in each other; `to_cow` and `to_diplometrics` are separate functions, since the two
contradict each other on recalls.

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
from diplomodel.schemes._cow import CowExchange, CowLevel, to_cow
from diplomodel.schemes._diplometrics import (
    DiplometricsEmbassy,
    DiplometricsExchange,
    DiplometricsFocus,
    DiplometricsLevel,
    to_diplometrics,
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
    "CowExchange",
    "CowLevel",
    "DiplometricsEmbassy",
    "DiplometricsExchange",
    "DiplometricsFocus",
    "DiplometricsLevel",
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
    "to_cow",
    "to_diplometrics",
]
