"""The text of an RTF document (Microsoft's Rich Text Format, specification 1.9.1).

Written by hand because striprtf, the one library for this, turns a linked headline into its
address and loses which letters a font's character set means; both are what exports of news
databases are made of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from search.errors import ArticleError
from search.formats.office.office_document import OfficeDocument
from search.formats.office.rich_text_charsets import fonts_of, page_of
from search.formats.office.text_flow import TextFlow
from search.untrusted import decoded, whole_number

_DEEPEST = 2_000
"""Groups within each other; what documents have is below fifty."""

_TOKEN = re.compile(
    r"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?\ ?|'(?P<byte>[0-9a-fA-F]{2})|(?P<sign>.))"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_PASSED = frozenset(
    """fonttbl colortbl stylesheet pict object header headerl headerr headerf footer footerl footerr
    footerf footnote annotation fldinst themedata datastore listtable listoverridetable rsidtbl
    generator xmlnstbl mmathPr filetbl revtbl tc xe nonesttables""".split()
)
"""Groups that say nothing of the text."""

_SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
    "~": " ", "_": "\u2011", "\\": "\\", "{": "{", "}": "}",
}  # fmt: skip
_ENDS = frozenset({"par", "sect", "page", "\n", "\r"})


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in a group."""

    encoding: str
    skip: int = 1
    passed: bool = False
    hidden: bool = False
    into: str = ""


def read_rich_text(data: bytes, path: str) -> OfficeDocument:
    """Read an RTF document; raise ArticleError, which names `path`, if it nests too deep.

    Headers, footers, footnotes, pictures, hidden text and the codes of fields are left out. A
    document that is cut short is read as far as it goes. Cost: linear.
    """
    reader = _Reader(page_of(data), path)
    reader.read(decoded(data, "latin-1") or "")
    info = {name: " ".join("".join(said).split()) for name, said in reader.info.items()}
    return OfficeDocument(tuple(reader.flow.paragraphs), info["title"], info["author"])


class _Reader:
    def __init__(self, encoding: str, path: str) -> None:
        self.flow = TextFlow()
        self.info: dict[str, list[str]] = {"title": [], "author": []}
        self._path = path
        self._page = encoding
        self._fonts: dict[str, str] = {}
        self._state = _State(encoding)
        self._groups: list[_State] = []
        self._bytes = bytearray()
        self._skipped = 0
        self._cell = False

    def read(self, text: str) -> None:
        place = 0
        while match := _TOKEN.match(text, place):
            place = match.end()
            kind = match.lastgroup
            if kind == "byte":
                if not self._skip(1):
                    self._bytes.append(bytes.fromhex(match["byte"])[0])
                continue
            if kind == "text":
                self._text(match["text"])
            elif kind == "brace":
                self._flush()
                self._brace(match["brace"])
            elif kind == "sign":
                self._flush()
                self._sign(match["sign"])
            elif kind in {"word", "number"}:
                self._flush()
                place = self._word(match["word"], match["number"] or "", text, place)
        self._flush()
        self._finish(at_least=False)
        self.flow.finish_row()

    def _text(self, text: str) -> None:
        kept = text[self._skip(len(text)) :]
        if not kept:
            return
        if kept.isascii() and not self._bytes:
            self._say(kept)
        else:
            self._bytes += kept.encode("latin-1")

    def _skip(self, most: int) -> int:
        """Count off the signs that stand in for a letter given by its number."""
        taken = min(most, self._skipped)
        self._skipped -= taken
        return taken

    def _flush(self) -> None:
        if self._bytes:
            self._say(decoded(bytes(self._bytes), self._state.encoding) or "")
            self._bytes.clear()

    def _say(self, text: str) -> None:
        state = self._state
        if state.into:
            self.info[state.into].append(text)
        elif not state.passed and not state.hidden:
            if not self.flow.is_open:
                self.flow.begin()
            self.flow.say(text)

    def _brace(self, brace: str) -> None:
        self._skipped = 0
        if brace == "{":
            if len(self._groups) >= _DEEPEST:
                raise ArticleError(self._path, f"its groups nest deeper than {_DEEPEST:,}")
            self._groups.append(self._state)
        elif self._groups:
            self._state = self._groups.pop()

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._state = replace(self._state, passed=True)
        elif sign in _ENDS:
            self._end()
        else:
            self._say(_SIGNS.get(sign, ""))

    def _word(self, word: str, number: str, text: str, place: int) -> int:
        """Do what a control word says, and give where to go on."""
        if word == "u" and number:
            self._letter(number)
        elif word == "bin":
            return min(len(text), place + (whole_number(number) or 0))
        elif word == "fonttbl":
            self._fonts = fonts_of(text[place : _end_of_group(text, place)])
            self._state = replace(self._state, passed=True)
        elif word in _PASSED:
            self._state = replace(self._state, passed=True)
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        elif word in {"info", "title", "author"}:
            self._property(word)
        elif not self._state.passed:
            self._layout(word, number)
        if word in {"uc", "f", "v", "deleted", "plain"}:
            self._dress(word, number)
        return place

    def _letter(self, number: str) -> None:
        code = whole_number(number.lstrip("-")) or 0
        code = (-code if number[0] == "-" else code) & 0xFFFF
        self._skipped = 0
        self._say(chr(code))
        self._skipped = self._state.skip

    def _property(self, word: str) -> None:
        if word == "info":
            self._state = replace(self._state, passed=True, hidden=True)
        elif self._state.passed and self._state.hidden:
            self._state = replace(self._state, into=word)

    def _dress(self, word: str, number: str) -> None:
        match word:
            case "uc":
                self._state = replace(self._state, skip=min(whole_number(number) or 0, 8))
            case "f":
                encoding = self._fonts.get(number, self._page)
                self._state = replace(self._state, encoding=encoding)
            case "plain":
                self._state = replace(self._state, encoding=self._page)
            case _:
                self._state = replace(self._state, hidden=number != "0")

    def _layout(self, word: str, number: str) -> None:
        """Begin and end paragraphs, cells and rows."""
        if word in _ENDS:
            self._end()
        elif word in {"cell", "nestcell"}:
            self._finish(at_least=False)
            self.flow.begin_cell()
        elif word == "trowd" and not self._cell:
            self._finish(at_least=False)
            self._cell = True
            self.flow.begin_row()
            self.flow.begin_cell()
        elif word == "row":
            self._finish(at_least=False)
            self.flow.finish_row()
            self._cell = False
        elif word == "pard" and not self.flow.is_open:
            self.flow.begin()
        elif word == "outlinelevel" and (whole_number(number) or 0) < 9:  # noqa: PLR2004 - levels of headings
            self.flow.call("heading")
        elif word == "intbl" and not self._cell:
            self._cell = True
            self.flow.begin_row()
            self.flow.begin_cell()

    def _end(self) -> None:
        if not self._state.passed:
            self._finish()

    def _finish(self, *, at_least: bool = True) -> None:
        if at_least and not self.flow.is_open:
            self.flow.begin()
        self.flow.finish()


def _end_of_group(text: str, place: int) -> int:
    """Find where the group ends in which a place stands."""
    depth = 1
    for brace in re.compile(r"\\.|[{}]", re.DOTALL).finditer(text, place):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if not depth:
            return brace.start()
    return len(text)
