"""A mail as an article: its head by its header, its text by the part that says it."""

from __future__ import annotations

import base64
import quopri
from email.message import EmailMessage

import pytest
from opened import articles, aside, opened, owns, story

from search.article import Block
from search.formats.mail import KINDS

MAIL = KINDS[2]
APPLE = KINDS[1]
TOLD = "The bridge over the river reopened on Sunday after two years of costly repairs."
MORE = "Some three hundred boats passed below it, and nobody at the harbour had believed it."


def mail(body: str = TOLD, **fields: str) -> bytes:
    head = {
        "From": "River Mail <news@rivermail.example>",
        "Date": "Thu, 14 Mar 2019 18:38:00 +0100",
        "Subject": "Bridge reopens",
        "Message-ID": "<1@rivermail.example>",
        "MIME-Version": "1.0",
    }
    for name, value in fields.items():
        head[name.replace("_", "-")] = value
    rows = [f"{name}: {value}" for name, value in head.items() if value]
    return "\r\n".join((*rows, "", body)).encode("utf-8", "surrogateescape")


def parted(kind: str, *parts: str, **fields: str) -> bytes:
    body = "".join(f"--xx\r\n{part}\r\n" for part in parts) + "--xx--\r\n"
    return mail(body, Content_Type=f'multipart/{kind}; boundary="xx"', **fields)


PLAIN = "Content-Type: text/plain; charset=utf-8\r\n\r\n"
HTML = "Content-Type: text/html; charset=utf-8\r\n\r\n"


def test_a_newsletter_is_an_article_of_its_sender() -> None:
    [article] = articles(MAIL, mail(List_Unsubscribe="<https://rivermail.example/u>"))
    assert article.title == "Bridge reopens"
    assert article.source == "River Mail"
    assert article.authors == ()
    assert article.published == "2019-03-14T18:38:00+01:00"
    assert article.evidence["published"] == "mail header"
    assert story(article) == [TOLD]


@pytest.mark.parametrize(
    ("sender", "fields", "authors", "source"),
    [
        ("Jane Doe <jane@home.example>", {}, ("Jane Doe",), None),
        ("jane@home.example (Jane Doe)", {}, ("Jane Doe",), None),
        ("jane@home.example", {}, (), None),
        ('"Doe, Jane" <jane@home.example>', {}, ("Jane Doe",), None),
        ("Jane Doe <jane@bbc.co.uk>", {}, ("Jane Doe",), "BBC News"),
        ("River Mail <noreply@rivermail.example>", {}, (), "River Mail"),
        (
            "Jane Doe from River Mail <a@b.example>",
            {"List_Id": "<a.b>"},
            ("Jane Doe",),
            "River Mail",
        ),
        ("Jane Doe | River Mail <a@b.example>", {"List_Id": "<a.b>"}, ("Jane Doe",), "River Mail"),
        ("Notes from River <a@b.example>", {"List_Id": "<a.b>"}, (), "Notes from River"),
        (
            "Jane Doe <jane@home.example>",
            {
                "List_Id": "Friends of the River <river.example>",
                "List_Post": "<mailto:r@a.example>",
            },
            ("Jane Doe",),
            "Friends of the River",
        ),
        ("=?utf-8?q?J=C3=B6rg_M=C3=BCller?= <j@home.example>", {}, ("Jörg Müller",), None),
    ],
)
def test_who_wrote_it_and_who_sent_it(
    sender: str, fields: dict[str, str], authors: tuple[str, ...], source: str | None
) -> None:
    [article] = articles(MAIL, mail(From=sender, **fields))
    assert (article.authors, article.source) == (authors, source)


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("=?UTF-8?B?QnLDvGNrZSA=?=\r\n =?UTF-8?B?ZXLDtmZmbmV0?=", "Brücke eröffnet"),
        ("=?utf-8?q?Br=C3?= =?utf-8?q?=BCcke?=", "Brücke"),  # a letter parted between two words
        ("=?iso-8859-1?Q?Caf=E9_au_lait?= today", "Café au lait today"),
        ("=?none-such?q?abc?= d", "abc d"),
        ("=?utf-8?b?!!!?= d", "d"),
        ("=?utf-8?q?open", "=?utf-8?q?open"),
        ("Long\r\n\tsubject", "Long subject"),
        ("Brücke, raw", "Brücke, raw"),
        ("a\x1b]52;c;AAAA\x07b", "a�b"),
    ],
)
def test_the_subject_is_the_title_however_it_is_encoded(subject: str, title: str) -> None:
    [article] = articles(MAIL, mail(Subject=subject))
    assert article.title == title


