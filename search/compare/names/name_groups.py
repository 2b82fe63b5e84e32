"""The names of two articles grouped by whom they mean: named in both, or in one only."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from search.compare.comparison import At, Name, Naming
from search.compare.english import english
from search.compare.names.abbreviations import defined_abbreviations
from search.compare.names.aliases import full_names
from search.compare.names.certainty.doubtful_names import is_doubtful
from search.compare.names.counted_phrases import count_phrases
from search.compare.names.epithets import epithets, is_person
from search.compare.names.known_words import (
    first_names,
    is_derived,
    is_person_like,
    known,
    short_for,
)
from search.sides import Sides
from search.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from search.compare.annotated_article import AnnotatedArticle
    from search.compare.comparison import Epithet
    from search.compare.names.capitals import Capitals
    from search.compare.names.spellings import Forms
    from search.compare.names.told_name import Mention


_ACRONYM = 5
"""Letters of a name in capitals at most: longer ones are written small as well."""


_CALL_SIGN = 4
"""Letters of the call sign of a station in the US, which begins with K or W."""
_RARER = 2
"""So many times rarer, a full name is no longer shown in place of another of several words."""
_TWO = 2


def group_names(
    told: Sides[AnnotatedArticle], named: Sides[tuple[Mention, ...]], seen: Capitals
) -> tuple[tuple[Name, ...], tuple[Naming, ...]]:
    """Group the names of both articles, and compare how both name the same person or group.

    Both come with the most frequent first, in the second persons before groups. Persons whom both
    name in the same words only are left out of that, and groups that both call mostly the same.
    Cost: linear in the mentions.
    """
    sides = ((told.left, named.left), (told.right, named.right))
    defined = defined_abbreviations(*sides[1]) | defined_abbreviations(*sides[0])
    full_name = full_names(
        (mention.forms for _, mentions in sides for mention in mentions),
        acronyms := _acronyms(sides),
        defined,
        _mostly_after(english("persons.kin"), sides),
        _mostly_after(english("titles.words"), sides),
    )
    left, right = _by_full_name(named.left, full_name), _by_full_name(named.right, full_name)
    names: list[Name] = []
    namings: list[Naming] = []
    last_words = {forms[-1] for forms in left.keys() | right.keys()}
    for forms in left.keys() | right.keys():
        ours, theirs = left.get(forms, []), right.get(forms, [])
        thin = len(ours) + len(theirs) == 1 and forms in acronyms and forms not in defined
        if _is_group(forms) or is_derived(forms, last_words) or (thin and _may_be_any(forms)):
            continue
        if not (ours and theirs) and is_doubtful(
            [(told.left, one) for one in ours] + [(told.right, one) for one in theirs], seen
        ):
            continue
        shown = _shown(forms, (*ours, *theirs))
        text = _text(shown, ((told.left, ours), (told.right, theirs)))
        names.append(Name(text, _places(told.left, ours), _places(told.right, theirs)))
        if ours and theirs:
            namings += _naming(text, forms, told, Sides(ours, theirs))
    order = {name.text: (-len(name.left) - len(name.right), name.text) for name in names}
    names.sort(key=lambda name: order[name.text])
    namings.sort(key=lambda naming: (naming.kind != "person", order[naming.name]))
    return tuple(names), tuple(namings)


def _naming(
    text: str,
    forms: Forms,
    told: Sides[AnnotatedArticle],
    mentions: Sides[list[Mention]],
) -> Iterator[Naming]:
    """Yield how both sides name the same, where it isn't in the same words."""
    if is_person(told.left, mentions.left) or is_person(told.right, mentions.right):
        one, other = epithets(told.left, mentions.left), epithets(told.right, mentions.right)
        if {phrase.text for phrase in one} != {phrase.text for phrase in other}:
            yield Naming(text, one, other, "person")
    elif not is_person_like(forms):
        one, other = _names(told.left, mentions.left), _names(told.right, mentions.right)
        ours, theirs = _most_used(one), _most_used(other)
        if all(_is_another_name(a, b) for a in ours for b in theirs):
            yield Naming(text, one, other, "group")


def _most_used(names: Sequence[Epithet]) -> list[str]:
    """Give the most frequent of names that come with the most frequent first, all of equals."""
    return [name.text for name in names if len(name.places) == len(names[0].places)]


def _is_another_name(one: str, other: str) -> bool:
    """Tell whether two names of the same are no spelling, part or abbreviation of each other."""
    a, b = _name_words(one), _name_words(other)
    short, long = sorted(("".join(a), "".join(b)), key=len)
    return not ({*a} & {*b} or _abbreviates(short, long))


def _abbreviates(short: str, long: str) -> bool:
    """Tell whether letters stand in this order in a word with the same first: `Fla`, `DOJ`."""
    rest = iter(long)
    return short[:1] == long[:1] and all(letter in rest for letter in short)


