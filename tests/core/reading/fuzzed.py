"""Texts made by chance from a seed, for fuzzing: pieces of records cut, joined, repeated and spoilt; a seed always gives the same text."""

import random
from collections.abc import Callable

PIECES = (
    "Sáng 10/3, ", "UBND huyện Tân Sơn ", "tổ chức hội nghị ", "Bí thư Huyện ủy ", "Lê Văn Hùng", "Ông ", "yêu cầu ", "cần ", "phải ",
    "đề nghị ", "rà soát quy hoạch", "đồng thời ", "công tác ", "còn chậm", "đạt kết quả tốt", "chưa ", "các sở, ngành ", "và ", "của ",
    "trước ngày 30/6", "trong quý II", "năm 2019 ", "6 tháng đầu năm ", "giai đoạn 2016-2020 ", "thu ngân sách ", "đạt ", "trên ",
    "19.200 ", "tỷ đồng", "2.572,5", "%", "18/21 xã ", "tăng ", "giảm ", "so với cùng kỳ ", "từ ", "xuống ", "10 - 12% ",
    "1 triệu 200 nghìn người ", "Nghị quyết 19/2014/NQ-CP ", "TX Đông Triều ", "TP.HCM ", "Cục Hải quan ", "Đối với các xã:",
    "nhiệm vụ, giải pháp", "Tuy nhiên, ", "ngày 31/2 ", "Thứ Năm, 12/03/2020, 08:00", "I. ", "a) ", "- ", "• ", "1.2.3. ", "“", "”", '"',
    "(", ")", "[", "]", "…", ", ", "; ", ". ", ": ", "!", "?", "/", "–", "|", "\t", "\n", "\n\n", "\r\n", " ", "   ", "\u00a0",
    "\u200b", "\u0301", "\ufeff", "\u2028", "\x0b", "\x00", "_", "*", "oà uỷ ", "ĐẢNG BỘ ", "9" * 30, "A" * 40, "0", "1.725. 280 ",
    "-5%", "½", "²", "١٢", "①", "🙂", "İ", "ß", "\U0001d7d9",
)  # fmt: skip
LONGEST = 120
"""Pieces of the longest text."""


def fuzzed(seed: int) -> str:
    """The text of a seed."""
    chance = random.Random(seed)
    text = "".join(chance.choices(PIECES, k=chance.randint(1, LONGEST)))
    return chance.choice(SPOILT)(chance, text)


def _as_it_is(chance: random.Random, text: str) -> str:
    return text


def _cut(chance: random.Random, text: str) -> str:
    """From somewhere to somewhere else."""
    start, end = sorted(chance.choices(range(len(text) + 1), k=2))
    return text[start:end]


def _struck(chance: random.Random, text: str) -> str:
    """Some letters replaced by any character there is but halves of pairs."""
    letters = list(text)
    for _ in range(chance.randint(1, 8)):
        letters[chance.randrange(len(letters))] = chr(chance.choice((chance.randrange(0xD800), chance.randrange(0xE000, 0x110000))))
    return "".join(letters)


def _repeated(chance: random.Random, text: str) -> str:
    """A short stretch said again and again."""
    start = chance.randrange(len(text))
    return text + text[start : start + 20] * chance.randint(2, 200)


def _shuffled(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


SPOILT: tuple[Callable[[random.Random, str], str], ...] = (_as_it_is, _as_it_is, _cut, _struck, _repeated, _shuffled)
