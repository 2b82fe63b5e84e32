from search.memo import Memo


def test_asks_once_for_a_string_in_use() -> None:
    asked: list[str] = []

    def read(said: str) -> int:
        asked.append(said)
        return len(said)

    known = Memo(read, most=2, longest=5)
    said = ["the", "envoy", "the", "met", "the", "mayor", "the", "ambassador", "ambassador", "met"]

    assert [known[one] for one in said] == [len(one) for one in said]
    assert asked == ["the", "envoy", "met", "mayor", "ambassador", "ambassador"]


def test_keeps_no_more_than_twice_its_bound() -> None:
    known = Memo(len, most=10)

    for number in range(1000):
        assert known[str(number)] == len(str(number))
        assert len(known) + len(known._before) <= 20
