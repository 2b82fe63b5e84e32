"""Files of news databases and word processors, read as a library would read them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from search.article import ArticleId
from search.formats.container import BytesSource
from search.formats.databases import KINDS
from search.formats.kind_of import kind_of as known_kind
from search.formats.kinds import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.article import Article
    from search.formats.container import Draft
    from search.formats.kinds import Kind

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def kind_of(data: bytes, suffix: str) -> Kind | None:
    """Give the kind of such a file if it is one of these, else None."""
    kind = known_kind(f"a{suffix}", data[:SAMPLE])
    return kind if kind in KINDS else None


def drafts(data: bytes, suffix: str) -> list[Draft]:
    """Give what a file holds, as many as its spans were said to."""
    kind = kind_of(data, suffix)
    assert kind is not None
    container = kind.open(BytesSource(data), f"a{suffix}")
    found: list[Draft] = []
    for span in container.spans():
        held = container.drafts(span.start, span.stop)
        assert len(held) == span.records
        found += held
    return found


def articles(data: bytes | str, suffix: str) -> list[Article]:
    """Give the articles of a file; raise ArticleError for one that can't be read."""
    if isinstance(data, str):
        data = data.encode()
    return [
        draft.article(f"a{suffix}#{number}", ArticleId("0" * 16))
        for number, draft in enumerate(drafts(data, suffix), 1)
    ]


def story(article: Article) -> list[str]:
    """Give the text of an article, a block each."""
    return [block.text for _, block in article.story]


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Give an archive of parts by their names."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return held.getvalue()


def word_paragraph(text: str, style: str = "") -> str:
    """Give a paragraph of WordprocessingML."""
    dress = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{dress}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def word_document(body: Sequence[str] | str, *, title: str = "", creator: str = "") -> bytes:
    """Give a DOCX document of paragraphs, or of a body written out."""
    if not isinstance(body, str):
        body = "".join(map(word_paragraph, body))
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
            "word/styles.xml": f'<w:styles xmlns:w="{_WORD}">'
            '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
            '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>',
            "docProps/core.xml": f'<c:coreProperties xmlns:c="{_CORE}" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
            f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(creator)}</dc:creator>"
            "<dcterms:created>2021-02-03T10:00:00Z</dcterms:created></c:coreProperties>",
        }
    )


def open_document(body: str, *, title: str = "", creator: str = "") -> bytes:
    """Give an ODT document of a body written out."""
    spaces = "".join(f' xmlns:{name}="{_TEXT}:{name}:1.0"' for name in ("office", "text", "table", "style", "meta"))  # fmt: skip
    dublin = ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content{spaces}{dublin}><office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
            "meta.xml": f"<office:document-meta{spaces}{dublin}><office:meta><dc:title>{escape(title)}"
            f"</dc:title><meta:initial-creator>{escape(creator)}</meta:initial-creator>"
            "<dc:creator>Somebody Else</dc:creator></office:meta></office:document-meta>",
        }
    )


def rich_text(lines: Sequence[str]) -> bytes:
    """Give an RTF document of paragraphs, as Word writes it."""
    written = "\n".join(f"\\pard\\plain {_escaped(line)}\\par" for line in lines)
    return (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}"
        "{\\colortbl;\\red0\\green0\\blue0;}{\\header\\pard Page 1 of 3\\par}\n" + written + "}"
    ).encode("ascii")


def _escaped(text: str) -> str:
    plain = (
        text.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}").replace("\t", r"\tab ")
    )
    return "".join(c if c.isascii() else f"\\u{ord(c) - 65536 if ord(c) > 32767 else ord(c)}?" for c in plain)  # fmt: skip
