from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.tui.cli.conftest import Run


def checks(run: Run, *arguments: str) -> dict[str, dict[str, object]]:
    done = run("doctor", "--json", *arguments)
    document = done.document
    assert document["ok"] == all(check["ok"] for check in document["checks"])
    assert done.code == (0 if document["ok"] else 3)
    return {check["name"]: check for check in document["checks"]}


def test_says_what_is_installed_and_found(run: Run) -> None:
    run("index")
    found = checks(run)
    assert found["whoosh3"]["value"] == "3.54.0"
    assert {"python", "textual", "rich", "terminal", "encoding", "settings"} <= found.keys()
    assert str(found["library"]["value"]).endswith("articles: 5 files")
    assert str(found["index"]["value"]).startswith("ready, 5 articles, Whoosh")
    assert found["cache"]["ok"]
    assert found["lock"]["ok"]


def test_names_what_is_passed_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("A title\n\nSome words.\n", "utf-8")
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    run("index", str(tmp_path))
    assert (
        checks(run, str(tmp_path))["passed over"]["value"] == "1 .png file: nothing here reads them"
    )


def test_names_what_is_broken_with_what_mends_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("A title\n\nSome words.\n", "utf-8")
    (tmp_path / "bad.txt").touch()
    assert checks(run, str(tmp_path))["index"]["value"] == "none yet; the first search builds it"
    run("index", str(tmp_path))
    found = checks(run, str(tmp_path))
    assert not found["article"]["ok"]
    assert str(found["article"]["value"]).startswith("bad.txt: ")
    assert found["article"]["mend"]
    done = run("doctor", str(tmp_path))
    assert done.code == 3
    assert "\n!!  article: bad.txt: " in done.out
    assert done.out.startswith("ok  python: ")


def test_a_library_that_is_not_there(run: Run) -> None:
    found = checks(run, "--library", "./nowhere")
    assert not found["library"]["ok"]
    assert "index" not in found


def test_an_empty_library(run: Run, tmp_path: Path) -> None:
    assert not checks(run, str(tmp_path))["library"]["ok"]


def test_faulty_settings(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "diptych").mkdir()
    (tmp_path / "diptych" / "settings.toml").write_text("library = [", "utf-8")
    found = checks(run)["settings"]
    assert not found["ok"]
    assert "settings.toml" in str(found["mend"])


def test_the_configured_library_is_used(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "diptych").mkdir()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.txt").write_text("A title\n\nSome words.\n", "utf-8")
    settings = tmp_path / "diptych" / "settings.toml"
    settings.write_text(f"library = '{tmp_path / 'mine'}'", "utf-8")
    assert run("index", "--json").document["articles"] == 1
    assert run("index", "--json", "--library", str(tmp_path / "mine")).document["articles"] == 1


def test_the_configured_library_may_begin_with_a_tilde(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "diptych").mkdir()
    (tmp_path / "diptych" / "settings.toml").write_text("library = '~/mine'", "utf-8")
    (home / "mine").mkdir(exist_ok=True)
    assert str(checks(run)["library"]["value"]) == f"{home.resolve() / 'mine'}: 0 files"
    assert run().err.startswith("diptych: the reader: wants a terminal")
