"""The subscriptions of a library, updated on a real terminal by the real program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from web_server import HOST, WebServer, answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from terminal import Terminal

    Launch = Callable[..., Terminal]

FEED = (
    "<rss><channel><title>Quay</title><item><title>Wall holds</title><link>https://quay.example/1</link>"
    "<description>&lt;p&gt;The wall holds.&lt;/p&gt;&lt;p&gt;It was read.&lt;/p&gt;</description></item>"
    "</channel></rss>"
)


def test_each_feed_is_told_as_it_is_done_and_how_far_it_is(launch: Launch, home: Path) -> None:
    library = home / "library"
    library.mkdir()
    pages = {"/a": answer(FEED.encode()), "/b": answer(b"", "500 Oh"), "/c": answer(b"<rss/>")}
    with WebServer(dict(pages)) as server:
        (library / "feeds.toml").write_text(
            f'[[feed]]\nurl = "{server.url("/a")}"\ntitle = "Quay"\n'
            f'[[feed]]\nurl = "{server.url("/b")}"\n[[feed]]\nurl = "{server.url("/a?x")}"\nkeep = "x"\n'
        )
        with launch("update", str(library), "--allow-host", HOST, columns=200) as terminal:
            assert terminal.leave() == 0
            screen = terminal.text
    assert "feeds.toml, line 8: keep wants a time" in screen
    assert "/3 Quay: 1 new" in screen
    assert "/b: the server answers 500" in screen
    assert "3 feeds, 1 article added, 0 changed" in screen
