"""The app class that handles what screens ask for: routes, choices and texts to show."""

from __future__ import annotations

import asyncio
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands import allowed, why_not
from tui.navigation.navigator import Navigator
from tui.navigation.session_keeper import SessionKeeper
from tui.screens.command_screen import CommandScreen
from tui.screens.overlay.too_small import TooSmall, too_small
from tui.session.background import in_background
from tui.terminal.terminal_app import TerminalApp

if TYPE_CHECKING:
    from textual import events

    from tui.commands import Home, Need
    from tui.navigation.navigator import Ground
    from tui.screens.links.links_box import LinkChoice
    from tui.screens.picker.command_match import OfferedCommand
    from tui.screens.settings.screen import SettingsScreen
    from tui.session.requests import PictureRequest
    from tui.settings import Settings
    from tui.widgets.key_line import KeyLine

_NEXT = "tui.screens.comparison.screen", "ComparisonScreen"
"""The screen to load in advance, so that the first comparison opens at once."""


class NavigatingApp(TerminalApp):
    """An app whose screens ask it to open other screens.

    Attributes:
        library: what is open; set by `start_at`.
        next_library: what to open once this app has ended, if the user chose that.
        navigator: where the user is and has been; set by `start_at`.
        commands_run: the command lines of this session, the latest last.
        keymap: the user's own keys: a command's id to keys, comma-separated.
    """

    library: Path
    next_library: Path | None = None
    navigator: Navigator
    keymap: dict[str, str]

    def start_at(
        self, library: Path, lowest: Ground, keymap: dict[str, str], *, resume: bool
    ) -> None:
        """Set the library, its lowest screen, and the user's keys for help to show.

        With `resume` the last session is continued once the library is open.
        """
        self.library = library
        self.navigator = Navigator(self, lowest)
        self._session = SessionKeeper(self, self.navigator, resume=resume)
        self.keymap = keymap
        self.commands_run: list[str] = []
        self._recent: list[str] = []

    def change_theme(self, chosen: Settings) -> None:
        """Show the theme that the settings name."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell Textual whether a command is offered now."""
        del parameters
        return allowed("app", action, self._has)

    def _has(self, need: Need) -> bool:
        navigator = self.navigator
        return navigator.can_go_back if need == "back" else navigator.can_go_forward

    def on_command_screen_go(self, event: CommandScreen.Go) -> None:
        """Open a screen on top of the one that asks."""
        self.navigator.go(event.route)

    def on_command_screen_go_on(self, event: CommandScreen.GoOn) -> None:
        """Show the next entry of the list on the screen below."""
        self.navigator.step_entry(event.step)

    def on_command_screen_searched(self, event: CommandScreen.Searched) -> None:
        """Add a search to the history of places."""
        self.navigator.note(event.route)

    def on_command_screen_search_left(self, event: CommandScreen.SearchLeft) -> None:
        """Record where the user was in a search."""
        self.navigator.update(event.route)

    def on_command_screen_choose_article(self, event: CommandScreen.ChooseArticle) -> None:
        """Let the user choose an article."""
        from tui.screens.picker.article_picker import (  # noqa: PLC0415 - seldom needed
            ArticlePicker,
            MergePicker,
        )

        kind = MergePicker if event.same_story else ArticlePicker
        desk = self.navigator.surroundings.desk
        self.push_screen(
            kind(desk, event.article),
            lambda chosen: event.take(chosen) if chosen is not None else None,
        )

    def on_command_screen_choose_source(self, event: CommandScreen.ChooseSource) -> None:
        """Let the user choose a source."""
        from tui.screens.picker.source_picker import SourcePicker  # noqa: PLC0415 - seldom needed

        self.push_screen(
            SourcePicker(event.counts, event.heading),
            lambda chosen: event.take(*chosen) if chosen is not None else None,
        )

    def on_command_screen_write_note(self, event: CommandScreen.WriteNote) -> None:
        """Let the user write a note."""
        from tui.screens.annotation.note_editor import NoteEditor  # noqa: PLC0415 - seldom needed

        self.push_screen(NoteEditor(event.heading, event.quote, event.text, event.keep))

    def on_command_screen_choose_tags(self, event: CommandScreen.ChooseTags) -> None:
        """Let the user change the tags of an article."""
        from tui.screens.annotation.tag_editor import TagEditor  # noqa: PLC0415 - seldom needed

        self.push_screen(TagEditor(event.heading, event.tags, event.known, event.keep))

    def on_command_screen_ask_line(self, event: CommandScreen.AskLine) -> None:
        """Ask the user for a line."""
        from tui.screens.overlay.ask_line import AskLine  # noqa: PLC0415 - seldom needed

        self.push_screen(AskLine(event.heading, event.proposed, event.doubt, event.keep))

    def on_command_screen_take_out(self, event: CommandScreen.TakeOut) -> None:
        """Let the user take something out."""
        from tui.screens.dialog.export_dialog import ExportDialog  # noqa: PLC0415 - seldom needed

        dialog = ExportDialog(self.navigator.surroundings.desk, event.offers)
        self.push_screen(dialog, self._taken_out)

    def _taken_out(self, done: str | PictureRequest | None) -> None:
        if isinstance(done, str):
            self.notify(done, markup=False)
        elif done is not None:
            from tui.navigation.screen_picture import draw  # noqa: PLC0415 - seldom needed

            self.call_after_refresh(draw, self, done)

    def on_command_screen_show_meeting(self, event: CommandScreen.ShowMeeting) -> None:
        """Show what meets a passage, and go where the user wants."""
        from tui.screens.meeting.meeting_box import MeetingBox  # noqa: PLC0415 - seldom needed

        self.push_screen(
            MeetingBox(self.navigator.surroundings.desk, event.request),
            lambda chosen: (
                (event.compare if chosen.compare else event.go_to)(chosen.passage)
                if chosen is not None
                else None
            ),
        )

    def on_command_screen_show_passages(self, event: CommandScreen.ShowPassages) -> None:
        """Show passages, and go where the user wants."""
        from tui.screens.meeting.passage_box import PassageBox  # noqa: PLC0415 - seldom needed

        self.push_screen(PassageBox(event.heading, event.entries), event.taken)

    def on_command_screen_show_links(self, event: CommandScreen.ShowLinks) -> None:
        """Show links, and do with one what the user wants."""
        from tui.screens.links.links_box import LinksBox  # noqa: PLC0415 - seldom needed

        def taken(chosen: LinkChoice | None) -> None:
            if chosen is not None:
                (event.copy if chosen.copy else event.browse)(chosen.address)

        self.push_screen(LinksBox(event.links), taken)

    def on_command_screen_ask_command(self, event: CommandScreen.AskCommand) -> None:
        """Let the user type a command; those of the session can be brought back."""
        from tui.screens.dialog.pipe_dialog import PipeDialog  # noqa: PLC0415 - seldom needed

        self.push_screen(
            PipeDialog(self.commands_run),
            lambda asked: event.take(asked) if asked is not None else None,
        )

    def on_command_screen_show_text(self, event: CommandScreen.ShowText) -> None:
        """Show a text over the screen."""
        from tui.screens.overlay.sheet import Sheet  # noqa: PLC0415 - seldom needed

        self.push_screen(Sheet(event.heading, event.text))

    def on_settings_screen_changed(self, event: SettingsScreen.Changed) -> None:
        """Apply a setting that was changed, where that can be done at once."""
        from tui.navigation.changed_setting import apply  # noqa: PLC0415 - seldom needed

        apply(self, event.name, event.chosen)

    async def on_command_screen_opened(self) -> None:
        """Continue the last session, and keep this one."""
        in_background(self, self._session.begin)
        in_background(self, self._remember_library)

    async def _remember_library(self) -> None:
        from tui.remembered import RecentLibraries  # noqa: PLC0415 - no screen waits for it

        for fault in await asyncio.to_thread(lambda: RecentLibraries().remember(self.library)):
            self.notify(fault, markup=False, severity="warning")

    async def action_quit(self) -> None:
        """Leave, once it is kept where the user was."""
        for screen in self.screen_stack:
            if isinstance(screen, CommandScreen):
                await screen.finish()
        await self._session.finish()
        await super().action_quit()

    def on_command_screen_idle(self) -> None:
        """Load what is likely to be needed next."""
        in_background(self, self._load_next)

    async def _load_next(self) -> None:
        module, name = _NEXT
        loaded = await asyncio.to_thread(import_module, module)
        styles = Path(loaded.__file__ or "").with_name(getattr(loaded, name).CSS_PATH)
        if not self.stylesheet.has_source(str(styles)):
            self.stylesheet.read(styles)

    async def on_key_line_pressed(self, event: KeyLine.Pressed) -> None:
        """Run the command of a hint that was clicked, as its key would."""
        for node, binding, enabled, _ in self.screen.active_bindings.values():
            if binding.action == event.action and enabled:
                await self.run_action(event.action, node)
                return

    def on_key(self, event: events.Key) -> None:
        """Say why a key does nothing, where its command lacks something."""
        if isinstance(self.screen, CommandScreen):
            said = why_not(event.key, self.screen.homes, self.keymap)
            if said is not None and event.key not in self.screen.active_bindings:
                self.notify(said)

    def on_resize(self, event: events.Resize) -> None:
        """Redraw; cover everything while the window is too small."""
        self.redraw()
        if too_small(event.size) and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall())

    def action_go_back(self) -> None:
        """Go back to the previous place."""
        self.navigator.back()

    def action_go_forward(self) -> None:
        """Go forward again to the place the user came back from."""
        self.navigator.forward()

    def action_settings(self) -> None:
        """Show the settings."""
        from tui.screens.settings.screen import SettingsScreen  # noqa: PLC0415 - seldom needed

        if not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen())

    def action_open_library(self) -> None:
        """Let the user choose another library, which is opened once this one is left."""
        from tui import settings  # noqa: PLC0415 - seldom needed
        from tui.remembered import RecentLibraries  # noqa: PLC0415 - as above
        from tui.screens.picker.library_picker import LibraryPicker  # noqa: PLC0415 - as above

        recent = RecentLibraries().paths
        archives = [(one.name, str(one.address)) for one in settings.load().archives]
        self.push_screen(LibraryPicker(recent, self.library, archives), self._leave_for)

    async def _leave_for(self, library: Path | None) -> None:
        if library is not None:
            self.next_library = library
            await self.action_quit()

    def action_palette(self) -> None:
        """Let the user choose a command by words, and run the one that is shown as chosen."""
        from tui.navigation.offered_commands import offered_commands  # noqa: PLC0415 - seldom needed
        from tui.screens.picker.command_picker import CommandPicker  # noqa: PLC0415 - as above

        offered = offered_commands(self, self.screen)
        self.push_screen(CommandPicker(offered, self._recent), self._run_command)

    async def _run_command(self, chosen: OfferedCommand | None) -> None:
        if chosen is not None:
            self._recent = [*(one for one in self._recent if one != chosen.id), chosen.id]
            await chosen.run()

    def action_help(self) -> None:
        """Show all keys and what they do, those of the current place first."""
        from tui.screens.overlay.help import help_sheet  # noqa: PLC0415 - seldom needed

        homes: tuple[Home, ...] = getattr(self.screen, "homes", ("app",))
        self.push_screen(help_sheet(homes, self.keymap))
