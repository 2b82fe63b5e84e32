"""Which of a mail's parts is what it says, decoded."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from search.errors import ArticleError
from search.formats.decode import decode
from search.formats.limits import LONGEST_MAIL_TEXT
from search.formats.mail.header_text import header_text
from search.formats.mail.mail_blocks import html_mail_blocks, plain_mail_blocks, unflowed
from search.formats.mail.mime_parts import LEVELS, content, inner_parts, parameters
from search.untrusted import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.article import Block
    from search.formats.mail.mime_parts import Part

_STUB = 3
"""A plain text with less than a third of the words of its HTML only says that there is HTML."""
_WIDER = {"us-ascii": "utf-8", "ascii": "utf-8", "iso-8859-1": "cp1252", "latin1": "cp1252",
          "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "shift_jis": "cp932"}  # fmt: skip
"""What charsets that programs state mean in practice (WHATWG Encoding, 4.2)."""


class Said(NamedTuple):
    """What a part says.

    Attributes:
        blocks: in order; empty if it says nothing.
        cuts: what was left out, a phrase each.
    """

    blocks: list[Block]
    cuts: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(block.text.split()) for block in self.blocks)


def said_in(part: Part, title: str) -> Said:
    """Give what a mail says: its text, of several forms of one the plain one unless it is a stub.

    Attachments are left out. Cost: linear in the mail.
    """
    return _said(part, title, 0)


def _said(part: Part, title: str, depth: int) -> Said:
    inner = inner_parts(part) if depth < LEVELS else []
    if not inner:
        return _leaf(part, title, linked=False)
    if part.name == "multipart/alternative":
        return _best(inner, title, depth)
    every = (_said(one, title, depth + 1) for one in inner)
    if part.name in {"multipart/related", "multipart/signed"}:
        return next((said for said in every if said.blocks), Said([]))
    blocks: list[Block] = []
    cuts: tuple[str, ...] = ()
    for said in every:
        blocks += said.blocks
        cuts += said.cuts
    return Said(blocks, tuple(dict.fromkeys(cuts)))


def _best(inner: list[Part], title: str, depth: int) -> Said:
    """Choose among several forms of one text: the plain one, else the last that says anything."""
    plain = Said([])
    rich = Said([])
    for part in inner:
        if part.name == "text/plain":
            plain = plain if plain.blocks else _leaf(part, title, linked=len(inner) > 1)
        else:
            said = _said(part, title, depth + 1)
            rich = said if said.blocks else rich
    return plain if plain.words and _STUB * plain.words >= rich.words else rich


def _leaf(part: Part, title: str, *, linked: bool) -> Said:
    if _is_attached(part) or not _is_text(part):
        return Said([])
    text = _text_of(part)
    if part.name == "text/html":
        blocks, cuts = html_mail_blocks(text, title)
    else:
        if part.parameters.get("format", "").lower() == "flowed":
            text = unflowed(text, joined=part.parameters.get("delsp", "").lower() == "yes")
        blocks, cuts = plain_mail_blocks(text, title, linked=linked)
    if len(part.body) > LONGEST_MAIL_TEXT:
        cuts = (*cuts, f"the text after {LONGEST_MAIL_TEXT >> 20} MB")
    return Said(blocks, cuts)


def _is_text(part: Part) -> bool:
    """Tell whether a part can be read as it stands; a multipart that has no parts is broken text."""
    return part.name.startswith(("text/", "multipart/")) and part.name != "text/calendar"


def _is_attached(part: Part) -> bool:
    return part.fields.get("content-disposition", "").strip().lower().startswith("attachment")


def _text_of(part: Part) -> str:
    """Decode a text by the charset it states; where that doesn't fit, by what does."""
    data = content(part)
    stated = part.parameters.get("charset", "").strip("' ").lower()
    text = decoded(data, _WIDER.get(stated, stated)) if stated else None
    if text is None or "\ufffd" in text:
        try:
            return decode(data, "")
        except ArticleError:  # no text by any reckoning: as stated then, or byte by byte
            return text if text is not None else decoded(data, "cp1252") or ""
    return text


def attachments(part: Part, depth: int = 0) -> Iterator[str]:
    """Yield the names of a mail's attachments, or their content types where they have none."""
    inner = inner_parts(part) if depth < LEVELS else []
    for one in inner:
        yield from attachments(one, depth + 1)
    if not inner and (_is_attached(part) or not _is_text(part)):
        stated = parameters(part.fields.get("content-disposition", "")).get("filename")
        yield header_text(stated or part.parameters.get("name", "")) or part.name
