"""
Who takes part: states, organisations and persons, and the codes that name them.

In events a state is a plain code such as ``PER``, an organisation one such as ``org:oas``.
A code never changes its meaning, and one state never has two.

====================  =====================================================================
case                  policy
====================  =====================================================================
states and            ISO 3166-1 alpha-3. A state that only changed its name or form of
territories           government keeps one code: ``COD`` is Zaire too, ``TUR`` the Ottoman
                      Empire, ``CHN`` China before and after 1949.
former states         The withdrawn alpha-3 code where ISO 3166 had one: ``SUN``, ``YUG``,
                      ``SCG``, ``CSK``, ``DDR`` (East Germany), ``YMD`` (South Yemen),
                      ``VDR`` (the Democratic Republic of Viet-Nam, in the north).
no ISO code           ``X`` and three letters, a code of this project: ``XHAW`` Hawaii,
                      ``XRVN`` South Vietnam, ``XAUH`` Austria-Hungary, ``XKOR`` Korea to 1910.
who continues whom    Follows ISO: ``DEU`` is also the Federal Republic before 1990, ``YEM``
                      also Yemen in the north before 1990, ``VNM`` begins in 1976. ``RUS``,
                      ``SRB``, ``MNE``, ``EGY`` and ``SYR`` have gaps while ``SUN``, ``YUG``,
                      ``SCG`` and ``XUAR`` (United Arab Republic) stand in their place.
Taiwan                ``TWN``, from 1949-12-08, when its government moved there; before
                      that day the Republic of China is ``CHN``. ISO's own code.
Kosovo                ``XKX``, from ISO's range for users, as the European Union has it.
Palestine             ``PSE``, for the authority and the state; Gaza and the West Bank,
                      which GDELT and CAMEO code apart, resolve to it.
Holy See              ``VAT`` is the Holy See, which sends and receives the missions; it
                      has no gap from 1870 to 1929. ``XPAP`` is the Papal States.
Sahrawi Republic      ``ESH``, ISO's code for Western Sahara.
Cook Islands, Niue    ``COK`` and ``NIU``, states in free association with New Zealand.
territories           ``sovereign=False`` and ``part_of``: ``HKG``, ``PRI``, ``GRL``.
====================  =====================================================================

`State.sovereign` means that it deals with other states in its own name, as Abkhazia (``XABK``)
does with some. No code says that anyone recognises anyone: recognition is what events are about.

Spells of Correlates of War numbers that are open at the end of its 2016 list stay open.
Where that list and Gleditsch and Ward's begin a state on different days, each keeps its own.
Where one number passes from state to state (365 from ``RUS`` to ``SUN`` and back, 255 from
``XPRU`` to ``DEU``, 325 from ``XSAR`` to ``ITA``), the day of passing is the state's own.

Example:
    >>> from diplomodel.actors import cow_code, find_state, state
    >>> state("TWN").name, cow_code("TWN", 2020)
    ('Taiwan', 713)
    >>> find_state("Perú").code
    'PER'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplomodel.actors._persons import Office, OfficeRole, Person, person_id


if TYPE_CHECKING:
    from diplomodel.actors._organisations import Organisation, OrganisationKind
    from diplomodel.actors._resolve import (
        actor,
        cow_code,
        find_state,
        gw_code,
        is_actor,
        organisation,
        organisations,
        state,
        state_by_cameo,
        state_by_cow,
        state_by_fips,
        state_by_gw,
        state_by_iso2,
        states,
    )
    from diplomodel.actors._states import CodeSpell, State, When


__all__ = [
    "CodeSpell",
    "Office",
    "OfficeRole",
    "Organisation",
    "OrganisationKind",
    "Person",
    "State",
    "When",
    "actor",
    "cow_code",
    "find_state",
    "gw_code",
    "is_actor",
    "organisation",
    "organisations",
    "person_id",
    "state",
    "state_by_cameo",
    "state_by_cow",
    "state_by_fips",
    "state_by_gw",
    "state_by_iso2",
    "states",
]


#: The tables of states and organisations load with the first of these names that is used.
_LAZY: Final = {
    "CodeSpell": "_states",
    "Organisation": "_organisations",
    "OrganisationKind": "_organisations",
    "State": "_states",
    "When": "_states",
}


def __getattr__(name: str) -> object:
    """
    Load a public name when it is first used.
    """
    if name in __all__:
        from importlib import import_module

        module = import_module(f"diplomodel.actors.{_LAZY.get(name, '_resolve')}")
        return getattr(module, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """
    All public names, loaded or not.
    """
    return sorted({*globals(), *__all__})
