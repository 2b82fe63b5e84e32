"""The screen that compares two sources: the words that each uses more."""

from __future__ import annotations

from functools import partialmethod
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.widgets import Static

from search import SourcePair
from tui.commands import bindings
from tui.controls.roomy_label import RoomyLabel
from tui.render.keyness import detail, source_name
from tui.routes import ConcordanceRoute, KeynessRoute
from tui.screens.command_screen import CommandScreen
from tui.screens.keyness.pair_view import PairView
from tui.screens.keyness.word_counter import WordCounter
from tui.screens.keyness.wording_view import WordingView
from tui.session.requests import ExportOffer
from tui.terminal import handoff
from tui.widgets.filter_line import FilterLine
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from search import SearchError
    from tui.commands import Home, Need
    from tui.render.comparison import Side
    from tui.screens.keyness.word_counter import Counted, Counts
    from tui.session.surroundings import Surroundings


class KeynessScreen(CommandScreen):
    """Compares two sources of a library; if fewer are given, the largest others are added."""

    CSS_PATH = "keyness.tcss"
    HOME: ClassVar[Home] = "contrast"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("contrast")]
    AUTO_FOCUS = "#left"

    def __init__(self, route: KeynessRoute, surroundings: Surroundings) -> None:
        super().__init__(lambda: surroundings.desk)
        self._names = route.sources
        self._within = route.within
        self._counts: Counts = ()
        self.pair = PairView(self)
        self._wording = WordingView(self, surroundings.desk)
        self._counter = WordCounter(
            self,
            surroundings.desk,
            self.pair.show_progress,
            self._take,
            self.pair.show_story_count,
            self._fail,
        )

    def compose(self) -> ComposeResult:
        with Horizontal(id="head"):
            yield Static("source against source", id="brand", markup=False)
            yield FilterLine("/ filters the words", id="filter")
            yield RoomyLabel("", id="figures", markup=False)
        yield from self.pair.compose()
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        self.pair.fit(self.app.size)
        self._ask(self._names)

    def on_unmount(self) -> None:
        self._counter.forget()
        self._wording.forget()

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, from the innermost place outwards, for help."""
        if self.focused is self._line:
            return ("filter", "contrast", "app")
        return ("contrast", "pane", "app")

    @property
    def route(self) -> KeynessRoute:
        """The sources that are shown or requested."""
        return KeynessRoute(self._names, self._within)

    @property
    def _line(self) -> FilterLine:
        return self.query_one(FilterLine)

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is present."""
        contrast = self.pair.contrast
        match need:
            case "word" if self._at_wording:
                return self._wording.replacement is not None
            case "wording":
                return self._within and contrast is not None
            case "word":
                return self.pair.words(self.pair.side).word is not None
            case "words":
                return contrast is not None and bool(contrast.preferences)
            case "sources":
                return len(self._counts) > 1
            case _:
                return contrast is not None

    @property
    def offers(self) -> list[ExportOffer]:
        """What can be taken out: the two sources."""
        if (contrast := self.pair.contrast) is None:
            return []
        left, right = contrast.left, contrast.right
        name = f"{source_name(left)} {source_name(right)}"
        whole = ExportOffer("source against source", SourcePair(left, right), name)
        inner = ExportOffer(
            "within shared stories, with wording", SourcePair(left, right, within=True), name
        )
        return [inner, whole] if self._within else [whole, inner]

    def on_resize(self, event: events.Resize) -> None:
        self.pair.fit(event.size)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.pair.focus_changed(event.widget)

    def on_filter_line_typed(self) -> None:
        self.pair.show_words()

    def on_filter_line_left(self) -> None:
        self.set_focus(self.pair.words(self.pair.side))

    def on_word_list_moved(self) -> None:
        self.pair.show_detail()

    def on_word_list_opened(self) -> None:
        self.action_open_uses()

    def on_entry_list_opened(self) -> None:
        self._wording.open()

    @property
    def _at_wording(self) -> bool:
        return self.has_class("-wording")

    def action_within(self) -> None:
        self._within = not self._within
        if not self._within:
            self._wording.forget()
            self._show_wording(shown=False)
        self._ask(self._names)

    def action_wording(self) -> None:
        self._show_wording(shown=not self._at_wording)

    def _show_wording(self, *, shown: bool) -> None:
        self.set_class(shown, "-wording")
        self.set_focus(self._wording.rows if shown else self.pair.words(self.pair.side))
        self.refresh_bindings()

    def action_open_uses(self) -> None:
        if self._at_wording:
            self._wording.open()
            return
        contrast, preference = self.pair.contrast, self.pair.words(self.pair.side).word
        if contrast is not None and preference is not None:
            self.go(ConcordanceRoute(preference.word, (contrast.left, contrast.right)))

    def action_search(self) -> None:
        self.set_focus(self._line)
        self._line.action_select_all()

    def action_sort(self) -> None:
        self.pair.sort_next()

    def action_swap(self) -> None:
        if self.pair.contrast is not None:
            self._names = self._names[::-1]
            self.pair.show(self.pair.contrast.mirrored())
            if self._within and self.pair.contrast is not None:
                self._wording.swap(self.pair.contrast)

    def action_other_side(self) -> None:
        self.pair.go("right" if self.pair.side == "left" else "left")

    def action_copy_passage(self) -> None:
        if self._at_wording:
            copied = self._wording.copied()
            if copied is not None and handoff.copy(self.app, copied):
                self.inform("Copied the phrases with an example.")
            return
        contrast, preference = self.pair.contrast, self.pair.words(self.pair.side).word
        if contrast is None or preference is None:
            return
        if handoff.copy(self.app, detail(contrast, preference)):
            self.inform("Copied the word with its counts.")

    def action_back(self) -> None:
        if self._at_wording:
            self._show_wording(shown=False)
        elif self.focused is self._line or self._line.value:
            self._line.value = ""
            self.set_focus(self.pair.words(self.pair.side))
        else:
            self.dismiss(None)

    def _go(self, side: Side) -> None:
        self.pair.go(side)

    action_to_left = partialmethod(_go, "left")
    action_to_right = partialmethod(_go, "right")

    def _pick(self, side: Side) -> None:
        kept = self._names[1 if side == "left" else 0]

        def take(chosen: str | None) -> None:
            self._ask((chosen, kept) if side == "left" else (kept, chosen))

        others = [entry for entry in self._counts if entry[0] != kept]
        self.post_message(self.ChooseSource(f"The source on the {side}", others, take))

    action_pick_left = partialmethod(_pick, "left")
    action_pick_right = partialmethod(_pick, "right")

    def _ask(self, names: tuple[str | None, ...]) -> None:
        scope = "within shared stories" if self._within else "source against source"
        self.query_one("#brand", Static).update(scope)
        self._counter.ask(names, within=self._within)

    def _take(self, result: Counted) -> None:
        self._counts = result.counts
        if result.contrast is None:
            self.pair.show_none(articles=bool(result.counts))
            self.refresh_bindings()
        else:
            self._names = result.contrast.left, result.contrast.right
            self.pair.show(result.contrast)
            if result.stories is not None:
                self._wording.ask(result.contrast, result.stories)

    def _fail(self, error: SearchError) -> None:
        if self.pair.contrast is not None:
            self.inform(str(error), warning=True)
        self.pair.show_failure(error)
