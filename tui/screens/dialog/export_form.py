"""The formats of what is taken out of a screen, and the names of files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from search import (
    FORMATS,
    PICTURE_SUFFIX,
    formats_for,
    free_name,
    named_path,
    proposed_name,
)
from tui.session.requests import ScreenPicture

if TYPE_CHECKING:
    from search import ExportFormat
    from tui.session.requests import ExportOffer


class Form(NamedTuple):
    """A format as it is offered: its name, the ending of its files, and which; None for a picture."""

    name: str
    suffix: str
    form: ExportFormat | None


_PICTURE = Form("SVG, a picture", PICTURE_SUFFIX, None)


def forms_of(offer: ExportOffer) -> tuple[Form, ...]:
    """Give the formats in which an offer can be taken out, one at least."""
    if isinstance(offer.subject, ScreenPicture):
        return (_PICTURE,)
    return tuple(Form(*FORMATS[form], form) for form in formats_for(offer.subject))


def proposal(offer: ExportOffer, form: Form) -> str:
    """Propose the name of a file that isn't there yet."""
    return free_name(proposed_name(offer.name, form.suffix), form.suffix, is_there)


def is_there(file: str) -> bool:
    """Tell whether there is a file of this name."""
    try:
        return named_path(file).is_file()
    except (OSError, ValueError):
        return False  # writing it says why
