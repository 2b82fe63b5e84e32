"""A record: an article of which a file gives the head in named fields, and the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from search.article import Article
from search.errors import ArticleError
from search.formats.limits import cut_fields, cut_text
from search.formats.markdown import markdown_layout
from search.formats.read import article_of_layout
from search.page.cut_marks import cut_place
from search.page.days.dates import date_in_address
from search.page.evidence import Evidence
from search.page.page_head import source_of_address
from search.page.page_layout import page_layout
from search.text.clean import clean
from search.text.entities import decode_entities

if TYPE_CHECKING:
    from search.article import ArticleId, Block
    from search.formats.heads.stated_head import StatedHead

Form: TypeAlias = Literal["plain", "markdown"]


@dataclass(frozen=True, slots=True)
class Record:
    """An article of which a file gives the head in named fields, and the text.

    Attributes:
        head: what the fields state.
        text: what it says: paragraphs with blank lines between them, or a line each.
        own: see `Draft.own`.
        form: how the text is to be read.
        blocks: the text as blocks where the format knows them; then `text` counts for nothing.
        cuts: what was left out of it before; see `Article.cuts`.
    """

    head: StatedHead
    text: str = ""
    own: str = ""
    form: Form = "plain"
    blocks: tuple[Block, ...] = ()
    cuts: tuple[str, ...] = ()

    def article(self, path: str, article: ArticleId) -> Article:
        """Understand it; raise ArticleError if there is no text."""
        if self.blocks:
            every, evidence = self._stated()
            fields, beyond = cut_fields(every)
            cut = cut_place(self.blocks) is not None
            kept = {*fields, "whole"} if cut else {*fields}
            evidence = {**evidence, "whole": "text"}
            return Article(
                id=article,
                path=path,
                blocks=self.blocks,
                evidence={name: where for name, where in evidence.items() if name in kept},
                cuts=(*self.cuts, *beyond),
                whole=not (cut or self.cuts),
                **fields,
            )
        text, cuts = cut_text(clean(self.text))
        if not text.strip():
            raise ArticleError(path, "there is no text in the record")
        if self.form == "markdown":
            layout = markdown_layout(text, 1, title=self.head.title)
        else:
            layout = page_layout(decode_entities(text), 1, curated=True, title=self.head.title)
        cuts = (*self.cuts, *cuts)
        return article_of_layout(layout, self.head, cuts, path, article, whole=not cuts)

    def _stated(self) -> tuple[dict[str, object], dict[str, str]]:
        """Give what the head states, and what its address tells besides, with the evidence."""
        fields = dict(self.head.fields)
        evidence = dict(self.head.evidence)
        if url := self.head.url:
            source = source_of_address(Evidence(url, evidence["url"]))
            day = date_in_address(url)
            told = {"source": source, "published": Evidence(day, "url") if day else None}
            for name, known in told.items():
                if known and name not in fields:
                    fields[name], evidence[name] = known.value, known.where
        return fields, evidence
