"""Units of measure and things counted, as administrative Vietnamese writes them.

A number of money or of a measure is known by its unit; a bare count by the noun that follows it. Nouns are listed with what counting
them amounts to: a thing that a desk could count (doanh nghiệp, vụ, xã), talk (giải pháp, vấn đề), people in a room (đại biểu), time.
"""

from enum import StrEnum

from giaoban.reference.things import THINGS


class Kind(StrEnum):
    """What a unit or counted noun says about the number before it."""

    SHARE = "percent"
    POINTS = "points"
    TIMES = "times"
    MONEY = "money"
    MEASURE = "measure"
    THING = "thing"
    TALK = "talk"
    ROOM = "room"
    TIME = "time"
    CLOCK = "clock"


SCALE = {"tỷ": 9, "tỉ": 9, "triệu": 6, "vạn": 4, "nghìn": 3, "ngàn": 3}
"""Words that multiply, with their tens. They stay in the unit as printed (1,5 triệu người)."""

MONEY = "đồng, VND, VNĐ, USD, đô la, đô la Mỹ, đôla, đô-la, euro, EUR, cent, nhân dân tệ, yên, won, bảng Anh, đ"

SHARES = "%, ‰, phần trăm, phần nghìn"
POINTS = "điểm %, điểm phần trăm, điểm phần nghìn"
TIMES = "lần"

MEASURES = """
ha, hecta, héc ta, hec-ta, hec ta, hécta, m, m2, m3, m², m³, km, km2, km², mét, mét vuông, mét khối, cm, mm, dm, lít, ml, tấn, tạ, yến,
kg, gram, gam, g,
cân, kW, kWh, MW, MWh, GWh, W, MWp, TWh, MVA, kVA, CV,
dặm, hải lý, TEU, độ, °C, độ C, mg, sào, mẫu, công đất, khối, tín chỉ carbon, Mbps, GB, TB, tấn/năm,
m3/ngày đêm, héc-ta, ki-lô-mét, ki lô mét, ki-lô-gam, ki lô gam, kilômét, cây số,
ster, ste
"""

TIME = "năm, tháng, ngày, tuần, quý, thập kỷ, thế kỷ, giờ làm việc, ngày làm việc, buổi, đêm, phiên, năm học, mùa, vụ mùa, tuổi"
CLOCK = "giờ, phút, giây, h"

TALK = """
giải pháp, nhóm giải pháp, vấn đề, nhóm vấn đề, nội dung, nhóm nội dung, nguyên nhân, bài học, bài học kinh nghiệm, điểm nghẽn, nút
thắt, khâu, khâu đột phá, đột phá, mục tiêu, yếu tố, mặt, ý kiến, lượt ý kiến, câu hỏi, nhiệm vụ trọng tâm, nhiệm vụ và giải pháp, nhóm
nhiệm vụ, nhiệm vụ chung, định hướng, quan điểm, trụ cột, lĩnh vực, hướng, phương án, kịch bản, điểm, chữ, từ, không, có, tốt, nhất, rõ,
bước, lý do, khó khăn, thách thức, thuận lợi, tồn tại, hạn chế, ưu điểm, chuyên đề, tham luận, bài tham luận, báo cáo tham luận, khía
cạnh, nguyên tắc, yêu cầu, kiến nghị, đề xuất, thông điệp, phương châm, tiêu chí đánh giá, loại hình, hình thức, cấp, giai đoạn, vấn đề
lớn, điểm mới, điểm sáng, kết quả nổi bật, dấu ấn, thành tựu, bên, chiều, phía, phần, đầu, cuối, kỳ, kỳ họp, khóa, thời kỳ, câu, lời,
nguồn lực, động lực, mũi nhọn, chủ trương, chữ số, con số, chỗ, chỗ ngồi, nơi, bậc thang, thế hệ, vế, tầng, hạng, lần thứ, nghìn lẻ, góc
độ, kV, lợi thế, thế mạnh, ưu tiên, trọng tâm, khâu then chốt, nhóm đối tượng, nội dung lớn, vai trò, điều, khoản
"""

