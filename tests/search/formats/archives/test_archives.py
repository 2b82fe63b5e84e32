"""Archives are read as they lie, and none can do harm."""

from __future__ import annotations

import bz2
import io
import lzma
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest
from archive_files import gzipped
from packing import lines, story, tarred, zipped

from search.article import ArticleId
from search.errors import ArticleError
from search.formats import BytesSource, PassedOverError, left_out, open_container

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FILES = {
    "a/Anna.md": story("Anna"),
    "b.txt": story("Berta"),
    "../../etc/up.md": story("Cara"),
    "dump.jsonl": lines("Dora", "Emma"),
    "picture.png": b"\x89PNG",
    ".hidden.md": story("Frieda"),
    "__MACOSX/._b.txt": b"\0\5\x16\7",
}
NAMES = ["Anna", "Berta", "Cara", "Dora", "Emma"]
ZERO = ArticleId("0" * 16)


def titles(data: bytes, name: str) -> list[str]:
    container = open_container(BytesSource(data), name)
    found: list[str] = []
    for span in container.spans():
        drafts = container.drafts(span.start, span.stop)
        assert len(drafts) == span.records
        for draft in drafts:
            try:
                found.append(str(draft.article(name, ZERO).title).removesuffix(" sinks"))
            except ArticleError as error:
                found.append(error.reason)
    return found


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.zip", zipped),
        ("a.tar", tarred),
        ("a.tar.gz", lambda files: tarred(files, "w:gz")),
        ("a.tgz", lambda files: tarred(files, "w:gz")),
        ("a.tar.bz2", lambda files: tarred(files, "w:bz2")),
        ("a.tar.xz", lambda files: tarred(files, "w:xz")),
    ],
)
def test_the_files_of_an_archive_are_read_in_their_order(
    name: str, make: Callable[[Mapping[str, bytes]], bytes]
) -> None:
    data = make(FILES)
    assert titles(data, name) == NAMES
    container = open_container(BytesSource(data), name)
    assert [span.records for span in container.spans()] == [1, 1, 1, 2, 0]
    ((suffix, _, needs), files) = next(iter(left_out(container).passed.items()))
    assert (suffix, needs, files) == (".png", "", 1)


@pytest.mark.parametrize(
    ("suffix", "pack"),
    [(".gz", gzipped), (".bz2", bz2.compress), (".xz", lzma.compress)],
)
def test_a_compressed_file_is_what_is_in_it(suffix: str, pack: Callable[[bytes], bytes]) -> None:
    assert titles(pack(lines("Anna", "Berta")), f"dump.jsonl{suffix}") == ["Anna", "Berta"]
    assert titles(pack(story("Anna")), f"a.md{suffix}") == ["Anna"]
    two = pack(lines("Anna")) + pack(lines("Berta"))
    assert titles(two, f"dump.jsonl{suffix}") == ["Anna", "Berta"]


def test_a_file_of_very_many_empty_streams_is_given_up() -> None:
    with pytest.raises(ArticleError, match="damaged"):
        open_container(BytesSource(lzma.compress(b"") * 20_000), "dump.jsonl.xz")


def test_what_names_an_article_is_its_file_and_what_names_it_there() -> None:
    container = open_container(BytesSource(zipped(FILES)), "a.zip")
    owns = [d.own for span in container.spans() for d in container.drafts(span.start, span.stop)]
    assert owns[:3] == ["a/Anna.md", "b.txt", "../../etc/up.md"]
    assert owns[3:] == ["dump.jsonl#Dora", "dump.jsonl#Emma"]


def test_archives_lie_in_archives_but_not_for_ever() -> None:
    data = zipped({"a.md": story("Anna")})
    for depth in range(2):
        data = zipped({f"{depth}.zip": data})
    assert titles(data, "a.zip") == ["Anna"]
    deeper = open_container(BytesSource(zipped({"again.zip": data})), "a.zip")
    assert [span.records for span in deeper.spans()] == [0]
    assert ".zip" in {suffix for suffix, *_ in left_out(deeper).passed}


def test_links_and_devices_in_a_tar_archive_are_not_followed() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo(f"{kind.decode()}.md")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    container = open_container(BytesSource(out.getvalue()), "a.tar")
    assert list(container.spans()) == []
    assert sum(left_out(container).passed.values()) == 4


def bomb(size: int) -> bytes:
    return zipped({"bomb.txt": bytes(size)})


def nested_within(data: bytes) -> bytes:
    """Let two files of an archive be the same bytes."""
    at = data.rindex(b"PK\x01\x02")
    first = data.index(b"PK\x01\x02")
    return data[: at + 42] + data[first + 42 : first + 46] + data[at + 46 :]


def test_bombs_are_told_and_not_unpacked() -> None:
    (reason,) = titles(bomb(65 << 20), "a.zip")
    assert reason == "bomb.txt: larger than 64 MB, unpacked"
    with pytest.raises(ArticleError, match="larger than 64 MB once unpacked"):
        open_container(BytesSource(gzipped(bytes(65 << 20))), "a.txt.gz")
    within = nested_within(zipped({"a.md": story("Anna"), "b.md": story("Berta")}))
    with pytest.raises(ArticleError, match="within each other") as caught:
        titles(within, "a.zip")
    assert caught.value.path == "a.zip"


def test_a_file_that_lies_of_its_length_is_told() -> None:
    data = bytearray(bomb(1 << 20))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    (reason,) = titles(bytes(data), "a.zip")
    assert reason == "bomb.txt: it is damaged"


def test_an_encrypted_file_is_told_and_the_others_are_read() -> None:
    data = bytearray(zipped({"a.md": story("Anna"), "b.md": story("Berta")}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    assert titles(bytes(data), "a.zip") == ["a.md: it is encrypted", "Berta"]


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.jsonl.gz", "a.jsonl.xz"])
def test_damage_is_one_line(name: str) -> None:
    make: dict[str, bytes] = {
        "a.zip": zipped(FILES),
        "a.tar": tarred(FILES),
        "a.tar.gz": tarred(FILES, "w:gz"),
        "a.jsonl.gz": gzipped(lines(*NAMES)),
        "a.jsonl.xz": lzma.compress(lines(*NAMES)),
    }
    data = make[name]
    for at in range(0, len(data), max(1, len(data) // 60)):
        for broken in (data[:at], data[:at] + bytes([data[at] ^ 0x41]) + data[at + 1 :]):
            try:
                found = titles(broken, name)
            except (ArticleError, PassedOverError) as error:
                found = [str(error)]
            assert all("\n" not in one for one in found)


def test_what_comes_before_a_cut_is_read() -> None:
    data = tarred({"a.md": story("Anna"), "b.md": story("Berta" * 400)})
    container = open_container(BytesSource(data[:2_300]), "a.tar")
    walk = container.spans()
    assert next(walk).records == 1
    with pytest.raises(ArticleError, match=r"a\.tar: .*(cut|damaged)"):
        next(walk)
    packed = gzipped(lines(*(f"Ship{number}" for number in range(5_000))))
    found = titles(packed[: len(packed) // 2], "a.jsonl.gz")
    assert found[0] == "Ship0"


def test_a_zip_archive_without_files_holds_none() -> None:
    assert titles(zipped({}), "a.zip") == []
    assert zipfile.is_zipfile(io.BytesIO(zipped({})))
