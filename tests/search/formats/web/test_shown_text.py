from __future__ import annotations

from search.formats.web.shown_text import ShownText

TOLD = "The bridge over the river reopened on Sunday after two years of costly repairs, said the officials of the port, who had promised it for the spring."
TITLE = "Harbour bridge reopens"


def page(byline: str) -> ShownText:
    menu = "<ul>" + "<li>Home<li>Sport" * 20 + f"<li>{TITLE}</ul>"
    return ShownText(f"{menu}<h1>{TITLE}</h1><div>{byline}</div><p>{TOLD}</p><p>{TOLD} Twice.</p>")


def test_what_only_the_text_says_is_found_below_its_headline() -> None:
    head = page("By Maria Lindqvist, 14 March 2019").head(TITLE)
    assert head.authors == ("Maria Lindqvist",)
    assert head.published is not None
    assert head.published.value == "2019-03-14"


def test_one_word_may_sign_beside_a_date() -> None:
    head = page("by DrQuill, <small>14 March 2019</small>").head(TITLE)
    assert head.authors == ("DrQuill",)


def test_a_name_alone_is_no_author() -> None:
    assert page("Maria Lindqvist<br>14 March 2019").head(TITLE).authors == ()


def test_all_lines_are_blocks_but_the_headline() -> None:
    blocks, title = page("By Maria Lindqvist").blocks(None)
    assert title == TITLE
    assert [block.text for block in blocks if block.kind == "paragraph"] == [TOLD, f"{TOLD} Twice."]
    assert {block.kind for block in blocks if "Lindqvist" in block.text} == {"boilerplate"}


def test_a_name_with_an_office_is_an_author() -> None:
    head = page("Maria Lindqvist, Harbour correspondent<br>14 March 2019").head(TITLE)
    assert head.authors == ("Maria Lindqvist",)


def test_what_stands_below_a_story() -> None:
    shown = ShownText(f"<p>{TOLD}</p><p>Join</p><p>Log in</p>")
    assert shown.below(TOLD) == ["Join", "Log in"]
    assert shown.below("It was never said.") == []
