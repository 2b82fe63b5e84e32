"""Merging segments gives what building them at once would have given."""

from __future__ import annotations

import tempfile
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engine.whoosh.build import merge_words
from search.engine.whoosh.build.merge import merge
from search.engine.whoosh.build.merge_source import MergeSource
from search.engine.whoosh.build.segment_builder import SegmentBuilder
from search.engine.whoosh.build.vocabulary import ChunkVocabulary
from search.engine.whoosh.segments.field_layout import FieldLayout
from search.engine.whoosh.segments.segment import Segment
from search.errors import CancelledError

if TYPE_CHECKING:
    from collections.abc import Sequence

LAYOUT = FieldLayout(
    words=("title", "body"),
    stemmed=(("title-stems", "title"), ("body-stems", "body")),
    keys=("id",),
    numbers=("day",),
    blobs=("facts",),
    groups=("outlet", "rules"),
    stemmer="rules",
)
WORDS = [
    "sanction",
    "sanctions",
    "sanctioned",
    "the",
    "a",
    "U.S.",
    "self-declared",
    "—",
    "Haus",
    "Häuser",
]

lines = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join),
    st.sampled_from(["the " * 300, "a the " * 200]),
)
articles = st.fixed_dictionaries(
    {
        "title": lines,
        "body": st.lists(lines, max_size=3).map("\n".join),
        "day": st.integers(-3, 1 << 40),
        "facts": st.binary(max_size=5),
        "outlet": st.sampled_from([b"", b"DW", b"BBC"]),
        "rules": st.sampled_from([b"", b"", b"de", b"none"]),
    }
)
parts = st.lists(
    st.lists(st.tuples(articles, st.booleans()), min_size=1, max_size=5), min_size=1, max_size=4
)


def built(folder: Path, some: Sequence[dict[str, Any]], name: str) -> Segment:
    builder = SegmentBuilder(LAYOUT, ChunkVocabulary())
    for article in some:
        builder.add(article)
    path = folder / name
    return Segment(path, builder.write(path))


def content(segment: Segment) -> list[Any]:
    """Everything a segment says, in plain values."""
    told: list[Any] = [segment.count, segment.totals]
    for name, field in segment.words.items():
        words = field.lexicon.words()
        for number, word in enumerate(words):
            found = field.word(number)
            told.append((name, word, found.docs.tolist(), found.counts.tolist()))
            told.append(field.occurrences(number).tolist())
            told.append(field.occurrences(number, found.docs[:1]).tolist()[:1])
        told.append((field.lengths.tolist(), field.walls.tolist()))
    for stemmed in segment.stems.values():
        stems = stemmed.lexicon.words()
        told.append([(stem, stemmed.words(i).tolist()) for i, stem in enumerate(stems)])
        told.append(stemmed.document_frequency.tolist())
    keys = segment.keys["id"]
    told.append([(key, keys.word(i).docs.tolist()) for i, key in enumerate(keys.lexicon.words())])
    told.append(segment.numbers["day"].values.tolist())
    told.append([segment.blobs["facts"][doc] for doc in range(segment.count)])
    groups = segment.groups["outlet"]
    told.append([groups.values[number] for number in groups.numbers.tolist()])
    return told


@settings(deadline=None, max_examples=60)
@given(parts, st.sampled_from([1, 7, 1 << 20]))
def test_a_merge_is_what_building_at_once_gives(
    made: list[list[tuple[dict[str, Any], bool]]], stretch: int
) -> None:
    number = count()
    for part in made:
        for article, _ in part:
            article["id"] = f"{next(number):03}".encode()
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(merge_words, "_STRETCH", stretch)
        folder = Path(name)
        sources = [
            MergeSource(
                built(folder, [article for article, _ in part], f"part{i}"),
                None if all(lives for _, lives in part) else np.array([lives for _, lives in part]),
            )
            for i, part in enumerate(made)
        ]
        merged = Segment(folder / "merged", merge(sources, folder / "merged"))
        merged.file.verify()
        once = built(folder, [a for part in made for a, lives in part if lives], "once")
        assert content(merged) == content(once)


def test_a_merge_can_be_cancelled_and_leaves_nothing(tmp_path: Path) -> None:
    source = MergeSource(built(tmp_path, [{"title": "a", "body": "the"}], "part"), None)
    with pytest.raises(CancelledError):
        merge([source], tmp_path / "merged", cancelled=lambda: True)
    assert [file.name for file in tmp_path.iterdir()] == ["part"]