ROOM = """
đại biểu, đại biểu dự, vị đại biểu, điểm cầu, điểm cầu trực tuyến, khách mời, đại biểu tham dự, phóng viên, ghế, lượt đại biểu, đại biểu
HĐND, đại biểu Quốc hội, phó bí thư, phó chủ tịch, ứng viên, ứng cử viên, ủy viên, uỷ viên, thành viên đoàn, đoàn viên tham dự, đại diện
hộ, đại diện hộ gia đình, đại diện hộ dân
"""

_JOINED = (
    "huyện xã thị quận phường thành tp tỉnh bộ ngành sở cơ địa tập cá tổng công học sinh khu cụm thôn buôn bon làng ấp đảng chi sim thuê "
    "đơn tổ cán"
)
JOINED = frozenset(_JOINED.split())
"""First words of nouns that are counted together: 18 huyện, thị xã."""

TOGETHER = (
    frozenset(("thôn", "bản", "buôn", "bon", "ấp", "xóm", "làng", "phum", "sóc", "khóm", "khối phố", "khu phố", "tổ dân phố", "tdp")),
    frozenset(("cán bộ", "chiến sĩ", "chiến sỹ", "công chức", "viên chức", "kỹ sư", "công nhân", "giáo viên", "nhân viên")),
    frozenset(("doanh nghiệp", "doanh nhân", "hợp tác xã", "htx", "hộ kinh doanh", "tổ hợp tác")),
    frozenset(("nhóm", "lớp", "nhóm trẻ")),
    frozenset(("cầu", "cống")),
    frozenset(("vụ", "việc")),
    frozenset(("tập thể", "cá nhân", "hộ gia đình", "gia đình")),
)
"""Things of one sort that are counted together: 54 thôn, bản; 40 cán bộ, chiến sĩ."""

KINDS: dict[Kind, str] = {
    Kind.SHARE: SHARES,
    Kind.POINTS: POINTS,
    Kind.TIMES: TIMES,
    Kind.MONEY: MONEY,
    Kind.MEASURE: MEASURES,
    Kind.THING: THINGS,
    Kind.TALK: TALK,
    Kind.ROOM: ROOM,
    Kind.TIME: TIME,
    Kind.CLOCK: CLOCK,
}

_WEAK = """
tỉnh, thành, tỉnh thành, thành phố, quận, huyện, nước, quốc gia, địa bàn, địa phương, khu vực, vùng, ngành, bộ, chương trình, kế hoạch,
nhiệm vụ, chỉ tiêu, đề án, loại, nhóm, văn bản, báo cáo, kết luận, đợt, hội nghị, thành viên, phòng, ban, tổ, đường, điểm, tiêu chí,
nghị quyết, NQ, công điện, thông báo, hướng dẫn, bài, quyết định, thị trường, cơ quan, đơn vị, đoàn,
trưởng phòng, phó trưởng phòng, phó phòng
"""
WEAK = frozenset(phrase.strip() for phrase in _WEAK.replace("\n", " ").split(","))
"""Things that are as often named as counted: a small number of them is a figure only where something is said to be had or done."""

WHOLE_THINGS = frozenset((Kind.THING, Kind.TALK, Kind.ROOM))
"""Kinds that come in wholes: "1,452 vụ" is 1452."""

STRONG = (Kind.SHARE, Kind.POINTS, Kind.TIMES, Kind.MONEY, Kind.MEASURE, Kind.CLOCK, Kind.TIME, Kind.ROOM, Kind.TALK, Kind.THING)
"""Kinds in the order in which they are taken where a word has several."""

COUNTED = frozenset(phrase.strip() for phrase in THINGS.replace("\n", " ").split(","))
"""The things counted, for a look-up of one phrase."""

MISREAD = {"tắn": "tấn", "lân": "lần", "đông": "đồng", "dồng": "đồng", "tân": "tấn", "triêu": "triệu"}
"""Units as scans misread them."""
