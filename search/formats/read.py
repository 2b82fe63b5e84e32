"""Reading an article from bytes, by the format that its suffix names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from search.article import Article, Block
from search.errors import ArticleError
from search.formats.decode import decode
from search.formats.heads.front_matter import front_matter
from search.formats.heads.label_lines import label_lines
from search.formats.heads.stated_text import StatedText
from search.formats.limits import cut_fields, cut_text
from search.formats.markdown import markdown_layout
from search.page.authors import is_about
from search.page.cut_marks import cut_place
from search.page.days.dates import date_in_address
from search.page.evidence import Evidence
from search.page.page_head import read_head, source_of_address
from search.page.page_layout import page_layout
from search.page.title_suffix import without_outlet
from search.text.clean import clean
from search.text.entities import decode_entities

if TYPE_CHECKING:
    from search.article import ArticleId
    from search.formats.heads.stated_head import StatedHead
    from search.page.page_head import PageHead
    from search.page.page_layout import PageLayout


_FEW = 3
"""Lines of a text without a story that are taken for one all the same."""


def read_text(data: bytes, path: str, article: ArticleId, *, markdown: bool = False) -> Article:
    """Read one article from the bytes of a text file: the text of a page, or Markdown.

    What it states of itself, in front matter, lines of labels or the head of a database's export,
    outranks what either says. What is longer than `search.formats.limits` allow is cut, and named
    in the article's `cuts`. Cost: linear: some milliseconds for a page of 10 kB, less for text without menus.

    Args:
        data: the whole file.
        path: relative to the library, with `/`; it names the file in errors.
        article: the id the article will bear.
        markdown: whether it is Markdown.

    Raises:
        ArticleError: the file holds no text that can be read; its reason says why.
    """
    text, cuts = cut_text(clean(decode(data, path)))
    whole = not cuts
    if not (markdown or text.startswith("---")):  # a decoded quotation mark would end YAML's own
        text = decode_entities(text)
    parted = _parted(text)
    stated, body, first, cuts = parted.head, parted.body, parted.first, (*cuts, *parted.cuts)
    nothing = (
        f"there is no text in the file but for {cuts[0]}"
        if cuts
        else "there is no text in the file"
    )
    if not body.strip():
        raise ArticleError(path, nothing)
    title = stated.title if stated else None
    if markdown:
        layout = markdown_layout(body, first, title=title)
    else:
        layout = page_layout(decode_entities(body), first, curated=stated is not None, title=title)
    if not layout.lines:
        raise ArticleError(path, nothing)
    made = article_of_layout(layout, stated, cuts, path, article, whole=whole)
    above = tuple(Block("boilerplate", row) for row in parted.above)
    return replace(made, blocks=(*above, *made.blocks)) if above else made


def _parted(text: str) -> StatedText:
    """Part a text into what it states of itself, in the first form that fits, and the rest."""
    for read in (front_matter, label_lines):
        if found := read(text):
            return found
    return StatedText(None, text)


def article_of_layout(
    layout: PageLayout,
    stated: StatedHead | None,
    cuts: tuple[str, ...],
    path: str,
    article: ArticleId,
    *,
    whole: bool,
) -> Article:
    """Make an article of a text that was taken apart; what is stated outranks what it says.

    `cuts` is what was left out before; see `Article`. `whole` tells whether that was no text of it.
    """
    head = read_head(layout)
    every, evidence = _fields(layout, head, stated)
    fields, beyond = cut_fields(every)
    blocks = _blocks(layout, head)
    mark = cut_place(blocks)
    if mark is not None:
        place = mark + (layout.title is not None and mark >= layout.title)
        evidence["whole"] = f"text: line {layout.lines[place].number}"
    elif stated and not stated.whole:
        evidence["whole"] = stated.where
    return Article(
        id=article,
        path=path,
        blocks=blocks,
        whole=whole and "whole" not in evidence,
        evidence={name: where for name, where in evidence.items() if name in {*fields, "whole"}},
        cuts=(*cuts, *beyond),
        **fields,
    )


def _blocks(layout: PageLayout, head: PageHead) -> tuple[Block, ...]:
    """Give all lines but the headline; the byline's are boilerplate, for the head has them.

    Where nothing else is told, a few lines are the story, whatever they look like.
    """
    besides = {
        place
        for place, line in enumerate(layout.lines)
        if place in head.bylines or is_about(line.text, head.authors)
    }
    left = [place for place in range(len(layout.lines)) if place not in {layout.title, *besides}]
    if len(left) <= _FEW and all(layout.kinds[place] == "boilerplate" for place in left):
        layout = replace(
            layout,
            kinds=[
                "paragraph" if place in left else kind for place, kind in enumerate(layout.kinds)
            ],
        )
    return tuple(
        Block(
            "boilerplate" if place in besides else kind,
            line.text,
            layout.depths[place] if layout.depths else 0,
        )
        for place, (line, kind) in enumerate(zip(layout.lines, layout.kinds, strict=True))
        if place != layout.title
    )


def _fields(
    layout: PageLayout, head: PageHead, stated: StatedHead | None
) -> tuple[dict[str, Any], dict[str, str]]:
    """Give the head fields that are known, and the evidence for each."""
    fields: dict[str, Any] = {}
    evidence: dict[str, str] = {}
    if layout.title is not None:
        line = layout.lines[layout.title]
        fields["title"] = without_outlet(line.text)[0]
        evidence["title"] = f"text: line {line.number}"
    if head.authors:
        fields["authors"], evidence["authors"] = head.authors, head.authors_where
    said = {
        "source": head.source,
        "published": head.published,
        "updated": head.updated,
        "url": head.url,
    }
    if stated and stated.url:
        # An address that is stated outranks what the page's boilerplate says.
        said["source"] = source_of_address(Evidence(stated.url, stated.evidence["url"]))
        if not said["published"] and (day := date_in_address(stated.url)):
            said["published"] = Evidence(day, "url")
    for name, known in said.items():
        if known:
            fields[name], evidence[name] = known.value, known.where
    if stated:
        fields |= stated.fields
        evidence |= stated.evidence
    return fields, evidence
