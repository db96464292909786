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
ủy viên, ủy viên dự khuyết, tỉnh ủy viên, thành ủy viên, huyện ủy viên, hiệu trưởng, tư lệnh, chính ủy, chỉ huy trưởng,
phó chỉ huy trưởng, chỉ huy phó,
người phát ngôn, tổng kiểm toán, kiểm toán trưởng, đại biểu, đb, trưởng khoa, thường trực, tổng biên tập, đại diện, đại tá, thượng tá,
trung tá, thiếu tướng, trung tướng, thượng tướng, đại tướng, gs, pgs, ts, tuv, uvbtv, uvbch, uvtw, uvtư,
uvtv, btđu, pbt, pct, cố vấn, quyền chủ tịch, quyền giám đốc, quyền bí thư
""")

TITLES = _phrases("ông, bà, đồng chí, anh, chị, các đồng chí, đ/c")

BODIES = _phrases("""
ubnd, hđnd, ủy ban, ủy ban nhân dân, hội đồng, hội đồng nhân dân, ubmttq, mttq, mặt trận tổ quốc, ban, bch, btv, bcđ, bql, bộ, sở, cục,
tổng cục, chi cục, vụ, viện, phòng, văn phòng, chính phủ, quốc hội, đảng bộ, đảng ủy, chi bộ, tỉnh ủy, thành ủy, huyện ủy, quận ủy,
thị ủy, thường trực tỉnh ủy, thường trực thành ủy, thường trực huyện ủy, tập đoàn, tổng công ty, công ty, công an, cảnh sát,
bộ đội biên phòng, ban chấp hành, ban thường vụ, ban chỉ đạo, tổ công tác, đoàn công tác, đoàn đại biểu, đoàn đbqh, đại biểu quốc hội,
ngân hàng, kho bạc nhà nước, đài, báo, hội, liên đoàn, liên minh, trung tâm, trường, bệnh viện, tòa án, viện kiểm sát, thanh tra,
kiểm toán nhà nước, hải quan, thuế, tỉnh, thành phố, tp, tphcm, huyện, quận, thị xã, tx, xã, phường, thị trấn, thành ủy, cơ quan,
ngành, toàn ngành, đơn vị, địa phương, lực lượng, cqqs, chqs, bhxh, bảo hiểm xã hội, evn, hiệp hội, quỹ, nhà máy, khu kinh tế,
nhà nước, ủy ban mặt trận tổ quốc, bộ phận, tổ dân phố, trạm y tế, ban quản lý, ban quản lý chợ, ban quản lý dự án,
ban quản lý rừng, ban quản lý di tích, ban chỉ huy, đoàn thanh niên, công chức, tổ công nghệ số,
cụm thi đua, khối thi đua, cụm thi đua số, khối thi đua số, tổ công tác số, đoàn công tác số,
ban quản lý khu công nghiệp, ban quản lý các khu công nghiệp, ban quản lý các dự án, ban quản lý các khu kinh tế,
thường trực hđnd, thường trực hội đồng nhân dân, thường trực quận ủy, thường trực thị ủy, thường trực đảng ủy,
bộ tư lệnh, bộ chỉ huy, quân khu, quân ủy, thường trực chính phủ, thường trực ủy ban, thường trực ban chỉ đạo,
thường vụ, tiểu ban, đoàn chủ tịch,
ubtư, ubtw, ubtvqh, ban đại diện, ban đại diện hội đồng quản trị, hội đồng quản trị, ngân hàng chính sách xã hội,
ban cán sự đảng, chi nhánh ngân hàng nhà nước, nhnn, vksnd, tand, huyện đoàn, tỉnh đoàn, thành đoàn, thị đoàn, quận đoàn, hạt kiểm lâm,
liên ngành, đoàn giám sát, đoàn kiểm tra, đoàn khảo sát, đoàn thanh tra
""")

GROUPS = _phrases("""
các bộ, các sở, các ban, các ngành, các cấp, các cơ quan, các đơn vị, các địa phương, các tỉnh, các huyện, các quận, các xã,
các phường, các thị trấn, các thị xã, các thành phố, các thôn, các cục, các chi cục, các tổng cục, các vụ, các lực lượng,
các doanh nghiệp, các dn, các chủ đầu tư, các nhà thầu, các tổ chức, các đoàn thể, các hội, các tập đoàn, các tổng công ty,
các ngân hàng, các trường, các phòng, các thành viên, các đồng chí, các đại biểu, các cấp ủy, các cơ sở, các nhà máy, các đảng bộ,
các đảng ủy, các chi bộ, các đảng viên, các bql, thủ trưởng, lãnh đạo, người đứng đầu, cán bộ, thành viên, cấp ủy, cấp ủy đảng,
chính quyền, chủ đầu tư, doanh nghiệp, tập thể, toàn đảng bộ, toàn thể, mỗi, tất cả, đội ngũ, hệ thống chính trị, nhà thầu,
các chuyên gia, báo cáo viên, đảng viên, nhà đầu tư, ủy ban nhân dân các cấp,
trưởng các thôn, trưởng các bản, trưởng các khu, trưởng các bộ phận, thủ trưởng các đơn vị, các bộ phận, các tổ dân phố,
các khu phố, các bản, các ấp, các khóm, các buôn, các trạm, các công chức, các nhà trường
""")

INSIDE = _phrases("""
tỉnh, thành, phố, huyện, quận, thị, xã, phường, trấn, trung, ương, quốc, gia, nhà, nước, nhân, dân, ủy, đảng, bộ, ban, phòng, chi, cục,
tổng, hội, đồng, thường, trực, vụ, chấp, hành, quân, sự, công, an, hải, quan, thuế, khóa, viên, đoàn, đại, biểu, văn, cơ, sở, ngành,
đơn, vị, địa, phương, liên, chức, năng, thuộc, cấp, lực, lượng, nghiệp, doanh, phụ, trách, chuyên, môn, thể, tịch, ubnd, hđnd, khối,
chủ, chốt, tác
""")

TAILS = _phrases("""
hoạch, tư, chính, nguyên, trường, thương, nghiệp, triển, nông, thôn, thông, vận, tải, dựng, học, nghệ, dục, tạo, đào, pháp, lao, động,
binh, hóa, thao, lịch, tin, truyền, bạc, toán, lâm, thủy, sản, không, quy, kiến, trúc, hiểm, sách, giáo, chức, tra, tuyên, kinh, tế,
trận, môi, khoa, khí, lực, dầu, phủ, đạo, toàn, trị, vấn, tộc, sát, án, kiểm, cựu, chiến, nữ, niên, hiệp
""")
"""Syllables in lower case that go on a name after a capital (Kế hoạch và Đầu tư)."""

PAIRS = _phrases("""
ngoại giao, chỉ đạo, điều tra, dân tộc, y tế, chính phủ, giao thông, an toàn, tố tụng, báo chí, tuyên giáo, liên quan, quản lý,
nghiệp vụ, chức năng, tín dụng, trung ương, kiểm tra, truyền thông, đảng viên, thường trực, trực thuộc, bảo hiểm, xã hội, đầu tư,
xây dựng, dự án, đổi mới, thi đua, khen thưởng, dự khuyết, lâm thời, pháp chế, hạ tầng, truyền thanh, giám hiệu, một cửa
""")
"""Pairs of syllables that may stand inside a name though each alone may not."""

LISTED = _phrases("""
ngành, ban, bộ, sở, địa, đơn, thành, tỉnh, huyện, quận, thị, xã, phường, đoàn, cơ, lực, ubnd, doanh, các, cục, chi, phòng, tổng, dn,
mttq
""")
"""Syllables that may go on after a comma or "và" in a list of bodies (các sở, ngành, địa phương)."""

INNER = frozenset(
    tuple(pair.split(" "))
    for pair in _phrases("""
trụ sở, cơ sở, nhiệm vụ, phục vụ, nghiệp vụ, dịch vụ, chức vụ, tiểu ban, đại hội, xã hội, lễ hội, cơ hội, dạ hội,
cán bộ, toàn bộ, nội bộ, tiến bộ, đồng bộ, sơ bộ
""")
)
"""Words whose second syllable is not the head of a name: trụ │ sở Chính phủ."""

OPENINGS = frozenset(phrase.split(" ")[0] for phrase in OFFICES | BODIES | GROUPS)
"""First syllables of all heads."""
