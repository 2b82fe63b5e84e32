"""A library of three stories, two of which two sources tell in words of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_STORIES = {
    "strike": (
        "The {} dockers of Westhaven walked out over wages on Thursday, union leader Okafor said. "
        "The strike idles forty cranes and keeps twelve freighters from the terminal."
    ),
    "flood": (
        "The river Lenne burst its banks near Altburg and flooded the market hall overnight. "
        "The {} mayor Jonas Brandt asked the army for boats and sandbags as the dam gave way."
    ),
}
PILOT, TIDE = "Pilot", "Tide"
_WORDS = {PILOT: "angry", TIDE: "worried"}


def write_tides(library: Path) -> Path:
    """Write the articles into a new folder; one of `Pilot` is told by it alone."""
    library.mkdir()
    for number, (name, text) in enumerate(_STORIES.items()):
        for source, word in _WORDS.items():
            told = text.format(word)
            head = f"title: The {name}\nsource: {source}\ndate: 2024-0{number + 3}-02\n"
            path = library / f"{name}-{source.lower()}.md"
            path.write_text(f"---\n{head}---\n{told}\n", encoding="utf-8")
    cake = "---\ntitle: A cake\nsource: Pilot\n---\nWhisk eggs and sugar, fold in flour, bake.\n"
    (library / "cake.md").write_text(cake, encoding="utf-8")
    return library
