"""An article of an export, from the fields and the paragraphs that were found of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from search.article import Block
from search.formats.container import Unreadable
from search.formats.databases.export_labels import language_tag, plain_source
from search.formats.heads.stated_head import stated_head
from search.formats.record import Record
from search.page.authors import byline_names, names_of
from search.page.days.dates import find_dates
from search.page.outlet_names import is_outlet, outlet_called
from search.text.clean import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from search.article import Article, ArticleId
    from search.formats.container import Draft

_MOST_WORDS = 4
_INITIALS = 3
_LONGEST_BYLINE = 1_000


def export_record(
    fields: Mapping[str, str], paragraphs: Sequence[str], where: str, own: str = ""
) -> Draft:
    """Make an article of a record.

    Args:
        fields: `title`, `source`, `byline`, `date`, `language` and `tags`, as the export has
            them; one that is missing or empty says nothing.
        paragraphs: of the text, a line each.
        where: the database, for the article's evidence.
        own: see `Draft.own`.
    """
    own = one_line(clean(own))
    text = "\n\n".join(one for one in paragraphs if one.strip())
    if not text:
        return Unreadable("there is no text in the record", own)
    paper = one_line(clean(fields.get("source", "")))
    bare = plain_source(paper)
    source = outlet_called(paper) or outlet_called(bare) or bare
    stated = {
        "title": fields.get("title", ""),
        "source": source,
        "authors": list(author_names(fields.get("byline", ""), source)),
        "published": first_day(fields.get("date", "")),
        "language": language_tag(fields.get("language", "")),
        "tags": fields.get("tags", ""),
    }
    said = {name: value for name, value in stated.items() if value}
    record = Record(stated_head(said, where), text, own)
    return record if record.head.title else _Untitled(record)


@dataclass(frozen=True, slots=True)
class _Untitled:
    """A record without a headline: what its text begins with is none."""

    record: Record

    @property
    def own(self) -> str:
        return self.record.own

    def article(self, path: str, article: ArticleId) -> Article:
        found = self.record.article(path, article)
        if not found.title:
            return found
        evidence = {name: where for name, where in found.evidence.items() if name != "title"}
        blocks = (Block("paragraph", found.title), *found.blocks)
        return replace(found, title=None, blocks=blocks, evidence=evidence)


def author_names(byline: str, source: str = "") -> tuple[str, ...]:
    """Give the persons a database's byline names; the paper and its offices are none.

    `Doe, Jane; Bloggs, Joe` are two, as `By Jane Doe and Joe Bloggs, chief reporter` are. A
    name in capitals is written as names are.
    """
    line = one_line(clean(byline[:_LONGEST_BYLINE])).strip(" ;,")
    found: list[str] = []
    for part in line.split(";"):
        surname, comma, given = (side.strip() for side in part.partition(","))
        turned = f"{given} {surname}" if comma and _is_turned(surname, given) else part.strip()
        names = byline_names(turned) or names_of(turned)
        found += map(_in_small_letters, names)
        found += [turned] if not names and _may_be_name(turned) else []
    return tuple(dict.fromkeys(n for n in found if n.casefold() != source.casefold()))


def first_day(text: str) -> str:
    """Give the first day, or time with its zone, that a text writes; empty if it writes none."""
    found = find_dates(one_line(clean(text)))
    return found[0].iso if found else ""


def _in_small_letters(name: str) -> str:
    """Give a name written in capitals, `JANE DOE` or `JANE Doe`, as names are."""
    if name.isupper():
        return name.title()
    return " ".join(w.title() if len(w) > _INITIALS and w.isupper() else w for w in name.split())


def _is_turned(surname: str, given: str) -> bool:
    """Tell whether a name is written with its surname first: `Doe, Jane A.`."""
    words = given.split()
    plain = bool(words) and len(words) <= _MOST_WORDS - 1 and "," not in given
    return plain and len(surname.split()) == 1 and all(word[0].isupper() for word in words)


def _may_be_name(text: str) -> bool:
    """Tell whether a text may be a name in a script that has no capitals."""
    letters = [one for one in text if one.isalpha()]
    plain = bool(letters) and not any(one.isupper() or one.islower() for one in letters)
    return plain and len(text.split()) <= _MOST_WORDS and not is_outlet(text)
