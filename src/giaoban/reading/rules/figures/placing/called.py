"""A body that was named before and is called by its kind alone, in small letters: of it is what it does.

"UBND tỉnh làm việc với Công ty Cao su Phú Sơn. Tính đến ngày 25/7, công ty khai thác 8.174 tấn mủ"   Công ty Cao su Phú Sơn
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from giaoban.reading.letters import either
from giaoban.reading.rules.figures.placing.clauses import begins
from giaoban.reading.rules.figures.placing.mentions import Mention
from giaoban.reading.rules.figures.whereabouts.apart import apart

WORKS = ("dự án", "công trình", "tuyến đường", "tuyến", "khu công nghiệp", "cụm công nghiệp", "khu kinh tế", "gói thầu", "cao tốc")
KINDS = (
    "công ty", "tập đoàn", "tổng công ty", "chi cục", "cục", "chi nhánh", "ngân hàng", "bệnh viện", "trung tâm", "nhà trường", "trường",
    "hợp tác xã", "nhà máy", "hội", "liên đoàn", "ban quản lý", "xí nghiệp", "trạm", "phòng giao dịch", "quỹ", "hạt kiểm lâm",
    "học viện", "viện kiểm sát", "tòa án", "toà án", "điện lực", "kho bạc", *WORKS,
)  # fmt: skip
"""Kinds of bodies, as they are called alone."""
BUILT = (
    "dự án ", "công trình ", "tuyến ", "cao tốc ", "đường ", "cầu ", "hồ ", "đập ", "kè ", "kênh ", "cảng ", "sân bay ", "nhà máy ",
    "trường ",
    "bệnh viện ", "trạm ", "trụ sở ", "chợ ", "khu ", "cụm ", "gói thầu ", "quốc lộ ", "trung tâm ",
)  # fmt: skip
"""What may be called a project or works."""
REGION = "khu vực "
"""How a part of the country begins, which nobody built: khu vực Đồng bằng sông Hồng."""
ROADS = ("tuyến ", "đường ", "quốc lộ ", "cao tốc ")
NAMED_AS = {
    "dự án": BUILT,
    "công trình": BUILT,
    "tuyến đường": ROADS,
    "tuyến": ROADS,
    "nhà trường": ("trường ", "học viện "),
    "khu công nghiệp": ("khu công nghiệp ", "dự án khu công nghiệp ", "kcn "),
    "cụm công nghiệp": ("cụm công nghiệp ", "dự án cụm công nghiệp ", "ccn "),
    "chi nhánh": ("chi nhánh ", "ngân hàng "),
    "công ty": ("công ty ", "tổng công ty "),
    "viện kiểm sát": ("viện kiểm sát ", "vksnd "),
    "tòa án": ("tòa án ", "toà án ", "tand "),
    "toà án": ("tòa án ", "toà án ", "tand "),
}
"""How the name begins of what is called so, where it is not the same word."""
DOES = (
    "đã", "đang", "có", "hiện", "đạt", "thu", "chi", "được", "còn", "mới", "cũng", "chỉ", "thực hiện", "phấn đấu", "sẽ", "ước", "giải ngân",
    "tiếp nhận", "nộp", "khai thác", "sản xuất", "xuất", "nhập", "bán", "tiêu thụ", "tuyển", "giải quyết", "phát hiện", "xử lý", "khám",
    "điều trị", "thành lập", "làm", "cung cấp", "quản lý", "trồng", "vận chuyển", "đóng góp", "đầu tư", "hoàn thành", "nhận", "cấp",
    "hỗ trợ", "cho vay", "huy động", "tổ chức", "kết nạp", "xây dựng", "bắt", "lập", "kiểm tra", "đào tạo", "trao", "tặng", "vận động",
    "chế biến", "thi công", "bàn giao", "chăm sóc", "phục vụ", "đón", "lãi", "lỗ", "nợ", "thiếu", "tăng", "giảm", "dài", "gồm", "do",
    "đi qua", "với", "triển khai", "ra quyết định", "khởi tố",
    "bắt giữ", "tịch thu", "kiến nghị", "thụ lý", "truy thu", "làm thủ tục", "khởi công", "thu hút", "lấp đầy",
)  # fmt: skip
"""What a body does, or has."""
SEVERAL = ("các ", "Các ")
"""Before such a kind: several of them, not the one that was named."""
NEAR = 40
"""Code points before a name that tell whether it begins a clause."""
FORMS = (*KINDS, *(kind[0].upper() + kind[1:] for kind in KINDS))
CALLED = re.compile(rf"(?<!\w)(?P<kind>{either(FORMS)})(?: này)?(?= (?:{either(DOES)})(?!\w))(?! đạt (?:chuẩn|tiêu chuẩn|danh hiệu)(?!\w))")


def calls(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """Where a body is called by its kind alone at the beginning of a clause, by the name that was last told of that kind; all in order."""
    last: dict[str, Mention] = {}
    taken = {each.start for each in mentions}
    passed = 0
    for match in CALLED.finditer(text):
        while passed < len(mentions) and mentions[passed].start < match.start():
            last |= dict.fromkeys(_kinds(mentions[passed]), mentions[passed])
            passed += 1
        named = None if text.endswith(SEVERAL, 0, match.start()) else last.get(match["kind"].lower())
        if named and match.start() not in taken and begins(text, max(0, match.start() - NEAR), match.start()):
            yield replace(named, start=match.start(), end=match.end(), apart=apart(text, match.start(), match.end()))


def _kinds(mention: Mention) -> list[str]:
    """The kinds by which a body may be called; none of what has no name of its own behind its kind."""
    if not any(word[0].isupper() or word[0].isdigit() for word in mention.name.split()[1:]):
        return []
    name = mention.name.lower()
    if name.startswith(REGION):
        return []
    return [kind for kind in KINDS if name.startswith(NAMED_AS.get(kind, (f"{kind} ",)))]
