"""What a file states of itself under names of fields, which outranks all else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from search.formats.heads.stated_names import stated_names
from search.formats.heads.stated_value import keyed, label_key, stated_day, texts
from search.page.addresses import find_address, host
from search.page.outlet_names import is_outlet, outlet_called, outlet_of_address, spelt_outlet
from search.page.title_suffix import without_outlet
from search.word_lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TAG_OF_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_FIELDS = ("title", "source", "authors", "published", "updated", "url", "language", "tags")
_PLACE = re.compile(r"\s*[;\[(].*$")
_SENDER = re.compile(r"\s*<[^<>]*>")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StatedHead:
    """The head fields a file states; None or empty where it states none that can be used.

    Attributes:
        where: how the file states them, in words for an article's evidence: `front matter`.
        places: words of its own for a field that has any: `label line 3`.
        whole: False where the file states that its text is only a part (`whole: false`).
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
    places: Mapping[str, str] = field(default_factory=dict)
    whole: bool = True

    @property
    def fields(self) -> dict[str, object]:
        """What is stated, by the name of the article's field."""
        every = {name: getattr(self, name) for name in _FIELDS}
        return {name: value for name, value in every.items() if value}

    @property
    def evidence(self) -> dict[str, str]:
        """Where each field that is stated stands, in words for an article's evidence."""
        return {name: self.places.get(name, self.where) for name in self.fields}


def stated_head(
    fields: Mapping[str, object],
    where: str,
    places: Mapping[str, str] | None = None,
    *,
    inverted: bool = False,
) -> StatedHead:
    """Understand what a file states under names of fields, whatever form it states them in.

    The names that are known stand in `labels.toml`, by field of the head; the first that can be
    used wins. A value of a wrong type counts as absent. Only a day of publication is one: the day on
    which somebody read, clipped or noted an article is not. Cost: linear.

    Args:
        fields: by their names, compared as `label_key` gives them, the first of those alike
            winning; a value is a string, a number, a day, a list of such, or a mapping that has
            a `name`, the `given` and `family` names of a person, or the `date-parts` of a day.
        where: how the file states them, in words for an article's evidence.
        places: for names as they stand in `fields`, such words of their own.
        inverted: whether the form writes Jane Doe as `Doe, Jane`.
    """
    said = _said(keyed(fields))
    stated = _Fields(said, {label_key(name): words for name, words in (places or {}).items()})
    source, title = stated.first("source", _outlet), stated.first("title", _text)
    if title:
        title, outlet = without_outlet(title, source)
        if outlet and not source:
            source = outlet
            stated.places["source"] = f"{stated.places.get('title', where)} (end of the title)"
    authors = stated.first("authors", lambda v: stated_names(v, source, inverted=inverted))
    return StatedHead(
        title=title,
        source=source,
        authors=authors or (),
        published=stated.first("published", stated_day),
        updated=None if _is_note(said) else stated.first("updated", stated_day),
        url=stated.first("url", _url),
        language=stated.first("language", _language),
        tags=stated.first("tags", _tags) or (),
        where=where,
        places=stated.places,
        whole=next(texts(said.get("whole")), "").lower() not in {"false", "no"},
    )


class _Fields:
    """Fields by their keys, and for each that was used where it stands, if that is known."""

    def __init__(self, said: Mapping[str, object], named: Mapping[str, str]) -> None:
        self.places: dict[str, str] = {}
        self._said = said
        self._named = named

    def first(self, wanted: str, read: Callable[[object], T | None]) -> T | None:
        """Give what the first name of a field says that can be read."""
        for name in _labels()[wanted]:
            if name in self._said and (value := read(self._said[name])):
                if name in self._named:
                    self.places[wanted] = self._named[name]
                return value
        return None


def is_label(name: str) -> bool:
    """Tell whether a name heads a text: one of a head's fields, or one that says nothing of them."""
    return label_key(name) in _known()


def label_field(name: str) -> str | None:
    """Give the field of the head that a name states, None if it states none."""
    return _known().get(label_key(name)) or None


@cache
def _labels() -> dict[str, tuple[str, ...]]:
    return {
        name: tuple(every) for name, every in word_lists("formats/heads/labels")["fields"].items()
    }


@cache
def _known() -> dict[str, str]:
    lists = word_lists("formats/heads/labels")
    known = dict.fromkeys([*lists["apart"]["names"], *lists["kept"]["names"]], "")
    known |= {name: one for one, name in lists["mail"].items()}
    for one, names in _labels().items():
        known |= {name: one for name in names if name not in known}
    return known


def _said(said: dict[str, object]) -> dict[str, object]:
    """Take what mail states for what it is: who sent it wrote it, its subject is its title."""
    mail = word_lists("formats/heads/labels")["mail"]
    sender = said.get(mail["authors"])
    if sender is None or "title" in said:
        return said
    said = {**said, "title": said.pop(mail["title"], None)}
    name = _SENDER.sub("", next(texts(sender), "")).strip(" \"'")
    said.setdefault("source" if is_outlet(name) else "author", sender)
    return said


def _is_note(said: Mapping[str, object]) -> bool:
    """Tell whether the days a head states are those of a note that somebody keeps of an article."""
    kept = word_lists("formats/heads/labels")["kept"]["names"]
    if not any(next(texts(said[name]), "") for name in kept if name in said):
        return False
    published = (name for name in _labels()["published"] if "publ" in name or "issued" in name)
    return not any(stated_day(said.get(name)) for name in published)


def _text(value: object) -> str | None:
    return next(texts(value), None)


def _url(value: object) -> str | None:
    return next((found for text in texts(value) if (found := find_address(text))), None)


def _outlet(value: object) -> str | None:
    """Give a source as an outlet's name, also when it is stated by its address or domain."""
    text = next(texts(value), "")
    address = find_address(text)
    if address or (" " not in text and "." in text):
        return outlet_of_address(address or text) or (host(address) if address else text)
    bare = _PLACE.sub("", _SENDER.sub("", text)).strip(" \"'")
    if bare != text and (known := outlet_called(bare)):
        return known
    return spelt_outlet(bare if ";" in text else text) or None


def _language(value: object) -> str | None:
    names = word_lists("formats/heads/labels")["languages"]
    for text in texts(value):
        if tag := names.get(text.casefold()):
            return str(tag)
        if _TAG_OF_LANGUAGE.fullmatch(text):
            return text.replace("_", "-")
    return None


def _tags(value: object) -> tuple[str, ...]:
    said = (re.sub(r"\s+#", ",", text) for text in texts(value))
    parts = (part.strip(" #\"'") for text in said for part in re.split(r"[,;]", text))
    return tuple(dict.fromkeys(filter(None, parts)))
