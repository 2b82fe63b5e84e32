from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.errors import QueryError
from search.query import (
    Among,
    And,
    DateRange,
    Everything,
    Field,
    FromSource,
    Fuzzy,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Term,
    Wildcard,
    describe,
    parse,
)
from search.text import CAPITALS, HASHED, JOINED

TODAY = date(2019, 5, 11)
PIECES = [
    *'()"|-~*?#:“”„ .,',
    "OR ",
    "AND ",
    "NOT ",
    "title:",
    "source:",
    "date:",
    "after:",
    "before:",
    "newer:",
    "tag:",
    "2019",
    "-02",
    "..",
    "2w",
    "guaido",
    "Maduro’s ",
    "委内",
    "~5",
    "http://",
    "ß",
]
QUERIES = st.lists(st.sampled_from(PIECES), max_size=20).map("".join) | st.text(max_size=60)


def shape(node: Node) -> object:
    """A tree without its positions, short enough to read in a test."""
    match node:
        case And(children=children):
            return ("and", *map(shape, children))
        case Or(children=children):
            return ("or", *map(shape, children))
        case Not(child=child):
            return ("not", shape(child))
        case DateRange(first=first, last=last):
            return f"{first}..{last}"
        case Everything():
            return "everything"
        case Among() | FromSource():
            raise AssertionError("nobody can type it")
        case _:
            return _leaf(node)


def _leaf(leaf: Term | Phrase | Prefix | Wildcard | Fuzzy) -> str:
    match leaf:
        case Term(form=form, stemmed=stemmed, field=field):
            return _in(field, form if stemmed else f"={form}")
        case Phrase(forms=forms, stemmed=stemmed, slop=slop, field=field):
            near = "" if slop is None else f"~{slop}"
            return _in(field, ("" if stemmed else "=") + f'"{" ".join(forms)}"' + near)
        case Prefix(form=form, field=field):
            return _in(field, form + "…")
        case Wildcard(form=form, field=field):
            return _in(field, f"/{form}/")
        case Fuzzy(form=form, edits=edits, field=field):
            return _in(field, f"{form}±{edits}")


def _in(field: Field | None, said: str) -> str:
    return f"{field}:{said}" if field else said


def read(text: str) -> object:
    return shape(parse(text, today=TODAY).root)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", "everything"),
        ("  ", "everything"),
        ("Guaidó", "guaido"),
        ("sanctions maduro", ("and", "sanctions", "maduro")),
        ("sanctions AND maduro", ("and", "sanctions", "maduro")),
        ("a OR b c | d", ("or", "a", ("and", "b", "c"), "d")),
        ("or and not", ("and", "or", "and", "not")),
        ("maduro -pompeo", ("and", "maduro", ("not", "pompeo"))),
        ("NOT (a OR b)", ("not", ("or", "a", "b"))),
        ("--a", ("not", ("not", "a"))),
        ("(defect* | uprising) military", ("and", ("or", "defect…", "uprising"), "military")),
        ("self-declared", ("or", '"self declared"', "selfdeclared")),
        ("state-of-the-art", ("or", '"state of the art"', "stateoftheart")),
        ("Ba'th O'Hara", ("and", ("or", "ba'th", "bath"), ("or", '"o hara"', "ohara"))),
        ("they'll don't", ("and", "they'll", "don't")),
        (
            "10,500 1,000.5",
            ("and", ("or", "10,500", "10500", '="10 500"'), ("or", "1,000.5", "1000.5")),
        ),
        ("1,5 2.5", ("and", "1,5", "2.5")),
        ("Köln Đukić", ("and", ("or", "koln", "koeln"), ("or", "dukic", "djukic"))),
        (
            "U.S. US us AIDS USA",
            ("and", f"=us{CAPITALS}", f"=us{CAPITALS}", "us", f"=aids{CAPITALS}", "usa"),
        ),
        ("title:WHO", f"title:=who{CAPITALS}"),
        ("source:US", "source:=us"),
        ("https://a.example/b?c=1", '"https a example b c 1"'),
        ('"armed forces"', '="armed forces"'),
        ("“armed forces”", '="armed forces"'),
        ('"sanctions"', "=sanctions"),
        ('"Southern Command"~3', '="southern command"~3'),
        ("guaido~", "guaido±1"),
        ("guaido~2", "guaido±2"),
        ("def*ion wom?n", ("and", "/def*ion/", "/wom?n/")),
        ("why?", "why"),
        ("委内", '"委 内"'),
        ("委内* 委*", ("and", '="委 内"', "委…")),
        ("title:venezuela", "title:venezuela"),
        ('title:"direct contact"', 'title:="direct contact"'),
        ("source:dw OR site:independent", ("or", "source:=dw", "source:=independent")),
        ("feed:dw", "source:=dw"),
        ('author:"andrew buncombe"', 'author:="andrew buncombe"'),
        ("from:buncombe", ("or", "author:=buncombe", f"author:=buncombe{JOINED}")),
        ("#crisis tag:crisis", ("and", ("or", "tag:=crisis", f"=crisis{HASHED}"), "tag:=crisis")),
        ("lang:en", "lang:=en"),
        ("date:2019", "2019-01-01..2019-12-31"),
        ("date:2019-02", "2019-02-01..2019-02-28"),
        ("date:2019-02-08", "2019-02-08..2019-02-08"),
        ("date:2019-02..2019-05", "2019-02-01..2019-05-31"),
        ("date:..2019-05", "None..2019-05-31"),
        ("after:2019-04-01", "2019-04-01..None"),
        ("before:2019-04", "None..2019-03-31"),
        ("newer:2w", "2019-04-27..None"),
        ("http://dw.com 18:38", ("and", '"http dw com"', "18:38")),
    ],
)
def test_reads(text: str, tree: object) -> None:
    assert read(text) == tree


