"""Links as wikis and notes write them: `[[Harbour]]`, `[[people/Jane Doe|Jane]]`."""

from __future__ import annotations

import re

_WIKILINK = re.compile(r"!?\[\[([^\[\]]*)\]\]")
_PICTURE = re.compile(
    r"\.(?:png|jpe?g|gif|webp|svg|avif|bmp|pdf|mp[34]|m4a|webm|wav)\Z", re.IGNORECASE
)


def without_wikilinks(text: str) -> str:
    """Give a text with the words that its wikilinks show; an embedded picture shows none.

    Those are the words after `|`, else the page's name without folders, section or `@`. The number
    of a note, `[[1]]`, is no link. Cost: linear.
    """
    return _WIKILINK.sub(_shown, text) if "[[" in text else text


def _shown(link: re.Match[str]) -> str:
    page, _, shown = link[1].partition("|")
    if page.isdigit():
        return link[0]
    if link[0][0] == "!" and _PICTURE.search(page):
        return ""
    name = page.rpartition("/")[2]
    before, mark, section = name.partition("#")
    return shown or (before if before and mark and section else name).removeprefix("@")
