from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare import compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article


def told(left: Article, right: Article) -> dict[str, tuple[int, int]]:
    return {name.text: (len(name.left), len(name.right)) for name in compare(left, right).names}


def test_nations_and_faiths_are_no_names_but_parties_are(article: Callable[..., Article]) -> None:
    left = article("It was a Russian dam. South Koreans and U.S. Catholics left with Republicans.")
    right = article("We met African-Americans and Democrats there.")
    assert told(left, right) == {"Republicans": (1, 0), "Democrats": (0, 1)}


def test_words_for_any_of_a_kind_that_are_made_of_names_are_none(
    article: Callable[..., Article],
) -> None:
    left = article("All Lorners and Macedonians like Lorn. It is Lorn's Trumpism, says Ann Trump.")
    right = article("They like the Redditers of Reddit and young Kentuckians.")
    assert told(left, right) == {"Lorn": (2, 0), "Ann Trump": (1, 0), "Reddit": (0, 1)}


def test_a_paper_is_named_by_its_last_word_in_the_other_text(
    article: Callable[..., Article],
) -> None:
    left = article("So we heard from The Times of it.")
    right = article("It was in the Lorn Times that day.")
    assert told(left, right) == {"Lorn Times": (1, 1)}


def test_an_abbreviation_told_once_is_a_name_if_it_is_known_or_spelt_out(
    article: Callable[..., Article],
) -> None:
    left = article("So says HR of it.", "We asked NASA and KLRN.", "A Lorn Dairy Panel (LDP) met.")
    right = article("The QRX was here. It was the QRX again.")
    expected = {"NASA": (1, 0), "KLRN": (1, 0), "Lorn Dairy Panel": (2, 0), "QRX": (0, 2)}
    assert told(left, right) == expected


def test_a_firm_is_told_by_its_first_word_where_that_is_used_more(
    article: Callable[..., Article],
) -> None:
    left = article("He works at Lornix Inc. now. We like Lornix.")
    assert told(left, article("She sold Lornix here.")) == {"Lornix": (2, 1)}


def test_one_with_a_title_is_no_place(article: Callable[..., Article]) -> None:
    left = article("It was Sheriff Israel of Lorn.")
    right = article("We met Scott Israel there.")
    assert told(left, right) == {"Scott Israel": (1, 1), "Lorn": (1, 0)}


def test_a_name_is_told_in_the_form_of_several_words_that_is_used_most(
    article: Callable[..., Article],
) -> None:
    left = article("He left the White House. The White House is old.")
    right = article("She saw the Lorn White House, not the White House.")
    assert told(left, right) == {"White House": (2, 2)}


def test_a_name_shouted_in_a_dateline_is_told_as_it_is_written_elsewhere(
    article: Callable[..., Article],
) -> None:
    left = article("SEATTLE (Reuters) - It rained.", "SEATTLE - It rains.")
    assert "Seattle" in told(left, article("It rained in Seattle."))


def test_one_mostly_named_without_kinship_may_bear_the_surname(
    article: Callable[..., Article],
) -> None:
    left = article(
        "His son Bob Lee came. Then we saw Bob Lee, and Lee saw us. Here Bob Lee stayed."
    )
    assert told(left, article("We saw Lee.")) == {"Bob Lee": (4, 1)}


def test_a_group_that_both_mostly_call_otherwise_is_told(article: Callable[..., Article]) -> None:
    left = article("It was led by the Republican Party. The Republican Party won.")
    right = article("The GOP won. It was the GOP again, the Republican Party of old.")
    (party,) = compare(left, right).naming
    assert (party.name, party.kind) == ("Republican Party", "group")
    assert [(one.text, len(one.places)) for one in party.left] == [("Republican Party", 2)]
    assert [one.text for one in party.right] == ["GOP", "Republican Party"]


def test_spellings_parts_and_abbreviations_are_no_other_name(
    article: Callable[..., Article],
) -> None:
    for ours, theirs in (
        ("He left the U.S. at night.", "He left the United States at night."),
        ("It rained in California again.", "It rained in Lodi, Calif., again."),
        ("They joined al-Qaeda there.", "They joined Al Qaeda there."),
    ):
        assert compare(article(ours), article(theirs)).naming == ()


def test_a_person_is_told_by_the_form_that_is_used_most(article: Callable[..., Article]) -> None:
    left = article("They met Ann Lee. Ann Lee spoke. Later Ann Lee left.")
    right = article("Ann X. Lee, they say, was there.")
    assert told(left, right) == {"Ann Lee": (3, 1)}


def test_a_name_is_not_shown_with_a_party_before_it(
    article: Callable[..., Article],
) -> None:
    left = article("He was for Brexit, and she wanted Brexit now.")
    right = article("It was a Tory Brexit. They like Brexit.")
    assert list(told(left, right)) == ["Brexit"]
