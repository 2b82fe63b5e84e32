from __future__ import annotations

import pytest
from taken_apart import opened

from search.formats import tables
from search.formats.container import PassedOverError
from search.formats.reading_lists import KINDS
from search.formats.reading_lists.saved_table import is_saved_table

POCKET = "title,url,time_added,tags,status\n{}"
INSTAPAPER = "URL,Title,Selection,Folder,Timestamp\n{}"


@pytest.mark.parametrize(
    ("table", "addresses"),
    [
        (POCKET.format('"Tide,\nand ebb",https://a.com/1,1600322788,,unread\n'), 1),
        (POCKET.format("Tide,https://a.com/1,1,,unread\nEbb,none,1,sea|boat,archive\n"), 1),
        (POCKET.format(""), 0),
        (INSTAPAPER.format("https://a.com/1,Tide,“The boat left.”,Unread,1600322788\n"), 1),
        (
            "id,title,note,excerpt,url,folder,tags,created\n1,Tide,,A boat.,https://a.com/1,Sea,,2024\n",
            1,
        ),
        (
            "\ufeffTitle,URL,ID,Document tags,Saved date,Reading progress\nTide,https://a.com/1,1,,2024,0\n",
            1,
        ),
    ],
    ids=["Pocket", "several", "empty", "Instapaper", "Raindrop", "Readwise"],
)
def test_the_addresses_of_a_list_are_counted(table: str, addresses: int) -> None:
    with pytest.raises(PassedOverError) as told:
        opened((*KINDS, *tables.KINDS), table.encode(), "a.csv")
    assert told.value.why == "addresses without texts"
    assert told.value.addresses == addresses


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0",
        b"title,text\n",
        b"title,url,tags\n",
        b"Title;URL;Content;Tags;Language\n",
        b"\xff\xfe",
    ],
)
def test_other_tables_are_left_to_others(data: bytes) -> None:
    assert not is_saved_table(data)
