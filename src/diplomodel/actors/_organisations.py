"""
An international organisation, court or body that takes part in events.
"""

from __future__ import annotations

import attrs

from diplomodel.fields import Vocabulary


class OrganisationKind(Vocabulary):
    """
    What sort of body an organisation is.

    Example:
        >>> OrganisationKind("court")
        <OrganisationKind.COURT: 'court'>
    """

    INTERGOVERNMENTAL = "intergovernmental"
    """
    Made up of states, or an organ of such a body.
    """

    COURT = "court"
    """
    An international court or tribunal.
    """

    SUPRANATIONAL = "supranational"
    """
    Able to bind its members by majority: the European Union and its institutions.
    """

    NON_GOVERNMENTAL = "non-governmental"
    """
    Not made up of states, though states may have given it functions.
    """


@attrs.frozen(kw_only=True, repr=False)
class Organisation:
    """
    An international organisation, court or body.

    Attributes:
        id: The code used in events, such as ``org:oas``.
        name: Its name in English.
        names: Other names: abbreviations, former names, Spanish ones.
        kind: What sort of body it is.
        wikidata: Identifier of the item in Wikidata, such as ``Q123759``.
        cameo: CAMEO code of the group, such as ``NAT``, where there is one.

    Example:
        >>> from diplomodel.actors import organisation
        >>> organisation("org:oas").name
        'Organization of American States'
    """

    id: str
    name: str
    kind: OrganisationKind
    names: tuple[str, ...] = ()
    wikidata: str | None = None
    cameo: str | None = None

    def __repr__(self) -> str:
        """
        ``organisation('org:oas')``, which gives the organisation back.
        """
        return f"organisation({self.id!r})"
