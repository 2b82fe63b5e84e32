from __future__ import annotations

import pytest

from search.page.line_class import LineClass, classify
from search.page.lines import line_of


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Share this article", LineClass.BOILERPLATE),
        ("SHARE THIS ARTICLE", LineClass.BOILERPLATE),
        ("Follow @dailynews", LineClass.BOILERPLATE),
        ("News / Foreign Policy / Venezuela", LineClass.BOILERPLATE),
        ("Sign up to receive our newsletter in your inbox every morning.", LineClass.BOILERPLATE),
        ("© 2019 The Gazette Ltd. Not to be copied without permission.", LineClass.BOILERPLATE),
        ("Read more: Nicolas Maduro tells military to be ready for action", LineClass.BOILERPLATE),
        ("* * *", LineClass.BOILERPLATE),
        ("Leave a Reply", LineClass.COMMENTS),
        ("139 comments", LineClass.COMMENTS),
        ("Related stories", LineClass.OTHERS),
        ("Friday 08 February 2019 18:38 GMT", LineClass.DATE),
        ("<https://a.org/2019/slug>", LineClass.ADDRESS),
        ("1. A new bridge", LineClass.ITEM),
        ("Secretary Pompeo@SecPompeo", LineClass.POST),
        ("It is back! — Jane Doe (@jane) October 28, 2023", LineClass.POST),
        ("Maduro orders civil militia expansion", LineClass.SHORT),
        ("He died on Friday, 8 February 2019.", LineClass.SENTENCE),
        ("“We could not wait,” said the mayor.", LineClass.SENTENCE),
        (
            "The judge, a former editor, said on Monday that users must sign up again.",
            LineClass.PROSE,
        ),
    ],
)
def test_what_a_line_looks_like_by_itself(text: str, seen: LineClass) -> None:
    assert classify(line_of(1, text, gap=True)) is seen


@pytest.mark.parametrize(
    "text",
    [
        "This document is subject to copyright. Apart from any fair dealing for the purpose of private study, no part of it may be copied.",
        "Toute reproduction, même partielle, de ce texte est interdite sans l'accord de la rédaction du Courrier.",
        "Dieser Artikel ist urheberrechtlich geschützt und darf nicht ohne Erlaubnis weiterverbreitet werden.",
    ],
)
def test_what_may_not_be_done_with_a_text(text: str) -> None:
    assert classify(line_of(1, text, gap=True)) is LineClass.BOILERPLATE
