"""Taking something out, as the dialog asks for it: in a thread, to a file or the clipboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from search import (
    FORMATS,
    ArticlePair,
    ClaimsOf,
    Exports,
    ReaderNotes,
    SearchError,
    SourcePair,
    UsesOf,
    counted,
    named_path,
    write_whole,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from search import Desk, Export, ExportFormat, Subject

_MOST_COPIED = 4_000_000
"""Characters that are copied: more has never fitted a clipboard that a terminal sets."""


@dataclass(frozen=True, slots=True, eq=False)
class ExportRequest:
    """What is to be taken out, in which format, and to which file; to the clipboard when None."""

    subject: Subject
    form: ExportFormat
    file: str | None


@dataclass(frozen=True, slots=True)
class ExportDone:
    """What was done, in a sentence, and the text for the clipboard, if it was to go there."""

    said: str
    copied: str | None = None


class ExportJob:
    """Takes out one thing at a time.

    Attributes:
        export: what is being taken out, which counts how far it has come; None before it is begun.
    """

    def __init__(self, desk: Desk) -> None:
        self._exports = Exports(desk)
        self.export: Export | None = None

    def run(self, request: ExportRequest, overtaken: Callable[[], bool]) -> ExportDone:
        """Do it, in a thread; raise SearchError where nothing is found or it can't be written."""
        self.export = None
        export = self._exports.export(request.subject, request.form, overtaken)
        self.export = export
        if not export.total:
            raise SearchError("Nothing to take out", "nothing was found")
        if request.file is None:
            text = _bounded(export.pieces)
            return ExportDone(f"Copied {_told(request, export)}.", text)
        file = named_path(request.file).absolute()
        write_whole(file, export.pieces)
        return ExportDone(f"Wrote {_told(request, export)} to {file}.")


def _bounded(pieces: Iterable[str]) -> str:
    parts: list[str] = []
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > _MOST_COPIED:
            reason = f"more than {_MOST_COPIED:,} characters; take a file"
            raise SearchError("Too much for the clipboard", reason)
        parts.append(piece)
    return "".join(parts)


def _told(request: ExportRequest, export: Export) -> str:
    """Say what was taken out: `38 articles as Markdown`, and what couldn't be read."""
    match request.subject:
        case ArticlePair():
            what = "the comparison"
        case SourcePair():
            what = "source against source"
        case ClaimsOf():
            what = counted(export.done, "claim")
        case UsesOf():
            what = counted(export.done, "use")
        case ReaderNotes():
            what = counted(export.done, "note")
        case _:
            what = counted(export.done, "article")
    lost = f" ({len(export.failed):,} could not be read)" if export.failed else ""
    name = FORMATS[request.form].name.partition(",")[0]
    return f"{what} as {name}{lost}"
