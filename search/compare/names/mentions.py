"""Named entities, found by capital letters: untyped, with every place where they stand."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from search.compare.english import english
from search.compare.names.capitals import is_acronym, opens
from search.compare.names.known_words import first_names, known, may_open_sentence, short_for
from search.compare.names.name_rows import LONGEST, may_begin, row_end, row_start
from search.compare.names.row_parts import names_in_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Sentence, Word
    from search.compare.names.capitals import Capitals

_ALL_NOUNS = ("de", "lb", "nds")
_DOMAIN = re.compile(r"\.(?:co\.uk|com|org|net|gov|edu)\b")
_POSSESSIVE = re.compile(r"['’]s\b")
_FOLLOWING = re.compile(r"['’]s(?:[ \u00a0]([a-z]+)\b|(?=[.,;:)]|\Z))")
_GLUED = re.compile(r"([A-Z]\w*?[a-z])(?:[A-Z]|\d{4})")
_NEAR = 24
"""Characters after a name that are looked at."""
_OFTEN = 3
"""Times that a word of no more letters is written small, so that in capitals it is shouted."""
_WORD_ACRONYM = 3
"""Letters of what is in capitals from which on it may be a word that is shouted."""


class Mention(NamedTuple):
    """One mention of a name: words `first` to `last` (exclusive) of a sentence.

    `forms` are its folded words, without `The`; `extra` counts the characters that belong to it
    after the last word: the 's of McDonald's, the .com of a site.
    """

    sentence: int
    first: int
    last: int
    forms: tuple[str, ...]
    extra: int = 0


def mentions(annotated: AnnotatedArticle, seen: Capitals) -> tuple[Mention, ...]:
    """Give the names of a story in reading order; they never overlap.

    Words in a row that have a capital, within a sentence, make a name; so do small words
    within it, as in `Bank of England`. What stands alone, or first in a sentence, has to be
    written so more often than not. Titles and days are no names. In a headline, where every
    word has a capital, only names known from elsewhere count. A language that gives all nouns
    a capital has none that could be told by it. Cost: linear in the words.
    """
    if (annotated.article.language or "").lower().startswith(_ALL_NOUNS):
        return ()
    found: list[Mention] = []
    for i, sentence in enumerate(annotated.sentences):
        if not sentence.headline:
            found.extend(_in_sentence(i, sentence, annotated.text(sentence), seen))
    found_forms = {mention.forms for mention in found}
    for i, sentence in enumerate(annotated.sentences):
        if sentence.headline:
            text = annotated.text(sentence)
            found.extend(_in_headline(i, sentence, text, found_forms, seen))
    return _with_endings(annotated, _without_kinds(sorted(found)))


def _without_kinds(found: Sequence[Mention]) -> list[Mention]:
    """Leave out single words for any institution, unless they are the end of a name here."""
    ends = {mention.forms[-1] for mention in found if len(mention.forms) > 1}
    kinds = (known("bodies.words") | english("names.before_of")) - known("alone.institutions")
    return [
        mention
        for mention in found
        if len(mention.forms) > 1 or mention.forms[0] not in kinds or mention.forms[0] in ends
    ]


def _in_sentence(i: int, sentence: Sentence, text: str, seen: Capitals) -> Iterator[Mention]:
    words = sentence.words
    k = free = 0
    while k < len(words):
        if not words[k].capitalised or not (
            may_begin(words, k, text) or _is_surname(sentence, k, text, seen)
        ):
            k += 1
            continue
        last = row_end(words, k, text)
        first = row_start(words, k, free, text, seen)
        if opens(sentence, k, text) and not _holds_at_start(words, k, last, text, seen):
            first = k + 1
        for begin, end in names_in_row(words, first, last, text):
            glued = any(_is_glued(words, j, text) for j in range(begin, end))
            if not glued and _is_name(words[begin:end], text, seen):
                forms = tuple(word.form for word in words[begin:end])
                yield Mention(i, _with_article(sentence, begin, text), end, forms)
        k = free = max(last, k + 1)


def _in_headline(
    i: int, sentence: Sentence, text: str, found: set[tuple[str, ...]], seen: Capitals
) -> Iterator[Mention]:
    words = sentence.words
    k = 0
    while k < len(words):
        for last in range(min(len(words), k + LONGEST), k, -1):
            forms = tuple(word.form for word in words[k:last])
            named = forms in found and (last > k + 1 or seen.named(forms[0]))
            if words[k].capitalised and named and may_begin(words, k, text):
                yield Mention(i, k, last, forms)
                k = last
                break
        else:
            k += 1


def _is_name(words: Sequence[Word], text: str, seen: Capitals) -> bool:
    """Tell whether what a row comes down to is a name: no day, and no word with a chance capital."""
    forms = [word.form for word in words]
    if (english("names.calendar") | known("alone.words")).issuperset(forms):
        return len(words) == 1 and forms[0] in seen.surnames
    if len(words) > 1:
        return True
    form = forms[0]
    if len(form) == 1 or (form[0].isalpha() and _is_code(form)):
        return False
    if form in known("alone.counted") and text[words[0].stop : words[0].stop + 2].strip().isdigit():
        return False
    if is_acronym(words[0], text):
        word = seen.lowercase[form] if form not in short_for("shortened") else 0
        return word == 0 if len(form) > _WORD_ACRONYM else word < _OFTEN
    adverb = form.endswith("ly") and form not in first_names() and form not in seen.surnames
    return seen.named(form) and (not adverb or form in known("places.words"))


def _is_surname(sentence: Sentence, k: int, text: str, seen: Capitals) -> bool:
    """Tell whether a word that has a capital for other reasons is one's surname: Theresa May."""
    word = sentence.words[k]
    if word.form not in seen.surnames or not word.capitalised or opens(sentence, k, text):
        return False
    return not text[word.stop : word.stop + 2].strip(" ").isdigit()


