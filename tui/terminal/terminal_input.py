"""What comes from the terminal: bytes, taken apart into keys, mouse, reports and pastes."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._parser import Parser, ParseTimeout
from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message import Message

LONGEST_PASTE = 100_000
"""Characters of a paste that are taken: five times what a line holds. The rest is dropped."""

_LONGEST_SEQUENCE = 32
"""Bytes of a sequence that can mean something; what Textual's parser takes for one."""
_MOST_DIGITS = 7
"""Digits of a number in a sequence: as many as the last character has."""
_UNENDED = 1.0
"""Seconds after which what the terminal began to report, and never ended, is given up."""
_PASTE_ENDS = 5.0
"""Seconds without a byte after which a paste that never ended is over."""

_ESCAPE = 0x1B
_PASTE, _PASTED = b"\x1b[200~", b"\x1b[201~"
_MOUSE = b"\x1b[M"
"""The oldest report of the mouse: three bytes follow, none of them a control."""
_MOUSE_REPORT = re.compile(re.escape(_MOUSE) + rb"[^\x00-\x1f]{0,3}")
_LINUX = b"\x1b[["
"""Linux's console writes its first function keys so: one letter follows."""
_CSI = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|O[0-9;]*)")
_STRING = re.compile(rb"\x1b[\]PX^_]")
_STRING_END = re.compile(rb"[\x07\x18\x1a]|\x1b\\|\x1b(?=[^\\])")
_SIZE = re.compile(rb"\x1b\[48;.*t", re.DOTALL)
_NUMBER_TOO_LONG = re.compile(rb"\d{%d}" % (_MOST_DIGITS + 1))
_ENDED = re.compile(rb"[@-~$]\Z|\x1b\[M[^\x00-\x1f]{3}\Z")
_PARTS = re.compile(rb"[^\x1b]+")
_KEPT = 256
"""Bytes of a sequence that are kept until its end, far more than any has that is understood."""


class _Sequences(XTermParser):
    """Says what whole sequences mean; each is known to be whole, so that none waits for more."""

    def meaning(self, sequence: str, *, keys: bool) -> list[Message]:
        """Say what a sequence, or text, means; nothing if that can't be understood.

        With `keys` it is a letter behind an escape, which no other meaning makes a key held with alt.
        """
        try:
            said = [*self.feed(sequence)]
            if self._timeout_time is None:
                return said
            if keys:
                self._timeout_time = None
                self._awaiting = self._gen.throw(ParseTimeout())
                said = [*self._tokens]
                self._tokens.clear()
                return said
        except (ArithmeticError, LookupError, TypeError, ValueError, RuntimeError):
            # A number beyond what there is, a size of nothing; and what begins a sequence is lost.
            said = []
        Parser.__init__(self)
        return said