@pytest.mark.parametrize(
    ("text", "position", "reason"),
    [
        ("source:", 0, "source: wants a value after it"),
        ("maduro title: x", 7, "title: wants a value after it"),
        ("(((", 2, "this ( is never closed"),
        ("(a", 0, "this ( is never closed"),
        ("a )", 2, "this ) closes nothing"),
        ("a ()", 2, "there is nothing between ( and )"),
        ('x "unclosed', 2, "this quotation mark is never closed"),
        ('""', 0, "there are no words between these quotes"),
        ('"a b"~', 5, "~ after a phrase wants a number of words, as in ~5"),
        ('"a b"~5x', 5, "~ after a phrase wants a number of words, as in ~5"),
        ('"a b"~12345', 5, "~ after a phrase allows 9,999 words between at most"),
        ("date:13", 5, '"13" is no date; write 2019, 2019-02 or 2019-02-08'),
        ("date:2019-02-30", 5, 'there is no such date as "2019-02-30"'),
        ("date:..", 5, "a range wants a date on at least one side of .."),
        ("date:2020..2019", 5, "the range ends before it begins; write 2019..2020"),
        ("newer:soon", 6, '"soon" is no age; write 3d, 2w, 6m or 1y'),
        ("OR a", 0, "OR wants words before it"),
        ("a OR", 2, "OR wants words after it"),
        ("a | | b", 2, "| wants words after it"),
        ("a NOT", 2, "NOT wants words after it"),
        ("a -)", 2, "- wants words after it"),
        ("***", 0, "a pattern wants at least one letter"),
        ("two-words*", 0, "* goes with one plain word"),
        ("委abc*", 0, "* goes with one plain word"),
        ("guaido~3", 0, "~ after a word goes with 1 or 2"),
        ('date:"a\nb"', 5, '"a b" is no date; write 2019, 2019-02 or 2019-02-08'),
        ("two-words~", 0, "~ goes with one plain word"),
        ("…", 0, '"…" has no letters to search'),
    ],
)
def test_says_where_and_why_it_cannot_read(text: str, position: int, reason: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)

    assert (caught.value.position, caught.value.reason) == (position, reason)


def test_an_unknown_field_is_refused_by_name() -> None:
    with pytest.raises(QueryError, match='no field is called "sauce"; there are after, author'):
        parse("sauce:dw")


@pytest.mark.parametrize("text", ["(" * 5_000, "-" * 5_000 + "a", "a " * 3_000, "x" * 20_000])
def test_a_monstrous_query_is_refused(text: str) -> None:
    with pytest.raises(QueryError):
        parse(text)


def test_a_last_word_being_typed_is_also_a_beginning() -> None:
    def typed(text: str) -> object:
        return shape(parse(text, typing=True).root)

    assert typed("maduro gua") == ("and", "maduro", ("or", "gua", "gua…"))
    assert typed("gua ") == "gua"
    assert typed("title:gua") == ("or", "title:gua", "title:gua…")
    assert typed('"gua"') == "=gua"
    assert typed("gua*") == "gua…"
    assert typed("U.S.") == typed("US") == f"=us{CAPITALS}"
    assert typed("Mül") == ("or", ("or", "mul", "mul…"), "muel")
    assert typed("guaido\u0301") == ("or", "guaido", "guaido…")


def nodes(node: Node) -> Iterator[Node]:
    yield node
    match node:
        case And(children=children) | Or(children=children):
            for child in children:
                yield from nodes(child)
        case Not(child=child):
            yield from nodes(child)
        case _:
            pass


@given(QUERIES, st.booleans())
@example("date:²⁰¹⁹", False)
@example("newer:9999y", False)
@example("before:0001", False)
@example('date:"a\nb"', False)
@example("#\u0301", False)
@example('"a b"~99999999999', False)
def test_parsing_ends_in_a_query_or_a_query_error(text: str, typing: bool) -> None:
    fault: QueryError | None = None
    try:
        query = parse(text, typing=typing, today=TODAY)
    except QueryError as error:
        fault = error
    if fault:
        assert fault.text == text
        assert 0 <= fault.position <= len(text)
        assert len(str(fault).splitlines()) == 1
    else:
        assert describe(query)
        for node in nodes(query.root):
            assert 0 <= node.span.start <= node.span.stop <= len(text)


@given(QUERIES)
def test_every_leaf_stands_where_it_was_typed(text: str) -> None:
    try:
        root = parse(text, today=TODAY).root
    except QueryError:
        return
    leaves = [n for n in nodes(root) if isinstance(n, Term | Phrase | Prefix | Wildcard | Fuzzy)]

    assert [leaf.span for leaf in leaves] == sorted(leaf.span for leaf in leaves)
    for leaf in leaves:
        alone = text[leaf.span.start : leaf.span.stop]
        if leaf.field is None:
            # A Korean word by itself is also a beginning, so it is one of two leaves.
            assert shape(leaf) in map(shape, nodes(parse(alone).root))


def test_what_is_asked_twice_is_equal() -> None:
    once, twice = parse("maduro (maduro)").root, parse("maduro   maduro").root
    assert once == twice
    assert len(set(nodes(once))) == 2
