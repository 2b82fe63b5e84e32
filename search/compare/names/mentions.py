"""Named entities, found by capital letters: untyped, with every place where they stand."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from search.compare.english import english
from search.compare.names.capitals import is_acronym, is_in_title, is_title_case, opens
from search.compare.names.certainty.ordinary_words import around, is_ordinary
from search.compare.names.known_words import first_names, known, may_open_sentence
from search.compare.names.name_endings import with_endings
from search.compare.names.name_tests import abbreviates_plain_words, is_name
from search.compare.names.quoted_titles import fills, is_quoted, quoted_titles
from search.compare.names.rows.name_rows import LONGEST, may_begin, row_end, row_start
from search.compare.names.rows.row_parts import names_in_row
from search.compare.names.rows.title_lines import is_reference, is_title_line
from search.compare.names.rows.titles_in_rows import is_portfolio
from search.compare.names.scraped_words import is_copyright, is_glued, is_in_formula, link_text
from search.compare.names.told_name import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Sentence, Word
    from search.compare.names.capitals import Capitals

_TWO = 2
_ALL_NOUNS = ("de", "lb", "nds")


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
    headlines: list[tuple[int, int, int]] = []
    for i, sentence in enumerate(annotated.sentences):
        text = annotated.text(sentence)
        if is_reference(text) or is_copyright(text[sentence.at.start : sentence.at.stop]):
            continue
        if sentence.headline or is_title_line(sentence, text):
            headlines.append((i, 0, len(sentence.words)))
            continue
        linked = link_text(sentence.words, text, sentence.at)
        if linked:
            headlines.append((i, linked.start, linked.stop))
        titles = quoted_titles(sentence.words, text)
        for first, last in _rows(sentence, text, seen):
            if first in linked:
                continue
            within = next((title for title in titles if first in title), None)
            if (
                (within and not fills(within, first, last))
                or is_title_case(sentence.words, first, last, text)
                or is_in_title(sentence, first, last, text)
            ):
                headlines.append((i, first, last))
            else:
                found.extend(_in_row(i, sentence, (first, last), text, seen))
    found_forms = {mention.forms for mention in found}
    for i, first, last in headlines:
        sentence = annotated.sentences[i]
        text = annotated.text(sentence)
        found.extend(_in_headline(i, sentence.words[:last], first, text, (found_forms, seen)))
    return with_endings(annotated, _without_kinds(annotated, sorted(found), seen))


def _without_kinds(
    annotated: AnnotatedArticle, found: Sequence[Mention], seen: Capitals
) -> list[Mention]:
    """Leave out single words for any institution, unless they are the end of a name in either text.

    So are abbreviations of plain words: injured reserve (IR).
    """
    kinds, teams = english("names.before_of"), known("groups.teams")
    bodies = known("bodies.words")
    ends = {
        last
        for first, *_, last in (mention.forms for mention in found if len(mention.forms) > 1)
        if last not in kinds or last in teams or (first in first_names() and last not in bodies)
    }
    ends |= seen.ends & (known("bodies.papers") | teams)
    plain = {
        mention.forms[0]
        for mention in found
        if len(mention.forms) == 1
        for sentence in [annotated.sentences[mention.sentence]]
        if abbreviates_plain_words(sentence.words, mention.first, annotated.text(sentence))
    }
    return [
        mention
        for mention in found
        if len(mention.forms) > 1
        or mention.forms[0] in ends
        or (mention.forms[0] not in _kinds() and mention.forms[0] not in plain)
    ]


@cache
def _kinds() -> frozenset[str]:
    """Give the words that alone mean any institution of a kind."""
    programs = {"medicaid", "medicare"}
    fields = known("joined.words") - known("places.words") - known("groups.parties") - programs
    bodies = known("bodies.words") | english("names.before_of")
    return (bodies | fields) - known("alone.institutions")


def _rows(sentence: Sentence, text: str, seen: Capitals) -> Iterator[tuple[int, int]]:
    """Yield the beginning and end of each row of capitals that may be a name, or several."""
    words = sentence.words
    free = 0
    for k in [k for k, word in enumerate(words) if word.capitalised]:
        if k < free or not (may_begin(words, k, text) or _is_surname(sentence, k, text, seen)):
            continue
        last = row_end(words, k, text, seen)
        first = row_start(words, k, free, text, seen)
        if opens(sentence, k, text) and not _holds_at_start(words, k, last, text, seen):
            first = k + 1
            while first < last - 1 and _opens_again(words, first, seen):
                first += 1
        if first < last:
            yield first, last
        free = max(last, k + 1)


def _opens_again(words: Sequence[Word], k: int, seen: Capitals) -> bool:
    """Tell whether a word after one that opens a sentence may open it as well: Related Coverage."""
    form = words[k].form
    if words[k + 1].form == "of" and form in english("names.before_of"):
        return False  # Two Office of Trade officials
    return may_open_sentence(form) and seen.capitals[form] - 1 <= seen.lowercase[form]


def _in_row(
    i: int, sentence: Sentence, row: tuple[int, int], text: str, seen: Capitals
) -> Iterator[Mention]:
    words = sentence.words
    for begin, end in names_in_row(words, *row, text, seen):
        glued = any(is_glued(words, j, text, seen) for j in range(begin, end))
        part = _is_one_of_several(words, begin, end) or is_portfolio(words, begin, end)
        glued = glued or is_in_formula(words[begin], words[end - 1], text)
        if not (glued or part) and is_name(words[begin:end], text, seen):
            forms = tuple(word.form for word in words[begin:end])
            yield Mention(i, _with_article(sentence, begin, text), end, forms)


def _is_one_of_several(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether a row ends a list of bodies of a kind: House and Senate Committees, 8th Districts."""
    before, plural = words[first - 1].form if first else "", words[last - 1].form
    if before == "the" and first > 1 and words[first].form in around("chambers"):
        before = words[first - 2].form  # the House and the Senate Committees
    counted = last == first + 1 and before[:1].isdigit()
    if not (counted or before in {"and", "or"}) or not plural.endswith("s"):
        return False
    if any(word.form == "and" for word in words[first:last]):
        return False  # Health and Human Services
    singular = {plural.removesuffix("s"), f"{plural.removesuffix('ies')}y"} - {plural}
    bodies = known("bodies.words") | english("names.before_of")
    return bool(singular & bodies - known("rows.prizes"))


