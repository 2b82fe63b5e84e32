"""The texts of the comparison screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import Sides, cite
from tui.render import safe
from tui.render.article_facts import NOT_WHOLE_COMPARED, UNKNOWN_SOURCE, lacking
from tui.render.comparison import SIDES, SIGNS, SideHead, apart_at, other_end
from tui.render.passages.page_notes import NOTE_SIGN
from tui.render.passages.stretch import Stretch

if TYPE_CHECKING:
    from search import CitationStyle, Comparison
    from tui.render.comparison import Choice, Motion, Show, Side
    from tui.screens.comparison.column_layout import ColumnLayout
    from tui.screens.comparison.view_model import ComparisonView

_MOST_NOTED = 280
"""Characters of a note that fit below the columns, where there are few rows."""

MOTIONS: dict[Motion, str] = {
    "linked": "⇄ linked",
    "same offset": "⇉ same offset",
    "free": "↕ free",
}
"""Names of the ways to scroll the sides together, in the order of their command."""

SHOWS: dict[Show, str] = {
    "all": "",
    "upper tiers": "only = and ≈",
    "no match found": "only no match found",
}
"""Names of the choices of sentences to show, in the order of their command."""


def heads(view: ComparisonView, layout: ColumnLayout) -> list[SideHead]:
    """Give the heads of the sides shown: the motion on the left, the link on the right."""
    sides: list[Side] = [layout.side] if layout.single else ["left", "right"]
    link = link_note(view.comparison, layout.choice)
    return [
        SideHead(
            view.compared(side),
            view.titles.left if side == "left" else view.titles.right,
            link if side == sides[-1] else MOTIONS[layout.motion],
        )
        for side in sides
    ]


def rule_notes(view: ComparisonView, layout: ColumnLayout, note: str) -> list[str]:
    """Give the notes in the rule below each head, or one note if there are no links.

    `note` is on what was just done. What an article lacks comes first.
    """
    aligned = layout.aligned and not layout.single
    left = lacking(view.comparison.left, NOT_WHOLE_COMPARED)
    right = lacking(view.comparison.right, NOT_WHOLE_COMPARED)
    versions = view.versions.words if view.versions is not None else Sides("", "")
    own = versions.left if not layout.single or layout.side == "left" else versions.right
    how = [note, own, _shown(view, layout.show), "rows aligned" if aligned else ""]
    where = ["" if layout.single else versions.right, tier_note(view.comparison, layout.choice)]
    if layout.single:
        how.insert(0, left if layout.side == "left" else right)
    else:
        how.insert(0, left)
        where.insert(0, right)
    if layout.match is not None:
        where.append(f"match {layout.match + 1} of {len(view.matches)}")
    notes = [[*how, *where]] if layout.single else [how, where]
    if not view.comparison.links:
        notes = [["no sentence of one was matched in the other", *how, *where]]
    return [" · ".join(filter(None, note)) for note in notes]


def _shown(view: ComparisonView, show: Show) -> str:
    if view.versions is not None and show == "no match found":
        return "only what changed"
    return SHOWS[show]


def link_note(comparison: Comparison, choice: Choice | None) -> str:
    """Say which link is selected, or how many links there are."""
    total = len(comparison.links)
    if choice is not None and choice.link is None:
        return "only in this version" if comparison.versions else "no match found"
    if choice is not None and choice.link is not None:
        return f"link {choice.link + 1} of {total}"
    return {0: "no links", 1: "1 link"}.get(total, f"{total} links")


def tier_note(comparison: Comparison, choice: Choice | None) -> str:
    """Say how the two ends of the selected link match, or what was said of the sentence; may be empty."""
    if choice is None:
        return ""
    if choice.link is None:
        apart = apart_at(comparison, choice)
        return "≠ doesn’t meet, as you said" if apart else ""
    link = comparison.links[choice.link]
    if comparison.versions:
        changed = "unchanged" if link.tier == "same words" else "replaced"
        return f"{SIGNS[link.tier]} {changed}"
    tier = "almost the same words" if link.tier == "same words" else link.tier
    return f"{SIGNS[link.tier]} {tier}{', as you said' if link.judged else ''}"


def drawer_title(view: ComparisonView, choice: Choice | None, side: str) -> str:
    """Give the title of the drawer: which source, and how many linked sentences."""
    across = view.sides.right if side == "left" else view.sides.left
    source = f"{SIDES[across.side]} {safe(across.article.source or UNKNOWN_SOURCE)}"
    if not view.comparison.links:
        return f"{source}: nothing meets"
    if choice is None:
        return f"{source}: }} chooses a link"
    count = len(view.compared(choice.side).links[choice.sentence])
    count_note = {0: "no match found", 1: "1 sentence meets this"}.get(
        count, f"{count} sentences meet this"
    )
    return f"{source}: {count_note}"


def passages(
    view: ComparisonView, choice: Choice, style: CitationStyle = "plain"
) -> tuple[str, int]:
    """Give the selected sentence and the one linked to it as citations, and how many they are.

    A sentence without a link comes alone.
    """
    ends = [choice, other_end(view.comparison.links, choice)]
    texts = []
    for end in ends:
        if end is not None:
            compared = view.compared(end.side)
            block, start, stop = compared.sentences[end.sentence]
            text = safe(compared.article.blocks[block].text[start:stop])
            texts.append(cite(compared.article, text, style))
    return "\n\n".join(texts), len(texts)


def noted(view: ComparisonView, choice: Choice | None) -> str:
    """Give what is noted on the chosen sentence and on the one it is linked to; may be empty."""
    lines: list[str] = []
    ends = (choice, other_end(view.comparison.links, choice)) if choice is not None else ()
    for end in filter(None, ends):
        at = Stretch(*view.compared(end.side).sentences[end.sentence])
        for note in view.notes_on(end.side):
            if note.touches(at):
                first, *others = note.beginning(_MOST_NOTED)
                lines.append(f"{SIDES[end.side]} {NOTE_SIGN} {safe(first)}")
                lines.extend(f"    {safe(line)}" for line in others)
    return "\n".join(lines)
