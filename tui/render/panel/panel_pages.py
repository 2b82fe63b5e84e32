"""The findings of a comparison as pages of the panel."""

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
"""Words shown of each side; those further down may be due to chance."""
_AROUND = 36
"""Characters of its sentence shown before and after a figure, at most."""


def pages(comparison: Comparison) -> tuple[PanelPage, ...]:
    """Give all pages of the panel in their order, including those without findings.

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


def _sides(comparison: Comparison) -> tuple[str, str]:
    return (
        f"{SIDES['left']} {comparison.left.source or UNKNOWN_SOURCE}",
        f"{SIDES['right']} {comparison.right.source or UNKNOWN_SOURCE}",
    )


def _on(side: Side, places: Sequence[At]) -> tuple[tuple[Side, At], ...]:
    return tuple((side, at) for at in places)


def _naming(comparison: Comparison) -> PanelPage:
    def phrases(side: Side, epithets: Sequence[Epithet]) -> tuple[PanelEntry, ...]:
        return tuple(
            PanelEntry(
                (Piece(f"“{epithet.text}”"),),
                side,
                _on(side, epithet.places),
                lead=f"{len(epithet.places):>2} ",
            )
            for epithet in epithets
        )

    return PanelPage(
        "Naming",
        len(comparison.naming),
        _sides(comparison),
        tuple(
            EntryGroup(person.name, phrases("left", person.left), phrases("right", person.right))
            for person in comparison.naming
        ),
        "How each names the same person, word for word, and how often.",
        "No person is named by both in different words.",
    )


def _words(comparison: Comparison) -> PanelPage:
    def entry(side: Side, use: Usage) -> PanelEntry:
        left_count, right_count = Piece(f"{use.left:>2}"), Piece(f"{use.right:<2}")
        if side == "left":
            left_count = left_count._replace(tone="strong")
        else:
            right_count = right_count._replace(tone="strong")
        return PanelEntry(
            (left_count, Piece(" : ", "faint"), right_count, Piece(f" {use.word}")),
            side,
            word=use.word,
        )

    # The plain counts shown must agree with the heading, whatever the lengths of the articles.
    more = [use for use in comparison.vocabulary if use.z > 0 and use.left > use.right]
    less = [use for use in comparison.vocabulary if use.z < 0 and use.left < use.right]
    left = tuple(entry("left", use) for use in more[:_MOST_WORDS])
    right = tuple(entry("right", use) for use in less[:_MOST_WORDS])
    shown = EntryGroup("", left, right, _sides(comparison), "none more than the other", brief=True)
    cut = more[_MOST_WORDS:] or less[_MOST_WORDS:]
    order = f"the {_MOST_WORDS} most telling of each" if cut else "most telling first"
    return PanelPage(
        "Words",
        len(left) + len(right),
        _sides(comparison),
        (shown,) if left or right else (),
        f"Words used more: plain counts, {order}; one pair proves little.",
        "No word is used more by one of them.",
    )


def _names(comparison: Comparison) -> PanelPage:
    def shared(name: Name) -> PanelEntry:
        left, right = len(name.left), len(name.right)
        count = Piece(f"{left:>2} : {right:<2}", "faint")
        places = _on("left", name.left) + _on("right", name.right)
        return PanelEntry((count, Piece(f" {name.text}")), "left", places)

    def alone(side: Side, name: Name) -> PanelEntry:
        places = name.left if side == "left" else name.right
        return PanelEntry(
            (Piece(f"{len(places):>2}", "faint"), Piece(f" {name.text}")), side, _on(side, places)
        )

    both = tuple(shared(name) for name in comparison.names if name.left and name.right)
    left = tuple(alone("left", name) for name in comparison.names if not name.right)
    right = tuple(alone("right", name) for name in comparison.names if not name.left)
    groups = [EntryGroup("In both, left : right", both, brief=True)] if both else []
    if left or right:
        groups.append(
            EntryGroup("In one of them", left, right, _sides(comparison), "none", brief=True)
        )
    return PanelPage(
        "Names",
        len(comparison.names),
        _sides(comparison),
        tuple(groups),
        "How often each uses a name, shorter forms included; found by capitals.",
        "No names were found.",
    )


def _quotes(comparison: Comparison) -> PanelPage:
    def entry(side: Side, quote: Quote) -> PanelEntry:
        who = (
            Piece(quote.speaker, "strong") if quote.speaker else Piece("speaker not plain", "faint")
        )
        verb = Piece(f" · {quote.verb}: " if quote.verb else ": ", "faint")
        return PanelEntry((who, verb, Piece(f"“{quote.text}”")), side, ((side, quote.at),))

    left = tuple(entry("left", quote) for quote in comparison.quotes.left)
    right = tuple(entry("right", quote) for quote in comparison.quotes.right)
    names = _sides(comparison)
    heads = (
        f"{names[0]} · quoted {round(comparison.quoted.left * 100)} %",
        f"{names[1]} · quoted {round(comparison.quoted.right * 100)} %",
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


def _figures(comparison: Comparison) -> PanelPage:
    def entry(side: Side, figure: Figure) -> PanelEntry:
        link = comparison.links[figure.link]
        if side == "left":
            article, sentence, at = (
                comparison.left,
                comparison.sentences.left[link.left],
                figure.left,
            )
        else:
            article, sentence, at = (
                comparison.right,
                comparison.sentences.right[link.right],
                figure.right,
            )
        return PanelEntry(_within(article, sentence, at), side, ((side, at),), link=figure.link)

    return PanelPage(
        "Figures",
        len(comparison.figures),
        _sides(comparison),
        tuple(
            EntryGroup(
                f"Link {figure.link + 1}, {SIGNS[comparison.links[figure.link].tier]} "
                f"{comparison.links[figure.link].tier}",
                (entry("left", figure),),
                (entry("right", figure),),
            )
            for figure in comparison.figures
        ),
        "Figures and days that differ in sentences that are linked; both may be right.",
        "No figures that differ were found in linked sentences.",
    )


def _within(article: Article, sentence: At, at: At) -> tuple[Piece, ...]:
    """Give the text of a place, with some words of its sentence around it."""
    text = article.blocks[at.block].text
    start, stop = max(sentence.start, at.start - _AROUND), min(sentence.stop, at.stop + _AROUND)
    before, after = text[start : at.start], text[at.stop : stop]
    if start > sentence.start:
        before = "…" + before.partition(" ")[2]
    if stop < sentence.stop:
        after = after.rpartition(" ")[0] + "…"
    return Piece(before, "faint"), Piece(text[at.start : at.stop], "strong"), Piece(after, "faint")


def _repeats(comparison: Comparison) -> PanelPage:
    def entries(
        side: Side, article: Article, sentences: Sequence[At], repeats: Sequence[tuple[int, int]]
    ) -> tuple[PanelEntry, ...]:
        return tuple(
            PanelEntry(
                (
                    Piece(
                        article.blocks[sentences[repeated].block].text[
                            sentences[repeated].start : sentences[repeated].stop
                        ]
                    ),
                ),
                side,
                _on(side, (sentences[repeated], sentences[first])),
            )
            for repeated, first in repeats
        )

    left = entries("left", comparison.left, comparison.sentences.left, comparison.repeats.left)
    right = entries("right", comparison.right, comparison.sentences.right, comparison.repeats.right)
    shown = EntryGroup("", left, right, _sides(comparison), "none")
    return PanelPage(
        "Repeats",
        len(left) + len(right),
        _sides(comparison),
        (shown,) if left or right else (),
        "Sentences that an article says again, word for word.",
        "Neither says a sentence twice.",
    )
