"""A way to name a figure, as words.

What must and must not be read: corpus/wordings.tsv.
"""

import re

from giaoban.reading.cues import DOWN, LEVEL, UP
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.doing import is_deed
from giaoban.reading.rules.figures.drafts import Draft, Line
from giaoban.reading.rules.figures.indicators import Name, said
from giaoban.reading.rules.figures.names.deeds import without_counted
from giaoban.reading.rules.figures.names.told_how import named_alone
from giaoban.reading.rules.figures.names.way import Wording
from giaoban.reading.rules.figures.names.whose import HEAD, HERDS
from giaoban.reference.units import Kind

STEP, TIMES, FLOWS = "bậc", "lượt", ("lượng ", "tổng lượng ", "lưu lượng ", "khối lượng ", "số lượng ")
WITH = "với "
REACHES = " đạt"
"""What is no part of a verb that names: tăng trưởng │ đạt 8%."""
ONE_NOUN = frozenset(("NB", "NC", "PN"))
"""Forms in which the thing counted is not said twice."""


WHEN = re.compile(r"(?<=\w) (?:(?:tại|đến|ở|vào) )?thời điểm(?: [\d/.-]+)?$|(?<=\w) theo rà soát$")
"""When it was counted, at the end of a name: đàn lợn │tại thời điểm 1/8│."""
REACHED = re.compile(r"^(?:đạt|chiếm) (?=(?:tỷ|tỉ) (?:lệ|trọng) )", re.IGNORECASE)
"""That a share is reached, before its name: │đạt│ tỷ lệ tập hợp 78,3%."""
YEARS = re.compile(r"(?<=\w)(?: (?:các|những|trong|qua|của|hai|ba|bốn|năm|\d))* ?(?:, ?(?:(?:19|20)\d\d)(?: và (?:19|20)\d\d)?)+$")
"""What is left of a list of years at the end of a name: tỷ lệ che phủ rừng │các (năm 2021), 2022, 2023│ lần lượt là."""
LEFT_OVER = re.compile(r"^[)\]}.,;:…]+ ?(?=\w)")
"""Marks before a name that close what went before it: kế hoạch (đợt 1│) số đã báo cáo│."""
TRAILING = re.compile(r"(?<=\w) (?:so với|theo|để|như)$")
"""What leads on from a name: Chi cục Hải quan │theo│ lộ trình."""
JUDGED = re.compile(r"(?<=\w) (?:(?:còn|rất|khá|quá|đạt) )?(?:thấp|chậm)$")
"""How it stands, at the end of the name of a share: giải ngân │còn chậm│: Sở Y tế 12%."""
STATES = ("đã ", "đang ", "được ", "bị ", "chưa ", "trong nước", "ngoài nước", "nước ngoài")
"""How it begins what things are, and no sum of money is: điểm đen │ đã xử lý."""


RATES = frozenset(("tốc độ", "nhịp độ", "mức", "mức độ"))
"""Names that say nothing without what grows or falls behind them: tốc độ │tăng trưởng│ đạt 8%."""
GROWTH = ("tăng trưởng", "gia tăng", "tăng", "giảm")
ADDED = "tăng thêm"
"""Behind a sum that another verb says the growth of: giá trị │tăng thêm│ tăng 7%."""
MOVES = frozenset((UP, DOWN, LEVEL))


def worded(wording: Wording, line: Line, draft: Draft) -> str:
    """The name as words, on one line."""
    row, text, unit = line.row, line.text, draft.amount.unit
    noun = unit.text.split("/")[0][len(unit.power) :].strip() if wording.noun else ""
    before = _before(wording.before, line, draft) if wording.before else wording.carried
    if wording.heading:
        return f"{said(row, wording.heading, text)} {before}"
    if (
        noun
        and before
        and wording.form in ONE_NOUN
        and (f" {noun.lower()} " in f" {before.lower()} " or _is_herd(noun, before) or _is_flow(noun, before))
    ):
        return before
    if wording.form == "PN" and (deed := without_counted(before) or _without_noun(before, line, draft)):
        return f"{noun} {deed}"
    if wording.form == "P" and unit.kind is Kind.MONEY and (deed := _without_noun(before, line, draft)):
        return before if deed.lower().startswith(STATES) or _tells_which(line, draft) else deed
    after = said(row, wording.after, text) if wording.after else ""
    verb = said(row, wording.verb, text).removesuffix(REACHES) if wording.verb else ""
    parts = {"N": noun, "B": before, "C": before, "S": before, "A": after, "V": verb, "P": before, "K": before}
    name = TRAILING.sub("", LEFT_OVER.sub("", " ".join(parts[part] for part in wording.form if parts.get(part))))
    return JUDGED.sub("", name) if unit.kind is Kind.SHARE else name


def _before(name: Name, line: Line, draft: Draft) -> str:
    """A name before the figure, as words."""
    row = line.row
    told = _with_growth(closed(said(row, name, line.text)), row, name.last + 1)
    return told if name.last >= draft.amount.first else named_alone(told, row, name, draft.amount.first)


def _with_growth(name: str, row: list[Item], at: int) -> str:
    """The name with what item `at`, right behind it, says of it before its verb: tốc độ │tăng trưởng│ đạt, giá trị │tăng thêm│ tăng."""
    if at + 1 >= len(row):
        return name
    behind = row[at].text
    if behind == ADDED and row[at + 1].means & MOVES:
        return f"{name} {ADDED}"
    growth = next((each for each in GROWTH if behind.startswith(each)), "") if name.lower() in RATES else ""
    return f"{name} {growth}".rstrip()


def _is_herd(noun: str, name: str) -> bool:
    """Whether a name says of which herd the heads are counted: │đàn lợn│ 402 con."""
    return noun == HEAD and name.lower().startswith(HERDS)


def _is_flow(noun: str, name: str) -> bool:
    """Whether a name tells alone what came or moved, without what it is counted by: │lượng khách│ 4.210 lượt, │PCI│ tăng 3 bậc."""
    return noun == STEP or (noun.startswith(TIMES) and name.lower().startswith(FLOWS))


def closed(name: str) -> str:
    """The name without what leads to it (với │ tổng số vốn), and with the quotation closed that ends it: chương trình “Vì biển đảo │”."""
    name = REACHED.sub("", YEARS.sub("", WHEN.sub("", name.removeprefix(WITH))))
    if name.count("“") > name.count("”"):
        return f"{name}”"
    return f'{name}"' if name.count('"') % 2 else name


def _tells_which(line: Line, draft: Draft) -> bool:
    """Whether what is said of the things counted before stands behind them and is no deed: 18.930 lao động │ tự do."""
    at = line.place(draft)
    first = line.drafts[at - 1].amount.last + 1 if at else len(line.row)
    return at > 0 and line.drafts[at - 1].end > line.drafts[at - 1].amount.end and not is_deed(line.row, first)


def _without_noun(name: str, line: Line, draft: Draft) -> str:
    """What is said of the things that the figure before counts: phòng học │ xây dựng; empty where the name does not begin with them."""
    at = line.place(draft)
    unit = line.drafts[at - 1].amount.unit if at else None
    noun = unit.text.split("/")[0][len(unit.power) :].strip().lower() if unit else ""
    return name[len(noun) :].strip() if noun and name.lower().startswith(f"{noun} ") else ""
