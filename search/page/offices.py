"""What somebody is or works for, beside a name or in place of one."""

from __future__ import annotations

from functools import cache

from search.page.outlet_names import is_outlet
from search.word_lists import word_lists


def without_paper(text: str) -> str:
    """Give a line without the outlet behind its last comma: `Jane Doe Business reporter, BBC News`."""
    who, comma, paper = text.rpartition(",")
    return who if comma and is_outlet(paper.strip(" .")) else text


def joins_names(text: str) -> bool:
    """Tell whether a line only joins the name above with the one below: `and`."""
    return text.lower() in word_lists("page/boilerplate")["bylines"]["joins"]


def is_nobody(text: str) -> bool:
    """Tell whether what stands for an author names no person.

    That is a desk, a role or a section, an outlet with such words, or `Various`.
    """
    bylines = word_lists("page/boilerplate")["bylines"]
    words = [word.strip(".,:'’s").lower() for word in text.split()]
    named = [word for word in text.split() if word.strip(".,:").lower() not in offices()]
    if not named or text.casefold().strip(" .") in bylines["nobody"]:
        return True
    if len(named) < len(words) and is_outlet(" ".join(named)):
        return True
    return words[-1] in bylines["posts"]


def names_an_office(text: str) -> bool:
    """Tell whether a line ends with what somebody is: `Jane Doe, Health correspondent`."""
    posts = word_lists("page/boilerplate")["bylines"]["posts"]
    return without_paper(text).rpartition(" ")[2].strip(".,").lower() in posts


def names_no_person(name: str) -> bool:
    """Tell whether a name is a board's or a picture agency's."""
    data = word_lists("page/boilerplate")
    lists = (data["bylines"]["nobody"], data["credits"]["holders"], data["credits"]["opens"])
    return any(name.casefold() in names for names in lists)


@cache
def offices() -> frozenset[str]:
    """Give the words of what somebody is, and of what that is for."""
    bylines = word_lists("page/boilerplate")["bylines"]
    return frozenset([*bylines["roles"], *bylines["beats"]])
