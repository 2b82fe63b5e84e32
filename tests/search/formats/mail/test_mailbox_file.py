"""Mailboxes: where one mail ends and the next begins, in whatever pieces they are read."""

from __future__ import annotations

import mailbox
from typing import TYPE_CHECKING

import pytest
from opened import articles, opened, story

from search import ArticleError
from search.formats.container import BytesSource
from search.formats.mail import KINDS, mailbox_file

if TYPE_CHECKING:
    from pathlib import Path

MAILBOX = KINDS[0]
LINE = b"From jane@home.example Thu Mar 14 18:38:00 2019\n"


def one(number: int, body: bytes = b"The bridge reopened on Sunday.\n") -> bytes:
    head = f"From: Jane Doe <jane@home.example>\nSubject: Number {number}\nMessage-ID: <{number}@home>\n"
    return LINE + head.encode() + b"\n" + body + b"\n"


def titles(data: bytes) -> list[str | None]:
    return [article.title for article in articles(MAILBOX, data)]


def test_mails_one_after_the_other() -> None:
    data = b"".join(map(one, range(5)))
    assert titles(data) == [f"Number {number}" for number in range(5)]
    assert titles(data.replace(b"\n", b"\r\n")) == [f"Number {number}" for number in range(5)]


@pytest.mark.parametrize("piece", [501, 640, 777, 1_000])
def test_in_small_pieces(piece: int, monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"".join(map(one, range(40)))
    whole = list(mailbox_file.MailboxFile(BytesSource(data), "a").spans())
    monkeypatch.setattr(mailbox_file, "_PIECE", piece)
    assert list(mailbox_file.MailboxFile(BytesSource(data), "a").spans()) == whole
    assert len(whole) == 40


def test_a_sentence_that_begins_so_begins_no_mail() -> None:
    body = b"It reopened.\n\nFrom here to the sea it took an hour.\nFrom 18:38 on.\n\n>From me, escaped.\n"
    [article] = articles(MAILBOX, one(1, body))
    assert story(article)[1:] == [
        "From here to the sea it took an hour.",
        "From 18:38 on.",
        "From me, escaped.",
    ]


def test_a_program_may_write_no_blank_line_between_mails() -> None:
    data = b"".join(one(number)[:-1] for number in range(3))
    assert titles(data) == ["Number 0", "Number 1", "Number 2"]
    quoted = b"It reopened.\n" + LINE + b"That is how a mail begins.\n"
    assert titles(one(1, quoted)) == ["Number 1"]


def test_a_stated_length_is_not_believed() -> None:
    data = one(1).replace(b"Subject", b"Content-Length: 100000\nSubject") + one(2)
    assert titles(data) == ["Number 1", "Number 2"]


def test_a_mail_without_a_text_stops_no_other() -> None:
    found = list(
        opened(MAILBOX, one(1) + LINE + b"\n" + LINE + b"From: a@b\n\n\n" + one(2), "a.mbox")
    )
    assert [isinstance(each, ArticleError) for each in found] == [False, True, True, False]
    assert str(found[1]) == "a.mbox#2: there is nothing below the line that begins the mail"


def test_as_the_standard_library_writes_it(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "box")
    for number in range(3):
        text = f"From: Jane <j@a.example>\nSubject: {number}\nDate: x\n\nA line.\n\nFrom A to B 10:10 2019\n"
        box.add(text)
    box.close()
    assert titles((tmp_path / "box").read_bytes()) == ["0", "1", "2"]
