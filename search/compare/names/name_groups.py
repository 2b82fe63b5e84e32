"""The names of two articles grouped by whom they mean: named in both, or in one only."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from search.compare.comparison import At, Name, Naming
from search.compare.english import english
from search.compare.names.abbreviations import defined_abbreviations
from search.compare.names.aliases import full_names
from search.compare.names.epithets import epithets, is_person

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from search.compare.annotated_article import AnnotatedArticle
    from search.compare.names.aliases import Forms
    from search.compare.names.mentions import Mention
    from search.sides import Sides


def group_names(
    told: Sides[AnnotatedArticle], named: Sides[tuple[Mention, ...]]
) -> tuple[tuple[Name, ...], tuple[Naming, ...]]:
    """Group the names of both articles, and compare the epithets of persons that both name.

    Both come with the most frequent first. Persons whom both name in the same words only are
    left out of the second. Cost: linear in the mentions.
    """
    sides = ((told.left, named.left), (told.right, named.right))
    defined = defined_abbreviations(*sides[1]) | defined_abbreviations(*sides[0])
    full_name = full_names(
        (mention.forms for _, mentions in sides for mention in mentions),
        _acronyms(sides),
        defined,
        _relatives(sides),
    )
    left, right = _by_full_name(named.left, full_name), _by_full_name(named.right, full_name)
    names: list[Name] = []
    namings: list[Naming] = []
    for forms in left.keys() | right.keys():
        ours, theirs = left.get(forms, []), right.get(forms, [])
        text = _text(forms, ((told.left, ours), (told.right, theirs)))
        names.append(Name(text, _places(told.left, ours), _places(told.right, theirs)))
        if ours and theirs and (is_person(told.left, ours) or is_person(told.right, theirs)):
            one, other = epithets(told.left, ours), epithets(told.right, theirs)
            if {phrase.text for phrase in one} != {phrase.text for phrase in other}:
                namings.append(Naming(text, one, other))
    order = {name.text: (-len(name.left) - len(name.right), name.text) for name in names}
    names.sort(key=lambda name: order[name.text])
    namings.sort(key=lambda naming: order[naming.name])
    return tuple(names), tuple(namings)


def _acronyms(sides: Iterable[tuple[AnnotatedArticle, Iterable[Mention]]]) -> frozenset[Forms]:
    """Give the single words that are never written but in capitals."""
    big: set[Forms] = set()
    other: set[Forms] = set()
    for annotated, mentions in sides:
        for mention in mentions:
            if len(mention.forms) == 1:
                written = _written(annotated, mention)
                (big if written.isupper() else other).add(mention.forms)
    return frozenset(big - other)


def _relatives(sides: Iterable[tuple[AnnotatedArticle, Iterable[Mention]]]) -> frozenset[Forms]:
    """Give the names right after a word of kinship: the president's daughter Ivanka Trump."""
    return frozenset(
        mention.forms
        for annotated, mentions in sides
        for mention in mentions
        for before in [annotated.sentences[mention.sentence].words[: mention.first][-1:]]
        if before and before[0].form in english("persons.kin")
    )


def _by_full_name(
    mentions: Iterable[Mention], full_name: Mapping[Forms, Forms]
) -> dict[Forms, list[Mention]]:
    found: defaultdict[Forms, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[full_name[mention.forms]].append(mention)
    return found


def _text(forms: Forms, sides: Iterable[tuple[AnnotatedArticle, Sequence[Mention]]]) -> str:
    """Give the name as it is most often written in full."""
    written = Counter(
        _written(annotated, mention)
        for annotated, mentions in sides
        for mention in mentions
        if mention.forms == forms
    )
    return min(written, key=lambda text: (-written[text], text))


def _written(annotated: AnnotatedArticle, mention: Mention) -> str:
    at = _at(annotated, mention)
    return annotated.article.blocks[at.block].text[at.start : at.stop]


def _at(annotated: AnnotatedArticle, mention: Mention) -> At:
    sentence = annotated.sentences[mention.sentence]
    words = sentence.words[mention.first : mention.last]
    return At(sentence.at.block, words[0].start, words[-1].stop + mention.extra)


def _places(annotated: AnnotatedArticle, mentions: Iterable[Mention]) -> tuple[At, ...]:
    return tuple(_at(annotated, mention) for mention in mentions)
