"""Things that a word counts only beside others: medals by what they are of, samples by a word that is a measure of land, too.

"211 huy chương: 62 vàng, │ 70 bạc"     medals
"lấy │ 320 mẫu thịt"                    samples, no land
"""

from giaoban.reading.items import Item

MEDAL, MEDALS, MEDALS_WITHIN = "huy chương", frozenset(("vàng", "bạc", "đồng", "hcv", "hcb", "hcđ")), 16
"""What medals are counted by once they are spoken of: 211 huy chương: 62 vàng, │ 70 bạc."""
BRONZE, BESIDE_ITEMS = "đồng", 3
SAMPLE, SAMPLED_WITHIN = "mẫu", 8
SAMPLING = ("lấy", "xét nghiệm", "thử nghiệm", "kiểm nghiệm", "phân tích", "giám sát", "bệnh phẩm", "mẫu", "test")
SAMPLED = frozenset((
    "thịt", "nước", "máu", "bệnh phẩm", "thực phẩm", "rau", "sữa", "dương", "âm", "không", "nhiễm",
    "bệnh", "phẩm", "xét nghiệm", "huyết", "thức",
))  # fmt: skip
"""Words around samples: a measure of land has none of them beside it."""


def are_medals(row: list[Item], at: int) -> bool:
    """Whether medals are counted by what they are of, behind others; bronze, which is money, too, only beside silver or gold."""
    if at >= len(row) or row[at].text not in MEDALS:
        return False
    if row[at].text == BRONZE:
        return at > BESIDE_ITEMS and row[at - BESIDE_ITEMS].text in MEDALS - {BRONZE}
    return any(before.text.startswith(MEDAL) for before in row[max(0, at - MEDALS_WITHIN) : at])


def are_samples(row: list[Item], at: int) -> bool:
    """Whether what is counted is samples, no land: lấy │ 320 mẫu thịt, 58 mẫu không đạt; not: 18 mẫu cói."""
    before = " ".join([item.text for item in row[max(0, at - SAMPLED_WITHIN) : at - 1]])
    return any(word in before for word in SAMPLING) or (at + 1 < len(row) and row[at + 1].text in SAMPLED)
