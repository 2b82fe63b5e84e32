"""What a comparison says in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from reports import write_reports

from search.compare import At, Epithet, Name, Naming, Quote, Usage, compare
from search.compare.comparison import text_at
from search.compare.quotations.quotation_pairs import pair_quotations
from search.compare.report import report_of
from search.desk.desk import Desk
from search.sides import Sides

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from search.article import Article
    from search.compare import Comparison
    from search.compare.report import ReportSection

    Maker = Callable[..., Article]

NAMES = "In short|Wording|Quotes|Naming|Words|Names|Figures|Repeats".split("|")
ONE = At(0, 0, 4)


@pytest.fixture
def reports(tmp_path: Path) -> Comparison:
    """Give two reports compared."""
    desk = Desk(write_reports(tmp_path / "reports"), cache=tmp_path / "cache")
    desk.sync()
    left, right = sorted(desk.ids(), key=lambda one: desk.read(one).path)
    return desk.compare(left, right)


@pytest.fixture
def bare(article: Maker) -> Comparison:
    """Give a comparison that finds nothing."""
    return compare(article("One."), article("Eins."))


def section(comparison: Comparison, name: str) -> ReportSection:
    return report_of(comparison).sections[NAMES.index(name)]


def content(shown: ReportSection) -> list[str]:
    """Give the texts of a section, with the title of each group, counts and sides."""
    signs = {"left": "< ", "right": "> ", None: ""}
    said = []
    for group in shown.groups:
        said += [f"# {group.title}"] if group.title else []
        for line in group.lines:
            counts = " : ".join(map(str, line.counts)) + " " if line.counts else ""
            said.append(f"{signs[line.side]}{counts}{line.text}")
    return said


def test_the_summary_tells_what_is_shared_what_differs_and_who_speaks(reports: Comparison) -> None:
    told = content(section(reports, "In short"))

    assert told[: told.index("# At odds")] == [
        "# Headlines",
        "< Mayor resigns after flood · The Gazette",
        "> Brandt goes · Evening Post",
        "# They begin",
        (
            "< The river burst its banks on Tuesday night and flooded the old town of Marlow within two "
            "hours."
        ),
        (
            "> “We warned the ministry about the dam three times last year,” engineer Petra Lang told "
            "reporters."
        ),
        "# Both say",
        (
            "< ≈ The river burst its banks on Tuesday night and flooded the old town of Marlow within "
            "two hours."
        ),
        (
            "> ≈ The old town of Marlow was flooded within two hours when the river burst its banks on "
            "Tuesday night."
        ),
        "# One alone",
        "< 10 words: Brandt said: “I take the blame for all of it.”",
        "> 8 words: Insurers in London expect claims, and insurers pay.",
        "# Who speaks",
        "< 19 % quoted: Petra Lang 11 words · Paul Brandt 8",
        "> 14 % quoted: Petra Lang 11 words",
    ]


def test_the_summary_tells_figures_names_and_other_claims_after_that(reports: Comparison) -> None:
    told = content(section(reports, "In short"))

    assert told[told.index("# At odds") :] == [
        "# At odds",
        "…rescued forty people from… → Thirty-eight people were…",
        "…that 12 houses were in… → …that 14 houses were in…",
        "# Naming",
        "“embattled mayor Paul Brandt” → “popular mayor Paul Brandt”",
        "# Also both",
        (
            "= “We warned the ministry about the dam three times last year,” ⟨said council → –⟩ "
            "engineer Petra Lang. ⟨– → told reporters⟩"
        ),
        "< ≈ Firefighters rescued forty people from rooftops, the fire service of Marlow said.",
        (
            "> ≈ Thirty-eight people were rescued from rooftops by firefighters, the fire service of "
            "Marlow said."
        ),
    ]


def test_words_that_both_have_are_told_apart(reports: Comparison) -> None:
    line = next(one for one in section(reports, "In short").lines if "≈ Thirty" in one.text)

    shared = [piece.text for piece in line.pieces if piece.tone == "shared"]

    assert shared == ["people", "rescued", "rooftops", "firefighters", "fire service", "Marlow"]


def test_what_stands_in_place_of_what_is_told_link_by_link(reports: Comparison) -> None:
    told = content(section(reports, "Wording"))

    at = told.index("# Link 4, ≈ says the same")
    assert told[at + 1 : at + 3] == [
        "In Marlow the ⟨embattled → popular⟩ mayor Paul Brandt ⟨resigned → stepped down⟩.",
        "# Link 5, ≈ says the same",
    ]


def test_phrases_in_place_of_each_other_follow_sentences_that_differ_more(article: Maker) -> None:
    one = "The talks on the old dam above Marlow failed after two weeks."
    other = "After two weeks the talks on the old dam above Marlow collapsed."

    (group,) = section(compare(article(one), article(other)), "Wording").groups

    assert [line.side for line in group.left] == ["left", "right", None]
    assert group.left[2].text.startswith("failed")


def test_a_quotation_of_both_is_told_once_and_those_of_one_apart(reports: Comparison) -> None:
    assert content(section(reports, "Quotes")) == [
        "# Both, word for word",
        "< Petra Lang · said: “We warned the ministry about the dam three times last year,”",
        "> Petra Lang · told: “We warned the ministry about the dam three times last year,”",
        "# On one side only",
        "< Brandt · said: “I take the blame for all of it.”",
    ]


def test_of_a_clipped_quotation_what_is_left_is_told_apart(article: Maker) -> None:
    said = "“We warned them twice, and nobody in the ministry would listen,” Petra Lang said."
    clipped = "Petra Lang said that “nobody in the ministry would listen” to her."

    group = section(compare(article(said), article(clipped)), "Quotes").groups[0]

    assert group.title == "Both, clipped on the right"
    (line,) = group.left
    assert [one.text for one in line.pieces if one.tone == "shared"] == [
        "nobody in the ministry would listen"
    ]


def test_every_line_leads_to_its_places(reports: Comparison) -> None:
    for shown in report_of(reports).sections:
        for line in shown.lines:
            assert bool(line.places) != bool(line.word)
            for side, at in line.places:
                text = text_at(reports.left if side == "left" else reports.right, at)
                assert text
                if shown.name in {"Naming", "Quotes", "Figures", "Repeats"}:
                    assert text in line.text


def test_sections_without_findings_say_so(bare: Comparison) -> None:
    shown = report_of(bare).sections

    assert [one.name for one in shown] == NAMES
    assert {one.count for one in shown[1:]} == {0}
    assert not any(one.groups for one in shown[1:])
    assert all(one.empty.endswith(".") for one in shown)


def test_articles_without_text_have_headlines_only(article: Maker) -> None:
    shown = section(compare(article(), article()), "In short")

    assert [group.title for group in shown.groups] == ["Headlines", "Who speaks"]


def test_a_text_that_is_cut_is_said_first(bare: Comparison) -> None:
    cut = replace(bare, right=replace(bare.right, whole=False))

    first = section(cut, "In short").groups[0]

    assert first.title == "Not whole"
    assert [(line.side, line.text) for line in first.left] == [
        ("right", "only a part of its text is here, so “no match” means less")
    ]


def test_words_are_given_as_plain_counts_of_those_used_more(bare: Comparison) -> None:
    uses = Usage("russia", 9, 1, 2.0), Usage("talks", 0, 4, -1.5), Usage("alike", 2, 2, 0.3)

    words = section(replace(bare, vocabulary=uses), "Words")

    assert content(words) == ["< 9 : 1 russia", "> 0 : 4 talks"]
    assert words.count == 2


def test_names_of_both_come_before_those_of_one(bare: Comparison) -> None:
    names = Name("Ann", (ONE, ONE), (ONE,)), Name("Bo", (ONE,), ()), Name("Cy", (), (ONE,))

    shown = section(replace(bare, names=names), "Names")

    assert content(shown) == [
        "# In both, left : right",
        "2 : 1 Ann",
        "# In one of them",
        "< 1 Bo",
        "> 1 Cy",
    ]
    assert shown.groups[0].left[0].places == (("left", ONE), ("left", ONE), ("right", ONE))


def test_a_person_counts_once_however_often_named(bare: Comparison) -> None:
    phrases = Epithet("Ann", (ONE, ONE)), Epithet("Dr Ann", (ONE,))
    ann = Naming("Ann", phrases, (Epithet("A", (ONE,)),), "person")

    shown = section(replace(bare, naming=(ann,)), "Naming")

    assert shown.count == 1
    assert content(shown) == ["# Ann", "< 2 “Ann”", "< 1 “Dr Ann”", "> 1 “A”"]


def test_words_beyond_the_most_telling_are_not_left_out_in_silence(bare: Comparison) -> None:
    few = tuple(Usage(f"word{number}", 9, 1, 3.0 - number / 99) for number in range(40))
    many = (*few, Usage("another", 9, 1, 0.1))
    for used, order in ((few, "most telling first"), (many, "the 40 most telling of each")):
        shown = section(replace(bare, vocabulary=used), "Words")
        assert shown.count == 40
        assert order in shown.note


def test_a_quotation_without_a_plain_speaker_gets_none(bare: Comparison) -> None:
    quote = Quote("so it goes", None, None, ONE)
    quoted = replace(bare, quotes=Sides((quote,), ()), quoted=Sides(0.25, 0.0))

    shown = section(replace(quoted, quotations=pair_quotations(quoted.quotes)), "Quotes")

    assert content(shown) == ["# On one side only", "< speaker not plain: “so it goes”"]
    assert shown.groups[0].heads == ("unknown source · quoted 25 %", "unknown source · quoted 0 %")


def test_of_very_many_links_the_surest_are_told_in_their_order(article: Maker) -> None:
    said = [f"Ferry number {n} carried {n + 7} lorries to pier {n * 3}." for n in range(130)]
    comparison = compare(article(" ".join(said)), article(" ".join(said)))
    upper = [link for link in comparison.links if link.tier != "related"]
    assert len(upper) > 100
    wording = section(comparison, "Wording")
    assert wording.count == len(upper)
    ends = f"Told are 100 of {len(upper):,} links, those with a difference first."
    assert wording.note.endswith(ends)
    told = [line.link for group in wording.groups for line in group.lines if line.link is not None]
    assert told == sorted(told)
    assert len(set(told)) == 100


def test_no_number_of_sentences_that_are_the_same_hides_one_that_differs(article: Maker) -> None:
    said = [f"Ferry number {n} carried {n + 7} lorries to pier {n * 3}." for n in range(130)]
    other = [*said[:77], said[77].replace("lorries", "tractors"), *said[78:]]
    wording = section(compare(article(" ".join(said)), article(" ".join(other))), "Wording")
    assert any("tractors" in line.text for group in wording.groups for line in group.lines)
