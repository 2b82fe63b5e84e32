import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text import sentences

PIECES = [*"aA. .!?…\"“”'’()[]1I。」\n\u00a0", "Mr", "U.S.", "Inc", "The", "said"]
PROSE = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=120)


def split(text: str) -> list[str]:
    return [text[start:stop] for start, stop in sentences(text)]


@pytest.mark.parametrize(
    "told",
    [
        # titles, initials, numbers, addresses
        ["Mr. Maduro met Gen. Padrino.", "They talked."],
        ["J. K. Rowling wrote it.", "George W. Bush read it."],
        ["It fell 3.5 percent to $2.1 billion.", "Then it rose."],
        ["See example.org for No. 5 and Fig. 3.", "Nothing else."],
        ["No.", "It is not."],
        # abbreviations that may end a sentence: the next word decides
        ["He left the U.S.", "The company stayed."],
        ["The U.S. Navy sailed at 5 p.m. Monday for Acme Inc. of Ohio.", "It sank."],
        ["A man from Camden (N.J.) High School sang.", "(He was good.)", "All wept."],
        # quotations
        ["“We will not stand idly by.”", "He meant it."],
        ["“Really?” Ms Jones asked.", "Nobody knew."],
        ["“Really?”", "Nobody knew."],
        ['He said: "It is over. "', "She left."],
        # ellipses, whole or set with spaces
        ["He called on “other nations . . . who seek a better future.”", "So be it."],
        ["Well... maybe not.", "Or…", "Perhaps."],
        # what begins a sentence without a capital in front
        ["Sales fell.", "iPhone sales rose."],
        ["It ended so.[1]", "Then it began."],
        # scripts without spaces
        ["委内瑞拉反对派领袖。", "他说：“是的。”", "再见！"],
        ["ماذا حدث؟", "لا أحد يعرف!", "انتهى الخبر."],
        ["یہ خبر ہے۔", "مزید بعد میں۔"],
        ["उन्होंने कहा।", "सभा समाप्त हुई।"],
    ],
)
def test_splits_where_a_reader_would(told: list[str]) -> None:
    joined = ("" if told[0][-1] == "。" else " ").join(told)

    assert split(joined) == told


@pytest.mark.parametrize("text", ["", " ", "\n\t\u00a0"])
def test_nothing_gives_nothing(text: str) -> None:
    assert sentences(text) == ()


def test_a_text_without_a_stop_is_one_sentence() -> None:
    assert split(" Leave a reply ") == ["Leave a reply"]


@given(PROSE)
def test_every_sign_stands_in_one_sentence(text: str) -> None:
    spans = sentences(text)

    covered = [place for start, stop in spans for place in range(start, stop)]
    assert covered == sorted(set(covered)), "sentences overlap or stand out of order"
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)


@given(PROSE)
def test_sentences_begin_and_end_with_a_sign(text: str) -> None:
    for start, stop in sentences(text):
        assert 0 <= start < stop <= len(text)
        assert not text[start].isspace()
        assert not text[stop - 1].isspace()
