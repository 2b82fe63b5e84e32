from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from search import ArchiveOptions, NamedArchive, archive_at, unsafe
from search.archive_options import library_named, options_of, shown_library, without_login

DESK = archive_at("opensearch+https://desk/news")
NAMED = NamedArchive("desk", DESK.address, ArchiveOptions(user="ana", timeout=5))


def test_a_name_of_the_settings_is_an_address_and_any_other_stays() -> None:
    assert library_named("desk", [NAMED]) == "opensearch+https://desk:9200/news"
    assert library_named("news", [NAMED]) == "news"
    assert library_named("", [NAMED, NamedArchive("", DESK.address, NAMED.options)]) == ""


def test_options_are_found_by_the_address() -> None:
    assert options_of(DESK.address, [NAMED]) == NAMED.options
    assert options_of(archive_at("opensearch://desk/news").address, [NAMED]) == ArchiveOptions()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("opensearch://ana:s3c@ret@desk/news", ("opensearch://desk/news", "ana", "s3c@ret")),
        ("opensearch+https:/ana@a,b/n", ("opensearch+https://a,b/n", "ana", "")),
        ("opensearch://desk/news", ("opensearch://desk/news", "", "")),
        ("/home/ana@desk", ("/home/ana@desk", "", "")),
        ("news@desk", ("news@desk", "", "")),
    ],
)
def test_a_login_is_taken_out_of_an_address(text: str, expected: tuple[str, str, str]) -> None:
    assert without_login(text) == expected


def test_a_password_is_not_among_what_options_show() -> None:
    assert "s3cret" not in repr(ArchiveOptions(user="ana", password="s3cret"))


def test_an_address_that_was_a_path_is_shown_with_both_slashes() -> None:
    assert shown_library(Path("opensearch://desk:1/news")) == "opensearch://desk:1/news"
    assert shown_library(Path("/home/news")) == "/home/news"


@pytest.mark.parametrize(
    ("address", "options", "said"),
    [
        ("opensearch+https://desk/n", ArchiveOptions(insecure=True), "not verified"),
        ("opensearch://desk/n", ArchiveOptions(password_command="pass"), "in clear"),
        ("opensearch://desk/n", ArchiveOptions(), ""),
        ("opensearch://localhost/n", ArchiveOptions(password="x"), ""),
        ("opensearch+https://desk/n", ArchiveOptions(password="x"), ""),
    ],
)
def test_what_isn_t_safe_is_said(address: str, options: ArchiveOptions, said: str) -> None:
    found = unsafe(NamedArchive("", archive_at(address).address, replace(options)))
    assert said in found
    assert bool(said) == bool(found)


def test_a_password_of_the_environment_is_none_the_safer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIPTYCH_ARCHIVE_PASSWORD", "x")
    assert "in clear" in unsafe(archive_at("opensearch://desk/n"))
    assert unsafe(archive_at("opensearch+https://desk/n")) == ""
