"""`diptych update` and `diptych feeds`: a feed from its address to the articles that came later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from web_server import HOST, WebServer, answer

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

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


PAGE = (
    "<html><head><title>{0}</title><link rel='alternate' type='application/rss+xml' href='/f'>"
    "<link rel='alternate' type='application/atom+xml' href='/g'></head><body><article><h1>{0}</h1>"
    "<p>The wall of the harbour was looked at by the engineers of the town on Tuesday morning.</p>"
    "<p>They said that it holds, and that the council will hear of it in the spring.</p>"
    "</article></body></html>"
)


def test_the_front_page_of_a_site_leads_to_its_feed_and_any_other_page_to_itself(
    run: Run, tmp_path: Path
) -> None:
    library = str(tmp_path)
    with WebServer({"/f": feed(1), "/": answer(PAGE.format("Quay").encode())}) as server:
        server.pages["/wall"] = answer(PAGE.format("Wall holds").encode())
        done = run("add", server.url("/"), "--to", library, "--allow-host", HOST)
        assert (done.code, done.err) == (0, "")
        told = (
            f"subscribed to {server.url('/f')}: {server.url('/')} is a page that names it; it also"
        )
        assert done.out.startswith(f"{told} names {server.url('/g')}\nadded: ")
        page = server.url("/wall")
        done = run("add", page, "--to", library, "--allow-host", HOST, "--watch")
        assert (done.code, done.err) == (0, "")
        assert f"watching {page}\n" in done.out
        listed = run("feeds", library, "--json").document["feeds"]
        assert [(one["url"], one["kind"]) for one in listed] == [
            (server.url("/f"), "feed"),
            (page, "page"),
        ]
        asked = [request.split(" ")[1] for request in server.requests]
        assert asked == ["/robots.txt", "/", "/f", "/robots.txt", "/wall"]
        server.pages["/robots.txt"] = answer(
            b"User-agent: *\nDisallow: /wall", "200 OK", "text/plain"
        )
        done = run("add", page, "--to", library, "--allow-host", HOST)
        why = "its robots.txt asks programs not to fetch it"
        assert (done.code, done.err) == (3, f"diptych: {page}: {why}\n")


def test_what_rules_do_is_counted_and_a_bad_one_told(run: Run, tmp_path: Path) -> None:
    with WebServer({"/f": feed(1, 2)}) as server:
        (tmp_path / "feeds.toml").write_text(
            f'[[feed]]\nurl = "{server.url("/f")}"\nmute = "title:2"\n'
            '[[feed]]\nurl = "https://b.example/"\nkeep = "long"\n'
        )
        done = run("update", str(tmp_path), "--allow-host", HOST)
    assert f"{server.url('/f')}: 1 new, 1 muted\n" in done.out
    assert done.err.startswith("diptych: https://b.example/: feeds.toml, line 6: keep wants a time")
    assert done.err.count("\n") == 1


def test_what_is_no_feed_in_the_file_is_told_and_not_counted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "feeds.toml").write_text('cookeis = "x"\n')
    done = run("update", str(tmp_path))
    assert done.code == 1
    key, none = done.err.splitlines()
    assert '"cookeis" means nothing here; did you mean "cookies"?' in key
    assert "it subscribes to no feeds" in none
    with WebServer({"/f": feed(1)}) as server:
        (tmp_path / "feeds.toml").write_text(
            f'cookeis = "x"\n[[feed]]\nurl = "{server.url("/f")}"\n'
        )
        done = run("update", str(tmp_path), "--allow-host", HOST)
    assert (done.code, done.err.count("cookeis")) == (0, 1)
    assert done.out.endswith(": 1 feed, 1 article added, 0 changed\n")


def test_hosts_that_the_settings_name_may_be_asked(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "config" / "diptych"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(f'hosts = "{HOST}"\n')
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    library = tmp_path / "news"
    library.mkdir()
    with WebServer({"/f": feed(1)}) as server:
        url = server.url("/f")
        assert f"subscribed to {url}" in run("add", url, "--to", str(library)).out
        server.pages["/f"] = feed(1, 2)
        assert run("update", str(library)).out.splitlines()[0] == f"{url}: 1 new"