def _in_headline(
    i: int,
    words: Sequence[Word],
    first: int,
    text: str,
    known_names: tuple[set[tuple[str, ...]], Capitals],
) -> Iterator[Mention]:
    """Yield the names in a headline, or in a part of a sentence like one, that the text has, too."""
    found, seen = known_names
    k = first
    while k < len(words):
        for last in range(min(len(words), k + LONGEST), k, -1):
            forms = tuple(word.form for word in words[k:last])
            named = forms in found and (last > k + 1 or seen.named(forms[0]))
            named = named and not (
                _goes_before(words, k, text) or _goes_on(words, last, text, seen)
            )
            if words[k].capitalised and named and may_begin(words, k, text):
                yield Mention(i, k, last, forms)
                k = last
                break
        else:
            k += 1


def _goes_on(words: Sequence[Word], last: int, text: str, seen: Capitals) -> bool:
    """Tell whether a longer name that the texts have goes on at word `last`: China Daily."""
    return (
        last < len(words)
        and words[last].capitalised
        and text[words[last - 1].stop : words[last].start] == " "
        and seen.pairs[words[last - 1].form, words[last].form] > 1
    )


def _goes_before(words: Sequence[Word], k: int, text: str) -> bool:
    """Tell whether a first name stands right before word `k`, so that another may be meant."""
    return (
        k > 0
        and words[k - 1].form in first_names()
        and words[k - 1].capitalised
        and text[words[k - 1].stop : words[k].start] == " "
    )


def _is_surname(sentence: Sentence, k: int, text: str, seen: Capitals) -> bool:
    """Tell whether a word that has a capital for other reasons is one's surname: Theresa May."""
    word = sentence.words[k]
    if word.form not in seen.surnames or not word.capitalised or opens(sentence, k, text):
        return False
    return not text[word.stop : word.stop + 2].strip(" ").isdigit()


def _with_article(sentence: Sentence, first: int, text: str) -> int:
    """Give where a name begins that is written with a capital article: in The Onion."""
    before = first - 1
    if before < 1 or sentence.words[before].form != "the":
        return first
    word = sentence.words[before]
    near = text[word.stop : sentence.words[first].start] == " "
    return before if near and word.capitalised and not opens(sentence, before, text) else first


def _names_body(words: Sequence[Word]) -> bool:
    """Tell whether a row ends in an institution, and has only capitals."""
    return words[-1].form in known("bodies.words") and all(word.capitalised for word in words)


def _holds_at_start(
    words: Sequence[Word], first: int, last: int, text: str, seen: Capitals
) -> bool:
    """Tell whether the first word of a sentence belongs to the name that it may begin."""
    form = words[first].form
    if (
        is_quoted(words, first, last, text)
        or seen.named(form)
        or form in english("titles.words")
        or form in first_names()
        or is_acronym(words[first], text)
    ):
        return True
    if last == first + 1:
        return False
    following = words[first + 1]
    if following.capitalised and not words[min(first + 2, last - 1)].capitalised:
        tied = text[following.stop : following.stop + 1] == "-"
        if tied and not words[first].stop_word and not form.endswith(("ed", "ing", "ly")):
            return True  # Moon Jae-in
    if following.form in first_names() and last > first + _TWO and is_ordinary(form):
        return False  # Safety Ann Lee
    joined = following.form == "and" and form in known("joined.words")
    purpose = following.form == "for" and form in known("rows.before_for")
    if form in english("names.first_words_of_places") and following.capitalised:
        return True
    if following.form == "of" or joined or purpose or seen.pairs[form, following.form]:
        return True
    kinds = any(
        form in some
        for some in (
            known("joined.words"),
            known("openers.of_bodies"),
            english("names.before_of"),  # University Hospital Lorn
        )
    )
    if kinds and following.capitalised and following.form in known("bodies.words"):
        return True
    if form in known("openers.of_bodies") and _names_body(words[first + 1 : last]):
        return True  # International Olympic Committee
    return not seen.lowercase[form] and not may_open_sentence(form)


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
