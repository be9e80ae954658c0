"""
The vocabularies used, and the terms of which descriptions are made.
"""

from __future__ import annotations

import hashlib
import json
from enum import Enum
from typing import Any, Final, NamedTuple
from urllib.parse import quote

import attrs

from diplomodel.dates import Duration, PartialDate


__all__ = ["PREFIXES", "Node", "Ref", "Statement", "Term", "Value", "digest", "expanded", "mint"]

#: The prefixes of all three formats. The project's own vocabulary has a URN, since a web address
#: would promise a page that somebody must keep.
PREFIXES: Final = {
    "dm": "urn:diplomodel:vocabulary:",
    "field": "urn:diplomodel:field:",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class Ref(NamedTuple):
    """
    A thing by its name.

    Attributes:
        iri: The whole name.
    """

    iri: str


class Value(NamedTuple):
    """
    A literal.

    Attributes:
        text: How it is written.
        datatype: Its type, with a prefix.
    """

    text: str
    datatype: str = "xsd:string"


Term = Ref | Value


class Node(NamedTuple):
    """
    All that is said of one thing.

    Attributes:
        iri: Its name.
        types: Its classes, with prefixes.
        rows: Properties, with prefixes, and their values.
    """

    iri: str
    types: tuple[str, ...]
    rows: tuple[tuple[str, Term], ...]


class Statement(NamedTuple):
    """
    Something that a claim says and that is not said here as a fact.

    Attributes:
        claim: Name of the claim.
        subject: Name of the event.
        predicate: The property, with a prefix.
        object: The value claimed.
    """

    claim: str
    subject: str
    predicate: str
    object: Term


def expanded(name: str) -> str:
    """
    The whole of a name with a prefix.

    Example:
        >>> expanded("prov:entity")
        'http://www.w3.org/ns/prov#entity'
    """
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def mint(base: str, sort: str, *parts: str) -> str:
    """
    A name from a sort of thing and texts of any kind.

    Example:
        >>> mint("urn:diplomodel:", "subject", "MEX>PER/visa")
        'urn:diplomodel:subject:MEX%3EPER%2Fvisa'
    """
    told = ":".join(quote(part, safe="", errors="replace") for part in parts)
    return f"{base}{sort}:{told}"


def digest(value: object) -> str:
    """
    128 bits of the SHA-256 of a value's content: the same in every process.

    Example:
        >>> digest(["a", 1]) == digest(("a", 1))
        True
    """
    text = json.dumps(_content(value), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _content(value: object) -> object:
    if isinstance(value, PartialDate | Duration):
        return value.text
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [_content(item) for item in value]
    if value is None or isinstance(value, str | bool | int):
        return value
    cls: Any = type(value)
    if attrs.has(cls):
        return [_content(getattr(value, one.name)) for one in attrs.fields(cls)]
    return str(value)
