"""
The properties that hold over time, as typed keys, and their values.

Example:
    >>> from diplomodel import fluents
    >>> fluents.fluent("relations") is fluents.RELATIONS
    True
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from diplomodel.errors import UnknownNameError
from diplomodel.fluents._derived import FUNCTIONS, HEADED_BY, PREMISES
from diplomodel.fluents._fluent import Derivation, Fluent, Lookup
from diplomodel.fluents._stored import (
    ACCREDITATION,
    ACTING_HEAD,
    ASYLUM,
    CONSULAR,
    CONSULAR_POST,
    CONSULAR_PROTECTION,
    CONSULAR_SERVICE,
    CUSTODY,
    FOREIGN_MINISTER,
    GOVERNMENT_RECOGNITION,
    HEAD_OF_GOVERNMENT,
    HEAD_OF_MISSION,
    HEAD_OF_STATE,
    HOLDING,
    INVIOLABILITY,
    MISSION,
    MISSION_LEVEL,
    ORGANISATION_CHAIR,
    PROCEEDINGS,
    PROTECTION_OF_INTERESTS,
    PROTECTION_OF_PREMISES,
    RELATIONS,
    RESIDENCE,
    SAFE_CONDUCT_ANSWER,
    SAFE_CONDUCT_REQUEST,
    SANCTION,
    SHELTER,
    STATE_RECOGNITION,
    VISA_RULE,
)
from diplomodel.fluents._values import (
    VACANT,
    Accreditation,
    Asylum,
    Consular,
    ConsularPost,
    Custody,
    Functions,
    HeadedBy,
    Holding,
    Inviolability,
    Measure,
    MissionLevel,
    MissionStatus,
    Premises,
    Proceedings,
    Protection,
    Recognition,
    Relations,
    Residence,
    SafeConductAnswer,
    SafeConductRequest,
    Service,
    Shelter,
)


__all__ = [
    "ACCREDITATION",
    "ACTING_HEAD",
    "ASYLUM",
    "CONSULAR",
    "CONSULAR_POST",
    "CONSULAR_PROTECTION",
    "CONSULAR_SERVICE",
    "CORE",
    "CUSTODY",
    "FOREIGN_MINISTER",
    "FUNCTIONS",
    "GOVERNMENT_RECOGNITION",
    "HEADED_BY",
    "HEAD_OF_GOVERNMENT",
    "HEAD_OF_MISSION",
    "HEAD_OF_STATE",
    "HOLDING",
    "INVIOLABILITY",
    "MISSION",
    "MISSION_LEVEL",
    "ORGANISATION_CHAIR",
    "PREMISES",
    "PROCEEDINGS",
    "PROTECTION_OF_INTERESTS",
    "PROTECTION_OF_PREMISES",
    "RELATIONS",
    "RESIDENCE",
    "SAFE_CONDUCT_ANSWER",
    "SAFE_CONDUCT_REQUEST",
    "SANCTION",
    "SHELTER",
    "STATE_RECOGNITION",
    "VACANT",
    "VISA_RULE",
    "Accreditation",
    "Asylum",
    "Consular",
    "ConsularPost",
    "Custody",
    "Derivation",
    "Fluent",
    "Functions",
    "HeadedBy",
    "Holding",
    "Inviolability",
    "Lookup",
    "Measure",
    "MissionLevel",
    "MissionStatus",
    "Premises",
    "Proceedings",
    "Protection",
    "Recognition",
    "Relations",
    "Residence",
    "SafeConductAnswer",
    "SafeConductRequest",
    "Service",
    "Shelter",
    "fluent",
]

#: Every fluent of the core by name.
CORE: Final[Mapping[str, Fluent[str]]] = MappingProxyType(
    {found.name: found for found in list(globals().values()) if isinstance(found, Fluent)}
)


def fluent(name: str) -> Fluent[str]:
    """
    The core's fluent of that name.

    Raises:
        UnknownNameError: The core has none of that name.

    Example:
        >>> from diplomodel import fluents
        >>> fluents.fluent("mission_level").on.value
        'directed dyad'
    """
    try:
        return CORE[name]
    except KeyError:
        raise UnknownNameError("fluent", name, CORE) from None
