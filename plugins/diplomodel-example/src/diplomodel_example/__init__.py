"""
A plugin for diplomodel: airspace closed and opened, as gazettes announce it.

This module only says what there is; what does the work is imported when it is used.
"""

from diplomodel.plugins import (
    CasebookSpec,
    CommandSpec,
    EventTypeSpec,
    ExporterSpec,
    ExtractorSpec,
    FluentSpec,
    RuleSpec,
    hookimpl,
)


#: The version of the interface that this plugin is made for.
DIPLOMODEL_API = 1


@hookimpl
def diplomodel_register_event_types() -> list[EventTypeSpec]:
    """
    The event types.
    """
    return [
        EventTypeSpec(
            kind="example.airspace_closure",
            cls="diplomodel_example.airspace:AirspaceClosure",
            summary="A state closes its airspace to the aircraft of another.",
        ),
        EventTypeSpec(
            kind="example.airspace_opening",
            cls="diplomodel_example.airspace:AirspaceOpening",
            summary="A state opens its airspace to the aircraft of another.",
        ),
    ]


@hookimpl
def diplomodel_register_fluents() -> list[FluentSpec]:
    """
    The fluent that these events set.
    """
    return [
        FluentSpec(
            name="example.airspace",
            fluent="diplomodel_example.airspace:AIRSPACE",
            summary="Whether a state's airspace is open to another's aircraft.",
        )
    ]


@hookimpl
def diplomodel_register_rules() -> list[RuleSpec]:
    """
    The rules by which they set it.
    """
    return [
        RuleSpec(
            name="example",
            rules="diplomodel_example.airspace:RULES",
            summary="Airspace closes and opens by decision of its state.",
        )
    ]


@hookimpl
def diplomodel_register_extractors() -> list[ExtractorSpec]:
    """
    The source that can be read.
    """
    return [
        ExtractorSpec(
            name="example",
            summary="Notices on airspace and relations in gazettes.",
            factory="diplomodel_example.gazette:GazetteExtractor",
            options="diplomodel_example.gazette:GazetteOptions",
            suffixes=(".txt",),
            media_types=("text/plain",),
            samples=("diplomodel_example:notices.txt",),
            licence="Made up: free of rights.",
        )
    ]


@hookimpl
def diplomodel_register_exporters() -> list[ExporterSpec]:
    """
    The format that can be written.
    """
    return [
        ExporterSpec(
            name="example.ledger",
            summary="A line of text for each change, oldest first.",
            factory="diplomodel_example.ledger:LedgerExporter",
            suffix=".txt",
            media_type="text/plain",
        )
    ]


@hookimpl
def diplomodel_register_casebooks() -> list[CasebookSpec]:
    """
    The casebook that comes along.
    """
    return [
        CasebookSpec(
            name="example.airspace-1999",
            path="diplomodel_example:airspace-1999.yaml",
            summary="Airspace closed for a year, as gazettes announced it.",
        )
    ]


@hookimpl
def diplomodel_register_commands() -> list[CommandSpec]:
    """
    The command ``diplomodel example acts``.
    """
    return [
        CommandSpec(
            name="example.acts",
            command="diplomodel_example.commands:acts",
            summary="List the acts that gazettes announce.",
        )
    ]
