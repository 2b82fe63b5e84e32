"""Standing word lists in the settings: `[words.NAME]`, the words themselves or a file of them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from search import named_path, reason_of
from tui.settings.problem_list import short, unknown
from tui.settings.settings_value import WordList

if TYPE_CHECKING:
    from pathlib import Path

    from tui.settings.problem_list import ProblemList

MOST_LISTS = 9
"""Word lists; the others are left out. More signs in one text can't be told apart."""

MOST_WORDS = 500
"""Words of a list; the others are left out."""

LONGEST_WORD = 100
"""Characters of a word or phrase; a longer one is left out."""

LARGEST_FILE = 65_536
"""Bytes of a file of words."""

STYLES = ("underline", "double-underline", "bold", "italic", "reverse", "strike")
"""How words of a list can be lit: by what shows without colours too."""

_STYLES_IN_TURN = ("underline", "double-underline", "italic", "bold")
_SIGNS = "◆▲●■★◇△○□"
_KEYS = ("words", "file", "style", "sign")


def read_word_lists(chosen: object, folder: Path, problems: ProblemList) -> tuple[WordList, ...]:
    """Give the lists below [words] that can be used; what can't be is a problem.

    Args:
        chosen: the table.
        folder: where relative names of files begin.
        problems: takes what is wrong.
    """
    if not isinstance(chosen, dict) or not all(isinstance(one, dict) for one in chosen.values()):
        problems.add(("words",), 'words wants tables, [words.NAME], with words = ["…"]')
        return ()
    found: list[WordList] = []
    for name, table in chosen.items():
        path = ("words", name)
        if len(found) == MOST_LISTS:
            problems.add(path, f"there are more than {MOST_LISTS} word lists")
            break
        for key in table:
            if key not in _KEYS:
                problems.add((*path, key), f"a word list has no {unknown(key, _KEYS)}")
        words = _words(name, table, folder, problems)
        if not words:
            problems.add(path, f"the word list {short(name)} has no words")
            continue
        style, sign = _look(name, table, len(found), problems)
        found.append(WordList(name[:LONGEST_WORD], words, style, sign))
    return tuple(found)


def _look(
    name: str, table: dict[str, object], number: int, problems: ProblemList
) -> tuple[str, str]:
    """Give the style and the sign of a list; those of its number where none can be used."""
    style, sign = table.get("style", _STYLES_IN_TURN[number % 4]), table.get("sign", _SIGNS[number])
    if not isinstance(style, str) or style not in STYLES:
        problems.add(("words", name, "style"), f"style wants one of {', '.join(STYLES)}")
        style = _STYLES_IN_TURN[number % 4]
    if not isinstance(sign, str) or not _is_sign(sign):
        problems.add(("words", name, "sign"), "sign wants one character that fills one cell")
        sign = _SIGNS[number]
    return style, sign


def _is_sign(sign: str) -> bool:
    """Tell whether this is one character that every terminal draws one cell wide."""
    return (
        len(sign) == 1
        and sign.isprintable()
        and not sign.isspace()
        and unicodedata.east_asian_width(sign) not in {"W", "F"}
        and not unicodedata.category(sign).startswith("M")
    )


def _words(
    name: str, table: dict[str, object], folder: Path, problems: ProblemList
) -> tuple[str, ...]:
    words = table.get("words", [])
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        problems.add(("words", name, "words"), 'words wants a list, ["…", "…"]')
        words = []
    if "file" in table:
        words = [*words, *_from_file(name, table["file"], folder, problems)]
    kept = dict.fromkeys(word.strip() for word in words if 0 < len(word.strip()) <= LONGEST_WORD)
    _check_words(name, list(kept)[:MOST_WORDS], problems)
    if long := [word for word in words if len(word.strip()) > LONGEST_WORD]:
        what = f"{len(long):,} of its words are longer than {LONGEST_WORD} characters"
        problems.add(("words", name), f"{short(name)}: {what}")
    if len(kept) > MOST_WORDS:
        what = f"has {len(kept):,} words, and only the first {MOST_WORDS} are lit"
        problems.add(("words", name), f"{short(name)} {what}")
    return tuple(kept)[:MOST_WORDS]


def _check_words(name: str, words: list[str], problems: ProblemList) -> None:
    """Tell of words that no text can have."""
    if not words:
        return
    from search import word_fault  # noqa: PLC0415 - it loads the query language, for few

    for word in words:
        if why := word_fault(word):
            problems.add(("words", name), f'{short(name)}: "{short(word)}" {why}')


def _from_file(name: str, file: object, folder: Path, problems: ProblemList) -> list[str]:
    """Read a file with a word on each line; lines that begin with # are comments."""
    from search import read_regular  # noqa: PLC0415 - for the few who keep words in files

    path = ("words", name, "file")
    if not isinstance(file, str) or not file or "\0" in file:
        problems.add(path, "file wants a path in quotes")
        return []
    try:
        data = read_regular(folder / named_path(file), LARGEST_FILE, links=True)
        lines = data.decode("utf-8-sig").splitlines()
    except OSError as error:
        problems.add(path, f"{short(file)} can't be read: {reason_of(error)}")
        return []
    except UnicodeDecodeError:
        problems.add(path, f"{short(file)} can't be read: it is no UTF-8 text")
        return []
    return [line for line in lines if not line.lstrip().startswith("#")]
