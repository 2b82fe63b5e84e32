"""The head of a web page: what its tags and its linked data state, each with its evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from search.formats.web.author_names import author_names
from search.formats.web.element_text import tidy
from search.formats.web.linked_data import linked_article
from search.formats.web.page_days import stated_days
from search.formats.web.stated_values import stated_values
from search.formats.web.title_choice import alike, choose_title
from search.page.addresses import find_address, host, unwrap
from search.page.outlet_names import outlet_called, outlet_of_address, spelt_outlet
from search.untrusted import is_web_address
from search.word_lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

    from search.formats.web.linked_data import LinkedArticle
    from search.formats.web.stated_values import StatedValues

_TAG_OF_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_SAVED = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)|<!--\s*saved from url=\(\d{1,9}\)(\S+)",
    re.IGNORECASE,
)
_SAVED_REACH = 20_000
_LINKED = "JSON-LD"


@dataclass(slots=True)
class WebHead:
    """Head fields by the names that `Article` has for them, and the evidence for each.

    Attributes:
        itself: names of the outlet, casefolded.
        body: the text as linked data gives it, empty if it doesn't.
        not_its_days: days that the page marks as today's, as they stand there.
    """

    fields: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    evidence: dict[str, str] = field(default_factory=dict)
    itself: set[str] = field(default_factory=set)
    body: str = ""
    not_its_days: frozenset[str] = frozenset()

    def put(self, name: str, value: str | tuple[str, ...], where: str) -> None:
        """State a field, unless it is stated already or there is nothing to state."""
        if value and name not in self.fields:
            self.fields[name], self.evidence[name] = value, where


def web_page_head(tree: HtmlElement, markup: str, saved_from: str | None) -> WebHead:
    """Read what a page states of itself; what it doesn't state is not there. Cost: linear.

    Args:
        tree: the page.
        markup: its HTML, at whose beginning a browser may have said where it was saved from.
        saved_from: the address that was said beside the page.
    """
    said = stated_values(tree)
    titles = [*said.headings, *said.of(*_metas("title")), said.title]
    linked = linked_article(tree, titles)
    head = WebHead(body=linked.body, not_its_days=frozenset(said.todays))
    _put_address(head, said, linked, saved_from or _saved_from(markup))
    _put_source(head, said, linked)
    _put_title(head, said, linked)
    _put_authors(head, said, linked)
    _put_rest(head, said, linked)
    _put_days(head, said, linked)
    return head


def _metas(name: str) -> list[str]:
    names: list[str] = word_lists("formats/web/page_words")["metas"][name]
    return names


def _saved_from(markup: str) -> str | None:
    found = _SAVED.search(markup, 0, _SAVED_REACH)
    return tidy(found[1] or found[2]) if found else None


def _put_address(
    head: WebHead, said: StatedValues, linked: LinkedArticle, saved: str | None
) -> None:
    """State the page's address: the one with a path, for a wrong canonical one is the site's."""
    stated = [
        (said.canonical, "link rel=canonical"),
        *((text, "meta og:url") for text in said.of(*_metas("url"))),
        (linked.url if linked.is_article else "", _LINKED),
        (saved or "", "saved from"),
    ]
    known = [(unwrap(url), where) for url, where in stated if url and is_web_address(url)]
    paths = [one for one in known if one[0].partition("://")[2].partition("/")[2].strip("/")]
    for url, where in paths or known:
        head.put("url", url, where)


def _put_source(head: WebHead, said: StatedValues, linked: LinkedArticle) -> None:
    url = head.fields.get("url")
    names = [*said.of(*_metas("source")), linked.publisher]
    address = url if isinstance(url, str) else ""
    outlet = outlet_of_address(address) if address else None
    stated = [
        *((name, "meta og:site_name") for name in said.of("og:site_name")),
        (linked.publisher, f"{_LINKED} publisher"),
        *(
            (name, "meta")
            for name in said.of("dc.publisher", "dcterms.publisher", "citation_journal_title")
        ),
    ]
    for name, where in stated:
        head.put("source", _outlet(name, outlet), where)
    if address:
        head.put("source", outlet or host(address), f"{head.evidence['url']} (its address)")
        labels = host(address).split(".")
        names += [host(address), *labels[-2:-1], outlet or ""]
    head.itself = {name.casefold().removeprefix("the ") for name in map(str, names) if name}
    head.itself |= {find for name in tuple(head.itself) if (find := name.partition(".")[0])}
    head.itself |= {name.replace(" ", "") for name in tuple(head.itself)}


def _outlet(name: str, own: str | None) -> str:
    """Give a stated source as a name, also where an address or a domain stands for it.

    Where the page's own address is an outlet's, a name of that outlet is given as the outlet's.
    """
    address = find_address(name)
    if address:
        return outlet_of_address(address) or host(address)
    if " " not in name and "." in name:
        return outlet_of_address(name) or name
    known = outlet_called(name)
    return known if known and known == own else spelt_outlet(name)


def _put_title(head: WebHead, said: StatedValues, linked: LinkedArticle) -> None:
    stated = [
        *((text, "meta og:title") for text in said.of("og:title")),
        (linked.headline if linked.is_article else "", f"{_LINKED} headline"),
        *((text, "meta") for text in said.of(*_metas("title")[1:])),
        (said.marked[0] if len(said.marked) == 1 else "", "itemprop headline"),
        (said.title, "title"),
    ]
    headings = [*said.headings, *said.subheadings]
    chosen = choose_title(headings, [one for one in stated if one[0]], head.itself)
    if not chosen:
        return
    sub = chosen[1] == "h1" and not any(alike(chosen[0], text) for text in said.headings)
    head.put("title", chosen[0], "heading" if sub else chosen[1])
    _, found, beside = said.title.partition(chosen[0])
    if found and (tail := beside.strip(" |–—·•:»«-").casefold()):  # what the site calls itself
        head.itself |= {tail, tail.rpartition(" ")[0]} - {""}


def _put_authors(head: WebHead, said: StatedValues, linked: LinkedArticle) -> None:
    persons = [name for name, organisation in linked.authors if not organisation]
    bodies = [name for name, organisation in linked.authors if organisation]
    for texts, where in (
        (persons, f"{_LINKED} author"),
        ([*said.of(*_metas("authors")), *_labelled(said)], "meta author"),
        (said.authors, "byline"),
        (bodies, f"{_LINKED} author"),
    ):
        head.put("authors", author_names(texts, head.itself), where)


def _labelled(said: StatedValues) -> Iterator[str]:
    """Yield what cards for other sites label `Written by`, as WordPress writes them."""
    labels = _metas("authors_labels")
    for number in ("1", "2"):
        pair = zip(
            said.of(f"twitter:label{number}"), said.of(f"twitter:data{number}"), strict=False
        )
        yield from (value for label, value in pair if label.casefold() in labels)


def _put_days(head: WebHead, said: StatedValues, linked: LinkedArticle) -> None:
    address = head.fields.get("url") or ""
    language = head.fields.get("language") or ""
    for name, value, where in stated_days(said, linked, str(language), str(address)):
        head.put(name, value, where)


def _named(said: StatedValues, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        for value in said.of(name):
            yield value, f"meta {name}"


def _put_rest(head: WebHead, said: StatedValues, linked: LinkedArticle) -> None:
    languages = [
        (said.language, "html lang"),
        *_named(said, _metas("language")),
        (linked.language, _LINKED),
    ]
    for language, where in languages:
        if _TAG_OF_LANGUAGE.fullmatch(language):
            head.put("language", language.replace("_", "-"), where)
    head.put("tags", tuple(dict.fromkeys(said.of(*_metas("tags")))), "meta article:tag")
    head.put("tags", _keywords(linked.keywords), f"{_LINKED} keywords")
    head.put("tags", _keywords(said.of(*_metas("keywords"))), "meta keywords")


def _keywords(texts: Iterable[str]) -> tuple[str, ...]:
    found = [part.strip(" #") for text in texts for part in re.split(r"[,;]", text)]
    return tuple(dict.fromkeys(part for part in found if part))
