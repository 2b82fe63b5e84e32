"""The settings screen: all settings, where they come from, and changing them in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands import allowed, app_bindings, bindings
from tui.controls.text_line import TextLine
from tui.render import safe
from tui.screens.settings import text
from tui.settings import load, settings_path
from tui.settings.key_choices import keys_of
from tui.settings.origins import as_written, set_values
from tui.settings.settings_writing import SettingRefusedError, change, reset
from tui.settings.theme_names import with_theme_problem
from tui.widgets.editing.key_catch import KeyCatch
from tui.widgets.key_line import KeyLine
from tui.widgets.setting_list import SettingList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Input

    from tui.commands import Home, Need
    from tui.settings import Settings
    from tui.settings.origins import SetValue


class SettingsScreen(ModalScreen[None]):
    """Lists all settings; enter changes one in the file, and it applies at once where it can."""

    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("settings"),
        *app_bindings("help", "suspend", "quit"),
    ]
    AUTO_FOCUS = "SettingList"

    class Changed(Message):
        """The file was changed; `name` is the setting, `chosen` what the file says now."""

        def __init__(self, name: str, chosen: Settings) -> None:
            super().__init__()
            self.name = name
            self.chosen = chosen

    def __init__(self) -> None:
        super().__init__()
        self._chosen = with_theme_problem(load())
        self._adding = False

    def compose(self) -> ComposeResult:
        """The list, what the current setting is, and room to change it."""
        with Vertical(id="settings") as box:
            box.border_title = "Settings"
            box.border_subtitle = "enter changes · backspace: as by default · esc goes back"
            yield SettingList()
            yield Static("", id="about", markup=False)
            yield Static(text.problems(self._chosen), id="fault", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """List the settings."""
        self._list.show(list(set_values(self._chosen)))
        self._describe()

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, from the innermost place outwards, for help."""
        return ("settings", "pane", "app")

    @property
    def _list(self) -> SettingList:
        return self.query_one(SettingList)

    @property
    def _row(self) -> SetValue:
        row = self._list.current
        if row is None:
            raise LookupError("no setting is listed")
        return row

    @property
    def _changing(self) -> bool:
        return bool(self.query("TextLine, KeyCatch"))

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is present."""
        if self._changing or (row := self._list.current) is None:
            return False
        if need == "set":
            return row.origin == "file" and row.setting.editable
        return row.setting.editable and (need == "setting" or text.command_of(row) is not None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell Textual whether a command is offered now."""
        del parameters
        return allowed("settings", action, self.has)

    async def action_change_setting(self) -> None:
        """Let the user type a value or press a key."""
        self._adding = False
        await self._ask()

    async def action_add_key(self) -> None:
        """Let the user press one more key."""
        self._adding = True
        await self._ask()

    def action_reset_setting(self) -> None:
        """Take the setting out of the file."""
        name = self._row.setting.name
        self._take(lambda: reset(name))

    async def action_back(self) -> None:
        """Leave the value as it is; without one that is being changed, close."""
        if self._changing:
            await self._end()
        else:
            self.dismiss(None)

    def on_setting_list_moved(self) -> None:
        """Say what the setting is that is now the current one."""
        self._describe()
        self.refresh_bindings()

    async def on_setting_list_opened(self) -> None:
        """Change the setting that was double-clicked."""
        if self.has("setting"):
            await self.action_change_setting()

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Set what was typed; nothing is the default."""
        name, value = self._row.setting.name, event.value.strip()
        if self._take(lambda: change(name, value) if value else reset(name)):
            await self._end()

    async def on_key_catch_pressed(self, event: KeyCatch.Pressed) -> None:
        """Give the command the key that was pressed."""
        row = self._row
        if event.key is not None and (command := text.command_of(row)) is not None:
            others = keys_of(command, self._chosen.keys) if self._adding else ()
            keys = ",".join(dict.fromkeys([*others, event.key]))
            if not self._take(lambda: change(row.setting.name, keys)):
                return
        await self._end()

    async def _ask(self) -> None:
        row = self._row
        if (command := text.command_of(row)) is not None:
            what = "one more key" if self._adding else "the key"
            line: KeyCatch | TextLine = KeyCatch(f"Press {what} for {command}; esc: none")
        else:
            line = TextLine(row.setting.allowed)
            line.set_text(as_written(row.value))
        await self.query_one("#settings").mount(line)
        self.set_focus(line)

    async def _end(self) -> None:
        """Close the line to type in."""
        await self.query("TextLine, KeyCatch").remove()
        self.set_focus(self._list)
        self.query_one("#fault", Static).update(text.problems(self._chosen))
        self.refresh_bindings()

    def _take(self, written: Callable[[], Settings]) -> bool:
        """Change the file, and show what it says; tell whether it could be done."""
        try:
            self._chosen = written()
        except SettingRefusedError as error:
            self.query_one("#fault", Static).update(Content(safe(f"Not set: {error}.")))
            return False
        self._list.show(list(set_values(self._chosen)))
        self._describe()
        self.query_one("#fault", Static).update(text.problems(self._chosen))
        self.refresh_bindings()
        self.post_message(self.Changed(self._row.setting.name, self._chosen))
        return True

    def _describe(self) -> None:
        said = text.about(self._row, self._chosen, str(settings_path()))
        self.query_one("#about", Static).update(said)
