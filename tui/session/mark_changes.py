"""Changes of marks that screens ask for, each to be made in a thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search import Article, ArticleId, Desk, Marks
    from tui.render.passages.stretch import Stretch

ChangeMarks: TypeAlias = Callable[["Desk"], None]
"""Changes something; may raise SearchError."""
Sign: TypeAlias = Literal["read", "starred"]
_SAID: dict[Sign, tuple[str, str]] = {
    "read": ("Marked as read", "Marked as unread"),
    "starred": ("Starred", "Took the star from"),
}


class ChosenArticle(NamedTuple):
    """The article on a screen that marks are for, and what it is called."""

    id: ArticleId
    label: str


def toggle(article: ArticleId, sign: Sign) -> Callable[[Desk], Marks]:
    """Change a mark of an article to what it isn't now; the change gives what is marked then."""

    def change(desk: Desk) -> Marks:
        from search import MarkChange  # noqa: PLC0415 - loaded with the desk

        wanted = not getattr(desk.marks.of([article])[0], sign)
        made = MarkChange(read=wanted) if sign == "read" else MarkChange(starred=wanted)
        desk.marks.mark([article], made)
        return desk.marks.of([article])[0]

    return change


def toggled(sign: Sign, marks: Marks, label: str) -> str:
    """Say what became of a mark of an article, by what is marked of it now."""
    return f"{_SAID[sign][0 if getattr(marks, sign) else 1]}: {label}"


def add_note(article: Article, places: Sequence[Stretch], text: str) -> ChangeMarks:
    """Add a note on a passage over one or more blocks of an article; on the whole of it without any."""

    def change(desk: Desk) -> None:
        from search import MarkChange, PassagePlace, passage_at  # noqa: PLC0415 - as above

        made = MarkChange(note=text)
        if places:
            made = made.on(passage_at(article, *(PassagePlace(*place) for place in places)))
        desk.marks.mark([article.id], made)

    return change


def change_note(number: int, text: str) -> ChangeMarks:
    """Give a note another text, or remove it where that is empty."""

    def change(desk: Desk) -> None:
        if text:
            desk.marks.store.edit_note(number, text)
        else:
            desk.marks.store.remove_note(number)

    return change


def set_tags(article: Article, before: Sequence[str], tags: Sequence[str]) -> ChangeMarks:
    """Give an article other tags than it had; those that others gave it meanwhile stay."""

    def change(desk: Desk) -> None:
        from search import MarkChange  # noqa: PLC0415 - as above

        added = tuple(name for name in tags if name not in before)
        gone = tuple(name for name in before if name not in tags)
        desk.marks.mark([article.id], MarkChange(tags=added, untags=gone))

    return change


def known_tags(desk: Desk) -> dict[str, int]:
    """Give all tags with how many articles have each."""
    return {name: len(articles) for name, articles in desk.marks.store.tagged().items()}


def take_back(desk: Desk) -> str | None:
    """Take back the last change, and have stories follow; give what it was, None without one."""
    what = desk.marks.store.undo()
    if what == "story":
        desk.story_groups.regather()
    return what


def taken_back(what: str | None) -> str:
    """Say what was taken back."""
    if what is None:
        return "There is nothing to take back: nothing was marked since the start."
    return f"Took back the last change: {what}."
