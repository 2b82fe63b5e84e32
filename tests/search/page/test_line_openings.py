import pytest

from search.page.line_openings import line_openings


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("leave a reply", {"comments_begin"}),
        ("more from the author", {"others_begin", "leads_elsewhere"}),
        ("→ read more: the envoy", {"leads_elsewhere"}),
        ("» share with friends", {"asks"}),
        ("sharers of the faith", set()),
        ("the envoy said: read more", set()),
        ("—", set()),
    ],
)
def test_tells_by_its_first_words_what_a_line_leads_to(line: str, kinds: set[str]) -> None:
    assert set(line_openings(line)) == kinds


def test_gives_where_the_set_words_end() -> None:
    assert line_openings("read more: the envoy")["leads_elsewhere"] == len("read more")
