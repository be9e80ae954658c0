"""
The command ``diplomodel news lint``.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import click

from diplomodel.errors import BadInputError, DiplomodelError
from diplomodel_news._documents import articles
from diplomodel_news._language.borders import borders
from diplomodel_news._language.holders import holders
from diplomodel_news._language.language import Language, language, language_names, read_language


__all__ = ["lint_command"]


@click.command("lint")
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--uses",
    "corpus",
    type=click.Path(exists=True, path_type=Path),
    multiple=True,
    help="Count how often each form tells an event in these files or folders.",
)
@click.option("--published", default="2025-01-01", help="Day of publication for the counts.")
def lint_command(folders: tuple[Path, ...], corpus: tuple[Path, ...], published: str) -> None:
    """
    Check language FOLDERS, or those that come with diplomodel-news, office-holders and borders.

    Every fault is told with its file and place; the exit code is 1 where there is any.
    """
    try:
        read = [read_language(folder) for folder in folders]
        if not folders:
            read = [language(code) for code in language_names()]
            click.echo(f"holders*.yaml: {len(holders())} office-holders")
            click.echo(f"borders.yaml: {len(borders())} states")
    except BadInputError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        raise SystemExit(1) from None
    for one in read:
        click.echo(_summary(one))
    if corpus:
        _count(corpus, read, published)


def _summary(found: Language) -> str:
    forms = {
        form.name
        for table in (found.forms, found.nominal)
        for several in table.values()
        for form in several
    }
    return (
        f"{found.code}: {found.lexicon.count} phrases, {len(found.verbs)} verb forms,"
        f" {len(forms)} forms of {len({name.partition('.')[0] for name in forms})} kinds,"
        f" {len(found.gate)} gate phrases; no fault"
    )


def _count(corpus: tuple[Path, ...], read: list[Language], published: str) -> None:
    """
    Print how often each form told an event, the unused ones last.
    """
    from diplomodel_news._events.finding import findings_of
    from diplomodel_news._story import Story

    used: Counter[str] = Counter()
    day = dt.date.fromisoformat(published)
    for path in corpus:
        files = sorted(path.rglob("*.txt")) if path.is_dir() else [path]
        for file in files:
            with file.open("rb") as stream:
                for article in articles(stream, file.name):
                    text = getattr(article, "text", None)
                    for one in read if isinstance(text, str) else ():
                        try:
                            found = findings_of(Story(str(text), one, day)).events
                        except DiplomodelError as error:
                            click.echo(f"{file}: {error}", err=True)
                            continue
                        used.update(finding.draft.told.form.name for finding in found)
    names = {
        form.name
        for one in read
        for table in (one.forms, one.nominal)
        for several in table.values()
        for form in several
    }
    for name in sorted(names, key=lambda one: (-used[one], one)):
        click.echo(f"{used[name]:6} {name}")
