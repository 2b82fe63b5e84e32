"""What a terminal, a broken connection or a stranger's paste may send: sequences of all kinds, cut anywhere.

None of it is a key that leaves the reader, or anything outside a sequence but bytes beyond ASCII: so
a reader that leaves has taken something for a key that was none.
"""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAVING = re.compile(rb"(?<!\d)0*(?:113|17)(?!\d)")
"""`q` and ctrl+q as keyboards tell them by number."""
_TEXT = b"qQE abc;:/\\[]?52\r\n\t"


def _number(random: Random) -> bytes:
    return b"%d" % random.randrange(10 ** random.choice([1, 1, 2, 3, 4, 7, 9, 20, 400]))


def _parameters(random: Random) -> bytes:
    pieces = (
        _number(random) + random.choice([b";", b";", b":", b""]) for _ in range(random.randrange(6))
    )
    return random.choice([b"", b"", b"<", b"?", b">", b"="]) + b"".join(pieces)


def _text(random: Random, *, escapes: bool = False) -> bytes:
    letters = _TEXT + (b"\x1b\x00\xff\xe9\x9b" if escapes else b"")
    return bytes(random.choices(letters, k=random.choice([0, 1, 5, 50, 3_000])))


def _csi(random: Random) -> bytes:
    return (
        b"\x1b["
        + _parameters(random)
        + random.choice([b"", b"", b"$", b" ", b"!"])
        + bytes([random.randrange(0x40, 0x7F)])
    )


def _string(random: Random) -> bytes:
    end = random.choice([b"\x07", b"\x1b\\", b"\x1b\\", b"\x18", b""])
    return b"\x1b" + random.choice([b"]", b"P", b"_", b"^", b"X"]) + _text(random) + end


def _mouse(random: Random) -> bytes:
    place = [random.choice([0, 1, 5, 79, 80, 200, 255, 2_000, 65_535, -1]) for _ in range(2)]
    button = random.randrange(256)
    return random.choice(
        [
            b"\x1b[M" + bytes([min(255, 32 + max(0, n)) for n in (button, *place)]),
            b"\x1b[M" + "".join(chr(32 + max(0, n) % 2_015) for n in (button, *place)).encode(),
            b"\x1b[<%d;%d;%d%c" % (button, *place, random.choice(b"Mm")),
            b"\x1b[%d;%d;%dM" % (button + 32, *place),
        ]
    )  # fmt: skip


def _report(random: Random) -> bytes:
    one, two, three, four = (_number(random) for _ in range(4))
    return random.choice(
        [
            b"\x1b[I",
            b"\x1b[O",
            b"\x1b[%b;%bR" % (one, two),
            b"\x1b[48;%b;%b;%b;%bt" % (one, two, three, four),
            b"\x1b[48;24;80;0;0t",
            b"\x1b[?%b;%b$y"
            % (random.choice([b"2026", b"2048", one]), random.choice([b"0", b"1", b"2", b"4"])),
            b"\x1b[?62;%bc" % one,
            b"\x1b[%bu" % one,
            b"\x1b[%b;%b;%bu" % (one, two, three),
            b"\x1bO" + bytes([random.randrange(0x40, 0x7F)]),
        ]
    )


def _paste(random: Random) -> bytes:
    return b"\x1b[200~" + _text(random, escapes=True).replace(b"\x1b[201~", b"") + b"\x1b[201~"


def _bytes(random: Random) -> bytes:
    return bytes(random.randrange(0x80, 0x100) for _ in range(random.choice([1, 2, 10])))


def _escape(_: Random) -> bytes:
    return b"\x1b"


_KINDS = (_csi, _csi, _string, _string, _mouse, _mouse, _report, _report, _paste, _bytes, _escape)


def noise(seed: int) -> Iterator[bytes]:
    """Yield pieces without end, the same for a seed; a third of them are cut somewhere."""
    random = Random(seed)  # noqa: S311 - for tests
    while True:
        piece = random.choice(_KINDS)(random)
        if _LEAVING.search(piece):
            continue
        if random.random() < 1 / 3:
            piece = piece[: random.randrange(len(piece) + 1)]
        yield piece
