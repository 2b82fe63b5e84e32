"""Every verb that reads, on an archive: what is printed is that of the folder that was pushed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from archive_to_test import archive_for_test, ask_archive
from false_archive import STORY, false_archive

from search import bundled

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.cli.conftest import Run

DW = "dw-guaido-seeks-pentagon-talks.txt"
INDEPENDENT = "independent-direct-contact-with-military.txt"
PUSHED = ("sent", "created", "unchanged", "failed")
VOLATILE = {"took_ms", "seconds", "score", "engine", "library"}
VERBS: dict[str, tuple[str, ...]] = {
    "search": ("search", "pompeo", "--sort", "newest", "--json"),
    "a misspelt search": ("search", "pomepo", "--json"),
    "show": ("show", DW, "--json"),
    "concordance": ("concordance", "sanctions", "--json"),
    "compare": ("compare", DW, INDEPENDENT, "--json"),
    "sources": ("sources", "DW", "The Independent", "--json"),
    "stories": ("stories", "--json"),
    "export": ("export", "pompeo", "--format", "markdown"),
}
tried = pytest.mark.archive


def steady(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: steady(one) for key, one in value.items() if key not in VOLATILE}
    return [steady(one) for one in value] if isinstance(value, list) else value


@tried
def test_verbs_print_the_same_of_an_archive(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    archive = str(archive_for_test(tmp_path))
    done = run("push", str(bundled()), archive, "--json")
    assert (done.code, done.document["added"], done.document["rejected"]) == (0, 5, [])
    assert [done.document[name] for name in PUSHED] == [5, 5, 0, []]
    again = run("push", str(bundled()), archive, "--json")
    assert [again.document[name] for name in PUSHED] == [0, 0, 5, []]
    for name, words in VERBS.items():
        here, there = (run(*words, "--library", one) for one in (str(bundled()), archive))
        assert there.code == here.code, name
        if "--json" in words:
            assert steady(json.loads(there.out)) == steady(json.loads(here.out)), name
        else:
            assert sorted(there.out.split()) == sorted(here.out.split()), name
    assert run("search", "pompeo", archive, "--no-sync").code == 0


@tried
def test_the_doctor_shows_what_the_fields_of_others_are_taken_for(run: Run, tmp_path: Path) -> None:
    archive = archive_for_test(tmp_path)
    keyword, text = {"type": "keyword"}, {"type": "text"}
    fields = {"article_title": text, "text_content": text, "canonical_domain": keyword}
    ask_archive("PUT", f"/{archive.index}", {"mappings": {"properties": fields}})
    story = {"article_title": "Tide", "text_content": "It rose.", "canonical_domain": "sea.example"}
    ask_archive("PUT", f"/{archive.index}/_doc/one?refresh=true", story)
    checks = {one["name"]: one for one in run("doctor", str(archive), "--json").document["checks"]}
    assert (
        checks["index"]["value"] == "ready, 1 article, an index that others built, to be read only"
    )
    assert checks["field title"]["value"] == "article_title (text, not counted)"
    assert "day" in checks["fields"]["value"]
    done = run("search", "rise", str(archive), "--json")
    assert (done.code, done.document["total"]) == (1, 0)
    done = run("search", "rose", str(archive), "--json")
    assert done.document["hits"][0]["title"] == "Tide"
    assert "analyzers" in done.document["read_as"]
    assert run("show", "one", "--library", str(archive)).code == 0
    assert run("push", str(bundled()), str(archive)).code == 3


@tried
def test_an_archive_that_isn_t_there_is_said(run: Run, tmp_path: Path) -> None:
    done = run("search", "x", str(archive_for_test(tmp_path)))
    assert done.code == 3
    assert "there is no such index; diptych push" in done.err


@pytest.mark.parametrize("verb", ["search", "stories"])
def test_an_archive_that_fails_is_a_failure_in_one_line(run: Run, verb: str) -> None:
    words = ("x",) if verb == "search" else ()
    with false_archive((401, b"{}")) as archive:
        done = run(verb, *words, "--library", str(archive.address))
    assert (done.code, done.out) == (3, "")
    assert done.err.count("\n") == 1
    assert "DIPTYCH_ARCHIVE_USER" in done.err


def test_only_a_push_brings_an_archive_up_to_date(run: Run) -> None:
    done = run("index", "opensearch://a/b")
    assert done.code == 2
    assert "diptych push" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("news", "elsewhere"), "is no archive"),
        (("opensearch://a/b", "opensearch://a/c"), "only a folder"),
        (("--library", "x", "news", "opensearch://a/b"), "before the archive"),
    ],
)
def test_what_can_t_be_pushed_to_an_archive_is_a_wrong_request(
    run: Run, words: tuple[str, ...], said: str
) -> None:
    done = run("push", *words)
    assert done.code == 2
    assert said in done.err


@pytest.fixture
def desk_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = tmp_path / "config" / "diptych"
    folder.mkdir(parents=True)
    return folder / "settings.toml"


def test_an_archive_of_the_settings_is_named_like_a_library(run: Run, desk_settings: Path) -> None:
    with false_archive() as archive:
        asked = f'[archives.desk]\naddress = "{archive.address}"\nuser = "ana"\n'
        desk_settings.write_text(asked + 'password_command = "echo s3cret"\n')
        for words in (("desk",), ("--library", "desk")):
            done = run("search", "harbour", *words, "--json")
            assert (done.code, done.document["total"], done.err) == (0, 1, "")
        assert archive.headers["authorization"].startswith("Basic ")
        desk_settings.write_text(f'library = "desk"\n{asked}')
        assert run("search", "harbour", "--json").document["total"] == 1
        assert run("search", "harbour", "./desk").code == 3


def test_an_article_is_named_with_its_archive_which_is_the_library_unless_another_is(
    run: Run, desk_settings: Path
) -> None:
    here = str(bundled() / DW)
    with false_archive() as archive:
        desk_settings.write_text(f'[archives.desk]\naddress = "{archive.address}"\n')
        for there in (f"desk#{STORY.id}", f"{archive.address}#{STORY.id[:5]}"):
            for verb in ("show", "rivals", "revisions"):
                assert run(verb, there).code in {0, 1}, verb
            assert run("show", there, "--json").document["id"] == STORY.id
            own = run("compare", here, there, "--json").document
            assert (own["left"]["source"], own["right"]["id"]) == ("DW", STORY.id)
            done = run("compare", there, DW, "--json", "--library", str(bundled()))
            told = done.document["left"], done.document["right"]
            assert [one["path"] for one in told] == [STORY.path, DW]
            assert done.document["unmatched"]["left"] == [0]
            printed = done.document["left"]["id"]
            assert printed == f"{archive.address}#{STORY.id}"
            again = run("compare", printed, DW, "--json", "--library", str(bundled()))
            assert again.document["left"] == done.document["left"]
            assert run("rivals", printed, str(bundled()), "--json").document["article"] == printed
            done = run(
                "export", "--article", printed, "--format", "bibtex", "--library", str(bundled())
            )
            assert (done.code, "://" in done.out.splitlines()[0]) == (0, False)
            assert run("rivals", there, str(bundled())).code in {0, 1}
            assert run("mark", there, "--star", "--json").document["marked"][0]["starred"]
    done = run("show", "desk#feed")
    assert (done.code, done.err.count("\n")) == (3, 1)
    done = run("compare", f"elsewhere#{STORY.id}", DW, "--library", str(bundled()))
    assert (done.code, done.err.count("\n")) == (2, 1)


def test_a_password_in_the_address_of_an_article_is_used_and_never_shown(run: Run) -> None:
    with false_archive() as archive:
        there = f"{archive.address}#{STORY.id}".replace("://", "://ana:s3cret@")
        done = run("compare", there, DW, "--json", "--library", str(bundled()))
        assert done.code == 0
        assert done.err.count("seen by everybody") == 1
        assert "s3cret" not in done.out + done.err
        assert archive.headers["authorization"].startswith("Basic ")


def test_a_password_in_an_address_is_warned_of_used_and_never_shown(run: Run) -> None:
    with false_archive() as archive:
        address = str(archive.address).replace("://", "://ana:s3cret@")
        for words in (("harbour", address), ("harbour", f"--library={address}")):
            done = run("search", *words, "--json")
            assert (done.code, done.document["total"]) == (0, 1)
            assert "seen by everybody" in done.err
            assert "s3cret" not in done.out + done.err
        assert archive.headers["authorization"].startswith("Basic ")
    done = run("search", "x", address)
    assert done.code == 3
    assert "s3cret" not in done.err


def test_an_archive_whose_certificate_isn_t_verified_is_loud(run: Run) -> None:
    with false_archive(tls=True) as archive:
        done = run("search", "harbour", str(archive.address))
        assert done.code == 3
        assert "certificate isn't trusted" in done.err
        done = run("search", "harbour", str(archive.address), "--insecure", "--json")
    assert (done.code, done.document["total"]) == (0, 1)
    assert "not verified" in done.err
    assert "opensearch+https://" in done.err
