"""Citations: a passage with its source, in a style that the reader chooses.

The styles are those of the Publication Manual of the APA (7th edition, 2020), the MLA Handbook (9th
edition, 2021) and the Chicago Manual of Style (18th edition, 2024; its notes), for articles of
newspapers on the web, in plain text: no style's italics.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.export.reference import reference
from search.export.tidy_text import tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from search.article import Article
    from search.export.citation_styles import CitationStyle
    from search.export.person_name import PersonName
    from search.export.reference import Reference

_FULL = (
    "January February March April May June July August September October November December"
).split()
_SHORT = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()
_ENDS = ("?", "!", ".", "…", "?”", "!”", "?’", "!’")
_MOST_APA, _MOST_CHICAGO = 20, 6
"""Authors that are all named; of more, APA names the first 19 and the last, Chicago the first."""
_MANY_MLA = 3


def cite(article: Article, passage: str, style: CitationStyle = "plain") -> str:
    """Give a passage in quotation marks, unwrapped, and below it where it stands.

    Cost: linear in the passage and the article's head.
    """
    return f"“{tidy(passage)}”\n{cite_article(article, style)}"


def cite_article(article: Article, style: CitationStyle = "plain") -> str:
    """Cite an article; in the plain style its address has a line of its own."""
    return _STYLES[style](reference(article))


def _plain(one: Reference) -> str:
    day = [one.day.isoformat()] if one.day else []
    facts = ", ".join([one.title, *filter(None, [one.source]), *day])
    return f"— {facts}" + (f"\n{one.url}" if one.url else "")


def _apa(one: Reference) -> str:
    when = f"({one.day.year}, {_FULL[one.day.month - 1]} {one.day.day})" if one.day else "(n.d.)"
    authors = _joined([_initialled(name) for name in one.authors], "&", _MOST_APA)
    first = [f"{_ended(authors)} {when}.", _ended(one.title)]
    if not authors:
        first = [_ended(one.title), f"{when}."]
    same = [name.whole.casefold() for name in one.authors] == [one.source.casefold()]
    source = [_ended(one.source)] if one.source and not same else []
    return " ".join([*first, *source, *filter(None, [one.url])])


def _mla(one: Reference) -> str:
    day = f"{one.day.day} {_SHORT[one.day.month - 1]} {one.day.year}" if one.day else ""
    authors = one.authors
    named = _inverted(authors[0]) if authors else ""
    if len(authors) >= _MANY_MLA:
        named += ", et al."
    elif len(authors) > 1:
        named += f", and {authors[1].whole}"
    first = [_ended(named)] if named else []
    rest = ", ".join(filter(None, (one.source, day, _bare(one.url))))
    return " ".join([*first, _quoted(one.title, "."), *([_ended(rest)] if rest else [])])


def _chicago(one: Reference) -> str:
    day = f"{_FULL[one.day.month - 1]} {one.day.day}, {one.day.year}" if one.day else ""
    names = [name.whole for name in one.authors]
    named = f"{names[0]} et al." if len(names) > _MOST_CHICAGO else _joined(names, "and")
    rest = ", ".join(filter(None, (one.source, day, one.url)))
    title = _quoted(one.title, "," if rest else ".")
    return (f"{named}, " if named else "") + title + (f" {_ended(rest)}" if rest else "")


_STYLES: dict[CitationStyle, Callable[[Reference], str]] = {
    "plain": _plain,
    "apa": _apa,
    "mla": _mla,
    "chicago": _chicago,
}


def _ended(text: str) -> str:
    """End a text with a full stop, unless it has an end."""
    return text if text.endswith(_ENDS) else f"{text}."


def _quoted(title: str, end: str) -> str:
    """Put a title in quotation marks with what follows inside; quotations within are single."""
    inner = title.replace("“", "‘").replace("”", "’").replace('"', "'")
    closed = inner.endswith(_ENDS) and (end == "." or not inner.endswith("."))
    return f"“{inner}”" if closed else f"“{inner}{end}”"


def _joined(names: Sequence[str], last: str, most: int = 0) -> str:
    """Join names with commas and a word before the last; of more than `most` (APA), leave some out."""
    if most and len(names) > most:
        return f"{', '.join(names[: most - 1])}, … {names[-1]}"
    if len(names) < 2:  # noqa: PLR2004 - one has nothing to join
        return "".join(names)
    comma = "," if len(names) > 2 or last == "&" else ""  # noqa: PLR2004 - as above
    return f"{', '.join(names[:-1])}{comma} {last} {names[-1]}"


def _initialled(name: PersonName) -> str:
    """Give a name as `van Beethoven, L., Jr.`; hyphens stay: `Sartre, J.-P.`."""
    if not name.given:
        return name.family
    initials = " ".join(
        "-".join(f"{part[0]}." for part in word.split("-") if part) for word in name.given.split()
    )
    return ", ".join(filter(None, (name.surname, initials, name.suffix)))


def _inverted(name: PersonName) -> str:
    """Give a name as `Beethoven, Ludwig van, Jr.`."""
    if not name.given:
        return name.family
    given = f"{name.given} {name.particle}".strip()
    return ", ".join(filter(None, (name.family, given, name.suffix)))


def _bare(url: str) -> str:
    """Give an address as the MLA Handbook does, without `https://`."""
    return url.partition("://")[2]
