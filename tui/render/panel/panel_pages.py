"""The findings of a comparison as pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.render.article_facts import UNKNOWN_SOURCE
from tui.render.comparison.side import SIDES, SIGNS
from tui.render.panel.entry import EntryGroup, PanelEntry, PanelPage, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search import Article, At, Comparison, Epithet, Figure, Name, Quote, Usage
    from tui.render.comparison.side import Side

_MOST_WORDS = 40
"""Words shown of each side: further down chance decides."""
_AROUND = 36
"""Characters of its sentence shown before and after a figure, at most."""


def pages(comparison: Comparison) -> tuple[PanelPage, ...]:
    """Give all pages of the panel, in the order they are shown; those without findings too.

    Cost: linear in the findings.
    """
    return (
        _naming(comparison),
        _words(comparison),
        _names(comparison),
        _quotes(comparison),
        _figures(comparison),
        _repeats(comparison),
    )


def _sides(found: Comparison) -> tuple[str, str]:
    return (
        f"{SIDES['left']} {found.left.source or UNKNOWN_SOURCE}",
        f"{SIDES['right']} {found.right.source or UNKNOWN_SOURCE}",
    )


def _on(side: Side, places: Sequence[At]) -> tuple[tuple[Side, At], ...]:
    return tuple((side, at) for at in places)


def _naming(found: Comparison) -> PanelPage:
    def phrases(side: Side, said: Sequence[Epithet]) -> tuple[PanelEntry, ...]:
        return tuple(
            PanelEntry(
                (Piece(f"“{one.text}”"),),
                side,
                _on(side, one.places),
                lead=f"{len(one.places):>2} ",
            )
            for one in said
        )

    return PanelPage(
        "Naming",
        len(found.naming),
        _sides(found),
        tuple(
            EntryGroup(one.name, phrases("left", one.left), phrases("right", one.right))
            for one in found.naming
        ),
        "How each names the same person, word for word, and how often.",
        "No person is named by both in different words.",
    )


def _words(found: Comparison) -> PanelPage:
    def entry(side: Side, use: Usage) -> PanelEntry:
        mine, yours = Piece(f"{use.left:>2}"), Piece(f"{use.right:<2}")
        if side == "left":
            mine = mine._replace(tone="strong")
        else:
            yours = yours._replace(tone="strong")
        return PanelEntry(
            (mine, Piece(" : ", "faint"), yours, Piece(f" {use.word}")), side, word=use.word
        )

    # A plain count must bear out what the heading says, whatever the lengths of the articles.
    more = [use for use in found.vocabulary if use.z > 0 and use.left > use.right]
    less = [use for use in found.vocabulary if use.z < 0 and use.left < use.right]
    left = tuple(entry("left", use) for use in more[:_MOST_WORDS])
    right = tuple(entry("right", use) for use in less[:_MOST_WORDS])
    shown = EntryGroup("", left, right, _sides(found), "none more than the other", brief=True)
    cut = more[_MOST_WORDS:] or less[_MOST_WORDS:]
    order = f"the {_MOST_WORDS} most telling of each" if cut else "most telling first"
    return PanelPage(
        "Words",
        len(left) + len(right),
        _sides(found),
        (shown,) if left or right else (),
        f"Words used more: plain counts, {order}; one pair proves little.",
        "No word is used more by one of them.",
    )


def _names(found: Comparison) -> PanelPage:
    def shared(one: Name) -> PanelEntry:
        left, right = len(one.left), len(one.right)
        count = Piece(f"{left:>2} : {right:<2}", "faint")
        places = _on("left", one.left) + _on("right", one.right)
        return PanelEntry((count, Piece(f" {one.text}")), "left", places)

    def alone(side: Side, one: Name) -> PanelEntry:
        places = one.left if side == "left" else one.right
        return PanelEntry(
            (Piece(f"{len(places):>2}", "faint"), Piece(f" {one.text}")), side, _on(side, places)
        )

    both = tuple(shared(one) for one in found.names if one.left and one.right)
    left = tuple(alone("left", one) for one in found.names if not one.right)
    right = tuple(alone("right", one) for one in found.names if not one.left)
    groups = [EntryGroup("In both, left : right", both, brief=True)] if both else []
    if left or right:
        groups.append(EntryGroup("In one of them", left, right, _sides(found), "none", brief=True))
    return PanelPage(
        "Names",
        len(found.names),
        _sides(found),
        tuple(groups),
        "How often each uses a name, shorter forms included; found by capitals.",
        "No names were found.",
    )


def _quotes(found: Comparison) -> PanelPage:
    def entry(side: Side, quote: Quote) -> PanelEntry:
        who = (
            Piece(quote.speaker, "strong") if quote.speaker else Piece("speaker not plain", "faint")
        )
        said = Piece(f" · {quote.verb}: " if quote.verb else ": ", "faint")
        return PanelEntry((who, said, Piece(f"“{quote.text}”")), side, ((side, quote.at),))

    left = tuple(entry("left", quote) for quote in found.quotes.left)
    right = tuple(entry("right", quote) for quote in found.quotes.right)
    names = _sides(found)
    heads = (
        f"{names[0]} · quoted {round(found.quoted.left * 100)} %",
        f"{names[1]} · quoted {round(found.quoted.right * 100)} %",
    )
    shown = EntryGroup("", left, right, heads, "no quotation of three words and more")
    return PanelPage(
        "Quotes",
        len(left) + len(right),
        names,
        (shown,) if left or right else (),
        "Three words and more, a speaker where it is plain. Quoted: share of words.",
        "Neither quotes three words and more.",
    )


def _figures(found: Comparison) -> PanelPage:
    def entry(side: Side, one: Figure) -> PanelEntry:
        link = found.links[one.link]
        if side == "left":
            article, sentence, at = found.left, found.sentences.left[link.left], one.left
        else:
            article, sentence, at = found.right, found.sentences.right[link.right], one.right
        return PanelEntry(_within(article, sentence, at), side, ((side, at),), link=one.link)

    return PanelPage(
        "Figures",
        len(found.figures),
        _sides(found),
        tuple(
            EntryGroup(
                f"Link {one.link + 1}, {SIGNS[found.links[one.link].tier]} "
                f"{found.links[one.link].tier}",
                (entry("left", one),),
                (entry("right", one),),
            )
            for one in found.figures
        ),
        "Figures and days that differ in sentences that are linked; both may be right.",
        "No figures that differ were found in linked sentences.",
    )


def _within(article: Article, sentence: At, at: At) -> tuple[Piece, ...]:
    """Give what stands at a place, with some words of its sentence around it."""
    text = article.blocks[at.block].text
    start, stop = max(sentence.start, at.start - _AROUND), min(sentence.stop, at.stop + _AROUND)
    before, after = text[start : at.start], text[at.stop : stop]
    if start > sentence.start:
        before = "…" + before.partition(" ")[2]
    if stop < sentence.stop:
        after = after.rpartition(" ")[0] + "…"
    return Piece(before, "faint"), Piece(text[at.start : at.stop], "strong"), Piece(after, "faint")


def _repeats(found: Comparison) -> PanelPage:
    def entries(
        side: Side, article: Article, said: Sequence[At], again: Sequence[tuple[int, int]]
    ) -> tuple[PanelEntry, ...]:
        return tuple(
            PanelEntry(
                (
                    Piece(
                        article.blocks[said[later].block].text[said[later].start : said[later].stop]
                    ),
                ),
                side,
                _on(side, (said[later], said[first])),
            )
            for later, first in again
        )

    left = entries("left", found.left, found.sentences.left, found.repeats.left)
    right = entries("right", found.right, found.sentences.right, found.repeats.right)
    shown = EntryGroup("", left, right, _sides(found), "none")
    return PanelPage(
        "Repeats",
        len(left) + len(right),
        _sides(found),
        (shown,) if left or right else (),
        "Sentences that an article says again, word for word.",
        "Neither says a sentence twice.",
    )