class TerminalInput:
    """Takes what the terminal sends, in pieces cut anywhere, and never fails.

    Bytes that are no UTF-8 are replaced; a sequence that isn't understood is dropped whole, so
    that nothing in it passes for a key; a paste is text up to its end mark.

    Args:
        sizes_wanted: tells whether the terminal was asked to tell its size.
        now: the clock.
    """

    def __init__(
        self, sizes_wanted: Callable[[], bool], now: Callable[[], float] = monotonic
    ) -> None:
        self._sizes_wanted = sizes_wanted
        self._now = now
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._sequences = _Sequences()
        self._rest = b""
        self._paste: list[str] | None = None
        self._pasted = 0
        self._in_string = False
        self._since = 0.0

    @property
    def patience(self) -> float | None:
        """Seconds after which `wait` is to be called if nothing more has come; None if never."""
        due = self._due
        return None if due is None else max(0.0, due - self._now())

    def take(self, data: bytes) -> list[Message]:
        """Take the next bytes; give what they mean together with what came before."""
        said: list[Message] = []
        if self._paste is not None or not (self._rest or self._in_string):
            self._since = self._now()
        self._rest += data
        while self._rest and self._step(said):
            self._since = self._now()
        return [message for message in said if _sound(message)]

    def wait(self) -> list[Message]:
        """Give what was meant by what has waited for more long enough. Nothing more may be there."""
        said: list[Message] = []
        due = self._due
        if due is None or self._now() < due:
            return said
        rest, self._rest = self._rest, b""
        if self._paste is not None:
            self._end_paste(said)
        elif self._in_string:
            self._in_string = False
        elif rest == b"\x1b":
            said.append(events.Key("escape", "\x1b"))
        elif len(rest) == len(b"\x1b["):  # alt is held, with a letter that begins sequences
            said += self._sequences.meaning(rest.decode("latin-1"), keys=True)
        said += self._text(b"", final=True)
        return [message for message in said if _sound(message)]

    @property
    def _due(self) -> float | None:
        if self._paste is not None:
            return self._since + _PASTE_ENDS
        if self._in_string or len(self._rest) > len(b"\x1b["):
            return self._since + _UNENDED
        if self._rest or self._decoder.getstate()[0]:
            return self._since + ESCAPE_DELAY
        return None

    def _step(self, said: list[Message]) -> bool:
        """Take the next thing from the front; tell whether it was whole."""
        if self._paste is not None:
            return self._take_paste(said)
        if self._in_string:
            return self._pass_string()
        if text := _PARTS.match(self._rest):
            self._rest = self._rest[text.end() :]
            said += self._text(text[0])
            return True
        said += self._text(b"", final=True)  # no character goes on behind an escape
        if len(self._rest) == 1:
            return False
        if self._rest[1] == _ESCAPE:
            said.append(events.Key("escape", "\x1b"))
            self._rest = self._rest[1:]
            return True
        if begun := _STRING.match(self._rest):
            return self._begin_string(begun.end())
        return self._take_sequence(said)

    def _take_sequence(self, said: list[Message]) -> bool:
        rest = self._rest
        if rest[1] not in range(0x20, 0x7F) or not (end := _length(rest)):
            # Alt is held, with a letter beyond ASCII or a control: that is as good as alone.
            self._rest = rest[1:]
            return True
        if end > len(rest):
            self._rest = rest[:_KEPT]
            return False
        whole, self._rest = rest[:end], rest[end:]
        introduced = whole[1:2] in {b"[", b"O"}
        if introduced and not _ENDED.search(whole):
            self._rest = whole[-1:] + self._rest  # broken off by what is none of it
        elif whole == _PASTE:
            self._paste, self._pasted = [], 0
        elif self._known(whole):
            said += self._sequences.meaning(whole.decode("latin-1"), keys=not introduced)
        return True

    def _known(self, sequence: bytes) -> bool:
        """Tell whether a sequence may mean something here."""
        if sequence.startswith(_MOUSE) or len(sequence) > _LONGEST_SEQUENCE:
            return False
        if _NUMBER_TOO_LONG.search(sequence) or sequence == _PASTED:
            return False
        return self._sizes_wanted() or not _SIZE.match(sequence)

    def _begin_string(self, begun: int) -> bool:
        """Begin a string of the terminal, if it is more than alt held with its first letter."""
        if len(self._rest) == begun:
            return False
        self._rest = self._rest[begun:]
        self._in_string = True
        return True

    def _pass_string(self) -> bool:
        """Drop a string of the terminal: nothing we ask for is answered by one."""
        end = _STRING_END.search(self._rest)
        if end is None:
            self._rest = b"\x1b" if self._rest.endswith(b"\x1b") else b""
            return False
        self._rest = self._rest[end.start() if end[0] == b"\x1b" else end.end() :]
        self._in_string = False
        return True

    def _take_paste(self, said: list[Message]) -> bool:
        text, mark, rest = self._rest.partition(_PASTED)
        if mark:
            self._keep(text)
            self._rest = rest
            self._end_paste(said)
            return True
        kept = next(n for n in range(len(_PASTED) - 1, -1, -1) if text.endswith(_PASTED[:n]))
        self._keep(text[: len(text) - kept])
        self._rest = text[len(text) - kept :]
        return False

    def _keep(self, data: bytes) -> None:
        room = LONGEST_PASTE - self._pasted
        if self._paste is not None and room > 0:
            text = self._decoder.decode(data)[:room]
            self._paste.append(text)
            self._pasted += len(text)

    def _end_paste(self, said: list[Message]) -> None:
        text = "".join([*(self._paste or ()), self._decoder.decode(b"", final=True)])
        self._paste = None
        said.append(events.Paste(text.replace("\0", "")))

    def _text(self, data: bytes, *, final: bool = False) -> list[Message]:
        return [
            message
            for character in self._decoder.decode(data, final=final)
            for message in self._sequences.meaning(character, keys=False)
        ]


def _length(rest: bytes) -> int:
    """Say how many bytes belong to the sequence at the front; more than there are if it goes on."""
    if rest.startswith(_LINUX):
        return len(_LINUX) + 1
    if mouse := _MOUSE_REPORT.match(rest):
        return mouse.end() + (mouse.end() < len(_MOUSE) + 3)
    begun = _CSI.match(rest)
    if begun is None:
        return 2
    # rxvt ends keys with $ that are held with shift; elsewhere something follows it.
    shifted = begun[0].endswith(b"$") and begun[0].decode("latin-1") in ANSI_SEQUENCES_KEYS
    return begun.end() + (not shifted)


def _sound(message: Message) -> bool:
    """Tell whether a message is fit to be acted on: half a surrogate is no character."""
    character = message.character if isinstance(message, events.Key) else None
    return character is None or not any("\ud800" <= c <= "\udfff" for c in character)
