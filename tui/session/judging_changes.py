"""What the reader says of two sentences: changes of marks, each to be made in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search import At, Comparison, Desk, Sides
    from tui.session.mark_changes import ChangeMarks


def judge(comparison: Comparison, places: Sides[At], *, meets: bool) -> ChangeMarks:
    """Keep what is said of a sentence of each side: whether the two meet."""

    def change(desk: Desk) -> None:
        from search import PassagePlace, Sides, passage_at  # noqa: PLC0415 - loaded with the desk

        left, right = comparison.left, comparison.right
        passages = Sides(
            passage_at(left, PassagePlace(*places.left)),
            passage_at(right, PassagePlace(*places.right)),
        )
        desk.marks.links.judge(Sides(left.id, right.id), passages, meets=meets)

    return change


def forget_judgement(comparison: Comparison, places: Sides[At]) -> ChangeMarks:
    """Forget what was said of two sentences."""
    numbers = [
        one.number
        for one in comparison.judged
        if _overlap(one.left, places.left) and _overlap(one.right, places.right)
    ]

    def change(desk: Desk) -> None:
        for number in numbers:
            desk.marks.links.forget(number)

    return change


def _overlap(one: At, other: At) -> bool:
    return one.block == other.block and one.start < other.stop and other.start < one.stop