def _is_glued(words: Sequence[Word], k: int, text: str) -> bool:
    """Tell whether a name is stuck to what follows it, as in scraped text: Ann Lee LeeMore news."""
    glued = _GLUED.match(text, words[k].start, words[k].stop)
    return glued is not None and any(
        text[word.start : word.stop] == glued[1] for word in words[max(0, k - LONGEST) : k]
    )


def _is_code(form: str) -> bool:
    """Tell whether letters and digits alternate, as in an address: MAb0jGi7r4."""
    kinds = [sign.isdigit() for sign in form]
    return sum(a != b for a, b in itertools.pairwise(kinds)) > 1


def _with_article(sentence: Sentence, first: int, text: str) -> int:
    """Give where a name begins that is written with a capital article: in The Onion."""
    before = first - 1
    if before < 1 or sentence.words[before].form != "the":
        return first
    word = sentence.words[before]
    near = text[word.stop : sentence.words[first].start] == " "
    return before if near and word.capitalised and not opens(sentence, before, text) else first


def _holds_at_start(
    words: Sequence[Word], first: int, last: int, text: str, seen: Capitals
) -> bool:
    """Tell whether the first word of a sentence belongs to the name that it may begin."""
    form = words[first].form
    if (
        _is_quoted(words, first, last, text)
        or seen.named(form)
        or form in english("titles.words")
        or form in first_names()
        or is_acronym(words[first], text)
    ):
        return True
    if last == first + 1:
        return False
    following = words[first + 1]
    joined = following.form == "and" and form in known("joined.words")
    if following.form == "of" or joined or seen.pairs[form, following.form]:
        return True
    if following.capitalised and following.form in known("bodies.words"):
        return form in known("joined.words") or form in known("openers.of_bodies")
    return not seen.lowercase[form] and not may_open_sentence(form)


def _is_quoted(words: Sequence[Word], first: int, last: int, text: str) -> bool:
    """Tell whether a row opens a bracket, or stands in quotation marks as the title of a work does."""
    start, stop = words[first].start, words[last - 1].stop
    before = text[start - 1 : start]
    closes = not set('"”’').isdisjoint(text[stop : stop + 2])
    return last > first + 1 and (before == "(" or (closes and before in set('"“‘')))


def _with_endings(annotated: AnnotatedArticle, found: Sequence[Mention]) -> tuple[Mention, ...]:
    """Add to names what belongs to them after the last word: Macy's, Amazon.com.

    An 's does if the name never stands without it and owns nothing at least once.
    """
    after = [_after(annotated, mention) for mention in found]
    plain = {m.forms for m, rest in zip(found, after, strict=True) if not _POSSESSIVE.match(rest)}
    own = {
        mention.forms
        for mention, rest in zip(found, after, strict=True)
        if mention.forms not in plain
        and (
            " ".join(mention.forms) in known("rows.possessive_names")
            or (mention.forms[0] not in first_names() and _owns_nothing(rest))
        )
    }
    given: list[Mention] = []
    for mention, rest in zip(found, after, strict=True):
        ending = _DOMAIN.match(rest)
        if ending is None and mention.forms in own:
            ending = _POSSESSIVE.match(rest)
        given.append(mention._replace(extra=len(ending[0])) if ending else mention)
    return tuple(given)


def _after(annotated: AnnotatedArticle, mention: Mention) -> str:
    """Give the beginning of what follows a name."""
    sentence = annotated.sentences[mention.sentence]
    stop = sentence.words[mention.last - 1].stop
    return annotated.text(sentence)[stop : stop + _NEAR]


def _owns_nothing(rest: str) -> bool:
    """Tell whether no word follows an 's that could be what a name owns."""
    following = _FOLLOWING.match(rest)
    return following is not None and (
        not following[1] or following[1] in english("names.after_owned")
    )


def name_stems(articles: Iterable[tuple[AnnotatedArticle, Iterable[Mention]]]) -> frozenset[str]:
    """Give the stems that mostly stand in names. Cost: linear in the words."""
    inside: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    for annotated, named in articles:
        for mention in named:
            words = annotated.sentences[mention.sentence].words[mention.first : mention.last]
            inside.update(word.stem for word in words if word.capitalised)
        for sentence in annotated.sentences:
            plain.update(word.stem for word in sentence.words if not word.capitalised)
    return frozenset(stem for stem, count in inside.items() if count > plain[stem])
