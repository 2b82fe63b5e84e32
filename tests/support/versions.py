"""An article that its publisher changed, as `diptych add` brings it in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search import Arrivals, Desk

if TYPE_CHECKING:
    from pathlib import Path

FIRST = (
    "The harbour wall of Marlow will be built, its council decided on Tuesday.",
    "It will cost four million. The mayor said that work begins in May.",
    "Fishermen who spoke against it want to go to court.",
)
SECOND = (
    FIRST[0],
    "It will cost five million. The mayor said that work begins in May.",
    FIRST[2],
    "An earlier version gave another sum.",
)
THIRD = (FIRST[0], "It will cost five million.", SECOND[3])
PATH = "2024-03-05-quay-herald-wall.md"
URL = "https://quay.example/wall"


def page(paragraphs: tuple[str, ...], title: str = "Wall") -> str:
    """Give what comes in: a feed of one entry."""
    text = "".join(f"&lt;p&gt;{paragraph}&lt;/p&gt;" for paragraph in paragraphs)
    return (
        f"<rss><channel><title>Quay Herald</title><item><title>{title}</title><link>{URL}</link>"
        f"<pubDate>Tue, 05 Mar 2024 10:20:30 GMT</pubDate><description>{text}</description></item>"
        "</channel></rss>"
    )


def bring_in(place: Path, library: Path, *versions: tuple[str, ...]) -> None:
    """Bring versions of the article into a library, one after another; caches lie in a place."""
    library.mkdir(exist_ok=True)
    file = place / "feed.xml"
    for number, paragraphs in enumerate(versions):
        file.write_text(page(paragraphs, "Wall" if not number else "Wall to be built"), "utf-8")
        desk = Desk(library, cache=place / "cache", data=place / "data")
        try:
            desk.sync()
            arrivals = Arrivals(desk, (), place / "cache")
            for decision in arrivals.decisions([str(file)]):
                arrivals.carry_out(decision)
        finally:
            desk.close()


def bring_in_of_old(place: Path, library: Path) -> Path:
    """Bring in three versions that came at noon on the 5th, 6th and 7th of March; give the library."""
    bring_in(place, library, FIRST, SECOND, THIRD)
    kept = library / ".revisions" / PATH.removesuffix(".md")
    files = [(kept / f"{number}.md", number) for number in (1, 2, 3)]
    for file, number in (*files, (library / PATH, 3)):
        seen = f'seen: "2024-03-0{4 + number}T12:00:00+00:00"'
        file.write_text(re.sub(r"seen: .*", seen, file.read_text("utf-8"), count=1), "utf-8")
    return library
