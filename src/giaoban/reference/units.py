"""Units of measure and things counted, as administrative Vietnamese writes them.

A number of money or of a measure is known by its unit; a bare count by the noun that follows it. Nouns are listed with what counting
them amounts to: a thing that a desk could count (doanh nghiệp, vụ, xã), talk (giải pháp, vấn đề), people in a room (đại biểu), time.
"""

from enum import StrEnum


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

MONEY = "đồng, VND, VNĐ, USD, đô la, đô la Mỹ, đôla, euro, EUR, cent, nhân dân tệ, yên, won, bảng Anh, đ"

SHARES = "%, ‰, phần trăm"
POINTS = "điểm %, điểm phần trăm, điểm phần nghìn"
TIMES = "lần"

MEASURES = """
ha, hecta, héc ta, hec-ta, m, m2, m3, m², m³, km, km2, km², mét, mét vuông, mét khối, cm, mm, dm, lít, ml, tấn, tạ, yến, kg, gram, g,
cân, kW, kWh, MW, MWh, GWh, W, MWp, TWh, dặm, hải lý, TEU, độ, °C, mg, sào, mẫu, công đất, khối, tín chỉ carbon, Mbps, GB, TB, tấn/năm,
m3/ngày đêm, héc-ta, ki-lô-mét, ki lô mét, ki-lô-gam, ki lô gam
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
độ, lợi thế, thế mạnh, ưu tiên, trọng tâm, khâu then chốt, nhóm đối tượng, nội dung lớn, vai trò, cái, điều, khoản
"""

ROOM = """
đại biểu, đại biểu dự, vị đại biểu, điểm cầu, điểm cầu trực tuyến, khách mời, đại biểu tham dự, phóng viên, ghế, lượt đại biểu, đại biểu
HĐND, đại biểu Quốc hội, phó bí thư, phó chủ tịch, ứng viên, ứng cử viên, ủy viên, uỷ viên, thành viên đoàn, đoàn viên tham dự
"""

