"""What there is so much of something for, by the words behind its unit: triệu đồng/1 ha, triệu đồng/đầu người, tấn trên một ha.

What must and must not be read: corpus/quantities.tsv.
"""

from giaoban.reading.items import Item
from giaoban.reference.units import Kind

PER = frozenset((Kind.TIME, Kind.THING, Kind.MEASURE, Kind.CLOCK))
LEADS_TO_ONE = (["/", "1"], ["trên", "một"])
HEAD = ["/", "đầu", "người"]
MANY = "vạn"


def of_head(row: list[Item], last: int) -> int:
    """The item that ends a stroke and heads behind a unit: triệu đồng/đầu │ người; 0 where none does."""
    return last + len(HEAD) if [item.text for item in row[last + 1 : last + 1 + len(HEAD)]] == HEAD else 0


def of_one(row: list[Item], last: int) -> int:
    """The item of which there is so much for one: triệu đồng/1 │ ha, tấn trên một │ sào; 0 where none does."""
    if [item.text for item in row[last + 1 : last + 3]] not in LEADS_TO_ONE or last + 3 >= len(row):
        return 0
    one = row[last + 3]
    told = Kind.MEASURE in one.means or (row[last + 1].text == "/" and (one.text == MANY or not PER.isdisjoint(one.means)))
    return last + 3 if told else 0
