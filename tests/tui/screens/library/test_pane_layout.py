from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.routes import PANES
from tui.screens.library.pane_layout import Arrangement, arrange

if TYPE_CHECKING:
    from tui.routes import Pane


@pytest.mark.parametrize(
    ("width", "focus", "shown"),
    [
        (80, "articles", Arrangement(("articles",))),
        (80, "reader", Arrangement(("reader",))),
        (80, "sources", Arrangement(("sources", "articles"), drawer=True)),
        (84, "reader", Arrangement(("articles", "reader"))),
        (95, "sources", Arrangement(("sources", "articles", "reader"), drawer=True)),
        (96, "articles", Arrangement(PANES)),
        (200, "sources", Arrangement(PANES)),
    ],
)
def test_as_many_panes_are_shown_as_fit(width: int, focus: Pane, shown: Arrangement) -> None:
    assert arrange(width, focus) == shown


def test_the_reader_can_have_the_window_for_itself_while_it_is_read() -> None:
    assert arrange(200, "reader", alone=True).panes == ("reader",)
    assert arrange(200, "articles", alone=True).panes == PANES


@given(st.integers(1, 400), st.sampled_from(PANES), st.booleans())
def test_what_has_the_focus_is_always_shown(width: int, focus: Pane, alone: bool) -> None:
    assert focus in arrange(width, focus, alone=alone).panes
