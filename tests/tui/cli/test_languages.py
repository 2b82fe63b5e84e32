"""What the command line says of articles in other languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.cli.conftest import Run

ARTICLES = {
    "ar": "أعلنت الحكومة أن العُقُوبَاتِ الجديدة ستضرّ بالمدينة.",
    "de": "Am Abend standen die Häuser am Fluss in Flammen.",
    "zh": "昨天委内瑞拉总统宣布了新的制裁措施。",
}


@pytest.fixture
def folder(tmp_path: Path) -> str:
    for language, text in ARTICLES.items():
        head = f"---\ntitle: {language}\nlang: {language}\n---\n"
        (tmp_path / f"{language}.md").write_text(f"{head}\n{text}\n", "utf-8")
    return str(tmp_path)


@pytest.mark.parametrize(
    ("query", "path", "lit"),
    [("عقوبة", "ar.md", "العُقُوبَاتِ"), ("Haus", "de.md", "Häuser"), ("总统", "zh.md", "总统")],
)
def test_a_word_inside_a_sentence_is_found_with_its_place(
    run: Run, folder: str, query: str, path: str, lit: str
) -> None:
    done = run("search", query, folder, "--json")

    assert done.code == 0
    (hit,) = done.document["hits"]
    assert (hit["path"], hit["matches"]) == (path, 1)
    text, ((start, stop),) = hit["excerpt"]["text"], hit["excerpt"]["spans"]
    assert text[start:stop] == lit