def test_its_identifier_is_its_own() -> None:
    assert owns(MAIL, mail()) == ["1@rivermail.example"]
    assert owns(MAIL, mail(Message_ID="")) == [""]


def test_the_plain_text_is_preferred() -> None:
    data = parted("alternative", PLAIN + TOLD, HTML + f"<p>{TOLD}</p>")
    [article] = articles(MAIL, data)
    assert story(article) == [TOLD]


def test_of_a_stub_the_html_is_read() -> None:
    stub = "Your program doesn't show HTML."
    html = f"<h1>Bridge reopens</h1><p>{TOLD}</p><p>{MORE}</p>"
    [article] = articles(MAIL, parted("alternative", PLAIN + stub, HTML + html))
    assert story(article) == [TOLD, MORE]


def test_tables_that_make_the_layout_are_no_lists() -> None:
    html = f"<table><tr><td><p>{TOLD}</p></td></tr><tr><td>{MORE}</td></tr></table>"
    [article] = articles(MAIL, mail(html, Content_Type="text/html"))
    assert [block.kind for block in article.blocks] == ["paragraph", "paragraph"]


def test_parts_within_parts() -> None:
    inner = 'Content-Type: multipart/alternative; boundary="yy"\r\n\r\n'
    inner += f"--yy\r\n{PLAIN}{TOLD}\r\n--yy\r\n{HTML}<p>{TOLD}</p>\r\n--yy--"
    picture = "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA"
    [article] = articles(MAIL, parted("mixed", inner, picture, PLAIN + MORE))
    assert story(article) == [TOLD, MORE]


def test_parts_nested_beyond_all_use_are_told_of() -> None:
    body = PLAIN + TOLD
    for level in range(40):
        body = f'Content-Type: multipart/mixed; boundary="b{level}"\r\n\r\n--b{level}\r\n{body}\r\n--b{level}--'
    [told] = opened(MAIL, parted("mixed", body))
    assert told is not None


@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "iso-8859-15", "koi8-r", "utf-16"])
@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_transfer_encodings_and_charsets(charset: str, encoding: str) -> None:
    said = (
        "Мост открыли в воскресенье."
        if charset == "koi8-r"
        else "Die Brücke ist wieder geöffnet, Café inklusive."
    )
    raw = said.encode(charset)
    coded = base64.encodebytes(raw) if encoding == "base64" else quopri.encodestring(raw)
    fields = {
        "Content_Type": f"text/plain; charset={charset}",
        "Content_Transfer_Encoding": encoding,
    }
    [article] = articles(MAIL, mail(coded.decode("ascii"), **fields))
    assert story(article) == [said]


@pytest.mark.parametrize("stated", ["us-ascii", "none-such", "utf-8", ""])
def test_a_charset_that_is_stated_wrongly(stated: str) -> None:
    said = (
        "Die Brücke über den Fluss ist seit Sonntag wieder geöffnet, nachdem sie zwei Jahre lang für "
        "teure Ausbesserungen geschlossen war. Später fuhren größere Schiffe hindurch, und für die "
        "Anwohner gab es ein Fest mit Musik, über das sich alle freuten, natürlich auch die Behörde."
    )
    data = mail("", Content_Type=f"text/plain; charset={stated}") + said.encode("cp1252")
    [article] = articles(MAIL, data)
    assert story(article) == [said]


