"""Mail, documents and web archives in a folder: indexed, found, and read where they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive_files import arc_head, arc_record, info, packed, record, response
from epub_files import magazine
from pdf_files import column, draw, pdf

from search import Desk

if TYPE_CHECKING:
    from pathlib import Path

LINE = b"From jane@river.example Thu Mar 14 18:38:00 2019\n"
MAIL = (
    b"From: Jane Doe <jane@river.example>\nDate: Thu, 14 Mar 2019 18:38:00 +0100\nMIME-Version: 1.0\n"
    b"Subject: Number %d\nMessage-ID: <%d@river.example>\n\nThe bridge over the river reopened on Sunday.\n\n"
)
PAGE = draw(column(["The bridge over the river reopened on Sunday after two years of repairs."]))


def test_a_folder_of_all_of_them(tmp_path: Path) -> None:
    library = tmp_path / "library"
    (library / "Maildir" / "cur").mkdir(parents=True)
    files = {
        "one.eml": MAIL % (1, 1),
        "Maildir/cur/1552585080.M1P2.host:2,S": MAIL % (2, 2),
        "Maildir/cur/1552585081.12_1.mail.river.example": MAIL % (5, 5),
        "1552585081.12_1.jpg": b"\xff\xd8\xff",
        "broken.eml": b"Subject: Broken\nno field\n\nThe bridge over the river reopened on Sunday.\n",
        "box.mbox": LINE + MAIL % (3, 3) + LINE + MAIL % (4, 4),
        "river.epub": magazine(),
        "river.pdf": pdf([PAGE]),
        "river.warc": info() + record(response()),
        "river.warc.gz": packed(info(), record(response(), "https://river.example/b"))[:-60],
        "river.arc.gz": packed(arc_head(), arc_record(response())),
        "locked.pdf": pdf([PAGE], password="secret"),  # noqa: S106 - of a test
    }
    for name, data in files.items():
        (library / name).write_bytes(data)
    desk = Desk(library, cache=tmp_path / "cache")
    try:
        report = desk.sync()
        assert [error.path for error in report.failed] == ["locked.pdf", "river.warc.gz"]
        answer = desk.search("bridge sunday")
        hits = desk.rows(answer, range(answer.total)).values()
        assert sorted(hit.head.path for hit in hits) == [
            "Maildir/cur/1552585080.M1P2.host:2,S",
            "Maildir/cur/1552585081.12_1.mail.river.example",
            "box.mbox#1",
            "box.mbox#2",
            "broken.eml",
            "one.eml",
            "river.arc.gz#1",
            "river.epub#1",
            "river.epub#2",
            "river.pdf",
            "river.warc#1",
            "river.warc.gz#1",
        ]
        read = {hit.head.path: desk.read(hit.head.id) for hit in hits}
        assert read["box.mbox#2"].title == "Number 4"
        assert read["river.epub#2"].title == "Harbour closes"
        assert read["river.warc.gz#1"].url == "https://river.example/b"
    finally:
        desk.close()
