from __future__ import annotations

import pytest
from many_tellings import BISHOP, tellings
from rich.cells import cell_len
from rich.style import Style

from search.compare.claims.story_claims import story_claims
from tui.render.claims.claim_row import ClaimInk, claim_columns, claim_row
from tui.render.claims.claim_words import column_names, left_out_note, sentence_heading, tellers

INK = ClaimInk(*[Style()] * len(ClaimInk._fields))
CLAIMS = story_claims(tellings(), None, [()] * 4, 0, lambda: False)


def shown(at: int, width: int) -> list[str]:
    return [
        "".join(cell.text for cell in line) for line in claim_row(CLAIMS.claims[at], width, INK)
    ]


def test_a_row_has_a_cell_for_each_outlet_and_the_sentence() -> None:
    assert shown(0, 60) == [
        "● ● ●   The strike idles forty cranes and keeps twelve",
        "        freighters from berthing at the terminal.",
    ]
    assert shown(2, 100)[0] == f"· · ●   ▲ {BISHOP}"


@pytest.mark.parametrize("width", [9, 20, 40, 80])
def test_no_line_is_wider_than_the_room(width: int) -> None:
    lines = [line for at in range(3) for line in shown(at, width)]
    assert max(map(cell_len, lines)) <= width
    assert len(lines) == 6


def test_columns_are_narrow_where_they_would_take_the_line() -> None:
    assert claim_columns(3, 60) == "1 2 3 "
    assert claim_columns(12, 60) == "123456789abc"


def test_columns_and_tellers_are_named() -> None:
    assert column_names(CLAIMS) == "1 Pilot  2 Tide  3 Elbe Bote"
    assert tellers(CLAIMS, CLAIMS.claims[1]) == "told by Pilot, Tide"
    alone = "▲ only in Elbe Bote: no match was found in the others"
    assert tellers(CLAIMS, CLAIMS.claims[2]) == alone
    first = CLAIMS.claims[0].sentences[0]
    assert sentence_heading(CLAIMS, first) == "● Pilot · 1 May 2024 · Telling 0"
    assert left_out_note(()) == ""
    assert left_out_note(["1 of 9 versions"]) == "Left out: 1 of 9 versions."