THINGS = """
trưởng thôn, thôn trưởng,
người, người dân, lao động, công nhân, cán bộ, cán bộ chiến sỹ, công chức, viên chức, đảng viên, đảng viên mới, quần chúng, đoàn viên,
hội viên, học sinh, sinh viên, học viên, giáo viên, bác sĩ, bác sỹ, y sĩ, trẻ, trẻ em, em, em học sinh, cháu, cụ, phụ nữ, thanh niên,
hộ, hộ dân, hộ gia đình, hộ cận nghèo, hộ kinh doanh, hộ nông dân, khẩu, nhân khẩu, dân, cử tri, khách, khách du lịch, du khách, lượt,
lượt khách, lượt người, lượt hộ, lượt hộ nghèo, lượt phương tiện, lượt xe, lượt tàu, lượt học sinh, lượt cán bộ, lượt hồ sơ, hành khách,
khách hàng, bệnh nhân, ca, ca tử vong, ca dương tính, trường hợp, đối tượng, nghi phạm, bị can, nạn nhân, quân nhân, chiến sĩ, chiến sỹ,
đồng chí, cá nhân, tập thể, tiểu đội, trung đội, đại đội, đội, nhóm trẻ, chuyên gia, nghệ nhân, giám định viên, doanh nghiệp, DN, DNNN,
doanh nghiệp nhà nước, doanh nghiệp FDI, công ty, tổng công ty, tập đoàn, nhà đầu tư, hợp tác xã, HTX, tổ hợp tác, trang trại, gia trại,
cơ sở, cơ sở sản xuất, cơ sở kinh doanh, cửa hàng, siêu thị, chợ, trung tâm, trung tâm thương mại, ngân hàng, chi nhánh, phòng giao
dịch, quỹ, tổ, tổ dân phố, tổ chức, tổ chức đảng, chi bộ, đảng bộ, chi hội, chi đoàn, ban, ban ngành, hội, cơ quan, đơn vị, đơn vị hành
chính, đơn vị hành chính cấp xã, đơn vị hành chính cấp huyện, đơn vị sự nghiệp, phòng, sở, bộ, ngành, cục, chi cục, vụ việc, tỉnh, thành
phố, tỉnh thành, huyện, quận, thị xã, xã, phường, thị trấn, thôn, bản, ấp, khu phố, xóm, làng, buôn, bon, địa phương, quốc gia, nước,
vùng, khu, khu vực, khu dân cư, khu đô thị, khu công nghiệp, khu kinh tế, khu chế xuất, cụm công nghiệp, CCN, KCN, làng nghề, địa bàn,
thị trường, dự án, công trình, gói thầu, hạng mục, đề án, chương trình, kế hoạch, đồ án, quy hoạch, đề tài, nhiệm vụ, đầu việc, mô hình,
sản phẩm, sản phẩm OCOP, mặt hàng, nhóm hàng, ngành hàng, dịch vụ, tiêu chí, chỉ tiêu, nhóm chỉ tiêu, tuyến, tuyến đường, con đường,
đoạn tuyến, cầu, cây cầu, nút giao, bến, bến xe, bãi xe, cảng, ga, nhà ga, sân bay, đường, tuyến phố, hồ, hồ chứa, đập, trạm, trạm biến
áp, nhà máy, nhà máy nước, xí nghiệp, lò, mỏ, giếng, kho, trường, trường học, trường mầm non, trường chuẩn, lớp, lớp học, phòng học,
trạm y tế, bệnh viện, giường, giường bệnh, nhà văn hóa, thư viện, di tích, lễ hội, nhà, ngôi nhà, căn, căn nhà, căn hộ, buồng, khách
sạn, biệt thự, nhà ở, nền, lô, lô đất, thửa, thửa đất, mảnh đất, khu đất, ao, chuồng, con, con lợn, con bò, đàn, cây, cây xanh, cây
trồng, giống, bầy, ổ dịch, ổ, tàu, tàu cá, thuyền, xe, xe máy, xe ô tô, ô tô, ôtô, xe đạp, xe khách, phương tiện, container, chuyến,
chuyến bay, chuyến hàng, phiên chợ, gian hàng, chiếc, bộ hồ sơ, bộ tờ khai, tờ khai, hồ sơ, lô hàng, đơn, đơn thư, lá đơn, đơn khiếu
nại, vụ, vụ án, cuộc, cuộc họp, hội nghị, hội thảo, đợt, đoàn, đoàn kiểm tra, lượt kiểm tra, buổi tuyên truyền, lớp tập huấn, văn bản,
nghị quyết, nghị định, thông tư, quyết định, chỉ thị, công văn, tờ trình, báo cáo, kết luận, luật, bộ luật, dự án luật, dự thảo, đề
cương, kiến nghị cử tri, hợp đồng, thỏa thuận, hiệp định, biên bản, giấy phép, giấy chứng nhận, giấy, sổ, sổ đỏ, thẻ, thẻ BHYT, tin, tin
báo, tin bài, bài, tờ rơi, phiếu, cuốn, ấn phẩm, thủ tục, thủ tục hành chính, TTHC, quy trình, dịch vụ công, chỉ số, tài khoản, thuê
bao, sim, máy, máy tính, thiết bị, camera, điểm trường, điểm du lịch, điểm bưu điện, điểm bán hàng, điểm sạt lở, điểm ngập, điểm đen,
suất, suất quà, phần quà, gói, bao, bánh, viên, hộp, chai, thùng, quả, bông, tờ, tấm, khẩu súng, khẩu phần, quả mìn, làn xe, làn, chỗ ở,
bậc, loại, loại hóa chất, nhóm, nhóm hàng hóa, chương, điều luật, bút phê, C/O, hóa đơn, mẫu, mẫu xét nghiệm, mũi, mũi tiêm, liều, liều
vắc xin, khoản vay, món vay, khoản thu, bằng khen, huân chương, giải, giải thưởng, huy chương, danh hiệu, sáng kiến, ý tưởng, start-up,
startup, trận, trận động đất, cơn bão, trận lũ, BQL, ban quản lý, BQL dự án, tổ công nghệ số, mã vùng trồng, chuỗi, chuỗi liên kết, lỗi,
lỗi vi phạm, lượt bản tin, nhà vệ sinh, trụ, cột, bãi, bãi rác, chiến sĩ mới, đầu mối, đầu điểm, đầu xe, thành viên, cộng tác viên, tình
nguyện viên, y bác sĩ, tổ hòa giải, vị trí, vị trí việc làm, biên chế, việc làm, chỉ tiêu biên chế, cảng biển, quốc lộ, trung tâm công
nghiệp, thành, tdp, đoàn thể, nhãn hiệu, tuyến cáp, trạm BTS, hợp phần, cấp ủy, tổ đảng, hộ gia đình chính sách, công dân, thí sinh,
thợ, thương binh, ki ốt, gian, trụ sở, bếp ăn, vườn, cánh đồng, khu tái định cư, khu nghỉ dưỡng, điểm công nghiệp, vùng sản xuất,
kilômét, lượt tàu thuyền, em nhỏ, người bệnh, người có uy tín, người cao tuổi, gia đình, cặp,
chuyên án, kiện hàng, danh mục, bị cáo, quy chế, biên bản ghi nhớ, con sông,
giáo xứ, chi nhánh ngân hàng, điểm giao
dịch, tủ sách, câu lạc bộ, mã số, bằng sáng chế, ý kiến cử tri, loài, mã hàng, đường dây, băng nhóm, tụ điểm, phạm nhân, tội phạm, khẩu
trang, xuồng, ghe, bồn, bể, lồng bè, bè, vé,
địa điểm, địa chỉ, dân tộc, nguồn tin, văn bản quy phạm pháp luật, ban quản lý dự án, đơn vị cấp huyện, đơn vị cấp xã, đơn vị cấp tỉnh,
tổ chức cơ sở đảng, dự án thành phần, tiểu dự án, bộ ngành, sở ngành, tp, lượt người dân, vùng kinh tế trọng điểm, điểm dân cư,
tuýp, lọ, pallet, tút, hũ, sổ tiết kiệm, vé số, bản kiến nghị, hẻm, tuyến hẻm, phòng khám, nhà thuốc, trường đại học, tin nhắn,
cuộc gọi, lượt truy cập, chữ ký số, phần mềm, xe mô tô, mô tô, ca nô, trang, ngày công, đơn vị máu, lượt công dân, lượt bạn đọc, lượt
khán giả, cơ sở lưu trú, cơ sở y tế, cơ sở giáo dục, chủ đầu tư, nhà hàng, nhà trọ, phòng trọ, tổ trưởng, dân quân, trại, trại giống,
công ty tnhh, công ty cổ phần, máy atm, máy vi tính, máy bơm, trạm bơm, máy cày, máy gặt, tổ chức tín dụng, ngôi, ngôi mộ, mộ, hướng
dẫn viên, nhân viên, kỹ sư, hòa giải viên, hoà giải viên, biển báo, đám cưới, đám tang, phiên tòa, phiên toà, chị, chị em, đầu sách,
suất học bổng, học bổng, bản tin, trạm thu phí, cột đèn, giếng khoan
"""

_JOINED = (
    "huyện xã thị quận phường thành tp tỉnh bộ ngành sở cơ địa tập cá tổng công học sinh khu cụm thôn buôn bon làng ấp đảng chi sim thuê "
    "đơn tổ cán"
)
JOINED = frozenset(_JOINED.split())
"""First words of nouns that are counted together: 18 huyện, thị xã."""

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
nghị quyết, bài, quyết định, thị trường, cơ quan, đơn vị, đoàn
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
