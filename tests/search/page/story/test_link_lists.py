"""Long lists of headlines that read like sentences; and what only looks like one."""

from __future__ import annotations

from search.page.line_class import classify
from search.page.lines import split_lines
from search.page.story.link_lists import mark_link_lists

LINKS = [
    f"So close! Why the ferry number {n} turned round in the storm that nobody had seen coming in"
    for n in range(5)
] + [
    f"Was it worth it? The mayor, {n}, tells of the bridge that cost the city twice what was planned..."
    for n in range(4)
]
TOLD = (
    "The harbour bridge reopened to cars on Sunday after two years of repairs that cost the city."
)


def names(*rows: str) -> list[str]:
    lines = split_lines("\n".join(rows))
    return [one.name for one in mark_link_lists(lines, [classify(line) for line in lines])]


def test_headlines_below_each_other_are_links() -> None:
    assert names("", TOLD, "", TOLD, "", *LINKS, "", TOLD) == [
        "PROSE", "PROSE", *["BOILERPLATE"] * 9, "PROSE",
    ]  # fmt: skip


def test_seven_are_none_nor_are_paragraphs_without_gaps() -> None:
    assert "BOILERPLATE" not in names("", TOLD, "", TOLD, "", *LINKS[:7], "", TOLD)
    assert "BOILERPLATE" not in names("", TOLD, "", *[TOLD] * 9, "", TOLD)
    spoken = f"“{TOLD[:-1]},” he said. “{TOLD}”"
    assert "BOILERPLATE" not in names("", TOLD, "", *[spoken] * 9, "", TOLD)


def test_items_and_cells_are_none() -> None:
    assert "BOILERPLATE" not in names("", TOLD, "", *[f"- {link}" for link in LINKS], "", TOLD)


def test_paragraphs_may_end_otherwise_than_by_a_full_stop() -> None:
    long = f"{TOLD[:-1]}, and {TOLD[4:-1]} by then"
    for end in (".[12]", ".[1][23]", "!", "?", "…"):
        assert "BOILERPLATE" not in names("", TOLD, "", *[f"{long}{end}"] * 9, "", TOLD)
    unspaced = "港の橋は二年間の修理を終えて日曜日に再び車を通した、" * 3
    for end in ("」", "。」", "！"):
        assert "BOILERPLATE" not in names("", TOLD, "", *[f"{unspaced}{end}"] * 9, "", TOLD)
