"""Records about whose finds an office has decided."""

from giaoban_web.records import actions as records
from giaoban_web.records.models import Kind, Verdict

LEAD = "Sáng 10/3/2020, Ban Thường vụ Huyện ủy Tân Sơn tổ chức hội nghị giao ban tháng 2 với Đảng ủy các xã."
HABIT = "Cán bộ một cửa xã {name} giữ nếp trực trưa cho dân khỏi chờ"
"""A way of praising that the package does not know, and this office has."""
CLAUSES = (Kind.STRENGTH, Kind.SHORTCOMING, Kind.DIRECTIVE)


def put_in(town, clerk, name, number):
    text = f"Tin giao ban {number}\n\n{LEAD}\n\nXã {name} báo cáo. {HABIT.format(name=name)}. Bí thư Huyện ủy yêu cầu rà soát quy hoạch.\n"
    return records.put_in(data=text.encode(), name=f"tin{number}.txt", place=town, by=clerk)


def decided(town, clerk, name, number):
    """A record whose finds are confirmed, whose praise is added; what was read of the praise is rejected."""
    record = put_in(town, clerk, name, number)
    sentence = HABIT.format(name=name)
    start = record.text.index(sentence)
    for find in record.finds.all():
        inside = find.kind in CLAUSES and find.start < start + len(sentence) and find.end > start
        records.decide(find=find, verdict=Verdict.REJECTED if inside else Verdict.CONFIRMED, seen=0, by=clerk)
    change = records.Change(Kind.STRENGTH, start, start + len(sentence), {"polarity": "strength", "topic": "administration"})
    records.add(record=record, change=change, by=clerk)
    return record
