"""Short lines of a story: headings above what is repeated, lists without bullets, notes."""

from __future__ import annotations

from search.page.page_layout import page_layout

TOLD = (
    "The harbour bridge reopened to cars on Sunday after two years of repairs that cost the city "
    "almost twice what was planned, and the ferries that had stood in for it were laid up at once."
)


def kinds(*paragraphs: str) -> list[tuple[str, str]]:
    text = "\n\n".join(("The bridge is open", "By Ida Holm", "3 March 2019", TOLD, *paragraphs))
    layout = page_layout(text, 1, curated=False, title=None)
    told = zip(layout.lines, layout.kinds, strict=True)
    return [(str(kind), line.text) for line, kind in told][4:]


def test_headings_and_sub_headings_above_a_credit_that_is_repeated() -> None:
    parts = [
        part
        for heading in ("3 The northern span", "2 The road above", "1 What it cost")
        for part in (heading, "Steel and salt", "Harbour Pictures", TOLD)
    ]
    found = kinds(*parts)
    assert [text for kind, text in found if kind == "heading" and text[0].isdigit()] == parts[::4]
    assert {kind for kind, text in found if text == "Harbour Pictures"} == {"boilerplate"}


def test_items_whose_bullets_were_lost() -> None:
    items = "Steel from the old yards\nA deck that drains to the sides\nLamps that need no poles"
    found = kinds("What is new on it", items, TOLD)
    assert [kind for kind, _ in found] == ["heading", "list", "list", "list", "paragraph"]


def test_links_below_each_other_are_no_items() -> None:
    links = "Ferry Cam\nHarbour News\nTide Tables\nOld Maps"
    assert {kind for kind, _ in kinds(links, TOLD)[:-1]} == {"boilerplate"}


def test_a_note_belongs_to_the_line_that_refers_to_it() -> None:
    found = kinds(
        "What it carries:", "4,000 cars a day*", "*By the count of the old toll house", TOLD
    )
    assert ("paragraph", "*By the count of the old toll house") in found
    assert ("boilerplate", "*Sponsored by the old toll house here") in kinds(
        "*Sponsored by the old toll house here", TOLD
    )


def test_a_counted_item_after_a_colon_is_no_menu() -> None:
    found = kinds("Those who crossed on the first day are:", "8,200 men\n6,327 women", TOLD)
    assert [kind for kind, _ in found] == ["paragraph", "list", "list", "paragraph"]


def test_headlines_below_a_label_are_no_items() -> None:
    links = (
        "Read more:\nWhy the ferry wants its money back\nHow the toll was set\nWho built it first"
    )
    assert {kind for kind, _ in kinds(links, TOLD)[:-1]} == {"boilerplate"}
    many = "\n".join(f"What the harbour said on day {number} of the strike" for number in range(30))
    assert "list" not in [kind for kind, _ in kinds(many, TOLD)]


def test_items_below_a_line_that_announces_them_may_be_long() -> None:
    item = (
        "As the winter went on, the men who kept the old bridge open saw fewer of the boats come in"
    )
    found = kinds(f"In short:\n{item}\n{item} again\n{item} and went home", TOLD)
    assert [kind for kind, _ in found[1:]] == ["list", "list", "list", "paragraph"]
