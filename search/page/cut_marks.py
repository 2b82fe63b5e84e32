"""The marks of a text that was cut before it got here: a feed's teaser, the stub before a paywall."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from search.text import sentences
from search.word_lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search.article import Block

_REACH = 6
"""How many lines below the story may stand before the one that says what is missing: sharing, tools."""
_LONGEST_MARK = 400
"""Characters of a line that may be nothing but such a mark; an offer to subscribe seldom has more."""
_TAIL = 60
"""Characters at a text's end among which a mark stands."""
_SIGNS = ' \t.:|>»›→…!*·•-–—"“”«»'
_TRAILS_OFF = ("…", "...", ". . .", "[…]", "[...]")
_PLEASE = re.compile(r"(?:please|bitte|por favor|per favore|s'il vous plaît),? ")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“]*“|「[^「」]*」")


def cut_place(blocks: Sequence[Block]) -> int | None:
    """Find the block that shows that a text is only the beginning of one; None where none does.

    That is one at the text's end: what the story last says ends in a mark such as `[…]` or
    `[+1234 chars]`; a story of one paragraph trails off; the last line invites to read on; or what
    follows the story stands in place of the rest. A mark in the midst of a story shows nothing, nor do several
    `[…]`, which leave something out or end a list of teasers. Cost: linear in the last few blocks
    and in the number of blocks.

    Args:
        blocks: in reading order, without the headline.
    """
    told = [place for place, block in enumerate(blocks) if block.kind != "boilerplate"]
    while told and _is_feed_note(blocks[told[-1]].text):
        told.pop()
    if not told:
        return None
    last = told[-1]
    final = next(i for i in range(len(blocks) - 1, -1, -1) if not _is_feed_note(blocks[i].text))
    if _ends_cut(blocks, told) or _ends_inviting(blocks[last].text):
        return last
    # What stands in place of the rest may itself read like a paragraph, but isn't all there is.
    offered = len(told) > 2 and len(blocks[last].text) <= _TAIL  # noqa: PLR2004 - a mark, an offer
    first = told[-2] if offered else last + (len(told) == 1)
    below = range(first, min(len(blocks), last + 1 + _REACH))
    for place in below:
        if _stands_for_rest(blocks[place].text):
            return place
    text = blocks[final].text
    return final if final in below and (_invites(text) or _ends_inviting(text)) else None


def stands_for_rest(rows: Iterable[str]) -> bool:
    """Tell whether one of the rows right below a story stands in place of its rest."""
    return any(map(_stands_for_rest, rows))


def _ends_cut(blocks: Sequence[Block], told: Sequence[int]) -> bool:
    """Tell whether the story ends in a mark that something is missing, and has it nowhere else."""
    text = _plain(blocks[told[-1]].text[-_TAIL:].rstrip())
    if not _ends().search(text):
        alone = [i for i in told if blocks[i].kind in {"paragraph", "lead", "quote", "list"}]
        return len(alone) == 1 and alone[0] == told[-1] and text.endswith(_TRAILS_OFF)
    before = (_plain(blocks[place].text[-_TAIL:].rstrip()) for place in told[:-1])
    return not any(map(_ends().search, before))


def _ends_inviting(text: str) -> bool:
    """Tell whether a text trails off and then invites to read on: `the council … Read more`."""
    tail = _plain(text[-_TAIL:]).rstrip(_SIGNS + "])")
    return tail.endswith(_last_words()) and any(
        tail.endswith(phrase) and tail.removesuffix(phrase).rstrip(" ([<-–—").endswith(_TRAILS_OFF)
        for phrase in _reads_on()
    )


def _invites(text: str) -> bool:
    """Tell whether a line is nothing but an invitation to read on."""
    return len(text) <= _TAIL and _plain(text).strip(_SIGNS + "[]()") in _reads_on()


def _stands_for_rest(text: str) -> bool:
    """Tell whether a sentence of a short text begins as what stands in place of the rest."""
    if len(text) > _LONGEST_MARK:
        return False
    said = _QUOTED.sub(lambda quoted: "”" * len(quoted[0]), text)
    begun = (_plain(said[start:stop]).lstrip(_SIGNS) for start, stop in sentences(said))
    return any(_in_place_of_rest().match(_PLEASE.sub("", one, count=1)) for one in begun)


def _is_feed_note(text: str) -> bool:
    text = _plain(text)
    return text.startswith(_note_beginnings()) and any(
        text.startswith(begins) and on in text for begins, on in _lists()["feed_notes"]
    )


def _plain(text: str) -> str:
    return text[: _LONGEST_MARK + 1].lower().replace("’", "'")


def _pattern(phrases: Iterable[str]) -> str:
    """Give a regular expression of phrases in which `#` stands for a number."""
    longest = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(one).replace(r"\#", r"\d[\d.,]{0,12}") for one in longest)


def _lists() -> dict[str, Any]:
    return word_lists("page/cut_marks")


@cache
def _reads_on() -> frozenset[str]:
    return frozenset(_lists()["reads_on"])


@cache
def _note_beginnings() -> tuple[str, ...]:
    return tuple(begins for begins, _ in _lists()["feed_notes"])


@cache
def _last_words() -> tuple[str, ...]:
    return tuple(_reads_on())


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(f"(?:{_pattern(_lists()['ends'])})$")


@cache
def _in_place_of_rest() -> re.Pattern[str]:
    return re.compile(_pattern(_lists()["in_place_of_the_rest"]))
