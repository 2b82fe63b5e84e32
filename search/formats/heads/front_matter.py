"""Front matter: found at the head of a text, and loaded, whether YAML, TOML or JSON."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING

from search.formats.heads.loose_yaml import LooseFields, loose_mapping, swallows
from search.formats.heads.plain_yaml import plain_mapping
from search.formats.heads.stated_head import is_label, label_field, stated_head
from search.formats.heads.stated_text import StatedText
from search.formats.limits import DEEPEST_FRONT_MATTER, LONGEST_FRONT_MATTER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_WHERE = "front matter"
_CLOSERS = {"---": ("---", "..."), "+++": ("+++",), ";;;": (";;;",)}
_KEY = re.compile(r"[\"']?[^\W\d][\w .:@/-]{0,60}[\"']?\s*[:=](?:\s|$)|[\"']@\w+[\"']\s*:")
_HALVES = re.compile(r"(?<!\\)((?:\\\\)*)((?:\\(?:u|U0000)[dD][89a-fA-F][\da-fA-F]{2})+)", re.ASCII)
"""Escapes of surrogates, in which JSON spells an emoji and YAML sees no character."""
_TABLES = ("params", "extra", "taxonomies")
"""What Hugo and Zola call tables in which a page's fields stand, too."""
_MOST_STOPS = 100
"""Full stops in a line of TOML: each may be a level, and what a key costs grows with their square."""


class _OtherError(ValueError):
    """Front matter that is not what its fence says, and is read line by line."""


def front_matter(text: str) -> StatedText | None:
    """Part a text into what its front matter states and the rest; None if it has none.

    Front matter stands at the top, between lines `---` (the last may be `...`) for YAML, `+++`
    for TOML, `;;;` for JSON, or is a JSON object from the first `{` on; it begins with a name,
    for `---` may just as well be a rule. What doesn't keep to its form is read line by line, and
    a line that says nothing then is told. Never raises. Cost: linear.
    """
    blank = len(text) - len(text.lstrip("\n "))
    text, above = text[blank:], text.count("\n", 0, blank)
    if text.startswith("{"):
        return _json_head(text, above)
    lines = text.split("\n")
    closers = _CLOSERS.get(lines[0].rstrip().removesuffix("toml").removesuffix("json"))
    if closers is None:
        return None
    close = next((i for i, row in enumerate(lines[1:], 1) if row.rstrip() in closers), None)
    rows = lines[1:close]
    first = next((row for row in rows if row.strip() and not row.startswith("#")), "")
    if close is None or not _begins(first):
        return None
    source = "\n".join(rows)
    cuts: tuple[str, ...] = ()
    if len(source) > LONGEST_FRONT_MATTER:
        source = source[:LONGEST_FRONT_MATTER].rpartition("\n")[0] or source[:LONGEST_FRONT_MATTER]
        cuts = (f"the front matter after {LONGEST_FRONT_MATTER:,} characters",)
    read = _loaded(source, lines[0].rstrip())
    if read.lost:
        cuts += (_told(read.lost, above),)
    head = stated_head(read.fields, _WHERE)
    return StatedText(head, "\n".join(lines[close + 1 :]), above + close + 2, cuts)


def _begins(row: str) -> bool:
    """Tell whether a line can be the first of front matter: a name and its value, or JSON."""
    name, colon, _ = row.partition(":")
    return bool(_KEY.match(row) or row.lstrip().startswith("{") or (colon and is_label(name)))


def _told(lost: tuple[int, ...], above: int) -> str:
    """Say which lines of the front matter are in no form that can be read."""
    line = lost[0] + above + 2
    more = f" and {len(lost) - 1:,} more" if len(lost) > 1 else ""
    return f"line {line}{more} of the front matter, which has no `name: value`"


def _loaded(source: str, fence: str) -> LooseFields:
    """Load fields in the form that the fence tells, else line by line."""
    form = source.lstrip()[:1]
    loaders: tuple[Callable[[str], object], ...] = (_yaml,)
    if form == "{" or fence in {";;;", "---json"}:
        loaders = (_json, _yaml)
    elif fence.startswith("+++") or fence == "---toml":
        loaders = (_toml,)
    elif quick := plain_mapping(source):
        return LooseFields(dict(quick), ())
    for load in loaders:
        try:
            loaded = load(source)
        except _OtherError:
            continue
        if isinstance(loaded, dict):
            return LooseFields(_spread(loaded), ())
    return loose_mapping(source)


def _spread(loaded: dict[object, object]) -> dict[str, object]:
    """Give fields with those that makers of sites keep in tables of their own, after the rest."""
    fields = {str(name): value for name, value in loaded.items()}
    for table in _TABLES:
        inner = fields.get(table)
        for name, value in inner.items() if isinstance(inner, dict) else ():
            fields.setdefault(str(name), value)
    return fields


def _json_head(text: str, above: int) -> StatedText | None:
    """Read a JSON object at the head of a text, if it states a head and a text follows."""
    try:
        loaded, stop = json.JSONDecoder().raw_decode(text[:LONGEST_FRONT_MATTER])
    except (ValueError, RecursionError):
        return None
    body = text[stop:]
    if not body.strip() or not body.lstrip(" ").startswith("\n"):
        return None
    if not isinstance(loaded, dict) or not any(map(label_field, loaded)):
        return None
    lines = text.count("\n", 0, stop)
    return StatedText(stated_head(loaded, _WHERE), body, above + lines + 1)


def _json(source: str) -> object:
    try:
        return json.loads(source if source.lstrip().startswith("{") else f"{{{source}}}")
    except (ValueError, RecursionError) as error:
        raise _OtherError from error


def _toml(source: str) -> Mapping[str, object]:
    if any(line.count(".") > _MOST_STOPS for line in source.split("\n")):
        raise _OtherError
    try:
        return tomllib.loads(source.replace("\f", "\n"))
    except (ValueError, RecursionError) as error:
        raise _OtherError from error


def _yaml(source: str) -> object:
    """Load YAML, every scalar as the text it is; nothing else is ever built."""
    if swallows(source):
        raise _OtherError
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
                raise _OtherError
        return yaml.load(source, Loader=loader)  # noqa: S506 - safer than the safe loader
    except yaml.YAMLError as error:
        raise _OtherError from error


def _joined(escapes: re.Match[str]) -> str:
    """Give the characters that escaped halves stand for; what is only half of one becomes U+FFFD."""
    units = bytes.fromhex("".join(re.findall(r"([\da-fA-F]{4})(?=\\|$)", escapes[2])))
    return escapes[1] + units.decode("utf-16-be", "replace")
