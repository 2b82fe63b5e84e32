"""A library of two sources with words of their own, and a few other articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flood import Placed, surroundings

from tui.routes import KeynessRoute
from tui.screens.keyness.screen import KeynessScreen

if TYPE_CHECKING:
    from pathlib import Path

    from search import Desk

HERALD = "Valley Herald"
COURIER = "The Courier"
ARTICLES = 24
_SUBJECTS = "levee harbour orchard station market chapel bridge quarry".split()
_SENTENCES = {
    HERALD: (
        "The regime sent troops to the {subject} of Marlow on day {n}; Maduro’s regime was firm; "
        "people waited for bread while the troops stood by, an official said."
    ),
    COURIER: (
        "The government sent soldiers to the {subject} of Marlow on day {n}; Maduro’s government "
        "was firm; people waited for rice while the soldiers stood by, an official said."
    ),
}


def write_papers(library: Path) -> Path:
    """Write the articles into a new folder: 24 of each source, and two others."""
    library.mkdir()
    for source, sentences in _SENTENCES.items():
        for n in range(ARTICLES):
            text = sentences.format(subject=_SUBJECTS[n % len(_SUBJECTS)], n=n)
            head = f"title: Part {n}\nsource: {source}\ndate: 2024-{n % 3 + 1:02}-{n + 1:02}\n"
            _write(library / f"{source.split()[-1].lower()}-{n:02}.md", head, text)
    _write(library / "evening.md", 'source: "[bold]Evening[/bold] Post"\n', "A note on fish.")
    _write(library / "unsigned.md", "title: A note\n", "Nobody signed this.")
    return library


def _write(path: Path, head: str, text: str) -> None:
    path.write_text(f"---\n{head}---\n{text}\n", encoding="utf-8")


def keyness_of(desk: Desk, sources: tuple[str | None, ...]) -> Placed:
    """Make the screen that compares two sources."""
    return Placed(KeynessScreen(KeynessRoute(sources), surroundings(desk)), desk)
