"""What is taken for mail by its first bytes, and what isn't."""

from __future__ import annotations

import pytest

from search.formats.mail.mail_signature import is_apple_mail, is_headed, is_mail, is_mailbox

HEAD = (
    b"Return-Path: <a@b.example>\r\nReceived: from c by d;\r\n\tThu, 14 Mar 2019\r\n"
    b"From: Jane Doe <a@b.example>\r\nDate: Thu, 14 Mar 2019 18:38:00 +0100\r\n\r\nText\r\n"
)


@pytest.mark.parametrize(
    "before", [b"", b"\xef\xbb\xbf", b"\n", b"From a@b Thu Mar 14 18:38:00 2019\n"]
)
def test_a_header_makes_a_mail(before: bytes) -> None:
    assert is_mail(before + HEAD)


def test_an_address_on_the_next_line() -> None:
    assert is_mail(HEAD.replace(b"Doe <", b"Doe\r\n <"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 100,
        b"The bridge reopened.\n",
        b"---\ntitle: A\nfrom: B\n---\n",
        b"Title: Bridge\nFrom: The Mail\nDate: 2019-03-14\n\nText",
        b"From: Jane\nTo: Joe\nDate: 14 March\n\nA letter in a text.",
        b"From: Jane <a@b.example>\nDate: 14 March\n\nA text, headed by somebody.",
        HEAD.replace(b"Date:", b"no field\r\nDate:"),
        (
            b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\nSubject: A\r\n"
            b"Date: Thu, 14 Mar 2019 18:38:00 -0000\r\nMIME-Version: 1.0\r\n"
            b"Content-Type: multipart/related; type=text/html\r\n\r\n"
        ),
    ],
)
def test_other_texts_are_none(data: bytes) -> None:
    assert not is_mail(data)
    assert not is_mailbox(data)
    assert not is_apple_mail(data)


@pytest.mark.parametrize(
    "line",
    [
        b"From a@b.example Thu Mar 14 18:38:00 2019\n",
        b"From jane at b.example  Thu Mar 14 18:38:00 2019\r\n",
        b"From 1234567890@xxx Thu Mar 14 17:38:00 +0000 2019\r\n",
        b"From - Thu Mar 14 18:38:00 2019\n",
    ],
)
def test_a_mailbox_begins_with_its_line(line: bytes) -> None:
    assert is_mailbox(line + HEAD)
    assert not is_mailbox(HEAD)


def test_a_text_that_begins_so_is_no_mailbox() -> None:
    assert not is_mailbox(b"From 18:38 on 14 March the bridge is open.\nIt was closed for years.\n")
    assert not is_mailbox(b"From here on.\nDate: today\n")


def test_a_broken_header_will_do_where_the_suffix_says_mail() -> None:
    assert is_headed(b"Subject: Bridge\n\nThe bridge reopened.")
    assert is_headed(b"\nX-Mailer: a\nno field\n\nText")
    assert not is_headed(b"The bridge reopened.\n")
    assert not is_headed(b"")
