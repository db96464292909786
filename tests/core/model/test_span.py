import pytest

from giaoban.model import Span


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_span_is_never_empty_nor_outside(start, end):
    with pytest.raises(ValueError):
        Span(start, end)


def test_a_span_cuts_its_words_out_of_the_text():
    assert Span(3, 9).of("Ở xã Việt Dân") == "ã Việt"[:6]
    assert len(Span(3, 9)) == 6


@pytest.mark.parametrize(
    ("a", "b", "overlap", "covers"), [((0, 5), (4, 6), True, False), ((0, 5), (5, 6), False, False), ((0, 5), (1, 5), True, True)]
)
def test_spans_know_how_they_lie_to_each_other(a, b, overlap, covers):
    assert Span(*a).overlaps(Span(*b)) is Span(*b).overlaps(Span(*a)) is overlap
    assert Span(*a).covers(Span(*b)) is covers
