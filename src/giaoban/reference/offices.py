"""Words for bodies and offices of the state and the Party, by which those who ask and those who act are recognised.

A name of a body or office is a head of one of these lists and what follows it: capitals, numbers, and the small words of `INSIDE`.
"""


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in listed.replace("\n", " ").split(","))


OFFICES = _phrases("""
bí thư, phó bí thư, tổng bí thư, chủ tịch, phó chủ tịch, chủ tịch nước, thủ tướng, phó thủ tướng, bộ trưởng, thứ trưởng, thống đốc,
phó thống đốc, giám đốc, phó giám đốc, tổng giám đốc, phó tổng giám đốc, cục trưởng, phó cục trưởng, tổng cục trưởng,
phó tổng cục trưởng, chi cục trưởng, phó chi cục trưởng, vụ trưởng, phó vụ trưởng, viện trưởng, phó viện trưởng, trưởng ban,
phó trưởng ban, phó ban, trưởng phòng, phó trưởng phòng, trưởng đoàn, phó trưởng đoàn, trưởng công an, chánh văn phòng,
phó chánh văn phòng, chánh thanh tra, chánh án, tổng thanh tra, phó tổng thanh tra, chủ nhiệm, phó chủ nhiệm, tổ trưởng, tổ phó,
ủy viên, ủy viên dự khuyết, tỉnh ủy viên, thành ủy viên, huyện ủy viên, hiệu trưởng, phó hiệu trưởng, tư lệnh, phó tư lệnh, chính ủy,
phó chính ủy, tham mưu trưởng, phó tham mưu trưởng, chỉ huy trưởng, cụm trưởng, cụm phó,
chi hội trưởng, chi hội phó, khối trưởng, khối phó, ct ubnd, ct hđnd, uvt . ư,
phó chỉ huy trưởng, chỉ huy phó, trưởng đoàn giám sát, trưởng đoàn kiểm tra, trưởng đoàn khảo sát, trưởng ban đại diện,
lữ đoàn trưởng, sư đoàn trưởng, trung đoàn trưởng, trưởng thôn, trưởng bản, trưởng ấp, trưởng xóm, trưởng buôn, trưởng khu phố,
người phát ngôn, tổng kiểm toán, kiểm toán trưởng, đại biểu, đb, trưởng khoa, thường trực, tổng biên tập, đại diện, đại tá, thượng tá,
trung tá, thiếu tá, đại úy, thượng úy, thiếu tướng, trung tướng, thượng tướng, đại tướng, tuv, uvbtv, uvbch, uvtw, uvtư,
uvtv, btđu, pbt, pct, cố vấn, quyền chủ tịch, quyền giám đốc, quyền bí thư,
quyền tổng cục trưởng, quyền cục trưởng, quyền bộ trưởng, quyền trưởng ban, quyền tổng giám đốc, quyền viện trưởng, quyền trưởng phòng,
quyền hiệu trưởng, quyền chánh văn phòng, quyền thống đốc,
phó chánh thanh tra, phó chánh án, phó trưởng công an, đồn trưởng, phó đồn trưởng, chính trị viên, trạm trưởng, phó trạm trưởng,
hạt trưởng, phó hạt trưởng, đội trưởng, phó đội trưởng, tổng thư ký, phó tổng thư ký, tổng tham mưu trưởng, phó tổng tham mưu trưởng,
phó tổng biên tập, phó tổng kiểm toán, quản đốc, phó quản đốc
""")

TITLES = _phrases("ông, bà, đồng chí, anh, chị, cô, thầy, các đồng chí, đ / c")

DEGREES = _phrases("""
gs, pgs, ts, tskh, ths, th . s, bs, bscki, bsckii, cki, ckii, kts, ngưt, ngnd, nsưt, nsnd, giáo sư, phó giáo sư, tiến sĩ, tiến sỹ, thạc sĩ,
thạc sỹ, bác sĩ, bác sỹ, dược sĩ, dược sỹ, kỹ sư, luật sư, kiến trúc sư, nhà giáo, nhà báo, cử nhân, thầy thuốc ưu tú, thầy giáo, cô giáo,
linh mục, thượng tọa, hòa thượng, đại đức
""")
"""Titles that stand before others than persons, too (Nhà giáo Việt Nam); one after the other, each with a full stop: PGS.TS."""

