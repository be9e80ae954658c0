"""
What the docstrings of classes say.
"""

from diplomodel.events import RelationsBreak, event_types
from diplomodel.events._docs import attribute_docs, summary


class Parent:
    """
    The first paragraph,
    in two lines.

    And a second.

    Attributes:
        one: What one is,
            told in two lines.
        two: Parent's.

    Raises:
        three: No attribute.
    """


class Child(Parent):
    """
    A child.

    Attributes:
        two: Child's.
    """


Bare = type("Bare", (Child,), {})


def test_summaries_are_the_first_paragraph():
    """
    The first paragraph comes as one line, and only a class's own.
    """
    assert "The first paragraph, in two lines." == summary(Parent)
    assert "" == summary(Bare)


def test_attributes_are_inherited_and_overridden():
    """
    Parents' attributes are there, the nearest class's words win, other sections do not count.
    """
    assert {"one": "What one is, told in two lines.", "two": "Child's."} == attribute_docs(Bare)


def test_every_event_type_describes_its_fields():
    """
    No field of an event type goes without a description.
    """
    import attrs

    for cls in event_types():
        assert summary(cls)
        assert set() == {field.name for field in attrs.fields(cls)} - attribute_docs(cls).keys()
    assert attribute_docs(RelationsBreak)["occurred"].startswith("When it happened")