def _name_words(name: str) -> list[str]:
    """Give the words of a name, folded: `us` of `U.S.`, `al` and `qaeda` of `al-Qaeda`."""
    return fold(name.replace(".", "")).replace("-", " ").split()


def _names(annotated: AnnotatedArticle, mentions: Iterable[Mention]) -> tuple[Epithet, ...]:
    """Give the forms of a name as written, the most frequent first."""
    return count_phrases(
        (_written(annotated, mention), _at(annotated, mention)) for mention in mentions
    )


def _is_group(forms: Forms) -> bool:
    """Tell whether a name only says of what nation, faith or party one is: Russian, South Koreans.

    What parties call their members means the party, so it is told.
    """
    return (
        forms[-1] in known("groups.words")
        and forms[-1] not in known("groups.parties")
        and all(
            form
            in english("names.first_words_of_places")
            | known("groups.words")
            | known("places.realms")
            or form in known("places.words")
            or form == "gulf"
            for form in forms[:-1]
        )
    )


def _may_be_any(forms: Forms) -> bool:
    """Tell whether an abbreviation may mean any of a kind (HR), as it is no known name."""
    form = forms[0]
    known_one = form in known("alone.acronyms") or form in short_for("states")
    station = len(form) == _CALL_SIGN and form[0] in {"k", "w"}
    return not (known_one or station) and len(form) <= _ACRONYM and form.isalpha()


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


def _mostly_after(
    nouns: AbstractSet[str], sides: Iterable[tuple[AnnotatedArticle, Iterable[Mention]]]
) -> frozenset[Forms]:
    """Give the names mostly after one of some nouns: the president's daughter Ivanka Trump."""
    after: Counter[Forms] = Counter()
    others: Counter[Forms] = Counter()
    for annotated, mentions in sides:
        for mention in mentions:
            before = annotated.sentences[mention.sentence].words[: mention.first][-1:]
            near = before and before[0].form in nouns
            (after if near else others)[mention.forms] += 1
    return frozenset(forms for forms, count in after.items() if count >= others[forms])


def _by_full_name(
    mentions: Iterable[Mention], full_name: Mapping[Forms, Forms]
) -> dict[Forms, list[Mention]]:
    found: defaultdict[Forms, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[full_name[mention.forms]].append(mention)
    return found


def _shown(full: Forms, mentions: Sequence[Mention]) -> Forms:
    """Give the form by which a name is told: the full one, unless it is a rare one.

    The White House is told as such where the Nixon White House is named once, and Ann Lee where one
    text has Ann X. Lee, which may be meant to tell. A firm is told by its first word alone where that is
    used far more often.
    """
    counts = Counter(mention.forms for mention in mentions if len(mention.forms) > 1)
    alone = sum(mention.forms == full[:1] for mention in mentions)
    named_full = is_person_like(full) or full[-1] == "news"
    if alone >= _RARER * counts[full] and not named_full:
        return full[:1]  # Lorn, where Lorn Inc. is named once
    ends = sum(mention.forms == full[-1:] for mention in mentions)
    if ends >= _RARER * counts[full] and _is_beside(full):
        return full[-1:]  # Brexit, where Post Brexit stands once
    most = max(counts, key=lambda forms: (counts[forms], len(forms), forms), default=full)
    return most if counts[most] >= _RARER * counts[full] else full


def _is_beside(full: Forms) -> bool:
    """Tell whether a prefix, a nation or a party only stands before a name: Post Brexit, Tory Brexit."""
    if len(full) != _TWO or full[0] in first_names():
        return False
    beside = full[0] in known("rows.prefixes") or full[0] in known("groups.words")
    return beside and full[-1] not in known("bodies.words")


def _text(forms: Forms, sides: Iterable[tuple[AnnotatedArticle, Sequence[Mention]]]) -> str:
    """Give the name as it is most often written in full."""
    written = Counter(
        _written(annotated, mention)
        for annotated, mentions in sides
        for mention in mentions
        if mention.forms == forms
    )
    return min(written, key=lambda text: (_is_shouted(text), -written[text], text))


def _is_shouted(text: str) -> bool:
    """Tell whether a name is written in capitals as it is in a dateline: WASHINGTON."""
    return text.isupper() and len(text) > _ACRONYM


def _written(annotated: AnnotatedArticle, mention: Mention) -> str:
    at = _at(annotated, mention)
    return annotated.article.blocks[at.block].text[at.start : at.stop]


def _at(annotated: AnnotatedArticle, mention: Mention) -> At:
    sentence = annotated.sentences[mention.sentence]
    words = sentence.words[mention.first : mention.last]
    return At(sentence.at.block, words[0].start, words[-1].stop + mention.extra)


def _places(annotated: AnnotatedArticle, mentions: Iterable[Mention]) -> tuple[At, ...]:
    return tuple(_at(annotated, mention) for mention in mentions)