BODIES = _phrases("""
ubnd, hđnd, ủy ban, ủy ban nhân dân, hội đồng, hội đồng nhân dân, ubmttq, mttq, mặt trận tổ quốc, ban, bch, btv, bcđ, bql, bộ, sở, cục,
tổng cục, chi cục, vụ, viện, phòng, văn phòng, chính phủ, quốc hội, đảng bộ, đảng ủy, chi bộ, tỉnh ủy, thành ủy, huyện ủy, quận ủy,
thị ủy, thường trực tỉnh ủy, thường trực thành ủy, thường trực huyện ủy, tập đoàn, tổng công ty, công ty, công an, cảnh sát,
bộ đội biên phòng, ban chấp hành, ban thường vụ, ban bí thư, ban chỉ đạo, tổ công tác, đoàn công tác, đoàn đại biểu, đoàn đbqh,
đại biểu quốc hội, ngân hàng, kho bạc nhà nước, đài, báo, hội, liên đoàn, liên minh, trung tâm, trường, bệnh viện, tòa án,
viện kiểm sát, thanh tra, chi đoàn, chi đoàn thanh niên, chi hội,
kiểm toán nhà nước, hải quan, thuế, tỉnh, thành phố, tp, tphcm, huyện, quận, thị xã, tx, xã, phường, thị trấn, đặc khu, thành ủy, cơ quan,
ngành, toàn ngành, đơn vị, địa phương, lực lượng, cqqs, chqs, bhxh, bảo hiểm xã hội, evn, hiệp hội, quỹ, nhà máy, khu kinh tế,
nhà nước, ủy ban mặt trận tổ quốc, bộ phận, tổ dân phố, trạm y tế, ban quản lý, ban quản lý chợ, ban quản lý dự án,
ban quản lý rừng, ban quản lý di tích, ban chỉ huy, đoàn thanh niên, công chức, tổ công nghệ số,
cụm thi đua, khối thi đua, cụm thi đua số, khối thi đua số, tổ công tác số, đoàn công tác số,
ban quản lý khu công nghiệp, ban quản lý dự án giao thông, ban quản lý dự án nông nghiệp, ban quản lý dự án đầu tư xây dựng,
ban quản lý dự án dân dụng và công nghiệp, ban quản lý dự án đầu tư xây dựng công trình giao thông,
ban quản lý các khu công nghiệp, ban quản lý các dự án, ban quản lý các khu kinh tế,
thường trực hđnd, thường trực hội đồng nhân dân, thường trực quận ủy, thường trực thị ủy, thường trực đảng ủy,
bộ tư lệnh, bộ chỉ huy, quân khu, quân ủy, thường trực chính phủ, thường trực ủy ban, thường trực ban chỉ đạo,
thường vụ, tiểu ban, đoàn chủ tịch,
ubtư, ubtw, ubtvqh, ban đại diện, ban đại diện hội đồng quản trị, hội đồng quản trị, ngân hàng chính sách xã hội,
ban cán sự đảng, chi nhánh ngân hàng nhà nước, nhnn, vksnd, tand, huyện đoàn, tỉnh đoàn, thành đoàn, thị đoàn, quận đoàn, hạt kiểm lâm,
liên ngành, tổ đại biểu, tổ tiếp công dân, tổ giúp việc, tổ vận động, tổ rà soát,
đoàn giám sát, đoàn kiểm tra, đoàn khảo sát, đoàn thanh tra, đảng đoàn, ban điều hành, học viện,
đồn biên phòng, hợp tác xã, htx,
xí nghiệp, cảng vụ, đội, trạm, vườn quốc gia, bưu điện, trung đoàn, sư đoàn, lữ đoàn, liên hiệp các hội, liên hiệp hội, vnpt, viettel,
agribank, vietinbank, vietcombank, bidv, petrolimex, bđbp, kbnn, nhcsxh, tkv, pvn, tổng liên đoàn lao động, thông tấn xã, ban qlda, bqlda,
liên hiệp các tổ chức hữu nghị, liên hiệp các hội khoa học và kỹ thuật, đảng ủy các cơ quan, đảng ủy khối, đảng bộ khối,
đảng ủy khối các cơ quan, đảng bộ khối các cơ quan, đảng ủy khối doanh nghiệp, đảng ủy khối các cơ quan và doanh nghiệp,
ban quản lý rừng phòng hộ, ban quản lý rừng đặc dụng, đại học, điện lực, phân xưởng, px,
ban giám đốc, ban giám hiệu, khoa, phòng khám, phòng khám đa khoa
""")

