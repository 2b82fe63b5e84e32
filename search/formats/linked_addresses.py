"""The links of an article: addresses written in its text, and those its file has behind words."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from search.text.clean import clean, one_line
from search.text.entities import decode_entities
from search.untrusted import is_web_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.article import Block

MOST_LINKS = 300
"""Links that are looked for in a text, and in a file."""
_WRITTEN = re.compile(r"https?://[^\s<>\"'«»“”\[\]{}|\\^`]{1,2000}", re.IGNORECASE)
_MARKDOWN = re.compile(r"(?<!!)\[([^\[\]\n]{1,300})\]\(<?([^\s()<>]{1,2000})")
_HTML = re.compile(
    r"<a\s[^<>]{0,500}?href\s{0,3}=\s{0,3}\\?[\"']([^\"'<>\s\\]{1,2000})[^<>]{0,500}>"
    r"((?:[^<]|<(?!/?a[\s>])){1,500})</a",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]{0,500}>")
_TRAILING = ".,;:!?)'’"


class ArticleLink(NamedTuple):
    """A link: the words it is behind, where those stand in the article, and where it leads.

    `block` and `start` are the place of `text` in the article's blocks. For an address that is
    written in the text `text` is the address.
    """

    text: str
    address: str
    block: int
    start: int


def links_of(
    blocks: Sequence[Block], source: str = "", url: str | None = None
) -> list[ArticleLink]:
    """Give the web addresses an article leads to, each once, in the order of the text.

    Of the links in `source`, Markdown or HTML, those whose words stand in the story; a link that
    begins with `/` leads to the host of `url`. Empty without any. Cost: linear in the blocks and in
    the source, times `MOST_LINKS` at most for the words that are looked for.
    """
    story = [(at, block.text) for at, block in enumerate(blocks) if block.kind != "boilerplate"]
    found = [*_behind_words(story, source, _host(url)), *_written(story)]
    found.sort(key=lambda one: (one.block, one.start))
    return list({one.address: one for one in reversed(found)}.values())[::-1]


def _written(story: Sequence[tuple[int, str]]) -> Iterator[ArticleLink]:
    matches = ((at, match) for at, text in story for match in _WRITTEN.finditer(text))
    for at, match in islice(matches, MOST_LINKS):
        address = match[0].rstrip(_TRAILING)
        if is_web_address(address):
            yield ArticleLink(address, address, at, match.start())


def _behind_words(
    story: Sequence[tuple[int, str]], source: str, host: str
) -> Iterator[ArticleLink]:
    for words, target in dict.fromkeys(islice(_targets(source), MOST_LINKS)):
        address = f"{host}{target}" if host and re.match(r"/(?!/)", target) else target
        if not words or not is_web_address(address):
            continue
        for at, text in story:
            if (start := text.find(words)) >= 0:
                yield ArticleLink(words, address, at, start)
                break


def _targets(source: str) -> Iterator[tuple[str, str]]:
    """Yield words and target of each link as the source has them, made plain."""
    for match in _MARKDOWN.finditer(source):
        yield _plain(match[1].replace("*", "").replace("`", "")), match[2]
    for match in _HTML.finditer(source):
        yield _plain(_TAG.sub("", match[2])), decode_entities(match[1])


def _plain(words: str) -> str:
    return one_line(clean(decode_entities(words)))


def _host(url: str | None) -> str:
    """Give scheme and host of an address, as `https://news.example`; empty without."""
    if url is None or not is_web_address(url):
        return ""
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{re.split('[/?#]', rest, maxsplit=1)[0]}"
