from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.app import DiptychApp
from tui.commands import COMMANDS, HOMES, bindings, commands_of, key_name, typed_character
from tui.commands.keys_page import markdown
from tui.controls.entry_list import EntryList
from tui.screens.annotation.note_editor import NoteEditor
from tui.screens.article.screen import ArticleScreen
from tui.screens.comparison.screen import ComparisonScreen
from tui.screens.concordance.screen import ConcordanceScreen
from tui.screens.dialog.export_dialog import ExportDialog
from tui.screens.dialog.pipe_dialog import PipeDialog
from tui.screens.keyness.screen import KeynessScreen
from tui.screens.library.incoming.preview_screen import PreviewScreen
from tui.screens.library.incoming.source_dialog import SourceDialog
from tui.screens.library.screen import LibraryScreen
from tui.screens.links.links_box import LinksBox
from tui.screens.meeting.meeting_box import MeetingBox
from tui.screens.meeting.passage_box import PassageBox
from tui.screens.notes.screen import NotesScreen
from tui.screens.overlay.ask_line import AskLine
from tui.screens.overlay.help import HelpSheet
from tui.screens.overlay.sheet import Sheet
from tui.screens.picker.article_picker import ArticlePicker
from tui.screens.picker.library_picker import LibraryPicker
from tui.screens.picker.source_picker import SourcePicker
from tui.screens.revisions.screen import RevisionsScreen
from tui.screens.settings.screen import SettingsScreen
from tui.screens.stories.screen import StoriesScreen
from tui.screens.story.screen import StoryScreen
from tui.widgets.article_list import ArticleList
from tui.widgets.claims.claim_matrix import ClaimMatrix
from tui.widgets.column import Column
from tui.widgets.editing.tag_line import TagLine
from tui.widgets.filter_line import FilterLine
from tui.widgets.filters.month_strip import MonthStrip
from tui.widgets.filters.sources_pane import SourcesPane
from tui.widgets.find_bar import FindLine
from tui.widgets.note_list import NoteList
from tui.widgets.panel import Panel
from tui.widgets.reader import Reader
from tui.widgets.search_line import SearchLine
from tui.widgets.setting_list import SettingList
from tui.widgets.timeline import Timeline
from tui.widgets.use_list import UseList
from tui.widgets.word_line import WordLine
from tui.widgets.word_list import WordList

if TYPE_CHECKING:
    from tui.commands import Home

WHERE: dict[Home, list[type]] = {
    "search": [SearchLine],
    "find": [FindLine],
    "sources": [SourcesPane],
    "timeline": [MonthStrip],
    "list": [ArticleList],
    "reader": [Reader],
    "marked": [Reader],
    "note": [NoteEditor],
    "tags": [TagLine],
    "notes": [NotesScreen],
    "library": [LibraryScreen],
    "compare": [ComparisonScreen],
    "panel": [Panel],
    "picker": [ArticlePicker, SourcePicker],
    "libraries": [LibraryPicker],
    "word": [WordLine],
    "concordance": [ConcordanceScreen],
    "passage": [ArticleScreen],
    "stories": [StoriesScreen],
    "story": [StoryScreen],
    "claims": [ClaimMatrix],
    "contrast": [KeynessScreen],
    "filter": [FilterLine],
    "settings": [SettingsScreen],
    "export": [ExportDialog],
    "pipe": [PipeDialog],
    "meeting": [MeetingBox, PassageBox],
    "links": [LinksBox],
    "revisions": [RevisionsScreen],
    "ask": [AskLine],
    "incoming": [SourceDialog],
    "arrivals": [PreviewScreen],
    "sheet": [Sheet],
    "help": [HelpSheet],
    "pane": [
        EntryList,
        NoteList,
        SourcesPane,
        ArticleList,
        Reader,
        Column,
        Panel,
        UseList,
        Timeline,
        ClaimMatrix,
        WordList,
        SettingList,
    ],
    "app": [DiptychApp],
}
KEPT_BY_TERMINALS = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+a", "ctrl+b", "ctrl+enter"}


@pytest.mark.parametrize("home", HOMES)
def test_every_command_has_its_action_where_it_lives(home: Home) -> None:
    for command in commands_of(home):
        for place in WHERE[home]:
            assert hasattr(place, f"action_{command.action}"), f"{place.__name__}: {command.id}"


def test_an_id_is_unique_in_its_home() -> None:
    names = [(command.home, command.id) for command in COMMANDS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("home", HOMES)
def test_no_key_means_two_things_in_one_home(home: Home) -> None:
    keys = [key for command in commands_of(home) for key in command.keys]
    assert len(keys) == len(set(keys))


def test_no_key_is_one_that_terminals_take() -> None:
    keys = {key for command in COMMANDS for key in command.keys}
    assert not keys & KEPT_BY_TERMINALS
    assert not any(key.startswith("alt+") for key in keys)


def test_every_command_is_explained_in_one_short_line() -> None:
    for command in COMMANDS:
        assert 3 < len(command.help) < 66, command.id
        assert not command.help.endswith(".")
        assert len(command.label) < 18


def test_bindings_carry_ids_so_that_keys_can_be_changed() -> None:
    made = {binding.id: binding.key for binding in bindings("app")}
    assert made["help"] == "question_mark,f1"


def test_key_names_are_readable() -> None:
    assert [key_name(k) for k in ("question_mark", "ctrl+p", "escape", "G", "pagedown")] == [
        "?",
        "ctrl+p",
        "esc",
        "G",
        "pgdn",
    ]


def test_keys_that_type_a_character_are_known() -> None:
    assert typed_character("slash") == "/"
    assert typed_character("a") == "a"
    assert typed_character("down") is None
    assert typed_character("f1") is None


def test_the_document_of_keys_is_up_to_date() -> None:
    kept = Path(__file__).parents[2] / "docs" / "keys.md"
    assert kept.read_text(encoding="utf-8") == markdown(), (
        "run python -m tui.commands > docs/keys.md"
    )
