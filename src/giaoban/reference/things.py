"""Nouns of things that a desk counts, field by field: what stands after a bare number (140 doanh nghiệp, 60 rọ thép).

Written from general knowledge of administrative Vietnamese. A noun with its usual qualifier is one thing where people count it as one
(máy xúc, nhà tạm, chi bộ ấp); where the qualifier only says which (hộ nghèo, xã vùng cao) the noun stands alone.
"""

PERSONS = """
trưởng phòng, phó trưởng phòng, phó phòng,
kiểm lâm viên, thợ lò,
trưởng thôn, thôn trưởng, người, người dân, lao động, công nhân, cán bộ, cán bộ chiến sỹ, công chức, viên chức, đảng viên,
quần chúng, đoàn viên, hội viên, học sinh, sinh viên, học viên, giáo viên, bác sĩ, bác sỹ, y sĩ, trẻ, trẻ em, em, em học sinh, cháu, cụ,
phụ nữ, thanh niên, dân, cử tri, khách, khách du lịch, du khách, hành khách, khách hàng, bệnh nhân, đối tượng, nghi phạm, bị can,
nạn nhân, quân nhân, chiến sĩ, chiến sỹ, đồng chí, cá nhân, chuyên gia, nghệ nhân, giám định viên, em nhỏ, người bệnh, người có uy tín,
người cao tuổi, bị cáo, phạm nhân, tội phạm, chị, chị em, chiến sĩ mới, thành viên, cộng tác viên, tình nguyện viên, y bác sĩ, công dân,
thí sinh, thợ, thương binh, tổ trưởng, dân quân, hướng dẫn viên, nhân viên, kỹ sư, hòa giải viên, hoà giải viên, lão thành,
lão thành cách mạng, bệnh binh, cựu chiến binh, người có công, mẹ Việt Nam anh hùng, tân binh, tuyên truyền viên, báo cáo viên,
vận động viên, huấn luyện viên, nghệ sĩ, diễn viên, nhà giáo, giảng viên, điều dưỡng, hộ sinh, dược sĩ, y tá, nông dân, ngư dân,
tiểu thương, thuyền viên, ngư phủ, lái xe, tài xế, doanh nhân, nhà khoa học, tiến sĩ, thạc sĩ, già làng, trưởng bản, bí thư chi bộ, tu sĩ,
tín đồ, cấp ủy viên, cấp uỷ viên, kiểm sát viên, thẩm phán, hội thẩm, trinh sát, cảnh sát, con nghiện, thuê bao di động, chủ rừng,
chủ tàu, chủ trang trại, chấp hành viên, điều tra viên, công chứng viên, đấu giá viên, thương nhân, liệt sĩ, liệt sỹ, giáo sư,
phó giáo sư, chi hội trưởng, chi hội phó, chi đoàn trưởng,
lưu học sinh, chức sắc, cổ đông, hiệu trưởng,
luật sư, trợ giúp viên, trợ giúp viên pháp lý, nhà báo, phi công, tiếp viên, lái tàu, đội viên, thuyền trưởng, máy trưởng, cô dâu,
xã viên, thú y viên, hộ lý, đăng kiểm viên, mẹ, thân nhân, thân nhân liệt sĩ, thân nhân liệt sỹ, kiều bào, việt kiều, nhà tài trợ,
mạnh thường quân,
thừa phát lại,
hội viên danh dự
"""
HOUSEHOLDS = """
hộ, hộ dân, hộ gia đình, hộ cận nghèo, hộ kinh doanh, hộ nông dân, khẩu, nhân khẩu, gia đình, cặp, hộ gia đình chính sách, cặp vợ chồng
"""
TIMES_COUNTED = """
lượt, lượt khách, lượt khách hàng, lượt người, lượt hộ, lượt hộ nghèo, lượt phương tiện, lượt xe, lượt tàu, lượt học sinh, lượt cán bộ, lượt
hồ sơ, lượt kiểm tra, lượt bản tin, lượt tàu thuyền, lượt người dân, lượt truy cập, lượt công dân, lượt bạn đọc, lượt khán giả, chuyến,
chuyến bay, chuyến hàng, cuộc, cuộc họp, đợt, phiên chợ, hội chợ, phiên tòa, phiên toà, phiên giao dịch, phiên giao dịch việc làm,
buổi tuyên truyền, buổi văn nghệ, buổi biểu diễn, buổi truyền thông, buổi tập huấn, buổi sinh hoạt, buổi sinh hoạt chuyên đề,
buổi nói chuyện, buổi đối thoại, trận,
trận động đất, trận lũ,
cơn bão, đêm diễn, buổi diễn, buổi chiếu, suất chiếu, cuộc gọi, mũi, mũi tiêm, liều, khóa học, khoá học, khóa đào tạo, khóa tập huấn,
phiên đấu giá, bữa ăn,
lượt khám, lượt cất hạ cánh, lượt hành khách, lượt cơ sở, lượt cán bộ chiến sĩ, chuyến tàu,
chuyến xe, chuyến biển, mẻ lưới, ca trực
"""
CASES = """
F0, F1, F2,
ca, trường hợp, vụ, vụ việc, tốp, vụ án, chuyên án, băng nhóm, tụ điểm, tin báo, nguồn tin, lỗi, lỗi vi phạm,
ổ dịch, ổ, ổ bọ gậy, ổ nhóm, đơn, đơn thư, lá đơn, kiến nghị cử tri, ý kiến cử tri, bản kiến nghị,
kháng nghị, sự cố, chùm ca bệnh,
sai sót, thiếu sót, thi thể, hài cốt, bộ hài cốt, hài cốt liệt sĩ, hài cốt liệt sỹ
"""
BODIES = """
tổ công tác, khoa,
tập thể, tiểu đội, trung đội, đại đội, đội, doanh nghiệp, DN, DNNN, doanh nghiệp nhà nước, doanh nghiệp FDI, công ty, công ty tnhh, công
ty cổ phần, tổng công ty, tập đoàn, nhà đầu tư, nhà thầu, nhà cung cấp, chủ đầu tư, hợp tác xã, HTX, tổ hợp tác, trang trại, gia trại, cơ
sở, cơ sở sản xuất, cơ sở kinh doanh, cơ sở lưu trú, cơ sở y tế, cơ sở giáo dục, trung tâm, trung tâm thương mại, ngân hàng, chi nhánh,
chi nhánh ngân hàng, phòng giao dịch, quỹ, quỹ tín dụng, tổ, tổ dân phố, tổ chức, tổ chức đảng, tổ chức tín dụng, tổ chức cơ sở đảng, tổ
đảng, chi bộ, đảng bộ, đảng bộ xã, cơ sở đảng, cơ sở đoàn, cơ sở hội, tổ chức đoàn, tổ chức hội, chi hội, chi đoàn, ban, ban ngành, hội,
cơ quan, đơn vị, đơn vị hành chính, đơn vị hành chính cấp xã, đơn vị hành chính cấp huyện, đơn vị sự nghiệp, đơn vị cấp huyện, đơn vị cấp
xã, đơn vị cấp tỉnh, phòng, sở, bộ, bộ ngành, sở ngành, ngành, cục, chi cục, cục hải quan, cục thuế, BQL, ban quản lý, ban quản lý dự án,
BQL dự
án, tổ công nghệ số, tổ công nghệ số cộng đồng, tổ hòa giải, đầu mối, đầu điểm, đoàn thể, cấp ủy, đoàn, đoàn kiểm tra, câu lạc bộ,
đội bóng, đội văn nghệ,
đội dân phòng, đội xung
kích, đội cơ động, đội thi, đội tàu, giáo xứ, họ đạo, làng nghề, dòng họ, hội quán, văn phòng đại diện, văn phòng công chứng, tổ máy,
nghiệp đoàn, công đoàn, công đoàn cơ sở, chốt,
hãng, hãng hàng không, hãng tàu, tòa soạn, toà soạn, bưu cục, đài truyền thanh, nhà hát, đoàn nghệ thuật, tổ liên gia, tổ tự quản,
tổ an ninh, tổ đại biểu, đội sản xuất, nông trường, lâm trường, CĐCS, THT, CLB, tôn giáo, huyện hội, bảo tàng, tạp chí
"""
PLACES = """
tỉnh, thành phố, tỉnh thành, huyện, quận, thị xã, xã, phường, thị trấn, thôn, bản, ấp, khu phố, xóm, làng, buôn, bon, phum, sóc, tiểu khu,
khóm, khối phố,
cộng đồng, địa phương, quốc gia, nước, vùng, khu, khu vực, khu dân cư, khu đô thị, khu công nghiệp, khu kinh tế, khu chế xuất,
cụm công nghiệp, CCN, KCN, cụm dân cư, địa bàn, thị trường, địa điểm, địa chỉ, thành, tp, tdp, khu tái định cư, khu nghỉ dưỡng,
điểm công nghiệp, vùng sản xuất, vùng kinh tế trọng điểm, điểm dân cư, hẻm, tuyến hẻm, khu nhà trọ, khu cách ly, khu vực bỏ phiếu,
điểm bỏ phiếu, tổ bầu cử, đơn vị bầu cử, hòn đảo, đảo, thôn bản, làng bản, điểm nóng, vùng hạn, vùng trồng, vùng chuyên canh, vùng nuôi
"""
WORKS = """
dự án, công trình, gói thầu, hạng mục, đề án, chương trình, kế hoạch, đồ án, quy hoạch, đề tài, nhiệm vụ, đầu việc, mô hình,
dự án thành phần, tiểu dự án, hợp phần, tuyến, tuyến đường, con đường, đoạn tuyến, đoạn đường, tuyến phố, tuyến kênh, tuyến đê, tuyến kè,
tuyến cống, cầu, cây cầu, cầu khỉ, cầu treo, cầu dân sinh, cầu tạm, nút giao, bến, bến xe, bến bãi, bến đò, bến cảng, bãi,
bãi xe, bãi rác, bãi vật liệu, cảng, cảng biển, ga, nhà ga, sân bay, đường, quốc lộ, hồ, hồ chứa, đập, đập tạm, đập dâng, cống, cửa cống,
mương, kênh, trạm, trạm biến áp, trạm bơm, trạm thu phí, trạm BTS, trạm cấp nước, trạm kiểm lâm, nhà máy, nhà máy nước, xí nghiệp, xưởng,
phân xưởng, lò, lò gạch, lò mổ, lò đốt, mỏ, mỏ đá, mỏ cát, giếng, giếng khoan, kho, tuyến cáp, đường dây, trụ, cột, cột đèn, cột điện,
bóng đèn, đèn đường, biển báo, biển hiệu, biển quảng cáo, công tơ, đồng hồ, đồng hồ nước, điểm rò rỉ, điểm xung yếu, pano, pa nô,
băng rôn, khẩu hiệu, gờ giảm tốc, hố ga, nắp cống, rãnh,
ngầm tràn, tràn,
điểm sạt lở, điểm ngập, điểm đen, điểm nhóm, điểm lẻ, điểm phong tỏa, điểm phong toả, điểm cách ly, điểm chốt,
đầu thiết bị, cột mốc, vị trí, bồn, bể, bếp, bếp ăn, bồn nước, bể nước, bể bơi, bồn chứa, rọ, rọ đá, mũi thi công, gầu,
cừ, kè, đoạn đê, đoạn kè, lối đi tự mở, lối đi dân sinh, âu tàu, cửa xả, dầm, nhịp, móng, móng trụ, hố móng, lỗ khoan, dây chuyền,
băng tải, công viên, hầm biogas, đèn tín hiệu, cung sạt, mốc, mốc giới, mốc ranh giới,
đường ngang, đường băng, trụ nước, trụ nước chữa cháy, trụ cứu hỏa, trụ cứu hoả, họng nước, cầu vượt, hầm chui, trạm dừng nghỉ,
cột phát sóng, cột ăng ten,
trạm sạc, trạm xăng, trạm phát sóng, trạm cân, trạm trộn, cống ngang, cầu cảng, bến thủy, bến thuỷ, bến thủy nội địa, bến thuỷ nội địa,
kho lạnh, lối đi, lối, lối mở, tượng đài, nhà bia, lò hơi, lò vôi, lò giết mổ, lò hỏa táng, lò hoả táng, cây xăng, đài phun nước,
chòi canh, cột cờ, cột bơm, cột mốc biên giới, trạm kiểm dịch, hồ bơi, cửa thoát nạn, đấu nối, đường bay
"""
BUILDINGS = """
ki-ốt, quầy hàng hóa, sạp hàng, chuồng trại, bè cá,
trường, trường học, điểm trường, lớp, lớp học, nhóm trẻ, phòng học, phòng bộ môn, trạm y tế,
bệnh viện, phòng khám, nhà thuốc, quầy thuốc, giường, giường bệnh, nhà văn hóa, nhà văn hoá, thư viện, tủ sách, di tích, di sản, đình,
chùa, đền, miếu, nhà thờ, lễ hội, nhà, ngôi nhà, ngôi, căn, căn hộ, nhà tình thương, nhà tình nghĩa, nhà đại đoàn kết,
nhà đồng đội, nhà tạm, nhà ở, nhà kho, nhà lưới, nhà màng, nhà kính, nhà trọ, phòng trọ, buồng, khách sạn, biệt thự, nền, nền nhà, lô,
lô đất, thửa, thửa đất, thửa ruộng, mảnh đất, khu đất, ao, chuồng, trụ sở, bếp ăn, nhà vệ sinh, cửa hàng, siêu thị, chợ, quầy hàng,
sạp hàng, gian hàng, gian, ki ốt, kiốt, điểm du lịch, điểm bưu điện, điểm bán hàng, điểm giao dịch, điểm cấp nước, điểm tiếp nhận,
điểm tập kết, điểm thu gom, điểm tiêm, điểm thi, nhà hàng, quán ăn, quán, lều, lán, lán trại, trại, trại giống, sân bóng, sân chơi,
nhà thi đấu, hội trường, cổng chào, nghĩa trang, ngôi mộ, mộ, phần mộ, khu vệ sinh, lều bạt, chung cư, tòa nhà, toà nhà, ghế đá, mái ấm,
mái nhà, homestay, sân vận động, sân gôn, thiết chế, thiết chế văn hóa, thiết chế văn hoá,
rạp, rạp chiếu phim, nhà tang lễ, nhà yến, nhà sấy, nhà nghỉ, phòng nghỉ, buồng phòng, vườn ươm, dãy trọ, dãy phòng trọ, dãy nhà trọ,
phòng thí nghiệm, bưu điện, cửa hàng xăng dầu, điểm giết mổ, điểm camera, điểm wifi, điểm chữa cháy, điểm bán, điểm mỏ, điểm thờ tự,
điểm chờ, điểm bơm, điểm cắt, điểm đến, điểm bưu điện văn hóa xã, điểm bưu điện văn hoá xã, khu trọ, lò sấy, chỗ đỗ, chỗ học, chỗ nằm,
nhà hội
"""
LIVING = """
con, đàn, cây, cây xanh, cây trồng, cây giống, cây con, giống, bầy, tổ ong, đàn ong, thùng ong, gốc, cành,
bông, quả, trái, hạt, loài, con giống, trâu bò, gia súc, gia cầm, tổ yến, lồng, lồng bè, bè, lồng nuôi, vườn, cánh đồng, cánh đồng mẫu,
khu rừng, sào ruộng, ô ruộng, ô nuôi, đầm, chậu, luống, giò, trụ tiêu, bụi, cá thể, bò sữa
"""
MACHINES = """
ca-nô, xà lan, mô-tô, ô-tô, công-ten-nơ, drone,
tàu, tàu cá, tàu hút, tàu thuyền, tàu hàng, thuyền, xuồng, ghe, đò, ca nô, xe, xe máy, xe mô tô, mô tô, xe ô tô, ô tô, ôtô, xe đạp,
xe khách, xe tải, xe buýt, xe ben, xe cứu thương, xe cứu hỏa, xe cứu hoả, xe rác, xe điện, xe tự chế, đầu xe, phương tiện, container,
chiếc, máy, máy tính, bộ máy tính, máy xúc, máy đào, máy ủi, máy lu, máy atm, máy vi tính, máy bơm, máy cày, máy gặt, máy gặt đập,
máy thở, máy nổ,
máy phát, máy phát điện, máy in, máy chiếu, máy sấy, máy cấy, đầu máy, dàn máy, thiết bị, bộ thiết bị, camera, loa, cụm, cụm loa,
ti vi, tivi,
bộ bàn ghế, bàn ghế, áo phao, phao, phao cứu sinh, nhà bạt, xe mô tô ba bánh, cần cẩu, giàn khoan, cối xay, xe đạp điện, sà lan, phà,
trực thăng,
toa xe, toa tàu, điện thoại, trạm ra đa,
máy kéo, máy san, máy xát, máy ép, máy tuốt, máy quét, máy chủ, máy scan, máy soi, máy biến áp, máy khoan, máy bay, tàu bay, đoàn tàu,
tàu du lịch, xuồng máy, vỏ lãi, thuyền máy, xe lăn, xe đẩy, xe lu, xe ủi, xe cẩu, xe nâng, xe bồn, xe thang, xe chữa cháy, xe con,
xe taxi, taxi, xe ôm, xe lôi, xe công nông, xe đầu kéo, rơ moóc, xe ép rác, xe trung chuyển, toa, đầu kéo, cân điện tử,
công tơ điện tử, tấm pin, tua bin, tuabin, thùng rác, bóng, quạt, quạt hơi nước, vòi, vòi nước, mái che, bảng hiệu, khoảng néo, khoảng cột
"""
PAPERS = """
công điện, NQ, thông báo, hướng dẫn,
bộ hồ sơ, bộ tờ khai, tờ khai, hồ sơ, lô hàng, văn bản, nghị quyết, nghị định, thông tư, quyết định, chỉ thị, công văn, tờ trình, báo cáo,
kết luận, luật, bộ luật, dự án luật, dự thảo, đề cương, hợp đồng, thỏa thuận, thoả thuận, hiệp định, biên bản, biên bản ghi nhớ,
giấy phép, giấy chứng nhận, giấy, sổ, sổ đỏ, sổ hộ, thẻ, thẻ BHYT, căn cước, tin, tin bài, bài, bài báo, bài viết, tờ rơi,
phiếu, phiếu khảo sát, lá phiếu, cuốn, cuốn sách, ấn phẩm, thủ tục, thủ tục hành chính, TTHC, quy trình, dịch vụ công, dịch vụ, tài khoản,
thuê bao, sim, mã số, mã hàng, mã vùng trồng, danh mục, quy chế, quy ước, hương ước, hóa đơn, hoá đơn, chữ ký số,
chữ ký, tin nhắn, phần mềm, văn bản quy phạm pháp luật, bằng sáng chế, bằng khen, giấy khen, huân chương, huy chương, huy chương vàng,
huy chương bạc, huy chương đồng, huy hiệu, giải, giải thưởng, giải nhất, giải nhì, giải ba, giải khuyến khích, danh hiệu, cờ thi đua, cờ,
kỷ niệm chương, sáng kiến, đề tài khoa học, ý tưởng, start-up, startup, đầu sách, bản tin, trang, bản đồ, sơ đồ, bút phê, C/O, điều luật,
chương, chuyên mục, phóng sự, chuyên trang, đầu báo, số báo, cam kết, lệnh, phán quyết, bản án, vi bằng, tên miền, giao dịch, tác phẩm,
bức ảnh, bức tranh, tiết mục, vở diễn, quyển, sáng chế, mã ngành, dòng thuế, sắc thuế, chứng thư, giáo trình, tour,
gương điển hình, điển hình,
giấy khai sinh, hộ chiếu, phù hiệu, tem, biển số, phiếu lý lịch tư pháp, thẻ căn cước, hiện vật, bảo vật,
bảo vật quốc gia, cổ vật, đại lý, chứng chỉ, văn bằng, bản sách, vở, đầu mục, đầu mục công việc, trang web, website, ứng dụng, bưu gửi,
vật nổ,
vị trí đỗ
"""
GOODS = """
bao cát, suất cơm, video, chứng thư số,
sản phẩm, mặt hàng, nhóm hàng, ngành hàng, nhóm hàng hóa, loại, loại hóa chất, tiêu chí, chỉ tiêu, nhóm chỉ tiêu,
chỉ tiêu biên chế, chỉ số, suất, suất quà, suất học bổng, học bổng, phần quà, gói, bao, bánh, viên, hộp, chai, thùng, can, lon,
kiện, kiện hàng, cuộn, mét vải, tờ, tấm, tấm lợp, tấm tôn, khẩu súng, khẩu phần, khẩu trang, quả mìn, quả bom, quả pháo, viên đạn, làn xe,
làn, chỗ ở, bậc, mẫu, mẫu xét nghiệm, khoản vay, món vay, món, khoản thu, nhãn hiệu, thương hiệu, chuỗi, chuỗi liên kết, vị trí việc làm,
biên chế, việc làm, nhóm, dân tộc, đôi, cái, bình, bình chữa cháy, bình gas, sổ tiết kiệm, vé,
vé số, tuýp, lọ, pallet, tút, hũ, ngày công, công lao động, đơn vị máu, trung tâm công nghiệp, đám cưới, đám tang, hội nghị, hội thảo,
con sông, con đò, bộ quần áo, chăn, chăn màn, màn, áo ấm, giỏ quà, thùng hàng, bao xi măng, bao lúa, ống, cọc, gánh, cúp, tép, kíp nổ,
cơ số, cơ số thuốc,
kỹ thuật, kỹ thuật mới, nguyện vọng,
túi máu, cổ phần, cổ phiếu, súng, súng săn, hung khí, chân giả, tay giả, sách giáo khoa, bộ sách, cây nước đá, tấm lưới, mái tôn, ống kính,
GPXD, GCN, GCNQSDĐ, GCN QSDĐ, CCCD, thẻ CCCD, DVCTT, tổ hội, ĐVTN, CCB, công-ten-nơ, võ sinh, mẹ liệt sĩ, ao nuôi, que thử, bộ kit,
ngầm tràn, cấp phó
"""

THINGS = ",".join((PERSONS, HOUSEHOLDS, TIMES_COUNTED, CASES, BODIES, PLACES, WORKS, BUILDINGS, LIVING, MACHINES, PAPERS, GOODS))
