"""Who speaks in an article, and whom `he` and `she` mean in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from search.compare.english import english, roles
from search.compare.names.known_words import gendered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from search.compare.names.known_words import Gender
    from search.compare.names.people import Person
    from search.compare.names.spellings import Forms
    from search.compare.quotations.attribution import Pronoun
    from search.compare.quotations.unquoted_text import Passage

_BACK = 1
"""Paragraphs before this one whose people are still spoken of."""


_LONGEST_PHRASE = 40
"""Words at the beginning of a sentence within which its subject is named."""
_UNKNOWN: Forms = ()
"""The name of somebody in play whose name isn't known."""


class _InPlay(NamedTuple):
    """When somebody was last named or heard, by paragraph, and what may mean them.

    Of whom no pronoun is known, any may be meant only if they spoke, or are the `subject` of a
    sentence.
    """

    paragraph: int
    pronoun: Gender | None
    sure: bool
    subject: bool = False


class Conversation:
    """Who is in play while an article is read, paragraph by paragraph.

    One is in play who spoke last, or was named since, outside quotations: in this paragraph or
    the one before. A pronoun means somebody only if exactly one in play may be meant, or if the
    only one of this paragraph is whom one of its sentences is about.
    """

    def __init__(self, people: Mapping[tuple[int, int], Person]) -> None:
        """Begin before the first paragraph; `people` are the mentions, by block and place."""
        self._people = people
        self._by_text: dict[str, Person] = {}
        self._block = self._count = 0
        self._written: dict[Forms, str] = {}
        self._in_play: dict[Forms, _InPlay] = {}
        self._topics: set[Forms] = set()

    def begin(self, block: int) -> None:
        """Go on to a paragraph."""
        self._block = block
        self._count += 1
        self._topics = set()
        newest = max((one.paragraph for one in self._in_play.values()), default=0)
        oldest = min(newest, self._count - 1 - _BACK)
        self._in_play = {who: one for who, one in self._in_play.items() if one.paragraph >= oldest}

    def hear(self, passage: Passage, start: int = 0, stop: int | None = None) -> None:
        """Note who is named in a sentence, in words that begin at `start` to `stop` of its paragraph."""
        for first, last in passage.names.items():
            place = passage.words[first].start
            person = self._people.get((self._block, place))
            if person is None or place < start or (stop is not None and place >= stop):
                continue
            written = passage.written(first, last)
            self._by_text[written] = person
            self._written[person.name] = written
            stop_of_name = passage.words[last - 1].stop
            owner = passage.text[stop_of_name : stop_of_name + 2] in {"'s", "’s"}
            early = first <= _LONGEST_PHRASE and passage.introduces(0, first)
            subject = not owner and (early or _after_phrase(passage, first))
            before = self._in_play.get(person.name)
            self._in_play[person.name] = _InPlay(
                self._count,
                person.pronoun,
                person.sure,
                subject or (before is not None and before.subject),
            )
            if subject:
                self._topics.add(person.name)
        for who, pronoun in unnamed_people(passage, start, stop):
            self._written[who,] = who
            self._in_play[who,] = _InPlay(self._count, pronoun, sure=True)

    def spoke(self, speaker: str) -> None:
        """Note that somebody spoke, as written: nobody else is in play then.

        What speaks and is no person, a ministry, leaves nobody in play.
        """
        person = self._by_text.get(speaker)
        self._in_play, self._topics = {}, set()
        if person is None and roles().isdisjoint(speaker.lower().split()):
            return
        name = person.name if person else (speaker,)
        self._written[name] = speaker
        pronoun = person.pronoun if person else None
        self._in_play[name] = _InPlay(self._count, pronoun, sure=True, subject=True)
        self._topics = {name}

    def spoke_unnamed(self, pronoun: Pronoun) -> None:
        """Note that somebody spoke of whom only the pronoun is known."""
        self._in_play[_UNKNOWN] = _InPlay(self._count, pronoun.form, sure=False)

    def meant(self, pronoun: Pronoun) -> str | None:
        """Give whom a pronoun means, as last written; None unless only one may be meant."""
        fitting = [who for who, one in self._in_play.items() if one.pronoun in {None, pronoun.form}]
        if len(fitting) > 1:
            here = [who for who in fitting if self._in_play[who].paragraph == self._count]
            fitting = here if len(here) == 1 and here[0] in self._topics else fitting
        if len(fitting) != 1:
            return None
        who, one = fitting[0], self._in_play[fitting[0]]
        told = one.pronoun is not None or one.subject
        return self._written[who] if one.sure and told else None

    @property
    def alone(self) -> bool:
        """Whether nobody is in play besides who spoke last."""
        return len(self._in_play) <= 1


def unnamed_people(
    passage: Passage, start: int, stop: int | None
) -> Iterator[tuple[str, Gender | None]]:
    """Yield who is in a sentence without a name, `his wife` or `a neighbour`, and their pronoun.

    What stands beside a name only says who that is.
    """
    somebody = roles()
    found = [k for k, word in enumerate(passage.words) if word.form in somebody]
    if not found:
        return
    named = {k for first, last in passage.names.items() for k in range(first - 3, last + 1)}
    for k in found:
        word = passage.words[k]
        if not k or word.capitalised or k in named or word.start < start:
            continue
        if stop is not None and word.start >= stop:
            return
        first = next((j for j in (k - 1, k - 2) if j >= 0 and _begins(passage, j)), None)
        if first is not None and not _says_what(passage, first):
            pronoun: Gender | None = None
            if word.form in gendered("men"):
                pronoun = "he"
            elif word.form in gendered("women"):
                pronoun = "she"
            yield passage.written(first, k + 1), pronoun


def _after_phrase(passage: Passage, first: int) -> bool:
    """Tell whether a name follows the first phrase of its sentence: `For his part, Smith`."""
    opens = passage.words[0].form in english("speakers.prepositions") | {"for"}
    if not opens or first > _LONGEST_PHRASE:
        return False
    comma = [k for k in range(1, first + 1) if "," in passage.gap(k)][:2]
    return len(comma) == 1 and passage.introduces(comma[0], first)


def _says_what(passage: Passage, k: int) -> bool:
    """Tell whether words from `k` on only say what somebody is: `was a teacher`, or after a comma."""
    return k > 0 and (
        passage.breaks(k) or passage.words[k - 1].form in english("speakers.equating")
    )


def _begins(passage: Passage, k: int) -> bool:
    return passage.words[k].form in {"a", "an", "another", "her", "his", "one", "their"}
