"""Exports and documents as a library has them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from export_texts import (
    EUROPRESSE_NEW,
    FACTIVA_LINES,
    LEXIS_PAGE,
    PROQUEST_TEXT,
    REUTERS_FILE,
    UNI_LINES,
    lexis_export,
)
from exports import open_document, rich_text, word_document

from search import Desk
from search.formats import find_kind, open_container
from search.formats.container import BytesSource, PassedOverError

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "lexis.TXT": lexis_export().encode(),
    "lexis.html": LEXIS_PAGE,
    "uni.docx": word_document(UNI_LINES),
    "uni.rtf": rich_text(UNI_LINES),
    "factiva.txt": "\n".join(FACTIVA_LINES).encode(),
    "download": "\n".join(FACTIVA_LINES).replace("COURR", "OTHER").encode(),
    "proquest.txt": PROQUEST_TEXT.encode(),
    "europresse.html": EUROPRESSE_NEW.encode(),
    "reut2-000.sgm": REUTERS_FILE,
    "note.docx": word_document(["Ferries of the north", "By Jane Doe", "A text of the islands."]),
    "note.odt": open_document("<text:p>A text of the islands too, and of their ferries.</text:p>"),
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
}


def test_every_article_of_every_file_is_found_and_read_from_its_place(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    for name, data in FILES.items():
        (library / name).write_bytes(data)
    desk = Desk(library, cache=tmp_path / "cache")
    try:
        desk.sync()
        heads = {head.path: head for head in desk.heads()}
        assert heads["lexis.TXT#2"].title == "Talks resume"
        assert heads["lexis.html"].source == "The Courier"
        assert heads["download#1"].source == "The Courier"
        assert heads["note.docx"].title == "Ferries of the north"
        assert len(heads) == 2 + 1 + 2 + 2 + 2 + 2 + 2 + 2 + 3 + 1 + 1
        for head in heads.values():
            assert desk.read(head.id).title == head.title
    finally:
        desk.close()


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_is_told_by_its_first_bytes(name: str) -> None:
    source = BytesSource(FILES[name])
    if name == "old.doc":
        with pytest.raises(PassedOverError, match="these aren't what"):
            open_container(source, name)
    else:
        assert find_kind(source, name).name != "the text of a page"


def test_nothing_heavy_is_loaded_before_a_file_needs_it() -> None:
    code = "import sys, search.formats; print([m for m in ('zipfile', 'email', 'pyexpat', 'lzma') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
