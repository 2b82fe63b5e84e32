"""The dialog that takes something out: what, in which format, to a file or the clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from search import with_suffix
from tui.commands import app_bindings, bindings
from tui.controls.choice_line import ChoiceLine
from tui.controls.path_completion import completed
from tui.controls.text_line import TextLine
from tui.render import safe
from tui.screens.dialog.export_form import forms_of, is_there, proposal
from tui.screens.dialog.export_job import ExportJob, ExportRequest
from tui.session.latest import Latest
from tui.session.requests import PictureRequest, ScreenPicture
from tui.terminal import handoff
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from search import Desk, SearchError
    from tui.commands import Home
    from tui.screens.dialog.export_form import Form
    from tui.screens.dialog.export_job import ExportDone
    from tui.session.requests import ExportOffer

_FILE, _CLIPBOARD = "a file", "the clipboard"
_LOOK_EVERY = 0.2
"""Seconds between two looks how far the work has come."""
_MOST_NAMES = 20
"""Names that are shown of those that begin so."""


class ExportDialog(ModalScreen[str | PictureRequest | None]):
    """Its result is a sentence on what was done, or a picture to be drawn; None if the user goes back.

    Args:
        desk: the library.
        offers: what can be taken out, one at least; the first is chosen.
    """

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("export"),
        *app_bindings("help", "suspend", "quit"),
    ]
    AUTO_FOCUS = "#format"

    def __init__(self, desk: Desk, offers: Sequence[ExportOffer]) -> None:
        super().__init__()
        self._offers = offers
        self._forms = forms_of(offers[0])
        self._proposed = proposal(offers[0], self._forms[0])
        self._confirmed = ""
        self._job = ExportJob(desk)
        self._requests: Latest[ExportRequest, ExportDone] = Latest(
            self,
            lambda request: self._job.run(request, lambda: self._requests.overtaken(request)),
            lambda _, done: self._finish(done),
            lambda _, error: self._fail(error),
        )

    def compose(self) -> ComposeResult:
        """A line for each choice, the name of the file, and what is to be told."""
        with Vertical(id="dialog") as box:
            box.border_title = "Take out"
            box.border_subtitle = "enter takes it out · ↑↓ ←→ choose · esc goes back"
            with Horizontal():
                yield Static("what", classes="dialog--name")
                yield ChoiceLine([safe(offer.label) for offer in self._offers], id="what")
            with Horizontal():
                yield Static("as", classes="dialog--name")
                yield ChoiceLine([form.name for form in self._forms], id="format")
            with Horizontal():
                yield Static("to", classes="dialog--name")
                yield ChoiceLine([_FILE, _CLIPBOARD], id="goal")
            with Horizontal(id="file-row"):
                yield Static("name", classes="dialog--name")
                yield TextLine("a path; tab completes it", id="file")
            yield Static("", id="told", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Propose a name, and look how far the work has come."""
        self.query_one(TextLine).set_text(self._proposed)
        self._tell(self._where())
        self.set_interval(_LOOK_EVERY, self._show_progress)

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, from the innermost place outwards, for help."""
        return ("export", "app")

    @property
    def _offer(self) -> ExportOffer:
        return self._offers[self.query_one("#what", ChoiceLine).index]

    @property
    def _form(self) -> Form:
        return self._forms[self.query_one("#format", ChoiceLine).index]

    @property
    def _to_file(self) -> bool:
        return self._form.form is None or self.query_one("#goal", ChoiceLine).index == 0

    def on_choice_line_changed(self) -> None:
        """Offer the formats of what is chosen, and let the name of the file follow."""
        form = self._form
        forms = forms_of(self._offer)
        if forms != self._forms:
            self._forms = forms
            names = [one.name for one in forms]
            self.query_one("#goal", ChoiceLine).show(
                [_FILE] if self._form.form is None else [_FILE, _CLIPBOARD]
            )
            self.query_one("#format", ChoiceLine).show(
                names, forms.index(form) if form in forms else 0
            )
        line = self.query_one(TextLine)
        own = line.value != self._proposed
        self._proposed = proposal(self._offer, self._form)
        line.set_text(with_suffix(line.value, self._form.suffix) if own else self._proposed)
        self.query_one("#file-row").display = self._to_file
        self._tell(self._where())

    def on_input_submitted(self) -> None:
        """Take it out."""
        self.action_take_out()

    def action_take_out(self) -> None:
        """Write the file or copy; a file that is there is replaced at a second press only."""
        file = self.query_one(TextLine).value.strip() if self._to_file else None
        if file == "":
            self._tell("Which file? Type its name.")
            return
        if file is not None and file != self._confirmed and is_there(file):
            self._confirmed = file
            self._tell(f"{file} is there already: enter again replaces it.")
            return
        subject, form = self._offer.subject, self._form.form
        if form is not None and not isinstance(subject, ScreenPicture):
            self._requests.ask(ExportRequest(subject, form, file))
        elif file is not None:
            self.dismiss(PictureRequest(file))

    def action_complete(self) -> None:
        """Complete the name of the file as far as it is plain, and show what begins so."""
        line = self.query_one(TextLine)
        if self.focused is not line:
            self.action_next_line()
            return
        path, names = completed(line.value)
        line.set_text(path)
        self._tell("  ".join(names[:_MOST_NAMES]) if len(names) > 1 else "")

    def action_next_line(self) -> None:
        """Go one line down."""
        self.focus_next()

    def action_previous_line(self) -> None:
        """Go one line up."""
        self.focus_previous()

    def action_back(self) -> None:
        """Stop what is being done, and close."""
        self._requests.forget()
        self.dismiss(None)

    def _where(self) -> str:
        """Say in which folder a name without one lies."""
        return f"in {Path.cwd()}" if self._to_file else ""

    def _finish(self, done: ExportDone) -> None:
        if done.copied is None or handoff.copy(self.app, done.copied):
            self.dismiss(done.said)

    def _fail(self, error: SearchError) -> None:
        self._job.export = None
        self._tell(f"{error}.")

    def _show_progress(self) -> None:
        export = self._job.export
        if export is not None and export.total > 1:
            self._tell(f"taking out {export.done:,} of {export.total:,} …")

    def _tell(self, text: str) -> None:
        self.query_one("#told", Static).update(Content(safe(text)))
