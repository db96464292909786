"""What begins like a person in the name of a body, and is none: whom a school is named for, and places called like persons.

    "Trường THPT │Lê Quý Đôn│ họp", "UBND xã │Lý Nhơn│ họp"     the body's name goes on
    "Giám đốc Bệnh viện │Đỗ Văn Sơn│ cho biết"                  a person

What must and must not be read: corpus/bodies.tsv.
"""

from giaoban.reading.rules.named.surnames import MIDDLE, PLACED, begins_person
from giaoban.reading.syllables import Syllables
from giaoban.reference.places import PROVINCES

ZONE = ("đặc", "khu")
"""A kind of place whose names are no person's: Chủ tịch UBND đặc khu │Lý Sơn."""
NO_PLACE = frozenset(("Nguyễn", "Trần", "Phạm", "Lê", "Bùi", "Đặng", "Đỗ", "Ngô", "Vũ"))
"""Surnames with which hardly a place begins."""
PLACE_AND_PERSON = 5
"""Capitals of both."""
NAMED_FOR, NAMED_WITHIN, LONGEST_PERSON = frozenset(("trường", "viện")), 4, 4
"""How the heads end of what is named for a person (Trường THPT │Lê Quý Đôn│, Bệnh viện │Nguyễn Tri Phương│), how many syllables behind them
it stands at most, and how many a person's name has."""


def is_apposed(line: Syllables, at: int) -> bool:
    """Whether an office at `at` is said behind who holds it, so that no other follows: ông Võ Đức Hải, │Giám đốc Bệnh viện …"""
    return at > 1 and line.words[at - 1] in ",-–(" and line.said[at - 2].istitle() and line.said[at - 3 : at - 2] != ["ngày"]


def past_person(line: Syllables, after: int, at: int, end: int) -> int:
    """Where a name ends that is open at the person at `at`: behind him where the head before `after` is named for one, else at `end`."""
    said = line.said
    if NAMED_FOR.isdisjoint(line.words[max(after - 1, at - NAMED_WITHIN) : at]) or end < at:
        return end
    last = at + 1
    while last < min(len(said), at + LONGEST_PERSON) and said[last].istitle() and not (last > at + 1 and begins_person(said, last)):
        last += 1
    return last


def is_where(line: Syllables, at: int, person: bool) -> bool:
    """Whether the capital at `at` opens the place of a body though a surname: UBND xã │Lý Nhơn│, Đảng ủy đặc khu │Hoàng Sa│.

    person  it follows an office, whose holder may be named so but behind "đặc khu": Chủ tịch UBND xã │Lý Nhơn
    """
    if tuple(line.words[at - 2 : at]) == ZONE:
        return not MIDDLE.intersection(line.said[at + 1 : at + 2])
    if _before_a_name(line.said, at):
        return True
    return not person and (line.words[at - 1] in PLACED or _ends_where(line, at))


def _ends_where(line: Syllables, at: int) -> bool:
    """Whether two capitals end the name of a place that one begins: Chi cục Thuế khu vực Sơn │Dương Hạ│ tổ chức hội nghị."""
    said = line.said[at - 2 : at + 3]
    alone = at > 1 and said[0].islower() and said[1].istitle() and line.starts[at] - line.end(at - 1) == 1
    return alone and not any(each.istitle() for each in said[4:]) and said[1] not in PROVINCES


def _before_a_name(said: list[str], at: int) -> bool:
    """Whether a place of two capitals stands before a name of three: Bí thư Tỉnh ủy │Hoàng Liên│ Đặng Thế Vinh."""
    run = said[at : at + PLACE_AND_PERSON + 1]
    named = [each.istitle() for each in run[:PLACE_AND_PERSON]]
    return (
        named == [True] * PLACE_AND_PERSON
        and not any(each.istitle() for each in run[PLACE_AND_PERSON:])
        and run[0] not in NO_PLACE
        and run[1] not in MIDDLE
        and begins_person(said, at + 2)
    )
