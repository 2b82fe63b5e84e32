"""Exports and documents with other bytes in them: each is read or told in one line.

The long form is `benchmarks/fuzz/mutated.py`.
"""

from __future__ import annotations

from contextlib import suppress

import pytest
from export_texts import (
    EUROPRESSE_NEW,
    EUROPRESSE_OLD,
    FACTIVA_LINES,
    LEXIS_PAGE,
    PROQUEST_TEXT,
    REUTERS_FILE,
    UNI_LINES,
    lexis_export,
)
from exports import open_document, rich_text, word_document
from hypothesis import given, settings
from hypothesis import strategies as st

from search.article import ArticleId
from search.errors import ArticleError
from search.formats import BytesSource, PassedOverError, find_kind

SEEDS = {
    "a.txt": lexis_export().encode(),
    "a.html": LEXIS_PAGE,
    "b.html": EUROPRESSE_OLD.encode(),
    "c.html": EUROPRESSE_NEW.encode(),
    "b.txt": "\n".join(UNI_LINES).encode(),
    "c.txt": "\n".join(FACTIVA_LINES).encode(),
    "d.txt": PROQUEST_TEXT.encode(),
    "a.rtf": rich_text(UNI_LINES),
    "a.docx": word_document(UNI_LINES),
    "a.odt": open_document("".join(f"<text:p>{line}</text:p>" for line in UNI_LINES[:20])),
    "a.sgm": REUTERS_FILE,
}
PIECES = st.binary(max_size=40) | st.sampled_from(
    [b"<", b"<!--", b"&#99999999999;", b"<td>", b"\\'", b"\\u-1?", b"{", b"}", b"\0", b"\xff\xfe", b"Body\n", b"LENGTH: \n\n"]
)  # fmt: skip


@pytest.mark.parametrize("name", SEEDS)
@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_a_changed_file_is_read_or_told(name: str, data: st.DataObject) -> None:
    whole = SEEDS[name]
    start, stop = sorted(data.draw(st.integers(0, len(whole))) for _ in range(2))
    short = data.draw(st.booleans())
    changed = whole[:start] + data.draw(PIECES) + whole[start if not short else stop :]
    with suppress(ArticleError, PassedOverError):
        source = BytesSource(changed)
        container = find_kind(source, name).open(source, name)
        for span in container.spans():
            for draft in container.drafts(span.start, span.stop):
                with suppress(ArticleError):
                    draft.article(name, ArticleId("0" * 16))
