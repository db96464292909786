"""The verb that follows a body's name, though its first syllable may also end names: UBND huyện Tân Sơn │ kiểm điểm tiến độ.

What must and must not be read: corpus/bodies.tsv.
"""

from functools import cache

from giaoban.reference.wording import BIT, wording

VERBS = BIT["action"] | BIT["say_order"] | BIT["say_request"] | BIT["say"] | BIT["praise"]
PRESIDES = frozenset(("chủ trì", "chủ tọa", "chủ toạ", "đồng chủ", "điều hành", "điều khiển"))
"""What is said of who presides, be it in so many words or behind a dash: Chủ tịch UBND phường - Chủ tọa."""
CHARGED = "phụ trách"
"""What goes on a name (Phó Chủ tịch phụ trách kinh tế), unless more follows that somebody is to do: │phụ trách,│ đôn đốc."""
REVIEWS = frozenset((
    "kiểm điểm", "trực tiếp", "thường xuyên", "thường kỳ", "thường lệ", "thường niên",
    "cấp đủ", "cấp ngay", "cấp phát", "cấp giấy", "chi trả", "chốt lại", "chốt danh", "chốt số", "cơ cấu", "liên hệ",
    "cấp kinh", "cấp vốn", "cấp thêm", "cấp bù", "cấp mới", "cấp máy", "cấp tiền", "cấp đất", "cấp phép", "cấp lại", "cấp bổ", "cấp gạo",
    "cấp thuốc", "cấp giống", "cấp xe", "cấp vật", "cấp bê", "cấp nhiên", "cấp lương", "cấp quân", "cấp chứng", "cấp tốc", "xác định",
    "xác minh", "xác nhận", "kiểm kê", "kiểm đếm", "kiểm lại", "thương lượng", "thương thảo", "truyền đạt", "vận chuyển", "tạo điều",
    "tạo nguồn", "quy trách", "tra soát", "động viên", "học tập", "chuyên tâm", "chi tiền", "chi hỗ", "liên lạc", "chốt trực", "chốt chặn",
    "chốt phương", "đồng loạt", "gia cố", "gia hạn", "hội ý", "phụ đạo", "phụ giúp", "trực ban", "trực chốt", "trực 0", "trực bão",
    "trực lũ", "trực gác", "trực cứu", "trực chỉ", "tổng kiểm", "tổng rà", "tổng vệ", "quan trắc",
    "nhân giống", "thị sát", "chấp nhận", "đại tu", "thể hiện", "không cho", "không lấn", "không nhận", "chính thức", "đào ao", "đào mương",
    "hóa giải", "toàn tâm", "kiến thiết", "phủ sóng", "phủ kín", "phủ xanh",
))  # fmt: skip
"""What a body does, and how, whose first syllable also ends names: UBND huyện Tân Sơn │ kiểm điểm tiến độ, Đảng ủy │ trực tiếp chỉ đạo."""


@cache
def _first() -> frozenset[str]:
    """The first syllables of all such verbs."""
    said = [verb for verb, kinds in wording().items() if kinds & VERBS]
    return frozenset([verb.split(" ")[0] for verb in (CHARGED, *PRESIDES, *REVIEWS, *said)])


def acts(words: list[str], at: int) -> bool:
    """Whether the syllables at `at` are the verb that follows the name: tổ chức, chỉ đạo, quan tâm, đồng │ chủ trì."""
    if at >= len(words) or words[at] not in _first():
        return False
    pair = " ".join(words[at : at + 2])
    if pair == CHARGED:
        return words[at + 2 : at + 3] in ([","], ["và"])
    return pair in PRESIDES or pair in REVIEWS or bool(wording().get(pair, 0) & VERBS)