GROUPS = _phrases("""
các phân xưởng, các khoa, cử tri, các ban quản lý, các ban quản lý dự án,
các bộ, các sở, các ban, các ngành, các cấp, các cơ quan, các đơn vị, các địa phương, các tỉnh, các huyện, các quận, các xã,
các phường, các thị trấn, các đặc khu, các thị xã, các thành phố, các thôn, các cục, các chi cục, các tổng cục, các vụ, các lực lượng,
các doanh nghiệp, các dn, các chủ đầu tư, các nhà thầu, các tổ chức, các đoàn thể, các hội, các tập đoàn, các tổng công ty,
các ngân hàng, các trường, các phòng, các thành viên, các đồng chí, các đại biểu, các cấp ủy, các cơ sở, các nhà máy, các đảng bộ,
các đảng ủy, các chi bộ, các đảng viên, các bql, thủ trưởng, lãnh đạo, người đứng đầu, cán bộ, thành viên, cấp ủy, cấp ủy đảng,
chính quyền, chủ đầu tư, doanh nghiệp, tập thể, toàn đảng bộ, toàn thể, mỗi, tất cả, đội ngũ, hệ thống chính trị, nhà thầu,
các chuyên gia, tư vấn giám sát, tư vấn thiết kế, báo cáo viên, đảng viên, nhà đầu tư, ủy ban nhân dân các cấp,
trưởng các thôn, trưởng các bản, trưởng các khu, trưởng các bộ phận, thủ trưởng các đơn vị, các bộ phận, các tổ dân phố,
tổ chức đảng, các tổ chức đảng, tổ chức cơ sở đảng, các tổ chức cơ sở đảng, các tổ chức chính trị - xã hội, tổ chức chính trị - xã hội,
các thành viên đoàn giám sát, các thành viên đoàn công tác, các thành viên đoàn kiểm tra, các thành viên đoàn khảo sát,
các thành viên ban chỉ đạo, các thành viên hội đồng, các thành viên ủy ban,
các khu phố, các bản, các ấp, các khóm, các buôn, các trạm, các công chức, các nhà trường, các trưởng thôn, các trưởng bản, các trưởng ấp,
các trưởng xóm, các trưởng buôn, các trưởng khu phố, các tổ trưởng, các bí thư chi bộ, các xóm, các khu dân cư, các tổ liên gia,
các trường học
""")

INSIDE = _phrases("""
tỉnh, thành, phố, huyện, quận, thị, xã, phường, trấn, trung, ương, quốc, gia, nhà, nước, nhân, dân, ủy, đảng, bộ, ban, phòng, chi, cục,
tổng, hội, đồng, thường, trực, vụ, chấp, hành, quân, sự, công, an, hải, quan, thuế, khóa, viên, đoàn, đại, biểu, văn, cơ, sở, ngành,
cảng, đơn, vị, địa, phương, liên, chức, năng, thuộc, cấp, lực, lượng, nghiệp, doanh, phụ, trách, chuyên, môn, thể, tịch, ubnd, hđnd, khối,
chủ, chốt, tác
""")

TAILS = _phrases("""
hoạch, tư, chính, nguyên, trường, thương, nghiệp, triển, nông, thôn, thông, vận, tải, dựng, học, nghệ, dục, tạo, đào, pháp, lao, động,
binh, hóa, thao, lịch, tin, truyền, bạc, toán, lâm, thủy, sản, không, quy, kiến, trúc, hiểm, sách, giáo, chức, tra, tuyên, kinh, tế,
trận, môi, đẳng, nghề, khoa, khí, lực, dầu, phủ, đạo, toàn, trị, vấn, tộc, sát, án, kiểm, cựu, chiến, nữ, niên, hiệp
""")
"""Syllables in lower case that go on a name after a capital (Kế hoạch và Đầu tư)."""

PAIRS = _phrases("""
ngoại giao, chỉ đạo, điều tra, dân tộc, y tế, chính phủ, khu vực, giao thông, an toàn, tố tụng, báo chí, tuyên giáo, liên quan, quản lý,
nghiệp vụ, chức năng, tín dụng, trung ương, kiểm tra, truyền thông, đảng viên, thường trực, trực thuộc, bảo hiểm, xã hội, đầu tư,
xây dựng, dự án, đổi mới, thi đua, khen thưởng, dự khuyết, lâm thời, pháp chế, hạ tầng, truyền thanh, giám hiệu, một cửa, thú y, chi nhánh,
công trình, dân dụng, cửa khẩu, quốc tế, kiểm soát, dịch tễ, vệ sinh, đăng ký, tham mưu
""")
"""Pairs of syllables that may stand inside a name though each alone may not."""