def test_as_the_standard_library_writes_it() -> None:
    message = EmailMessage()
    message["From"] = "Jörg Müller <j@home.example>"
    message["Subject"] = (
        "Die Brücke, die zwei Jahre lang geschlossen war, ist seit Sonntag wieder geöffnet"
    )
    message["Date"] = "Thu, 14 Mar 2019 18:38:00 -0000"
    message["Message-ID"] = "<2@home.example>"
    message.set_content(f"{TOLD}\n\nSchöne Grüße")
    message.add_alternative(f"<p>{TOLD}</p><p>Schöne Grüße</p>", subtype="html")
    message.add_attachment(b"\x00" * 100, maintype="image", subtype="png", filename="a.png")
    [article] = articles(MAIL, message.as_bytes())
    assert article.title == message["Subject"]
    assert article.authors == ("Jörg Müller",)
    assert story(article)[:2] == [TOLD, "Schöne Grüße"]


def test_lines_broken_at_one_width_are_joined() -> None:
    rows = [TOLD[:60].rsplit(" ", 1)[0], TOLD[len(TOLD[:60].rsplit(" ", 1)[0]) + 1 :]]
    body = "\r\n".join([*rows, "", "> " + rows[0], "> " + rows[1], "", "Yours", "Jane"])
    [article] = articles(MAIL, mail(body))
    assert Block("paragraph", TOLD) in article.blocks
    assert Block("quote", TOLD) in article.blocks
    assert story(article)[-2:] == ["Yours", "Jane"]


def test_flowed_lines_are_joined() -> None:
    body = "The bridge reopened \r\non Sunday, they said.\r\n> It \r\n> did.\r\n"
    [article] = articles(MAIL, mail(body, Content_Type="text/plain; format=flowed"))
    assert [(b.kind, b.text) for b in article.blocks] == [
        ("paragraph", "The bridge reopened on Sunday, they said."),
        ("quote", "It did."),
    ]


def test_what_only_mail_says_is_folded() -> None:
    body = (
        f"View this email in your browser\r\n\r\n{TOLD}\r\n\r\n{MORE}\r\n\r\n"
        "You received this because you signed up. Unsubscribe\r\n\r\nRiver Mail, 1 Quay Road\r\n"
    )
    [article] = articles(MAIL, mail(body))
    assert story(article) == [TOLD, MORE]
    assert "River Mail, 1 Quay Road" in aside(article)


def test_a_story_of_unsubscribing_stays_one() -> None:
    told = (
        "Under the law that passed on Tuesday every newsletter has to let its readers unsubscribe with one "
        "click, and the senders who make them log in, or ask why, or wait for ten days, pay a fine of up to "
        "two thousand euros for each of the letters they send after that, said the minister of justice, who "
        "had promised it before the vote and was asked for it in each debate."
    )
    [article] = articles(MAIL, mail(f"{told}\r\n\r\n{TOLD}"))
    assert story(article) == [told, TOLD]


def test_a_signature_is_folded() -> None:
    [article] = articles(MAIL, mail(f"{TOLD}\r\n\r\n-- \r\nJane Doe\r\nThe Quay\r\n"))
    assert story(article) == [TOLD]
    assert aside(article) == ["Jane Doe", "The Quay"]


def test_without_a_text_the_attachments_are_told() -> None:
    attached = 'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="a b.pdf"\r\n\r\nAAAA'
    [told] = opened(MAIL, parted("mixed", attached), "a.eml")
    assert str(told) == "a.eml#1: there is no text in the mail, only attachments: a b.pdf"
    [told] = opened(MAIL, mail(""))
    assert str(told).endswith("there is no text in the mail")


def test_a_header_with_broken_lines_is_read() -> None:
    data = mail().replace(b"Subject:", b"no field at all\r\n: nor this\r\nSubject:")
    [article] = articles(MAIL, data)
    assert article.title == "Bridge reopens"


def test_a_boundary_that_never_comes() -> None:
    [article] = articles(MAIL, mail(TOLD, Content_Type='multipart/mixed; boundary="zz"'))
    assert story(article) == [TOLD]


def test_a_mail_of_apple_mail() -> None:
    data = mail()
    kept = b"%d\n" % len(data) + data + b'<?xml version="1.0"?><plist><dict/></plist>'
    assert APPLE.recognises
    assert APPLE.recognises(kept)
    [article] = articles(APPLE, kept)
    assert story(article) == [TOLD]
    [article] = articles(APPLE, b"9" * 5000 + b"\n" + data)
    assert story(article) == [TOLD]
