import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.stories import plainest


@pytest.mark.parametrize(
    "headlines",
    [
        ["Sarmia closes Bay of Oru", "Opinion: Why Sarmia closes Bay of Oru", "What now?"],
        ["Bay closed by Sarmia", "“We had no choice”: Sarmia on the bay", "Sarmia’s bay closed!"],
        ["Sarmia closes Bay of Oru again", "Oru bay closed again — and Sarmia counts the days"],
        ["Mayor resigns", "Mayor resigns after a long night of talks about the bridge and money"],
        ["Rain", "Snow"],
    ],
)
def test_the_first_is_plainest(headlines: list[str]) -> None:
    assert plainest(headlines) == 0
    if headlines != ["Rain", "Snow"]:
        assert plainest(headlines[::-1]) == len(headlines) - 1


@given(st.lists(st.text(max_size=30), min_size=1, max_size=6))
def test_one_of_them_is(headlines: list[str]) -> None:
    assert 0 <= plainest(headlines) < len(headlines)
