from __future__ import annotations

import pytest

from search.page.line_class import Look, look
from search.page.lines import line_of


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Share this article", Look.FURNITURE),
        ("SHARE THIS ARTICLE", Look.FURNITURE),
        ("Follow @dailynews", Look.FURNITURE),
        ("News / Foreign Policy / Venezuela", Look.FURNITURE),
        ("Sign up to receive our newsletter in your inbox every morning.", Look.FURNITURE),
        ("© 2019 The Gazette Ltd. Not to be copied without permission.", Look.FURNITURE),
        ("Read more: Nicolas Maduro tells military to be ready for action", Look.FURNITURE),
        ("* * *", Look.FURNITURE),
        ("Leave a Reply", Look.COMMENTS),
        ("139 comments", Look.COMMENTS),
        ("Related stories", Look.OTHERS),
        ("Friday 08 February 2019 18:38 GMT", Look.DATE),
        ("<https://a.org/2019/slug>", Look.ADDRESS),
        ("1. A new bridge", Look.ITEM),
        ("Secretary Pompeo@SecPompeo", Look.POST),
        ("It is back! — Jane Doe (@jane) October 28, 2023", Look.POST),
        ("Maduro orders civil militia expansion", Look.SHORT),
        ("He died on Friday, 8 February 2019.", Look.SENTENCE),
        ("“We could not wait,” said the mayor.", Look.SENTENCE),
        ("The judge, a former editor, said on Monday that users must sign up again.", Look.PROSE),
    ],
)
def test_what_a_line_looks_like_by_itself(text: str, seen: Look) -> None:
    assert look(line_of(1, text, gap=True)) is seen
