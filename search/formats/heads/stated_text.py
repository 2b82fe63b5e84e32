"""A text parted into what it states of itself and the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.formats.heads.stated_head import StatedHead


@dataclass(frozen=True, slots=True)
class StatedText:
    """A text parted into what it states of itself and the rest.

    Attributes:
        head: what is stated; None where nothing is.
        body: the rest, cleaned.
        first: the number of its first line in the file.
        cuts: what was left out, a phrase each; see `Article`.
        above: lines above the body that are neither head nor story, none empty, each in one line.
    """

    head: StatedHead | None
    body: str
    first: int = 1
    cuts: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
