"""Help: all keys by place, an explanation of signs, and the query language."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.commands import HOMES, bindings, commands_of, key_name
from tui.render import paragraphs
from tui.render.comparison import MEETS
from tui.screens.overlay.sheet import Sheet
from tui.widgets.filter_line import FilterLine
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.commands import Command, Home

_KEYS_WIDTH = 18
_AROUND_KEYS = 4
"""Cells before the keys and behind them."""
_LEAST_ROOM = 16
"""Cells beside the keys in which what they do is wrapped; in fewer it begins again at the left."""
_NOTHING = Content("Nothing in help has these words.")

QUERY: tuple[tuple[str, str], ...] = (
    ("guaido maduro", "both words, in all their forms, without regard to accents"),
    ("guaido OR maduro", "either; | says the same"),
    ("-pompeo", "not this; NOT says the same"),
    ('"armed forces"', "exactly these words in this order"),
    ('"two words"~5', "within five words of each other"),
    ("sanct*", "words that begin like this"),
    ("guiado~", "words spelt nearly like this"),
    ("( )", "what belongs together"),
    ("title:  source:  author:", "only there; source:dw, author:smith"),
    ("date:2019-02", "in this year, month or on this day; date:2019-02..2019-05"),
    ("after:  before:  newer:2w", "from this day, before it, in the last two weeks"),
    ("lang:en", "in this language"),
)
"""Forms of the query language, with what they find."""

LEGEND: tuple[tuple[str, str], ...] = (
    ("✓", "read; among the sources: the filter that is chosen"),
    ("★  #  ✎", "starred; tagged; with notes"),
    ("⋯", "in a list: only a part of the text is here"),
    ("×7", "so many matches"),
    ("+4", "so many other sources tell the story"),
    ("⇄", "marked for comparing"),
    ("◷", "a saved search"),
    ("▌", "the row or passage chosen"),
    ("●  ○  ·  ▲", "in the claims of a story: told, something related, no match; one outlet alone"),
    ("=  ≈  ~", "in a comparison: almost the same words, says the same, related"),
)
"""The signs of all screens, with what they mean."""

MEANT: dict[Home, tuple[str, ...]] = {
    "compare": (
        "= almost the same words, ≈ says the same, ~ related; the number leads across.",
        "No sign: no match found, which doesn’t mean that the other side leaves it out.",
        MEETS,
    ),
    "picker": (
        "“Close”: how much one resembles the article, beside what else resembles either.",
        "100 % is as much as those closest to the two do, or more.",
    ),
}
"""Explanations of the signs and figures of a home."""


class Topic(NamedTuple):
    """A part of help: a heading, lines of what and its meaning, and sentences above."""

    heading: str
    lines: Sequence[tuple[str, str]]
    sentences: Sequence[str] = ()


class HelpText(Static):
    """Shows parts of help, laid out for its width.

    Args:
        topics: the parts.
    """

    def __init__(self, topics: Sequence[Topic]) -> None:
        super().__init__(_laid_out(topics, 0), id="help", markup=False)
        self._topics = topics
        self._width = 0

    def on_resize(self, event: events.Resize) -> None:
        """Lay out anew for another width."""
        if self._width != event.size.width:
            self._width = event.size.width
            self.show(self._topics)

    def show(self, topics: Sequence[Topic]) -> None:
        """Show other parts; without any, that there is nothing."""
        self._topics = topics
        self.update(_laid_out(topics, self._width) if topics else _NOTHING)


class HelpSheet(Sheet):
    """Shows help on the place the user is in; words typed search all of help.

    Args:
        here: the parts on where the user is, on signs and on the query language.
        elsewhere: the parts on other places, which only a search shows.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("help")]
    AUTO_FOCUS = "#sheet"

    def __init__(self, here: Sequence[Topic], elsewhere: Sequence[Topic]) -> None:
        super().__init__("Help", Content(""))
        self._here = here
        self._all = [*here, *elsewhere]

    def compose(self) -> ComposeResult:
        """A line for words above the text."""
        with VerticalScroll(id="sheet") as box:
            box.border_title = "Help"
            box.border_subtitle = "/ searches help · esc closes"
            yield FilterLine("/ searches all of help", id="sought")
            yield HelpText(self._here)
        yield KeyLine()

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is."""
        return ("help", "sheet", "app")

    def action_search(self) -> None:
        """Go to the line for words."""
        self.query_one(FilterLine).focus()

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        """Show only the lines with all words, from all places."""
        words = event.text.casefold().split()
        found = [_with_words(topic, words) for topic in self._all] if words else self._here
        found = [topic for topic in found if topic.lines or topic.sentences]
        self.query_one(HelpText).show(found)
        self.query_one("#sheet").scroll_home(animate=False)

    def on_filter_line_left(self) -> None:
        """Go to what is found."""
        self.query_one("#sheet").focus()


def help_sheet(homes: Iterable[Home], keymap: Mapping[str, str]) -> HelpSheet:
    """Make the help screen.

    Args:
        homes: where the user is, from the innermost place outwards.
        keymap: the user's own keys: a command's id to keys, comma-separated.
    """
    homes = tuple(homes)
    here = [topic for home in homes for topic in _topics(home, keymap)]
    elsewhere = [topic for home in HOMES if home not in homes for topic in _topics(home, keymap)]
    about = [Topic("What can be searched", QUERY), Topic("Signs", LEGEND)]
    return HelpSheet([*here, *about], elsewhere)


def _topics(home: Home, keymap: Mapping[str, str]) -> Iterator[Topic]:
    commands = [c for c in commands_of(home) if c.keys or c.id in keymap]
    if commands or home in MEANT:
        lines = [_command(command, keymap) for command in commands]
        yield Topic(HOMES[home], lines, MEANT.get(home, ()))


def _command(command: Command, keymap: Mapping[str, str]) -> tuple[str, str]:
    keys = keymap[command.id].split(",") if command.id in keymap else command.keys
    return "  ".join(key_name(key.strip()) for key in keys), command.help


def _with_words(topic: Topic, words: Sequence[str]) -> Topic:
    """Leave the lines and sentences of a part that have all words, its heading's included."""

    def has_all(*texts: str) -> bool:
        text = " ".join([topic.heading, *texts]).casefold()
        return all(word in text for word in words)

    return topic._replace(
        lines=[line for line in topic.lines if has_all(*line)],
        sentences=[one for one in topic.sentences if has_all(one)],
    )


def _laid_out(topics: Iterable[Topic], width: int) -> Content:
    return Content("\n\n").join(part for topic in topics for part in _parts(topic, width))


def _parts(topic: Topic, width: int) -> Iterator[Content]:
    if topic.sentences:
        yield Content("\n".join(topic.sentences))
    if topic.lines:
        lines = [Content.styled(topic.heading, "bold $text-accent")]
        indent = max(_KEYS_WIDTH, *(len(left) for left, _ in topic.lines)) + _AROUND_KEYS
        room = width - indent
        for left, right in topic.lines:
            first, *others = paragraphs(right, room) if room >= _LEAST_ROOM else [right]
            keys = f"  {left}".ljust(indent)
            lines.append(Content.assemble((keys, "bold"), first))
            lines += [Content(" " * indent + other) for other in others]
        yield Content("\n").join(lines)
