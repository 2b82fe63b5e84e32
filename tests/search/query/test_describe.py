import pytest

from search.query import describe, parse


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "every article"),
        ("guaido", "any form of guaido"),
        ('"armed forces"', "exactly “armed forces”"),
        ('"Southern Command"~3', "“southern command” with at most 3 words between"),
        ("self-declared", "any form of “self declared” or “selfdeclared”"),
        ("sanct*", "words beginning sanct…"),
        ("wom?n", "words like wom?n"),
        ("guaido~2", "words within 2 letters of guaido"),
        ('guaido -"armed forces"', "any form of guaido, but not exactly “armed forces”"),
        ("-a -b", "every article, but not any form of a nor any form of b"),
        ("-a", "every article but not any form of a"),
        (
            "(defect* | uprising) military",
            "(words beginning defect… or any form of uprising) and any form of military",
        ),
        ("a OR -b", "any form of a or (every article but not any form of b)"),
        ("a b OR c", "(any form of a and any form of b) or any form of c"),
        ("source:dw OR source:independent", "source is dw or source is independent"),
        ("title:maduro", "title has any form of maduro"),
        ("#crisis", "tagged crisis or #crisis"),
        ("US bonds", "US in capitals and any form of bonds"),
        ("author:O'Hara", "author is o hara or “ohara”"),
        ("e-mail Köln", "(any form of “e mail” or “email”) and (any form of koln or “koeln”)"),
        ("ferry source:?", "any form of ferry and from an unknown source"),
        ("date:? author:?", "day not known and author not known"),
        ("-lang:? ferry", "any form of ferry, but not language not known"),
        ("date:2019-02-08", "dated 2019-02-08"),
        ("date:2019-02..2019-03", "dated 2019-02-01 to 2019-03-31"),
        ("after:2019-04-01", "dated 2019-04-01 or later"),
        ("before:2019-04-01", "dated 2019-03-31 or earlier"),
    ],
)
def test_says_how_a_query_was_read(text: str, said: str) -> None:
    assert describe(parse(text)) == said


def test_says_what_a_word_being_typed_is_read_as() -> None:
    said = describe(parse("gua", typing=True))

    assert said == "any form of gua or words beginning gua…"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("armed gua", "any form of armed and (any form of gua or words beginning gua…)"),
        ("armed OR gua", "any form of armed or (any form of gua or words beginning gua…)"),
        ("armed title:gua", "any form of armed and title has gua…"),
        ("armed author:gua", "any form of armed and author is gua…"),
    ],
)
def test_a_word_being_typed_is_bracketed_beside_others(text: str, said: str) -> None:
    assert describe(parse(text, typing=True)) == said
