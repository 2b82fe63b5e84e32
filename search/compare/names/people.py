"""The people that an article names: whom `he` or `she` may mean."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from search.compare.english import english, roles
from search.compare.names.aliases import full_names
from search.compare.names.known_words import (
    gender,
    gendered,
    is_institution,
    is_person_like,
    known,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Sentence
    from search.compare.names.known_words import (
        Gender,
    )
    from search.compare.names.spellings import Forms
    from search.compare.names.told_name import Mention


_ACRONYM = 3
"""Letters of a single word that is rather an acronym than a surname."""


class Person(NamedTuple):
    """A person by the fullest name, with the pronoun if it is plain; not `sure` if only perhaps."""

    name: Forms
    pronoun: Gender | None
    sure: bool


def people(
    annotated: AnnotatedArticle, mentions: Sequence[Mention]
) -> Mapping[tuple[int, int], Person]:
    """Give the mentions that may mean a person: block and place of the first word, and whom.

    What is surely none is left out: institutions, places, nations, and what stands after `the` or
    `in`. What is no known first name and has no title counts only if it is a single word, which
    might be a surname. Cost: linear in the mentions.
    """
    full = full_names(mention.forms for mention in mentions)
    signs: defaultdict[Forms, set[str]] = defaultdict(set)
    for mention in mentions:
        signs[full[mention.forms]].update(_signs(annotated.sentences[mention.sentence], mention))
    found: dict[tuple[int, int], Person] = {}
    for mention in mentions:
        name = full[mention.forms]
        sentence = annotated.sentences[mention.sentence]
        if _may_be_person(name, signs[name]) and not _is_of_a_kind(sentence, mention):
            place = sentence.at.block, sentence.words[mention.first].start
            sure = is_person_like(name) or not signs[name].isdisjoint({"person", "he", "she"})
            found[place] = Person(name, _pronoun(name, signs[name]), sure)
    return found


def _signs(sentence: Sentence, mention: Mention) -> Iterable[str]:
    """Yield what stands before a name and tells of what kind it is."""
    words = sentence.words
    if mention.first:
        before = words[mention.first - 1].form
        if before in english("names.before_no_person") or before == "the":
            yield "thing"
        if before in gendered("men"):
            yield "he"
        elif before in gendered("women"):
            yield "she"
        if before in roles():
            yield "person"
    if mention.extra or words[mention.first].form == "the":
        yield "thing"
    if mention.last < len(words) and words[mention.last].form == "who":
        yield "person"


def _is_of_a_kind(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a name only says of what kind something is: a Trump presidency."""
    return mention.first > 0 and sentence.words[mention.first - 1].form in {"a", "an"}


def _may_be_person(name: Forms, signs: set[str]) -> bool:
    if "person" in signs or is_person_like(name):
        return True
    if "thing" in signs or is_institution(name[-1]) or name[-1] in known("places.words"):
        return False
    return len(name) == 1 and (len(name[0]) > _ACRONYM or "he" in signs or "she" in signs)


def _pronoun(name: Forms, signs: set[str]) -> Gender | None:
    titled: set[Gender] = {one for one in ("he", "she") if one in signs}
    if len(titled) == 1:
        return min(titled)
    return gender(name[0]) if len(name) > 1 and not titled else None
