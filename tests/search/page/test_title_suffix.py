from __future__ import annotations

import pytest

from search.page.title_suffix import without_outlet


@pytest.mark.parametrize(
    ("title", "kept", "outlet"),
    [
        ("Ferry sinks | The Guardian", "Ferry sinks", "The Guardian"),
        ("Ferry sinks | World news | The Guardian", "Ferry sinks", "The Guardian"),
        ("Ferry sinks - BBC News", "Ferry sinks", "BBC News"),
        ("Ferry sinks – and floats – Reuters", "Ferry sinks – and floats", "Reuters"),
        ("Ferry sinks – DW – 09/08/2023", "Ferry sinks", "DW"),
        ("Ferry sinks – 09/08/2023", "Ferry sinks – 09/08/2023", None),
        ("Ferry sinks – Friday – 09/08/2023", "Ferry sinks – Friday – 09/08/2023", None),
        ("Ferry sinks | CNN Politics", "Ferry sinks", "CNN"),
        ("Ferry sinks | Nature Sport", "Ferry sinks | Nature Sport", None),
        ("Le bac coule - lemonde.fr", "Le bac coule", "Le Monde"),
        ("Ferry sinks | Time", "Ferry sinks", "TIME"),
        ("Ferry sinks - Time", "Ferry sinks - Time", None),
        ("Ferry sinks | Harbour Gazette", "Ferry sinks | Harbour Gazette", None),
        ("Ferry sinks in storm", "Ferry sinks in storm", None),
        ("| The Guardian", "| The Guardian", None),
        ("Jane-Reuters", "Jane-Reuters", None),
    ],
)
def test_an_outlet_that_is_known_leaves_the_title(
    title: str, kept: str, outlet: str | None
) -> None:
    found, named = without_outlet(title)
    assert found == kept
    assert (named or "").lower() == (outlet or "").lower()


def test_the_source_itself_leaves_the_title() -> None:
    said = without_outlet("Ferry sinks - Harbour Gazette", "The Harbour Gazette")
    assert said == ("Ferry sinks", "The Harbour Gazette")
