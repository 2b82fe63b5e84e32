"""A comparison as Markdown: what meets and how each tells it, for notes and mails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.verbs.compare.web_column import SIGNS
from tui.render.article_facts import UNKNOWN_SOURCE, day
from tui.render.markdown_text import plain, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search import Article, At, Comparison, Phrase, Quote

_WORDS = 24
_NAMES = 24


def markdown(found: Comparison) -> str:
    """Give a comparison as CommonMark with tables; text from articles is escaped throughout."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Comparison) -> Iterator[str]:
    yield f"# {plain(found.left.label)} ⇄ {plain(found.right.label)}"
    yield ""
    yield "| | left | right |"
    yield "|---|---|---|"
    yield row("", plain(found.left.label), plain(found.right.label))
    yield row("source", _source(found.left), _source(found.right))
    yield row("published", day(found.left.published), day(found.right.published))
    yield row("meets", f"{found.shared.left:.0%}", f"{found.shared.right:.0%}")
    yield row("quoted", f"{found.quoted.left:.0%}", f"{found.quoted.right:.0%}")
    yield row(
        "no match found",
        _of(found.unmatched.left, found.sentences.left),
        _of(found.unmatched.right, found.sentences.right),
    )
    if found.left.cuts or found.right.cuts:
        yield row("left out", *(plain("; ".join(side.cuts)) for side in (found.left, found.right)))
    if found.repeats.left or found.repeats.right:
        yield row(
            "said again word for word",
            _of(found.repeats.left, found.sentences.left),
            _of(found.repeats.right, found.sentences.right),
        )
    yield ""
    yield "“Meets” is the share of words in sentences with a match across."
    yield from _links(found)
    yield from _namings(found)
    yield from _quotes(found)
    yield from _figures(found)
    yield from _names(found)
    yield from _words(found)


def _links(found: Comparison) -> Iterator[str]:
    yield from ("", "## Where they meet")
    for number, link in enumerate(found.links, start=1):
        yield from ("", f"{plain(SIGNS[link.tier])} {number} · {link.tier}", "")
        yield f"> {plain(_text(found.left, found.sentences.left[link.left]))}"
        yield ">"
        yield f"> {plain(_text(found.right, found.sentences.right[link.right]))}"
    if not found.links:
        yield from ("", "No passages that meet were found.")


def _namings(found: Comparison) -> Iterator[str]:
    if found.naming:
        yield from ("", "## How each names the same person", "")
        yield from _head(found)
        for one in found.naming:
            yield row(plain(one.name), _phrases(one.left), _phrases(one.right))


def _quotes(found: Comparison) -> Iterator[str]:
    if found.quotes.left or found.quotes.right:
        yield from ("", "## Who is quoted")
        for side, quotes in ((found.left, found.quotes.left), (found.right, found.quotes.right)):
            yield from ("", f"### {_source(side)}", "")
            yield from (f"- “{plain(quote.text)}” – {_speaker(quote)}" for quote in quotes)


def _figures(found: Comparison) -> Iterator[str]:
    if found.figures:
        yield from ("", "## Figures that differ in linked sentences", "")
        yield from _head(found)
        for one in found.figures:
            yield row(
                str(one.link + 1),
                plain(_text(found.left, one.left)),
                plain(_text(found.right, one.right)),
            )


def _names(found: Comparison) -> Iterator[str]:
    if found.names:
        both = [n for n in found.names if n.left and n.right]
        yield from ("", "## Names", "")
        yield "In both: " + _listed(
            [f"{plain(n.text)} {len(n.left)} : {len(n.right)}" for n in both]
        )
        for side, names in (
            (found.left, [f"{plain(n.text)} {len(n.left)}" for n in found.names if not n.right]),
            (found.right, [f"{plain(n.text)} {len(n.right)}" for n in found.names if not n.left]),
        ):
            yield from ("", f"Only {_source(side)}: {_listed(names)}")


def _words(found: Comparison) -> Iterator[str]:
    if found.vocabulary:
        yield from ("", "## Words used more", "")
        yield from ("| word | left | right |", "|---|---|---|")
        for use in found.vocabulary[:_WORDS]:
            yield row(plain(use.word), str(use.left), str(use.right))
        if len(found.vocabulary) > _WORDS:
            yield from ("", f"… and {len(found.vocabulary) - _WORDS:,} more.")
        yield from ("", "Plain counts, the most telling first; one pair of articles proves little.")


def _head(found: Comparison) -> Iterator[str]:
    yield row("", _source(found.left), _source(found.right))
    yield "|---|---|---|"


def _phrases(phrases: Iterable[Phrase]) -> str:
    return ", ".join(f"“{plain(one.text)}” {len(one.places)}" for one in phrases)


def _speaker(quote: Quote) -> str:
    if quote.speaker is None:
        return "speaker not plain from the text"
    return plain(quote.speaker) + (f", {plain(quote.verb)}" if quote.verb else "")


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
    return ", ".join(names[:_NAMES]) + more if names else "none found"


def _of(some: Sequence[object], whole: Sequence[object]) -> str:
    return f"{len(some)} of {len(whole)} sentences"


def _text(article: Article, at: At) -> str:
    return article.blocks[at.block].text[at.start : at.stop]


def _source(article: Article) -> str:
    return plain(article.source or UNKNOWN_SOURCE)
