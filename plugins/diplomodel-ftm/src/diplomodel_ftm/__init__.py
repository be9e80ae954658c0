"""
FollowTheMoney: events, states, persons and documents as entities for Aleph and its kin.

This module only says what there is; the code loads when the format is asked for.
"""

from __future__ import annotations

from diplomodel.plugins import ExporterSpec, hookimpl


DIPLOMODEL_API = 1


@hookimpl
def diplomodel_register_exporters() -> tuple[ExporterSpec, ...]:
    """
    The one format.
    """
    return (
        ExporterSpec(
            name="ftm",
            summary="FollowTheMoney entities, one a line.",
            factory="diplomodel_ftm.writing:ftm_exporter",
            suffix=".ftm.json",
            media_type="application/json+ftm",
            streaming=True,
            citation="FollowTheMoney, a data model by OCCRP and OpenSanctions",
        ),
    )
