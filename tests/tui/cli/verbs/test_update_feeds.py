"""`diptych update` and `diptych feeds`: a feed from its address to the articles that came later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from web_server import HOST, WebServer, answer

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.cli.conftest import Run


def feed(*numbers: int) -> bytes:
    items = "".join(
        f"<item><title>Wall {number}</title><link>https://quay.example/{number}</link><description>"
        f"&lt;p&gt;The wall of harbour {number} holds.&lt;/p&gt;&lt;p&gt;It stood.&lt;/p&gt;</description></item>"
        for number in numbers
    )
    text = f"<rss><channel><title>Quay Herald</title>{items}</channel></rss>"
    return answer(text.encode(), "200 OK", "application/rss+xml")


def test_what_is_added_once_is_updated_from_then_on(run: Run, tmp_path: Path) -> None:
    library = str(tmp_path)
    with WebServer({"/f": feed(1)}) as server:
        url = server.url("/f")
        assert run("add", url, "--to", library, "--dry-run", "--allow-host", HOST).code == 0
        assert list(tmp_path.iterdir()) == []
        assert f"subscribed to {url}" in run("add", url, "--to", library, "--allow-host", HOST).out
        server.pages["/f"] = feed(1, 2)
        done = run("update", library, "--allow-host", HOST)
        assert (done.code, done.err) == (0, "")
        assert done.out.splitlines()[0] == f"{url}: 1 new"
        assert run("search", "harbour", library, "--json").document["total"] == 2
        server.pages.clear()
        failed = run("update", library, "--allow-host", HOST)
        assert (failed.code, failed.err) == (3, f"diptych: {url}: there is no such page (404)\n")
    (listed,) = run("feeds", library, "--json").document["feeds"]
    assert (listed["url"], listed["articles"], listed["failing"]) == (url, 1, 1)
    assert run("feeds", library, "--remove", "https://nowhere.example/").code == 1