FIELDS = _phrases("""
điều dưỡng, công nghệ thông tin, truyền hình, vật tư trang thiết bị, trang thiết bị, chỉ đạo tuyến, kiểm soát nhiễm khuẩn, hồi sức,
hồi sức tích cực, hồi sức cấp cứu, chống độc, tích cực chống độc, chẩn đoán hình ảnh, khám bệnh, xét nghiệm, cấp cứu, y học cổ truyền,
truyền nhiễm, phục hồi chức năng, dinh dưỡng, kê khai, kê khai và kế toán thuế, kê khai - kế toán thuế, quản lý nợ,
quản lý nợ và cưỡng chế nợ thuế,
cơ điện, cơ giới, kỹ thuật, kỹ thuật khai thác, kỹ thuật công nghệ, điều khiển sản xuất, điều hành sản xuất, kế hoạch sản xuất,
kế hoạch kỹ thuật,
vật tư thiết bị, an toàn lao động, tổ chức lao động, kiểm soát nội bộ, chăm sóc khách hàng, quản lý chất lượng, quản lý kỹ thuật,
thương mại, kế hoạch hóa gia đình, kế hoạch hoá gia đình, phát triển quỹ đất,
phát triển cụm công nghiệp, phát triển công nghiệp, phát triển nông thôn, phát triển du lịch, phát triển đô thị,
phát triển doanh nghiệp, phát triển hạ tầng, phát triển hạ tầng kỹ thuật, phát triển nhà, phát triển rừng, phát triển hợp tác xã,
đăng ký đất đai,
quản lý đô thị, quản lý dự án, quản lý đất đai, quản lý bến xe, quản lý rừng phòng hộ, quản lý khu kinh tế, quản lý chợ, quản lý di tích,
quản lý môi trường, quản lý môi trường đô thị, quản lý đường bộ, quản lý nước sạch, quản lý thị trường, quản lý xuất nhập cảnh,
phục vụ hành chính công, hành chính công, xúc tiến đầu tư, xúc tiến thương mại, xúc tiến du lịch, dịch vụ việc làm, dịch vụ nông nghiệp,
dịch vụ đô thị, dịch vụ công ích, dịch vụ đấu giá tài sản, dịch vụ kỹ thuật nông nghiệp, giới thiệu việc làm, bảo trợ xã hội,
công tác xã hội, y tế dự phòng, kiểm soát bệnh tật, kiểm nghiệm thuốc, an toàn vệ sinh thực phẩm, an toàn thực phẩm, dân số,
giáo dục thường xuyên, giáo dục nghề nghiệp, dạy nghề, khuyến nông, khuyến công, khuyến ngư, giống cây trồng, giống vật nuôi,
trồng trọt, chăn nuôi, bảo vệ thực vật, thủy lợi, thuỷ lợi, thủy nông, thuỷ nông, thủy sản, thuỷ sản, lâm nghiệp, kiểm lâm, cây xanh,
nước sạch, cấp nước, thoát nước, cấp thoát nước, môi trường đô thị, công trình đô thị, công trình công cộng, công viên cây xanh,
chiếu sáng, xổ số kiến thiết, xăng dầu, lương thực, cao su, cà phê, mía đường, xi măng, may mặc, chế biến, khai thác công trình thủy lợi,
quan trắc, kỹ thuật tài nguyên, đăng kiểm, kiểm định, kiểm định xây dựng, quy hoạch xây dựng, trợ giúp pháp lý, lưu trữ, thông tin điện tử,
văn hóa, văn hoá, thể dục thể thao, truyền thông, truyền thanh, viễn thông, nghệ thuật, bảo tồn di tích, bảo tàng, thư viện,
cảnh sát giao thông, cảnh sát hình sự, cảnh sát kinh tế, cảnh sát cơ động, phòng cháy chữa cháy, an ninh mạng, tham mưu, hậu cần,
thuế xuất nhập khẩu, kiểm soát hải quan, giám sát quản lý, quản lý rủi ro, chống buôn lậu, tài vụ quản trị, kiểm tra sau thông quan,
chữ thập đỏ, thống kê, phát thanh và truyền hình, phát thanh - truyền hình, vì sự tiến bộ của phụ nữ, vì sự tiến bộ phụ nữ,
bảo vệ và phát triển rừng, bảo vệ môi trường, người cao tuổi, người mù, làm vườn, cựu chiến binh, cựu thanh niên xung phong, cựu giáo chức,
nạn nhân chất độc da cam, bảo trợ người khuyết tật, văn học nghệ thuật, văn học - nghệ thuật, luật gia, nhà báo, khuyến học, đông y,
dự trữ nhà nước, khí tượng thủy văn, an toàn giao thông, phòng chống thiên tai, phòng chống tham nhũng, đường thủy nội địa,
tiếp công dân, ngoại vụ, thi đua khen thưởng, tổ chức cán bộ, hỗ trợ phát triển hợp tác xã, hỗ trợ nông dân, dịch vụ tổng hợp,
dịch vụ sự nghiệp công, quản lý xây dựng, kế hoạch đầu tư, quản lý công sản,
kế hoạch tổng hợp, hành chính tổng hợp, tổ chức hành chính, tổng hợp,
thông tin, thông tin y tế, thông tin y tế quốc gia, thông tin tín dụng, thông tin quy hoạch,
thông tin cứu hộ, tài nguyên, khoa học, quy hoạch kiến trúc,
quy hoạch, giám định, giám định y khoa, pháp y, điều hành, điều hành thông minh, điều hành đô thị thông minh,
điều hành chương trình chống ngập, điều độ, chống ngập, khai thác quỹ đất, phát triển và khai thác quỹ đất, tư vấn, tư vấn thiết kế,
tư vấn xây dựng, tư vấn giám sát, thiết bị điện, thiết bị trường học, xây dựng đường bộ, sửa chữa đường bộ, đường bộ,
quản lý đường sắt đô thị, đường sắt đô thị, cảnh sát môi trường, cảnh sát biển, cảnh sát điều tra, quản lý và khai thác,
quản lý khai thác, xúc tiến và hỗ trợ đầu tư, đổi mới sáng tạo, chuyển đổi số, ứng dụng công nghệ, huấn luyện, kiểm ngư, cứu hộ
""")
"""What centres, offices and companies are there for, as stands in their names after a capital: Trung tâm Phát triển │ quỹ đất."""

