"""The words by which headings of tables say what their columns hold; all folded (without accents)."""

import re


def _any(*words: str) -> str:
    return f"(?:{'|'.join(words)})"


PLAN = _any("kh", "ke hoach", "du toan", "dt", "nq", "nghi quyet", "chi tieu", "muc tieu")
"""What is aimed at, as base of a comparison."""
DONE = _any("th", "uth", "qt", "quyet toan", "uoc th", "uoc", "thuc hien", "nam", "@")
"""What is compared, before a stroke: TH/KH, 6T 2025/6T 2024; "@" stands for a period."""
SHARE = r"(?:%|ty le|muc do|muc) ?\(?%?\)? ?"
REACHED = rf"{SHARE}(?:dat|hoan thanh|thuc hien|giai ngan|th\b|{PLAN}\b)"
"""A share of plan without the plan's name: tỷ lệ hoàn thành, % đạt."""
ATTAINED = r"(?:^|· )dat(?= ?(?:$|\(|%|ty le|ke hoach|kh\b|du toan|so voi|muc))"
UPDOWN = r"tang ?(?:,|/|-|\(\+\)|\() ?\(?-?\)?giam"
SIGNED = r"\+ ?[,/] ?-"

COMPARED = re.compile(
    _any(
        rf"\bso (?:voi|sanh|cung|{PLAN}|th|uth|uoc|@)(?!\w)", r"\bss\b", rf"{DONE}[^·/]{{0,14}}/ ?(?:{PLAN}|ck|cung ky|{DONE})(?!\w)",
        REACHED, rf"{SHARE}(?:tang|giam)", ATTAINED, r"\bdat (?:ty le|ke hoach|kh|du toan)\b",
        rf"\b{UPDOWN}\b", r"\btang truong\b", r"\btoc do\b", r"\bchenh lech\b", SIGNED, r"^(?:tang|giam)(?= ?(?:$|\(|%|so\b|cung ky))",
    )
)  # fmt: skip
"""The heading of a column that compares, its periods masked."""
AGAINST_PLAN = re.compile(_any(rf"(?:so (?:voi )?|so sanh (?:voi )?|/ ?|· ?|dat |vuot |hoan thanh ){PLAN}\b", REACHED, ATTAINED))
SAME = re.compile(r"cung ky|\bck\b")
"""The same period of the year before."""
PERIOD_BEFORE = re.compile(r"(?:thang|quy|ky) (?:lien )?truoc|(?:so (?:voi )?|/ ?)thang \d{1,2}/?(?:19|20)?\d{0,2}")
YEAR_BEFORE = re.compile(r"nam (?:hoc )?(?:lien )?truoc|nam ngoai")
SINCE_YEAR = re.compile(r"so (?:voi )?(?:dau nam|cuoi nam|31/12)")
NOW = re.compile(r"^(?:nam|nam hoc|thang|quy|ky) (?:nay|bao cao)$")
MOVES = re.compile(_any(r"\btang\b", r"\bgiam\b", r"\bchenh lech\b", r"\btoc do\b", r"\bthieu\b", r"\bhut\b", SIGNED))
"""It says how much more or less there was."""
FALLS = re.compile(r"^(?!.*\btang\b).*\b(?:giam|thieu|hut)\b")

UNIT = re.compile(r"(?:dvt|don vi(?: tinh)?|dv tinh)\b")
_PLACES = _any(
    "xa", "phuong", "thi tran", "dac khu", "huyen", "quan", "thi xa", "thanh pho", "tp", "tinh", "dia phuong", "dia ban", "thon", "khu pho",
    "to dan pho", "don vi(?: hanh chinh)?", "co quan", "so", "nganh", "ban", "phong", "chi cuc",
    "chu dau tu", "doanh nghiep", "truong", "ngan hang", "to chuc",
)  # fmt: skip
PLACES = re.compile(rf"(?:cac |ten |danh sach )?(?:{_PLACES}(?:\s*[,/–-]\s*|$|\s+va\s+|\s+)){{1,6}}$")
"""The heading over names of places or bodies."""
PERIODS = frozenset({"ky", "ky bao cao", "thoi gian", "thoi ky", "thang", "quy", "nam"})
_YEARS_OF = _any("sinh", "hoan thanh", "xay dung", "khoi cong", "thanh lap", "ve dich", "dat chuan", "cong nhan", "bat dau", "ket thuc")
_NUMBERS_OF = _any("van ban", "hieu", "quyet dinh", "ky hieu", "cmnd", "cccd", "tai khoan", "to khai", "thua", r"to\b")
NEVER = re.compile(
    _any(
        "(?:so )?dien thoai", "dt lien he", "fax", r"ngay\b", "thoi (?:gian|han|diem)", f"so {_NUMBERS_OF}", f"nam {_YEARS_OF}",
        "ma(?: so)?(?: (?:thue|ho so|dinh danh|don vi|hs))?$",
        "tuoi", "ghi chu", "can cu", "to ban do", "thu tu", "xep (?:hang|thu)", "thu hang", "(?:so )?trang$",
    )
)  # fmt: skip
"""How the headings of columns begin whose numbers are no figures."""
PERSONS = re.compile(r"ho (?:va )?ten|ten (?:nguoi|chu ho)|chu (?:ho|su dung)\b|nguoi ")
"""The heading over names of persons: what is told of them is no figure of an office."""
PLACE = re.compile(r"(?:xa|phuong|thi tran|tt\.|huyen|quan|thi xa|tx\.?|thanh pho|tp\.?|tinh|dac khu)\s+\w")
WHOLES = re.compile(r"(?:tong(?: so| cong)?|cong|toan (?:xa|huyen|tinh|thanh pho|thi xa|quan|phuong|vung)|ca (?:tinh|nuoc)|chung)\W*$")
TOTALS = re.compile(
    r"^(?:tong (?:so|cong)|so luong|gia tri|ket qua|so lieu|chi so|tri so|cong|so|trong nam|trong ky|(?:muc )?quy dinh|yeu cau)$"
)
"""Words of a heading that do not tell one indicator from another."""
_GIVERS = _any("hdnd", "ubnd", "tw", "trung uong", "tinh", "huyen", "xa", "cap tren")
NOISE = re.compile(rf"(?:(?:(?:duoc )?giao|{_GIVERS}|ca|toan|nam|dau nam|den|tu|trong|ky|bao cao|chinh thuc|so bo|chi tieu)\b\W*)*$")
"""What is left of a heading that only says the plan, or what was done, and who gave it."""
DIVIDES = re.compile(r"(?:phan|chia) (?:theo|ra)\b|trong do\W*$|(?:bao )?gom\b")
"""Headings over others that say by what a whole is divided."""
PART = re.compile(
    _any(
        "da",
        "chua",
        "dang",
        "trong do",
        "hoan thanh",
        "dat",
        "qua han",
        "dung han",
        "con lai",
        "tre han",
        "nam",
        "nu",
        "ty le",
        "co cau",
        "ty trong",
    )
    + r"\b"
)
"""How headings begin that only part what the column before counts."""
