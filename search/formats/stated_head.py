"""What a file states of itself under names of fields, which outranks all else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.page.addresses import find_address, host
from search.page.dates import find_dates
from search.page.outlet_names import outlet_of_address
from search.text.clean import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NOTHING = frozenset({"", "~", "null", "none", "unknown", "n/a", "[]", "{}"})

_TITLE = ("title", "headline")
_SOURCE = (
    "source",
    "publisher",
    "site",
    "site_name",
    "sitename",
    "outlet",
    "publication",
    "website",
)
_AUTHORS = ("authors", "author", "byline", "by", "creator")
_PUBLISHED = (
    "published",
    "date",
    "date_published",
    "datepublished",
    "publish_date",
    "publication_date",
    "pubdate",
    "published_at",
    "created",
)
_UPDATED = (
    "updated",
    "modified",
    "last_modified",
    "lastmod",
    "date_modified",
    "datemodified",
    "updated_at",
)
_URL = ("url", "link", "canonical_url", "canonical", "source_url", "permalink", "source")
_TAGS = ("tags", "keywords", "topics", "categories", "tag", "category")
_LANGUAGE = ("language", "lang", "locale")
_TAG_OF_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_COMPACT_DAY = re.compile(r"((?:1[6-9]|20|21)\d\d)(\d\d)(\d\d)")


@dataclass(frozen=True, slots=True)
class StatedHead:
    """The head fields a file states; None or empty where it states none that can be used.

    Attributes:
        where: how the file states them, in words for an article's evidence: `front matter`.
    """

    title: str | None
    source: str | None
    authors: tuple[str, ...]
    published: str | None
    updated: str | None
    url: str | None
    language: str | None
    tags: tuple[str, ...]
    where: str

    @property
    def fields(self) -> dict[str, object]:
        """What is stated, by the name of the article's field."""
        every = {name: getattr(self, name) for name in self.__dataclass_fields__ if name != "where"}
        return {name: value for name, value in every.items() if value}


def stated_head(fields: Mapping[str, object], where: str) -> StatedHead:
    """Understand what a file states under names of fields, whatever form it states them in.

    The names that are known stand above, by field of the head, the first that can be used
    wins. A value of a wrong type counts as absent. Cost: linear.

    Args:
        fields: by their names, read without case, `-` and a space as `_`, the first of those
            alike winning; a value is a string, a list of such, or a mapping that has a `name`.
        where: how the file states them, in words for an article's evidence.
    """
    fields = {_key(name): value for name, value in reversed(list(fields.items()))}
    url = next((a for text in _texts(fields, _URL) if (a := find_address(text))), None)
    source = next((_outlet(text) for text in _texts(fields, _SOURCE)), None)
    language = next((t for t in _texts(fields, _LANGUAGE) if _TAG_OF_LANGUAGE.fullmatch(t)), None)
    return StatedHead(
        title=next(_texts(fields, _TITLE), None),
        source=source,
        authors=_names(fields),
        published=next((d for text in _texts(fields, _PUBLISHED) if (d := _date(text))), None),
        updated=next((d for text in _texts(fields, _UPDATED) if (d := _date(text))), None),
        url=url,
        language=language.replace("_", "-") if language else None,
        tags=_tags(fields),
        where=where,
    )


def _key(name: object) -> str:
    return str(name).strip().lower().replace("-", "_").replace(" ", "_")


def _text(value: object) -> str:
    """Give a scalar as clean text in one line, empty when it is none or says nothing."""
    if not isinstance(value, str):
        return ""
    text = one_line(clean(value))
    return "" if text.lower() in _NOTHING else text


def _texts(fields: Mapping[str, object], names: tuple[str, ...]) -> Iterator[str]:
    """Yield what is said under any of the names, in the order of the names."""
    for name in names:
        value = fields.get(name)
        for part in value if isinstance(value, list) else [value]:
            if text := _text(part.get("name") if isinstance(part, dict) else part):
                yield text


def _outlet(text: str) -> str:
    """Give a source as an outlet's name, also when it is stated by its address or domain."""
    address = find_address(text)
    if address or (" " not in text and "." in text):
        return outlet_of_address(address or text) or (host(address) if address else text)
    return text


def _names(fields: Mapping[str, object]) -> tuple[str, ...]:
    found: list[str] = []
    for text in _texts(fields, _AUTHORS):
        bare = re.sub(r"^by\s+", "", text, flags=re.IGNORECASE)
        parts = [p.strip() for p in re.split(r"\s*[;|]\s*|\s+(?:and|&|und|et|y)\s+", bare)]
        for part in parts:
            commas = [p.strip() for p in part.split(",")]
            # `Doe, Jane` is one person; `Jane Doe, Joe Bloggs` are two
            found += commas if all(" " in p for p in commas) else [part]
    return tuple(dict.fromkeys(name for name in found if name))


def _date(text: str) -> str | None:
    if compact := _COMPACT_DAY.fullmatch(text):
        text = "-".join(compact.groups())
    dates = find_dates(text)
    return dates[0].iso if dates else None


def _tags(fields: Mapping[str, object]) -> tuple[str, ...]:
    found: list[str] = []
    for text in _texts(fields, _TAGS):
        found += [part.strip(" #") for part in text.split(",")]
    return tuple(dict.fromkeys(tag for tag in found if tag))
