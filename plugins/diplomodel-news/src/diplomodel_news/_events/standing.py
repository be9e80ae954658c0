"""
Who stands in a role of a telling.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from diplomodel_news._cast.cast import Cast
from diplomodel_news._frames.fields import Filled
from diplomodel_news._frames.misfit import OF_WORDS
from diplomodel_news._frames.told import Told
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._stance.addressee import both_against
from diplomodel_news._story import Draft
from diplomodel_news._times.beside import doer_before, doer_when


__all__ = ["both_sides", "codes_in", "codes_told", "standing_in"]

#: Roles that no preposition makes.
_PLAIN_ROLES: Final = frozenset(
    {"subject", "object", "second", "owner", "of", "object-of", "object-owner", "subject-of"}
)
_TWO: Final = 2


def standing_in(
    told: Told,
    roles: Iterable[str],
    draft: Draft,
    *,
    persons: bool = False,
    but: frozenset[str] = frozenset(),
) -> tuple[list[Mention], str]:
    """
    The mentions in the first of some roles that has any, and that role.

    Args:
        told: The telling.
        roles: The roles in order of preference.
        draft: The telling with how sure it is.
        persons: Whether only persons count.
        but: States that are not meant where a role only says whose something is.
    """
    for role in roles:
        name, _, attribute = role.partition(".")
        found = _anywhere(name, draft)
        if found is None:
            role_of = told.roles.get(name, [])
            found = _whole(role_of, told) if persons else _joined(name, told)
            if attribute == "person" and not any(one.person for one in found):
                # "Gave him asylum": who is given it is no asylum.
                found = _whole(role_of, told)
        mentions = _narrowed(found, name, attribute)
        if but and mentions and _is_of_own(mentions, role, but):
            # "Su apoyo a Brasil": whose support it is, and not whom it concerns.
            continue
        if mentions and (not persons or any(one.person for one in mentions)):
            return mentions, role
    return [], ""


def _anywhere(name: str, draft: Draft) -> list[Mention] | None:
    """
    Who is meant by a role that is none of the telling's own; nothing where it is one of these.
    """
    told = draft.told
    mentions = told.analysis.mentions
    if name == "speaker":
        return [draft.sure.reporter] if draft.sure.reporter is not None else []
    if name in {"doer", "when"}:
        return doer_before(told) if name == "doer" else doer_when(told)
    if name == "anyone":
        return [one for one in mentions if one.person]
    if name == "mission":
        return [one for one in mentions if "mission" in one.tags]
    return [one for one in mentions if one.kind == "actor"] if name == "any" else None


def _is_of_own(mentions: list[Mention], role: str, doers: frozenset[str]) -> bool:
    """
    Whether a role only says that something is a doer's own.
    """
    own = role.startswith(("object-owner", "object-of")) or "own" in mentions[0].tags
    codes = {code for one in mentions for code in one.codes}
    return own and bool(codes) and codes <= doers


def _narrowed(mentions: list[Mention], name: str, attribute: str) -> list[Mention]:
    """
    What an attribute of a role leaves of the mentions in it.
    """
    if attribute.startswith("#"):
        mentions = [one for one in mentions if attribute[1:] in one.tags]
        if attribute == "#ministry" and name not in _PLAIN_ROLES:
            mentions = [one for one in mentions if "assumed" not in one.tags]
    elif attribute == "receiver":
        mentions = [one for one in mentions if one.receiver]
    elif attribute == "owner":
        mentions = [one.owner for one in mentions if one.owner is not None]
    elif attribute in {"state", "person"}:
        mentions = [
            one for one in mentions if getattr(one, attribute) and "helping" not in one.tags
        ]
        if name not in _PLAIN_ROLES:
            # "Summoned to the foreign ministry" does not say whose.
            mentions = [one for one in mentions if not one.tags & {"assumed", "residence"}]
    return mentions


def _joined(name: str, told: Told) -> list[Mention]:
    """
    Those in a role that belong together: of objects, what the form asks for; after a
    preposition, the first and what is joined to it.
    """
    mentions = told.roles.get(name, [])
    if name == "object":
        form = told.form
        fitting = [
            one
            for one in _whole(mentions, told)
            if one.tags & form.object and not one.tags & form.not_object
        ]
        return fitting or mentions
    if name in _PLAIN_ROLES or len(mentions) < _TWO:
        return mentions
    analysis = told.analysis
    found = [one for one in mentions if one.state or one.pair][:1] or mentions[:1]
    for one in mentions[mentions.index(found[0]) + 1 :]:
        listed = analysis.word(one.first - 2) == "," or analysis.is_a(one.first - 2, "conjunction")
        if one.before in found or (listed and one.first - found[-1].stop <= _TWO):
            found.append(one)
        elif (named := analysis.at.get(one.first - 2)) is not None and named.name:
            # "A from Warsaw and B from Vilnius".
            joined = analysis.word(named.first - 1) in {",", "and"}
            found += [one] if joined and named.first - found[-1].stop <= _TWO else []
    return [one for one in mentions if one in found or not (one.state or one.pair)]


def both_sides(mentions: list[Mention], roles: Sequence[str], draft: Draft) -> list[Mention]:
    """
    Both parties, where one is told in one role and the other in another: "X resumed ties with Y".
    """
    codes = {code for one in mentions for code in one.codes}
    for role in roles:
        if len(codes) >= _TWO:
            break
        others, _ = standing_in(draft.told, [role], draft)
        others = [one for one in others if one.codes and not codes.issuperset(one.codes)]
        mentions = [*mentions, *others]
        codes.update(code for one in others for code in one.codes)
    return mentions


def _whole(mentions: list[Mention], told: Told) -> list[Mention]:
    """
    Those that are something themselves, and not only whose something is: "met Putin's envoy".
    """
    if told.form.kind in OF_WORDS:
        return mentions
    return [one for one in mentions if not told.analysis.is_a(one.stop, "genitive")] or mentions


def codes_told(
    field: str, mentions: list[Mention], role: str, base: Filled, told: Told, cast: Cast
) -> list[str]:
    """
    The states that fill a field: of a statement against two, both; none where it is no target.
    """
    if field == "target" and base.kind == "statement":
        both = both_against(told, base.values.get("by"), cast)
        if both:
            return both
    if field == "target" and _is_no_target(base.kind, mentions, role, told):
        return []
    return codes_in(mentions, role)


def _is_no_target(kind: str, mentions: list[Mention], role: str, told: Told) -> bool:
    """
    Whether both sides are addressed, or whoever acts owns the thing: "Mali y Chad cerraron sus
    fronteras".
    """
    if kind == "statement":
        return any(one.pair for one in mentions)
    acting = {code for one in told.roles.get("subject", ()) for code in one.codes}
    owners = set(codes_in(mentions, role))
    return role == "object-owner.state" and bool(owners) and owners <= acting


def codes_in(mentions: Iterable[Mention], role: str) -> list[str]:
    """
    The states or organisations of some mentions in a role.
    """
    if role.endswith(".receiver"):
        codes = [code for one in mentions for code in one.receivers or (one.receiver,)]
    else:
        codes = [code for one in mentions for code in one.codes]
    return list(dict.fromkeys(code for code in codes if code))
