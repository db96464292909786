"""Whether a change behind a comma is no comparison of the figure before it, because it says itself what else has changed.

    "thu ngân sách 138 tỷ đồng, giảm 2,5% hộ nghèo"       hộ nghèo
    "đưa tổn thất xuống 7,5%, giảm 30% số vụ sự cố"       vụ sự cố
    "đón 26.000 lượt khách, tăng 5% lượt khách"           of the figure before
    "kết nạp 214 hội viên, vượt 7% chỉ tiêu"              of the figure before

What must and must not be read: corpus/observations.tsv.
"""

from giaoban.reading.cues import EACH, PLAN
from giaoban.reading.rules.figures.drafts import Line, Spot
from giaoban.reference.units import Kind

SHARE, THING = Kind.SHARE, Kind.THING
EACH_TIME, TIMES = 2, frozenset(("năm", "tháng", "quý"))
"""Items between the comma and the verb that say how often: 118 nhà, mỗi năm │ giảm 6% hộ nghèo."""
COSTS = frozenset(("chi", "thời", "lượng", "phát", "diện", "chi phí", "thời gian", "tổn", "nợ", "tai"))
"""With what names begin that change for themselves: giảm 30% │ chi phí, giảm 20% │ thời gian."""
NUMBER = "số"
"""What stands between a share and things of which it is one, whatever was told before: giảm 30% │ số vụ."""


def of_others(line: Line, spot: Spot) -> bool:
    """Whether a change behind a comma says itself what else changed: thu 138 tỷ đồng, giảm 2,5% │ hộ nghèo."""
    row, amount = line.row, spot.amount
    at, after = spot.zone - 1, amount.last + 1
    while at > 0 and spot.zone - at <= EACH_TIME and (EACH in row[at].means or row[at].text in TIMES):
        at -= 1
    if amount.unit.kind is not SHARE or at < 0 or row[at].text != "," or after >= len(row):
        return False
    numbered = row[after].text == NUMBER and after + 1 < len(row)
    after += numbered
    if row[after].text in COSTS and PLAN not in row[after].means:
        told = line.drafts[-1].name.lower().split()
        return row[after].text not in told
    if THING not in row[after].means or PLAN in row[after].means or (line.drafts[-1].amount.unit.kind is SHARE and not numbered):
        return False
    told = f"{line.drafts[-1].name} {line.drafts[-1].amount.unit.text}".lower().split()
    return not any(word in told for word in row[after].text.split())
