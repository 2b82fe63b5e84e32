"""What a line's words allow is asked first; so a rule that finds something must be allowed to."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from search.page.boilerplate_cues import cue_weight, speaks_as_boilerplate
from search.page.days.dates import find_dates
from search.page.line_measures import measure_line
from search.page.lines import line_of
from search.page.outlet_names import outlet_in_boilerplate
from search.page.picture_credits import ends_in_credit, is_credit
from search.text.clean import clean, one_line
from search.word_lists import word_lists

SET = word_lists("page/boilerplate")
PHRASES = st.sampled_from(
    [
        *(phrase for phrases in SET["cues"].values() for phrase in phrases),
        *SET["credits"]["opens"],
        *SET["credits"]["holders"],
        *(name for names in word_lists("page/days/dates")["months"] for name in names.split()),
        *word_lists("page/outlets"),
    ]
)
SIGNS = st.sampled_from([*" :./,-()[]“”\"'’_©", "by", "2019", "3", "3rd of", "May", "Home | "])
LINES = st.lists(PHRASES | SIGNS | st.text(max_size=4), min_size=1, max_size=12).map(
    lambda parts: one_line(clean(" ".join(parts)))
)
LONGEST_TAIL = 160


@settings(deadline=None)
@given(LINES.filter(bool))
def test_a_line_has_the_words_that_a_rule_goes_by(text: str) -> None:
    line = line_of(1, text, gap=True)

    assert line.cues >= max(cue_weight(text), speaks_as_boilerplate(text))
    assert line.credits or not is_credit(text)
    assert line.credits or not ends_in_credit(text) or len(text) > LONGEST_TAIL
    assert line.dates or not find_dates(text)
    named = outlet_in_boilerplate([(1, f"© {text}")])
    assert line.outlets or "." in text or named is None


@settings(deadline=None)
@given(LINES.filter(bool))
def test_a_line_is_the_sum_of_its_pieces(text: str) -> None:
    words = re.findall(r"[^\W_](?:[\w'’.-]*[^\W_])?", text)
    spelt = [word for word in words if not word[0].isdigit()]

    found = measure_line(text)

    small = sum(not word[0].isupper() for word in spelt)
    assert found[:3] == (len(words), len(spelt), small)


def test_tells_words_from_numbers_and_capitals() -> None:
    found = measure_line("“Maduro” spoke on 11 May, Reuters said: our photo")

    assert (found.words, found.spelt, found.small) == (9, 8, 5)
    assert (found.dates, found.outlets) == (1, 1)
    assert found.credits == 2  # Reuters, photo
    assert (measure_line("our photo").cues, measure_line("a photo").cues) == (
        2,
        0,
    )  # as in: our app
