"""A comparison as one HTML file: no script, nothing fetched, fit to be printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.verbs.compare.web_column import SIGNS, clean, column
from tui.render.article_facts import UNKNOWN_SOURCE, day, left_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search import Article, At, Comparison, Naming, Phrase, Quote

_NAMES = 24
"""Names of one list that are told."""
_WORDS = 24
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(found: Comparison) -> str:
    """Give a whole HTML document. All text from articles is escaped: it is data, never markup."""
    style = Path(__file__).with_name("web_page.css").read_text(encoding="utf-8")
    title = f"{clean(found.left.label)} ⇄ {clean(found.right.label)}"
    body = "\n".join(
        [
            '<main class="sides">',
            _side(found, "left"),
            _side(found, "right"),
            "</main>",
            _legend(),
            *_telling(found),
        ]
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _side(found: Comparison, side: str) -> str:
    article: Article = getattr(found, side)
    shared: float = getattr(found.shared, side)
    quoted: float = getattr(found.quoted, side)
    where = f"{clean(article.source or UNKNOWN_SOURCE)} · {day(article.published)}"
    url = article.url or ""
    if url.startswith(("https://", "http://")):
        where += f' · <a rel="noreferrer" href="{clean(url)}">source</a>'
    cut = f"<br>{clean(left_out(article.cuts))}" if article.cuts else ""
    language = f' lang="{clean(article.language)}"' if article.language else ""
    return (
        f'<article class="{side}"{language}>\n<h1 dir="auto">{clean(article.label)}</h1>\n'
        f'<p class="about">{where}<br>meets {shared:.0%} · quoted {quoted:.0%}{cut}</p>\n'
        f"{column(found, side)}\n</article>"
    )


def _legend() -> str:
    signs = " · ".join(f"{sign} {tier}" for tier, sign in SIGNS.items())
    return (
        f'<p class="note">{signs}; the number leads across. ↺ said before in these very words. Underlined: six words and more that both '
        "have in the same order. A sentence without a sign: no match found, which doesn't mean that "
        "the other side leaves it out. “Meets” is the share of words in sentences with a match; two "
        "outlets on one event share a median of three words in ten.</p>"
    )


def _telling(found: Comparison) -> Iterable[str]:
    """Yield the sections about how each tells it, those that have something to say."""
    if found.naming:
        yield "<h2>How each names the same person</h2>"
        yield _table(found, (_naming(one) for one in found.naming), "")
    if found.quotes.left or found.quotes.right:
        yield "<h2>Who is quoted</h2>"
        yield _two(found, _quotes(found.quotes.left), _quotes(found.quotes.right))
    if found.figures:
        yield "<h2>Figures that differ in linked sentences</h2>"
        yield _table(
            found, (_figure(found, one.link, one.left, one.right) for one in found.figures), "link"
        )
        yield '<p class="note">Both as written. That they contradict each other isn’t said.</p>'
    if found.names:
        yield from _names(found)
    if found.vocabulary:
        yield "<h2>Words used more</h2>"
        left = [use for use in found.vocabulary if use.z > 0 and use.left > use.right]
        right = [use for use in found.vocabulary if use.z < 0 and use.left < use.right]
        counted = [
            "".join(
                f'<tr><td class="count">{u.left} : {u.right}</td><td><bdi>{clean(u.word)}</bdi></td></tr>'
                for u in side[:_WORDS]
            )
            + (f"<tr><td></td><td>and {len(side) - _WORDS} more</td></tr>" if side[_WORDS:] else "")
            for side in (left, right)
        ]
        yield _two(found, *(f"<table>{rows}</table>" if rows else "" for rows in counted))
        yield '<p class="note">Plain counts, left : right, the most telling first; one pair of articles proves little.</p>'


def _names(found: Comparison) -> Iterable[str]:
    both = [
        f"<bdi>{clean(n.text)}</bdi> {len(n.left)} : {len(n.right)}"
        for n in found.names
        if n.left and n.right
    ]
    left = [f"<bdi>{clean(n.text)}</bdi> {len(n.left)}" for n in found.names if not n.right]
    right = [f"<bdi>{clean(n.text)}</bdi> {len(n.right)}" for n in found.names if not n.left]
    yield "<h2>Names</h2>"
    if both:
        yield f"<p>In both: {_listed(both)}</p>"
    yield _two(found, f"<p>Only here: {_listed(left)}</p>", f"<p>Only here: {_listed(right)}</p>")


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
    return ", ".join(names[:_NAMES]) + more if names else "none found"


def _naming(one: Naming) -> tuple[str, str, str]:
    return f"<bdi>{clean(one.name)}</bdi>", _phrases(one.left), _phrases(one.right)


def _phrases(phrases: Iterable[Phrase]) -> str:
    return "<br>".join(f"<bdi>“{clean(one.text)}”</bdi> {len(one.places)}" for one in phrases)


def _figure(found: Comparison, link: int, left: At, right: At) -> tuple[str, str, str]:
    place = found.links[link]
    return (
        f'<a href="#left-{place.left}">{SIGNS[place.tier]}{link + 1}</a>',
        clean(found.left.blocks[left.block].text[left.start : left.stop]),
        clean(found.right.blocks[right.block].text[right.start : right.stop]),
    )


def _quotes(quotes: Iterable[Quote]) -> str:
    rows = [
        f'<p dir="auto">“{clean(quote.text)}”<br><span class="about">{_speaker(quote)}</span></p>'
        for quote in quotes
    ]
    return "\n".join(rows) or "<p>Nobody, in three words and more.</p>"


def _speaker(quote: Quote) -> str:
    if quote.speaker is None:
        return "speaker not plain from the text"
    return clean(quote.speaker) + (f", {clean(quote.verb)}" if quote.verb else "")


def _table(found: Comparison, rows: Iterable[tuple[str, str, str]], first: str) -> str:
    heads = (first, *(_source(side) for side in (found.left, found.right)))
    head = "".join(f'<th scope="col">{cell}</th>' for cell in heads)
    body = "\n".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table>\n<tr>{head}</tr>\n{body}\n</table>"


def _two(found: Comparison, left: str, right: str) -> str:
    sides = (("left", found.left, left), ("right", found.right, right))
    inner = "\n".join(
        f'<div class="{side}">\n<h3>{_source(article)}</h3>\n{content}\n</div>'
        for side, article, content in sides
    )
    return f'<div class="sides">\n{inner}\n</div>'


def _source(article: Article) -> str:
    return f"<bdi>{clean(article.source or UNKNOWN_SOURCE)}</bdi>"
