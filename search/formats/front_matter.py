"""YAML front matter: what a curated file says of itself, which outranks all else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.limits import DEEPEST_FRONT_MATTER, LONGEST_FRONT_MATTER
from search.formats.plain_yaml import plain_mapping
from search.page.addresses import find_address, host
from search.page.dates import find_dates
from search.page.outlet_names import outlet_of_address
from search.text.clean import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FENCE = "---"
_CLOSERS = frozenset({_FENCE, "..."})
_KEY = re.compile(r"[\"']?[^\W\d][\w .-]{0,40}[\"']?\s*:(?:\s|$)")
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
_HALVES = re.compile(r"(?<!\\)((?:\\\\)*)((?:\\(?:u|U0000)[dD][89a-fA-F][\da-fA-F]{2})+)", re.ASCII)
"""Escapes of surrogates, in which JSON spells an emoji and YAML sees no character."""
_COMPACT_DAY = re.compile(r"((?:1[6-9]|20|21)\d\d)(\d\d)(\d\d)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The head fields a file states; None or empty where it states none that can be used."""

    title: str | None
    source: str | None
    authors: tuple[str, ...]
    published: str | None
    updated: str | None
    url: str | None
    language: str | None
    tags: tuple[str, ...]

    @property
    def fields(self) -> dict[str, object]:
        """What is stated, by the name of the article's field."""
        every = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {name: value for name, value in every.items() if value}


def split_front_matter(text: str, path: str) -> tuple[FrontMatter | None, str, int]:
    """Part a text into its front matter, the rest, and the rest's first line number.

    Front matter stands between a first line `---` and a line `---` or `...`, and begins with
    a key; without these the whole text comes back, for `---` may just as well be a rule.

    Raises:
        ArticleError: it is front matter, but can't be read; the reason names the line.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return None, text, 1
    close = next((i for i, row in enumerate(lines[1:], 1) if row.rstrip() in _CLOSERS), None)
    first = next((row for row in lines[1:close] if row.strip() and not row.startswith("#")), "")
    if close is None or not _KEY.match(first):
        return None, text, 1
    fields = _load("\n".join(lines[1:close]), path)
    return _understand(fields), "\n".join(lines[close + 1 :]), close + 2


def _load(source: str, path: str) -> dict[str, object]:
    """Load a mapping of plain strings, lists and mappings; nothing else is ever built."""
    if len(source) > LONGEST_FRONT_MATTER:
        raise ArticleError(path, f"front matter is longer than {LONGEST_FRONT_MATTER:,} characters")
    loaded: object = plain_mapping(source)
    if loaded is None:
        loaded = _parse(source, path)
    if not isinstance(loaded, dict):
        raise ArticleError(path, "front matter: expected lines of `name: value`")
    return {_key(name): value for name, value in reversed(loaded.items())}


def _parse(source: str, path: str) -> object:
    import yaml  # noqa: PLC0415 - 30 ms that most articles never need

    # Base loaders give every scalar as the text it is: `title: 1984` stays a title, a date that
    # doesn't exist raises nothing, and no tag builds an object.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    source = _HALVES.sub(_joined, source)
    try:
        depth = 0
        for event in yaml.parse(source, Loader=loader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent) or depth > DEEPEST_FRONT_MATTER:
                line = event.start_mark.line + 2 if event.start_mark else 1
                why = (
                    "nested too deeply" if depth > DEEPEST_FRONT_MATTER else "aliases are not read"
                )
                raise ArticleError(path, f"front matter, line {line}: {why}")
        return yaml.load(source, Loader=loader)  # noqa: S506 - safer than the safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f", line {mark.line + 2}" if mark else ""
        why = one_line(clean(error.problem or "this is not YAML"))
        raise ArticleError(path, f"front matter{where}: {why}") from error
    except yaml.YAMLError as error:
        raise ArticleError(path, f"front matter: {one_line(clean(str(error)))}") from error


def _joined(escapes: re.Match[str]) -> str:
    """Give the characters that escaped halves stand for; what is only half of one becomes U+FFFD."""
    units = bytes.fromhex("".join(re.findall(r"([\da-fA-F]{4})(?=\\|$)", escapes[2])))
    return escapes[1] + units.decode("utf-16-be", "replace")


def _key(name: object) -> str:
    return str(name).strip().lower().replace("-", "_").replace(" ", "_")


def _understand(fields: Mapping[str, object]) -> FrontMatter:
    url = next((a for text in _texts(fields, _URL) if (a := find_address(text))), None)
    source = next((_outlet(text) for text in _texts(fields, _SOURCE)), None)
    language = next((t for t in _texts(fields, _LANGUAGE) if _TAG_OF_LANGUAGE.fullmatch(t)), None)
    return FrontMatter(
        title=next(_texts(fields, _TITLE), None),
        source=source,
        authors=_names(fields),
        published=next((d for text in _texts(fields, _PUBLISHED) if (d := _date(text))), None),
        updated=next((d for text in _texts(fields, _UPDATED) if (d := _date(text))), None),
        url=url,
        language=language.replace("_", "-") if language else None,
        tags=_tags(fields),
    )


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
