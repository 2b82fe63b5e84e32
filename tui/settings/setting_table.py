"""The table of all settings: reading checks them, and `config`, screen and pages show them by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from search import CITATION_STYLES
from tui.commands import COMMANDS
from tui.commands.chosen_keys import MOST_KEYS
from tui.settings.own_themes import COLOURS
from tui.settings.settings_value import (
    COLUMN,
    LEAST_MEMORY,
    LINEAR,
    MEMORY,
    MOST_MEMORY,
    MOST_UPDATE,
    NARROWEST,
    THEME,
    UPDATE,
    WATCH,
    WIDEST,
)
from tui.settings.word_list_table import MOST_WORDS, STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set.

    Attributes:
        name: its path in the file, with full stops: `names.pattern`, `keys.help`.
        group: under which heading it stands.
        default: what holds when the file says nothing: text, a number, or None for nothing.
        allowed: what it may be.
        help: what it is for, in a sentence without a full stop.
        example: lines of the file that set it.
        editable: whether it is one value, which a person can type.
    """

    name: str
    group: str
    default: str | int | None
    allowed: str
    help: str
    example: str = ""
    editable: bool = True


PLAIN: tuple[Setting, ...] = (
    Setting("library", "Library", None, "a path; ~ is your home; left out, the bundled articles", "What opens when no library is named", 'library = "~/news"'),
    Setting("memory", "Library", MEMORY, f"a whole number, {LEAST_MEMORY} to {MOST_MEMORY}", "Megabytes that indexing may take at its peak", "memory = 512"),
    Setting("watch", "Library", WATCH, "true or false", "See what comes into its folder, goes and changes while it is open", "watch = false"),
    Setting("update", "Library", UPDATE, f"a whole number, 0 to {MOST_UPDATE}; 0 is never, else it is 5 at least", "Minutes after which feeds are fetched again while it is open", "update = 60"),
    Setting("hosts", "Library", "", "names of hosts, with commas between; empty for none", "Hosts of this machine or a private network that pages and feeds may be fetched from", 'hosts = "localhost, news.lan"'),
    Setting("names.pattern", "Library", "", "a pattern with {source} and {date:…}; empty for none", "What names of files and folders say, see docs/import.md", '[names]\npattern = "{source}/{date:%Y-%m-%d}*"'),
    Setting("columns", "Library", None, 'tables, [columns."PATTERN"], of what columns are called', "What the columns of some tables are called, see docs/import.md", '[columns."dump*.csv"]\ntitle = "kop"\ntext = "inhoud"', editable=False),
    Setting("archives", "Library", None, "tables, [archives.NAME], of an address and how it is asked", "Archives by name, each a library, see docs/archive.md", '[archives.desk]\naddress = "opensearch+https://search.example:9200/news"\nuser = "ana"\npassword_command = "pass show news"', editable=False),
    Setting("cookies", "Library", None, "a path; ~ is your home; left out, none are sent", "A file of cookies, as browsers export it (cookies.txt), for outlets you subscribe to; one for a single feed lies beside this file or in the library, and feeds.toml names it", 'cookies = "~/cookies.txt"'),
    Setting("theme", "Looks", THEME, "the name of any theme of the palette, or of one of your own", "The colours", 'theme = "textual-light"'),
    Setting("column", "Looks", COLUMN, f"a whole number, {NARROWEST} to {WIDEST}", "Cells of a line of text", "column = 72"),
    Setting("linear", "Looks", LINEAR, "true or false", "Plain lines for a screen reader, as --linear", "linear = true"),
    Setting("themes", "Looks", None, f"tables, [themes.NAME], of dark = true and colours: {', '.join(COLOURS)}", "Themes of your own, offered beside the others", '[themes.evening]\ndark = true\nprimary = "#8fb8de"\nforeground = "#d8d8d2"\nbackground = "#15171a"', editable=False),
    Setting("words", "Looks", None, f"tables, [words.NAME], of words (at most {MOST_WORDS}) or a file, style ({', '.join(STYLES)}) and sign", "Standing lists of words, lit wherever you read", '[words.loaded]\nwords = ["regime", "coup", \'"armed forces"\']\nstyle = "double-underline"\nsign = "◆"', editable=False),
    Setting("citation", "Taking out", CITATION_STYLES[0], f"one of {', '.join(CITATION_STYLES)}", "The style in which passages are cited when they are copied", 'citation = "mla"'),
)  # fmt: skip
"""The settings besides keys, in the order in which they are shown."""

_KEYS_EXAMPLE = '[keys]\nnext-match = "n,f3"'


def settings() -> Iterator[Setting]:
    """Give all settings: the plain ones, then the keys of each command, in the order of its table."""
    yield from PLAIN
    keys: dict[str, dict[str, None]] = {}
    helps: dict[str, str] = {}
    for command in COMMANDS:
        keys.setdefault(command.id, {}).update(dict.fromkeys(command.keys))
        helps.setdefault(command.id, command.help)
    for name, own in keys.items():
        allowed = f"names of keys, with commas between, {MOST_KEYS} at most"
        yield Setting(f"keys.{name}", "Keys", ",".join(own), allowed, helps[name], _KEYS_EXAMPLE)