LISTED = _phrases("""
ngành, ban, bộ, sở, địa, đơn, thành, tỉnh, huyện, quận, thị, xã, phường, đoàn, cơ, lực, ubnd, doanh, các, cục, chi, phòng, tổng, dn,
mttq
""")
"""Syllables that may go on after a comma or "và" in a list of bodies (các sở, ngành, địa phương)."""

WITHIN_NAMES = frozenset(
    (("hóa", "thể"), ("hóa", "thông"), ("hóa", "khoa"), ("động", "thương"), ("tế", "hạ"), ("tin", "thể"), ("số", "gia"))
)
"""Syllables about a comma that belongs to the name: Sở Văn hóa, Thể thao và Du lịch; Phòng Kinh tế, Hạ tầng và Đô thị."""

INNER = frozenset(
    tuple(pair.split(" "))
    for pair in _phrases("""
trụ sở, cơ sở, nhiệm vụ, phục vụ, nghiệp vụ, dịch vụ, chức vụ, tiểu ban, giao ban, đại hội, xã hội, lễ hội, cơ hội, dạ hội, ngày hội,
hội trường, cán bộ, toàn bộ, nội bộ, tiến bộ, đồng bộ, sơ bộ
""")
)
"""Words whose second syllable is not the head of a name: trụ │ sở Chính phủ."""

OUTER = frozenset(
    tuple(pair.split(" "))
    for pair in _phrases("""
ban hành, ban đầu, hội thao, hội thi, hội viên, khoa học, khoa giáo, xã hội, xã viên, trường hợp, quỹ đất, ngành nghề, thuế suất
""")
)
"""Words whose first syllable is not the head of a name: │ban hành quy chế."""

OPENINGS = frozenset(phrase.split(" ")[0] for phrase in OFFICES | BODIES | GROUPS)
"""First syllables of all heads."""
HEADS_OF = frozenset(("chủ tịch", "bí thư", "bí thư chi bộ", "lãnh đạo", "giám đốc", "hiệu trưởng", "trưởng", "chủ nhiệm"))
"""Offices whose holders are counted by what they are over: chủ tịch 19 xã."""
