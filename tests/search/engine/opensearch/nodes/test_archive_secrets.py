"""Who asks an archive, and that nobody sees by what."""

from __future__ import annotations

import sys
from base64 import b64encode
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from false_archive import TLS, false_archive

from search.archive_options import ArchiveOptions
from search.engine.opensearch import archive_connection
from search.engine.opensearch.archive_connection import Connection
from search.errors import IndexFailedError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_connection, "PATIENCE", 0.0)
    for name in ("USER", "PASSWORD", "API_KEY"):
        monkeypatch.delenv(f"DIPTYCH_ARCHIVE_{name}", raising=False)


def basic(user: str, password: str) -> str:
    return f"Basic {b64encode(f'{user}:{password}'.encode()).decode()}"


def header(options: ArchiveOptions) -> str | None:
    with false_archive((200, b"{}")) as archive:
        connection = Connection(archive.address, options)
        connection.ask("/x")
        connection.close()
        return archive.headers.get("authorization")


def test_without_anything_said_nobody_in_particular_asks() -> None:
    assert header(ArchiveOptions()) is None


def test_the_environment_says_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIPTYCH_ARCHIVE_API_KEY", "a2V5")
    assert header(ArchiveOptions()) == "ApiKey a2V5"
    monkeypatch.setenv("DIPTYCH_ARCHIVE_USER", "ana")
    monkeypatch.setenv("DIPTYCH_ARCHIVE_PASSWORD", "grün")
    assert header(ArchiveOptions()) == basic("ana", "grün")
    assert header(ArchiveOptions(user="bo", password_command="echo own")) == basic("bo", "own")


def test_a_command_says_the_password_or_the_key_by_its_first_line(tmp_path: Path) -> None:
    (tmp_path / "se cret").write_text("s3cret\nand more\n")
    command = f"cat '{tmp_path}/se cret'"
    assert header(ArchiveOptions(user="ana", password_command=command)) == basic("ana", "s3cret")
    assert header(ArchiveOptions(api_key_command=command)) == "ApiKey s3cret"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (ArchiveOptions(user="ana", password_command="false"), "failed with exit code 1"),
        (ArchiveOptions(user="ana", password_command="true"), "printed nothing"),
        (ArchiveOptions(user="ana", password_command="/nowhere/x"), "can't be run"),
        (ArchiveOptions(user="ana", password_command="'"), "can't be run"),
        (ArchiveOptions(user="ana", password_command=" "), "can't be run"),
        (ArchiveOptions(api_key_command="printf 'a\\tb'"), "signs that no key has"),
    ],
)
def test_a_command_without_an_answer_is_said(options: ArchiveOptions, said: str) -> None:
    with pytest.raises(IndexFailedError, match=said):
        header(options)


def test_the_keyring_is_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    options = ArchiveOptions(user="ana", keyring=True)
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(IndexFailedError, match=r"pip install 'diptych\[keyring\]'"):
        header(options)
    held = {("diptych", "ana"): "s3cret"}
    kept = SimpleNamespace(get_password=lambda *asked: held.get(asked))
    monkeypatch.setitem(sys.modules, "keyring", kept)
    assert header(options) == basic("ana", "s3cret")
    with pytest.raises(IndexFailedError, match="no password of bo"):
        header(ArchiveOptions(user="bo", keyring=True))


def test_no_secret_is_in_an_error() -> None:
    options = ArchiveOptions(user="ana", password_command="echo s3cret")
    with false_archive((401, b"s3cret")) as archive, pytest.raises(IndexFailedError) as failed:
        Connection(archive.address, options).ask("/x")
    assert "s3cret" not in str(failed.value)


def test_a_certificate_is_trusted_by_its_own_authority_or_not_at_all() -> None:
    with false_archive((200, b"{}"), tls=True) as archive:
        with pytest.raises(IndexFailedError, match="certificate isn't trusted"):
            Connection(archive.address).ask("/x")
        for options in (
            ArchiveOptions(ca=str(TLS / "certificate.pem")),
            ArchiveOptions(insecure=True),
        ):
            assert Connection(archive.address, options).ask("/x") == {}


@pytest.mark.parametrize(
    "options",
    [
        ArchiveOptions(ca="/nowhere/ca.pem"),
        ArchiveOptions(client_certificate="/nowhere/me.pem"),
        ArchiveOptions(client_certificate=str(TLS / "certificate.pem"), client_key="/nowhere/key"),
        ArchiveOptions(ca=__file__),
    ],
)
def test_a_certificate_that_can_t_be_read_is_said(options: ArchiveOptions) -> None:
    failing = pytest.raises(IndexFailedError, match="no certificate can be read")
    with false_archive((200, b"{}"), tls=True) as archive, failing:
        Connection(archive.address, options).ask("/x")


def test_a_client_is_known_by_its_certificate() -> None:
    options = ArchiveOptions(
        ca=str(TLS / "certificate.pem"),
        client_certificate=str(TLS / "certificate.pem"),
        client_key=str(TLS / "key.pem"),
    )
    with false_archive((200, b"{}"), tls=True) as archive:
        assert Connection(archive.address, options).ask("/x") == {}
