"""An article that is cut, in the real program, which asks no machine of a private network."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from terminal import Terminal

    Launch = Callable[..., Terminal]


def test_a_text_that_is_cut_is_told_and_why_it_cannot_be_fetched(
    launch: Launch, home: Path
) -> None:
    library = home / "library"
    library.mkdir()
    (library / "wall.md").write_text(
        '---\ntitle: "Wall"\nsource: "Quay Herald"\nurl: "http://127.0.0.1:9/wall"\nwhole: false\n'
        'arrived: "906b48886ed20fdc"\n---\n\n# Wall\n\nThe wall will be built.\n',
        "utf-8",
    )
    with launch(str(library), columns=120) as terminal:
        terminal.wait("⋯ Quay Herald")
        terminal.wait("cut where it was taken from")
        terminal.rest()
        terminal.press("F")
        terminal.wait("this machine or in a")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert terminal.restored
