"""
An article, answers about it, and a model that lives in the tests.
"""

from __future__ import annotations

import json

import llm


ARTICLE = (
    "LIMA — Peru broke off diplomatic relations with Mexico on Monday, Foreign Minister"
    " Hugo de Zela said.\n"
    "“Today we learned of the asylum,” he told reporters.\n\n"
    "Mexico granted asylum to former prime minister Betssy Chávez, who has been at its embassy.\n"
    "Mexico has also offered asylum to others.\n"
)
BREAK = {
    "kind": "relations_break",
    "occurred": "2025-11-03",
    "by": "PER",
    "target": "MEX",
    "modality": "done",
    "evidence": {
        "quote": "Peru broke off diplomatic relations with Mexico on Monday",
        "attributed_to": "Hugo de Zela",
        "note": "Monday before publication",
    },
}
ASYLUM = {
    "kind": "asylum_grant",
    "occurred": "2025-11-03",
    "asylum_state": "MEX",
    "territorial_state": "PER",
    "persons": ["betssy-chavez"],
    "modality": "done",
    "evidence": {"quote": "Mexico granted asylum to former prime minister Betssy Chávez"},
}


def said(*events) -> str:
    """
    An answer with these events.
    """
    return json.dumps({"events": list(events)}, ensure_ascii=False)


class Scripted(llm.Model):
    """
    A model that says what it is told to: a text, an error, or whatever a function makes.
    """

    model_id = "scripted"
    can_stream = True
    supports_schema = True

    class Options(llm.Options):
        """
        A setting that models often have.
        """

        temperature: float | None = None

    def __init__(self) -> None:
        self.script: list[object] = []
        self.prompts: list[llm.Prompt] = []
        self.usage: tuple[int, int] | None = (100, 20)

    def execute(self, prompt, stream, response, conversation):
        """
        Say the next thing of the script; at its end, that nothing happened.
        """
        self.prompts.append(prompt)
        now = self.script.pop(0) if self.script else said()
        if isinstance(now, BaseException):
            raise now
        if callable(now):
            now = now(prompt)
        if self.usage:
            response.set_usage(input=self.usage[0], output=self.usage[1])
        yield from [now] if isinstance(now, str) else now


class Registered:
    """
    The plugin of llm that brings the model.
    """

    def __init__(self, *models) -> None:
        self.models = models

    @llm.hookimpl
    def register_models(self, register):
        """
        Register it, with another name for it.
        """
        for model in self.models:
            register(model, aliases=(f"my-{model.model_id}",))
