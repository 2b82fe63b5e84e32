"""A folder of short articles of our own, each told by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import Desk

if TYPE_CHECKING:
    from pathlib import Path

SENTENCES = (
    "The harbour board of Marlow met on day {n} to hear what the ferries cost.",
    "Captain Ida Holm {n} said that the older of both ships needs a new engine.",
    "Fishermen asked for {n} more berths along the northern quay before winter.",
    "A vote on the plan is set for week {n}, when the council is back in town.",
    "Nobody at the yard would say how many of its {n} workers are to stay.",
    "The bridge over the sound stays closed to lorries for {n} more days.",
    "Tickets rise by {n} crowns, the first change in price since the spring.",
    "An inspector found {n} faults in the railing of the upper deck.",
    "The mayor thanked {n} volunteers who had cleared the beach of wood.",
    "Rain is forecast, and {n} boats have been taken out of the water.",
)


def told(number: int) -> str:
    """Give a text of ten sentences in five paragraphs, all of whose numbers are one."""
    said = [sentence.format(n=number) for sentence in SENTENCES]
    return "\n\n".join(" ".join(said[at : at + 2]) for at in range(0, len(said), 2))


def put(
    folder: Path,
    name: str,
    number: int,
    text: str | None = None,
    *,
    url: str = "",
    source: str = "Tide",
) -> None:
    """Write the article of a number, or one with another text under its title."""
    head = f"title: Marlow {number}\nsource: {source}\n" + (f"url: {url}\n" if url else "")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(f"---\n{head}---\n\n{text or told(number)}\n", "utf-8")


def opened(place: Path, library: Path | None = None) -> Desk:
    """Open a library and bring its index up to date; caches and data lie in a place."""
    desk = Desk(library or place / "library", cache=place / "cache", data=place / "data")
    desk.sync()
    return desk
