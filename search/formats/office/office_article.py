"""A document of a word processor that is one article."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from search.formats.heads.stated_head import stated_head
from search.formats.limits import cut_fields
from search.formats.record import Record
from search.page.authors import names_of
from search.text.clean import clean, one_line

if TYPE_CHECKING:
    from search.article import Article, ArticleId, Block
    from search.formats.office.office_document import OfficeDocument

_WHERE = "properties of the document"
_STYLED = "style of the document"
_NO_TITLE = re.compile(
    r"microsoft word\b.*|(?:document|dokument|documento|untitled|unbenannt|sans nom|sans titre)\s?\d{0,3}"
    r"|(?:powerpoint )?pr[eä]sentation|\S+\.\w{2,4}",
    re.IGNORECASE,
)
"""What programs write as a title where nobody has given one: a file's name, or none at all."""

_PROGRAMS = frozenset(
    ["microsoft office user", "microsoft office-anwender", "windows user", "windows-benutzer", "office user"]
)  # fmt: skip
_TOP = 5


@dataclass(frozen=True, slots=True)
class OfficeArticle:
    """The draft of an article that is all of a document."""

    document: OfficeDocument

    @property
    def own(self) -> str:
        """Nothing: the file names it."""
        return ""

    def article(self, path: str, article: ArticleId) -> Article:
        """Understand it; raise ArticleError if there is no text.

        The text says its head as any text does. A title is also one by its style; the properties
        count where neither says a title or an author, and never for the day: a document is created
        when somebody copies into it.
        """
        text = "\n\n".join(one.text.replace("\t", " | ") for one in self.document.paragraphs)
        title = self._styled_title()
        where = _STYLED if title else _WHERE
        head = stated_head({"title": title} if title else {}, where)
        found = Record(head, text).article(path, article)
        return _by_properties(self._with_parts(found), self.document)

    def _styled_title(self) -> str:
        told = [one for one in self.document.paragraphs if one.text][:_TOP]
        titles = [one.text for one in told if one.part == "title"]
        if titles:
            return titles[0]
        return told[0].text if told and told[0].part == "heading" else ""

    def _with_parts(self, found: Article) -> Article:
        """Give headings and items of lists the parts that their styles say."""
        parts = {
            one_line(clean(one.text.replace("\t", " | "))): one.part
            for one in self.document.paragraphs
            if one.part in {"heading", "list"}
        }
        return replace(
            found, blocks=tuple(_as(block, parts.get(block.text)) for block in found.blocks)
        )


def _as(block: Block, part: str | None) -> Block:
    if block.kind == "boilerplate" or part is None:
        return block
    return replace(block, kind="heading" if part == "heading" else "list")


def _by_properties(found: Article, document: OfficeDocument) -> Article:
    stated: dict[str, object] = {}
    title = one_line(clean(document.title))
    if not found.title and title and not _NO_TITLE.fullmatch(title):
        stated["title"] = title
    creator = one_line(clean(document.creator))
    if not found.authors and creator.casefold() not in _PROGRAMS and (names := names_of(creator)):
        stated["authors"] = names
    kept, cuts = cut_fields(stated)
    evidence = {**found.evidence, **dict.fromkeys(kept, _WHERE)}
    return replace(found, cuts=(*found.cuts, *cuts), evidence=evidence, **kept)
