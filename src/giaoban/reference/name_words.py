"""Words that names of figures are made of and words that stand around them, by what they speak of.

Written from general knowledge of administrative Vietnamese; nothing in it was taken from an annotated text. A phrase stands once, under
what it most often is.
`HEADS` are nouns that say what a number measures, by what that is counted in; the other tables are what may follow them inside a name,
what is done to things counted, who does it, and what is never part of a name.
"""

MONEY = """
tổng giá trị, giá trị sản xuất, giá trị sản lượng, giá trị tăng thêm, giá trị gia tăng, giá trị xuất khẩu, giá trị nhập khẩu, trị giá,
tổng trị giá, giá trị hợp đồng, giá trị giải ngân, giá trị khối lượng, giá trị thanh toán, giá trị tài sản, giá trị hàng hóa,
giá trị thiệt hại, giá trị quyết toán, kim ngạch, tổng kim ngạch, kim ngạch xuất khẩu, kim ngạch nhập khẩu, kim ngạch xuất nhập khẩu,
xuất siêu, nhập siêu, cán cân thương mại, doanh thu, tổng doanh thu, doanh số, doanh số cho vay, doanh số thu nợ, tổng mức bán lẻ,
mức bán lẻ, tổng mức đầu tư, mức đầu tư, tổng mức, tổng vốn, tổng nguồn vốn, vốn đầu tư, vốn đăng ký, vốn điều lệ, vốn thực hiện, vốn vay,
vốn ngân sách, vốn đối ứng, vốn huy động, vốn pháp định, vốn ủy thác, vốn tín dụng, vốn nhà nước, vốn chủ sở hữu, vốn hóa, vốn hoá,
vốn trái phiếu, vốn sự nghiệp, nguồn vốn, kế hoạch vốn, nhu cầu vốn, nguồn lực tài chính, nguồn lực, quy mô kinh tế, quy mô nền kinh tế,
tổng sản phẩm, tổng sản phẩm quốc nội, tổng thu, tổng chi, tổng thu nhập, thu ngân sách, thu ngân sách nhà nước, thu nsnn, thu nội địa,
thu cân đối, thu thuế, thu phí, thu tiền sử dụng đất, thu xuất nhập khẩu, thu từ dầu thô, thu hải quan, số thu, tổng số thu, nguồn thu,
chi ngân sách, chi ngân sách nhà nước, chi nsnn, chi thường xuyên, chi đầu tư, chi đầu tư phát triển, chi trả nợ, chi an sinh, bội chi,
bội thu, hụt thu, thất thu, tổng chi phí, chi phí, phí, lệ phí, học phí, viện phí, thủy lợi phí, phí bảo hiểm, thuế, tiền thuế,
thuế giá trị gia tăng, thuế thu nhập, thuế xuất khẩu, thuế nhập khẩu, thuế tài nguyên, thuế bảo vệ môi trường, nợ thuế, tiền chậm nộp,
tiền phạt, tiền sử dụng đất, tiền thuê đất, tiền lương, tiền công, tiền thưởng, tiền mặt, tiền gửi, tiền điện, tiền nợ, tiền đền bù,
tiền bồi thường, tiền hỗ trợ, tiền bảo hiểm, lương, mức lương, lương cơ sở, lương tối thiểu, lương hưu, phụ cấp, trợ cấp, mức trợ cấp,
mức hỗ trợ, mức thưởng, mức phạt, mức thu, mức chi, mức vay, mức cho vay, mức đóng, mức chuẩn, thu nhập, thu nhập bình quân,
thu nhập bình quân đầu người, mức thu nhập, lợi nhuận, lợi nhuận trước thuế, lợi nhuận sau thuế, lãi, tiền lãi, lỗ, dư nợ, tổng dư nợ,
dư nợ tín dụng, dư nợ cho vay, nợ xấu, nợ công, nợ đọng, nợ quá hạn, nợ phải trả, nợ phải thu, nợ xây dựng cơ bản, tổng nợ, số nợ,
khoản nợ, huy động vốn, nguồn vốn huy động, tiền gửi tiết kiệm, quỹ, tổng quỹ, số dư, tồn quỹ, kết dư, dự phòng, kinh phí, tổng kinh phí,
nguồn kinh phí, dự toán thu, dự toán chi, dự toán thu ngân sách, dự toán chi ngân sách, gói hỗ trợ, gói tín dụng, ngân sách,
ngân sách địa phương, ngân sách trung ương, ngân sách nhà nước, tài sản, tổng tài sản, thiệt hại, tổng thiệt hại, giá, giá bán, giá mua,
giá thành, giá vàng, giá xăng, giá điện, giá dầu, giá đất, giá trúng thầu, đơn giá, giá khởi điểm, mệnh giá, số tiền, tổng số tiền,
khoản tiền, khoản thu, khoản chi, khoản vay, số vốn, tổng số vốn, số thuế, tổng số thuế, số lãi, số lỗ, số chi, tiết kiệm chi, tiết kiệm,
chênh lệch, thặng dư, thâm hụt, kiều hối, lượng kiều hối, dự trữ ngoại hối, vốn fdi, vốn oda, oda, fdi, viện trợ, vốn viện trợ, quy đổi,
học bổng, suất đầu tư, chi tiêu, mức chi tiêu, công nợ, giảm trừ gia cảnh, bảo lãnh, cho vay
"""
RATES = """
tỷ lệ, tỉ lệ, tỷ trọng, tỉ trọng, tỷ suất, tỷ số, tỷ giá, cơ cấu, tốc độ, tốc độ tăng, tốc độ tăng trưởng, mức tăng, mức tăng trưởng,
mức giảm, nhịp độ tăng, tăng trưởng kinh tế, tăng trưởng gdp, tăng trưởng grdp, tăng trưởng tín dụng, gdp, grdp, cpi, iip, chỉ số,
chỉ số giá tiêu dùng, chỉ số sản xuất công nghiệp, chỉ số sản xuất, chỉ số giá, chỉ số hài lòng, chỉ số tồn kho, chỉ số tiêu thụ,
lạm phát, lạm phát cơ bản, lãi suất, mặt bằng lãi suất, độ che phủ, độ che phủ rừng, tỷ lệ che phủ rừng, tỷ lệ hộ nghèo, tỷ lệ nghèo,
tỷ lệ thất nghiệp, tỷ lệ lao động qua đào tạo, tỷ lệ giải ngân, tỷ lệ đô thị hóa, tỷ lệ đô thị hoá, tỷ lệ bao phủ, tỷ lệ sử dụng,
tỷ lệ hoàn thành, tỷ lệ tăng dân số, tỷ lệ sinh, tỷ lệ giải quyết, tỷ lệ đúng hạn, tỷ lệ chuyên cần, tỷ lệ tốt nghiệp, tỷ lệ lấp đầy,
tỷ lệ nợ xấu, tỷ lệ hộ, tỷ lệ dân số, tỷ lệ số, tỷ lệ thu gom, tỷ lệ tiêm, tỷ lệ trẻ em, tiến độ, tiến độ giải ngân,
khối lượng hoàn thành, mức độ, mức độ hài lòng, xác suất, hệ số, hệ số sử dụng đất, năng suất lao động, thuế suất, mức thuế, tỷ lệ phiếu,
tỷ lệ ủng hộ, thị phần, tăng trưởng, chất lượng, hiệu suất, độ mặn, độ ẩm, độ phủ, công suất phòng, hiệu quả sử dụng, tăng dân số,
mức sinh
"""
AREAS = """
diện tích, tổng diện tích, diện tích gieo trồng, diện tích đất, diện tích rừng, diện tích tự nhiên, diện tích nuôi trồng, diện tích sàn,
diện tích trồng, diện tích lúa, diện tích thu hoạch, diện tích mặt nước, diện tích nhiễm, diện tích giải phóng mặt bằng, diện tích cây,
đất, đất đai, đất ở, đất lúa, đất nông nghiệp, đất lâm nghiệp, đất phi nông nghiệp, đất trồng lúa, đất rừng, đất công nghiệp,
đất chưa sử dụng, đất sản xuất, đất sạch, đất công, quỹ đất, mặt bằng, mặt nước, rừng, rừng trồng, rừng phòng hộ, rừng đặc dụng,
rừng sản xuất, rừng tự nhiên, trồng rừng, lúa, lúa đông xuân, lúa hè thu, lúa mùa, lúa thu đông, ngô, sắn, mía, cà phê, cao su, hồ tiêu,
chè, điều, cây ăn quả, cây ăn trái, cây công nghiệp, cây trồng, cây hằng năm, cây lâu năm, rau màu, rau, hoa màu, cây dược liệu,
dược liệu, vùng nguyên liệu, vùng chuyên canh, quy mô diện tích, gieo trồng, gieo cấy, gieo sạ, thả nuôi, xuống giống, canh tác, nhà ở,
sàn
"""
AMOUNTS = """
sản lượng, tổng sản lượng, sản lượng lương thực, sản lượng khai thác, sản lượng nuôi trồng, sản lượng thủy sản, sản lượng điện,
sản lượng thịt, sản lượng lúa, sản lượng hàng hóa, năng suất, năng suất lúa, năng suất bình quân, khối lượng, tổng khối lượng,
trọng lượng, tổng trọng lượng, trọng tải, lượng, lượng hàng, lượng hàng hóa, lượng rác, lượng nước, lượng mưa, lưu lượng, dung tích,
dung lượng, thể tích, trữ lượng, công suất, tổng công suất, công suất thiết kế, sức chứa, sức mua, nhu cầu, nhu cầu tiêu thụ, nguồn cung,
lượng tiêu thụ, điện năng, điện thương phẩm, sản lượng điện thương phẩm, hàm lượng, nồng độ, mực nước, tổn thất, tải trọng, hàng,
hàng hóa, hàng hoá, hàng lậu, hàng nhập lậu, hàng giả, hàng tiêu dùng, gạo, lương thực, thóc, thực phẩm, thịt, thịt lợn, thịt trâu,
thịt gà, thịt hơi, tôm, cá, cá tra, hải sản, thủy sản, thuỷ sản, nông sản, rác, rác thải, chất thải, chất thải rắn, nước thải, than, đá,
cát, xi măng, thép, phân bón, gỗ, gỗ rừng trồng, củi, xăng, dầu, dầu thô, khí đốt, ma túy, ma tuý, heroin, thuốc phiện, thuốc nổ, pháo,
pháo nổ, thuốc lá, rượu, bia, đường cát, muối, giống, hạt giống, sữa, trứng, vật liệu, nguyên liệu, hóa chất, quặng, vàng, khoáng sản,
phế liệu, lâm sản, vải, mỹ phẩm
"""
LENGTHS = """
chiều dài, tổng chiều dài, độ dài, chiều rộng, chiều cao, độ cao, chiều sâu, độ sâu, cự ly, khoảng cách, quãng đường, đường, đường bộ,
đường sắt, đường cao tốc, cao tốc, đường giao thông, đường giao thông nông thôn, giao thông nông thôn, đường nông thôn, đường bê tông,
đường liên xã, đường liên thôn, đường tỉnh, đường huyện, đường xã, đường trục, đường nội đồng, đường nhựa, đường ống, đường dây,
đường biên giới, đường dẫn, bờ biển, đê, đê biển, kè, kênh, kênh mương, mương, cống, rãnh, vỉa hè, mặt đường, sông, tuyến, tuyến đường,
đoạn tuyến, tuyến cao tốc, tuyến chính, tuyến nhánh, cầu, hầm, lưới điện, cáp, đường ven biển, đường vành đai
"""
COUNTS = """
số, tổng số, số lượng, số lượt, lượng khách, lượt khách, tổng lượt khách, khách, khách du lịch, khách quốc tế, khách nội địa, hành khách,
dân số, dân cư, quy mô dân số, quy mô, tổng đàn, đàn, đàn lợn, đàn bò, đàn trâu, đàn gia cầm, gia súc, gia cầm, số người, số hộ, số vụ,
số ca, số lao động, số doanh nghiệp, số dự án, số xã, số hồ sơ, số đơn, số cuộc, số lớp, số trường, số học sinh, số giường bệnh,
lực lượng lao động, lao động, việc làm, nhân lực, nguồn nhân lực, biên chế, tổng biên chế, đảng viên, hội viên, đoàn viên, học sinh,
sinh viên, giáo viên, cán bộ, công chức, viên chức, người dân, hộ dân, hộ nghèo, hộ cận nghèo, hộ gia đình, người lao động, doanh nghiệp,
hợp tác xã, tai nạn giao thông, vụ tai nạn, tội phạm, vi phạm, hồ sơ, thủ tục, thủ tục hành chính, dịch vụ công, tiêu chí, điểm số,
xếp hạng, thứ hạng, phương tiện, xe, tàu cá, container, tờ khai, lô hàng, kiến nghị, đơn thư, ý kiến, văn bản, dự án, công trình,
sản phẩm, người tham gia, người có việc làm, số tham gia, đối tượng, người nghèo, trẻ em, người cao tuổi, người có công, nông dân, phụ nữ,
công nhân
"""
TIMES = """
thời gian, thời hạn, thời lượng, thời gian thực hiện, thời gian giải quyết, thời gian thông quan, thời gian thi công, thời gian lưu trú,
tuổi thọ, tuổi thọ bình quân, độ tuổi, tuổi, số ngày, số năm, số giờ, số tháng, tiến độ thi công
"""

HEADS = {"money": MONEY, "rate": RATES, "area": AREAS, "amount": AMOUNTS, "length": LENGTHS, "count": COUNTS, "time": TIMES}

EMPTY = """
con số, con số này, kết quả, kết quả này, số này, tỷ lệ này, mức này, số liệu, tình hình, công tác, hoạt động, việc, nội dung, vấn đề,
nhiệm vụ, chỉ tiêu, chỉ tiêu này, mục tiêu, kế hoạch, dự toán, tổng, tổng cộng, toàn bộ, hầu hết, phần lớn, đa số, mức, phần, khoản, loại,
nhóm, số còn lại, nguồn này, nguồn, chủ yếu, cơ bản, giai đoạn, kỳ, thời điểm, tính chung, lũy kế, luỹ kế, trung bình, bình quân, thực tế,
hiện trạng, phương án, phong trào, chương trình, đề án, lĩnh vực, khâu, bước, thông tin, điểm, trường hợp, mặt, phương diện
"""
"""Nouns that alone name nothing: what they are of stands near."""
WITHIN = """
bình quân đầu người, đầu người, hằng năm, hàng năm, trên địa bàn, địa bàn, toàn xã hội, xã hội, nhà nước, nông thôn, đô thị, thành thị,
theo giá hiện hành, giá hiện hành, theo giá so sánh, giá so sánh, hiện hành, so sánh, cố định, kinh tế, kinh tế - xã hội, công nghiệp,
nông nghiệp, lâm nghiệp, dịch vụ, xây dựng, xây dựng cơ bản, thương mại, du lịch, vận tải, bán lẻ, tiêu dùng, xuất khẩu, nhập khẩu,
xuất nhập khẩu, nội địa, quốc tế, trực tiếp, nước ngoài, trong nước, ngoài nước, trung ương, địa phương, ngoài ngân sách,
ngoài quốc doanh, quốc doanh, tư nhân, tập thể, cá thể, công lập, ngoài công lập, chính sách, ưu đãi, ủy thác, bảo hiểm, bảo hiểm xã hội,
bảo hiểm y tế, bảo hiểm thất nghiệp, bhxh, bhyt, tự nguyện, bắt buộc, y tế, giáo dục, đào tạo, dạy nghề, qua đào tạo, có việc làm,
đa chiều, tiếp cận, hợp vệ sinh, sạch, quốc gia, chuẩn quốc gia, đạt chuẩn, đạt chuẩn quốc gia, nông thôn mới, nông thôn mới nâng cao,
nông thôn mới kiểu mẫu, đạt chuẩn nông thôn mới, văn hóa, gia đình văn hóa, thành lập mới, đăng ký mới, cấp mới, mới, tăng thêm, bổ sung,
còn hiệu lực, đang hoạt động, ngừng hoạt động, tạm ngừng hoạt động, giải thể, phá sản, quay trở lại hoạt động, được giao, được cấp,
được duyệt, phê duyệt, được phê duyệt, được hỗ trợ, được giải quyết, đã giải ngân, đúng hạn, trước hạn, quá hạn, trễ hạn, một phần,
toàn trình, trực tuyến, mức độ 3, mức độ 4, mức độ cao, cấp tỉnh, cấp huyện, cấp xã, cấp quốc gia, các loại, các cấp,
đặc biệt nghiêm trọng, nghiêm trọng, rất nghiêm trọng, ít nghiêm trọng, hình sự, hành chính, dân sự, giao thông, trật tự, an toàn,
môi trường, trái phép, bất hợp pháp, không rõ nguồn gốc, buôn lậu, gian lận thương mại, hàng cấm, tham nhũng, lãng phí, tiêu cực,
khó khăn, đặc biệt khó khăn, có hoàn cảnh khó khăn, nghèo, cận nghèo, thoát nghèo, tái nghèo, dân tộc thiểu số, khai thác, nuôi trồng,
chế biến, chế tạo, chế biến chế tạo, thương phẩm, hơi, bền vững, công nghệ cao, hữu cơ, ocop, vietgap, tái định cư, nhà ở xã hội, thu hồi,
giải phóng mặt bằng, đầu tư công, trọng điểm, thành phần, đô thị hóa, số hóa, điện tử, không dùng tiền mặt, chủ động, tự chủ,
thường xuyên, phát triển, sản xuất, kinh doanh, sản xuất kinh doanh, tín dụng, chính sách xã hội
"""
"""What narrows a head, inside its name."""
DEEDS = """
thu giữ, tịch thu, tạm giữ, bắt giữ, bắt, phát hiện, xử lý, xử phạt, phạt, xử phạt vi phạm hành chính, khởi tố, truy tố, xét xử, điều tra,
triệt phá, triệt xóa, triệt xoá, vận chuyển, buôn bán, tàng trữ, tiêu hủy, tiêu huỷ, ngăn chặn, kiểm tra, thanh tra, kiểm toán, giám sát,
kiểm soát, rà soát, thẩm định, thẩm tra, xác minh, kết luận, kiến nghị thu hồi, kiến nghị xử lý, truy thu, hoàn thuế, hoàn trả,
nộp ngân sách, nộp, thu nộp, đã thu, thực thu, quyết toán, giải ngân, thanh toán, phân bổ, phân khai, bố trí, cấp, cấp phát, giao vốn,
tạm ứng, ứng vốn, chi, chi trả, trao, trao tặng, tặng, tặng quà, hỗ trợ, trợ giúp, cứu trợ, vay, vay vốn, huy động, vận động, quyên góp,
ủng hộ, đóng góp, đầu tư, đầu tư xây dựng, xây, xây mới, khởi công, khánh thành, thi công, nâng cấp, cải tạo, sửa chữa, mở rộng, lắp đặt,
làm, cứng hóa, cứng hoá, bê tông hóa, bê tông hoá, trồng, trồng mới, chăm sóc, khoán bảo vệ, thu hoạch, nuôi, thả, cung cấp, cung ứng,
tiêu thụ, bán, mua, mua sắm, thu mua, nhập, xuất, tiếp nhận, giải quyết, thụ lý, trả lời, cấp giấy, cấp phép, cấp giấy phép,
cấp giấy chứng nhận, chứng nhận, công nhận, ban hành, ký kết, ký, thu hút, đăng ký, kết nạp, bồi dưỡng, tập huấn, tuyển dụng, tuyển sinh,
tuyên truyền, phổ biến, tổ chức, mở, khám, khám bệnh, chữa bệnh, điều trị, tiêm, tiêm chủng, tiêm phòng, xét nghiệm, cách ly, đón,
đón tiếp, phục vụ, vận hành, thành lập, sắp xếp, sáp nhập, tinh giản, cắt giảm, bãi bỏ, đơn giản hóa, đơn giản hoá, luân chuyển, bổ nhiệm,
kỷ luật, khiển trách, cảnh cáo, khai trừ, khen thưởng, biểu dương, tiếp công dân, tiếp, đối thoại, hòa giải, hoà giải, thi hành, di dời,
bồi thường, đền bù, bàn giao, giao đất, cho thuê đất, thu hồi đất, đấu giá, đấu thầu, chuyển đổi, chuyển mục đích, quy hoạch, đo đạc,
giới thiệu việc làm, tạo việc làm, giải quyết việc làm, giúp, giúp đỡ, xóa, xoá, xóa nhà tạm, làm chết, bị thương, thương vong, mất tích,
ngập, sập, tốc mái, hư hỏng, cháy, xảy ra, để xảy ra, gây thiệt hại, tham gia, tham dự, thu gom, thoái vốn, cổ phần hóa, cổ phần hoá,
chuyển giao, điều chuyển, khắc phục, miễn giảm, miễn, gia hạn, thưởng, chuyển, trích, chuyển sang, hưởng, được hưởng, đề nghị khởi tố,
đấu tranh
"""
"""What is done with things counted, or happens to them."""
SAYING = """
cho biết, cho rằng, cho hay, cho thấy, nói, nêu, nêu rõ, chỉ ra, chỉ rõ, nhấn mạnh, khẳng định, đánh giá, ghi nhận, báo cáo, thông báo,
phản ánh, phát biểu, đề nghị, đề xuất, yêu cầu, chỉ đạo, quán triệt, lưu ý, phấn đấu, quyết tâm, nỗ lực, tập trung, tiếp tục, đẩy mạnh,
tăng cường, nâng cao, thúc đẩy, góp phần, bảo đảm, đảm bảo, duy trì, giữ vững, hoàn thành, thực hiện, triển khai, chấp thuận, đồng ý,
thống nhất, cho phép, giao, tham mưu, phối hợp, chủ trì, thống kê, ước tính, tính toán, công bố, phân tích, nhận định, dự báo, giải trình,
làm rõ, xác định, đặt ra, đề ra, đặt mục tiêu, hướng tới, theo dõi, căn cứ, trên cơ sở, được biết, ảnh hưởng, tác động, dẫn đến, dẫn tới,
tạo điều kiện, nhằm, khiến, làm cho, trong bối cảnh, chịu, đòi hỏi, đáp ứng, vượt mức, vượt qua
"""
"""Verbs of saying, asking, striving and bringing about: what follows them may be a name, they are no part of one."""
QUALITIES = """
cao, thấp, khá, tốt, mạnh, lớn, nhỏ, nhanh, chậm, nhiều, ít, rất, còn, chưa, không, vẫn, khá cao, rất cao, rất thấp, khá tốt, ổn định,
tích cực, đáng kể, vượt bậc, ấn tượng, khả quan, kịp thời, hiệu quả, có hiệu quả, quyết liệt, nghiêm túc, thuận lợi, phức tạp, toàn diện,
đồng bộ, kỷ lục, cao nhất, thấp nhất, lớn nhất, hơn, nhất, dẫn đầu, đứng đầu, tương đối, đột biến, liên tục, ngày càng, đặc biệt, nổi bật,
quan trọng, cơ bản hoàn thành, tương ứng, lần lượt, từng bước, bước đầu, sớm, đúng tiến độ, vượt tiến độ, cao hơn, thấp hơn
"""
WHO = """
lực lượng, lực lượng chức năng, cơ quan, cơ quan chức năng, công an, bộ đội, biên phòng, hải quan, ngành, toàn ngành, các ngành,
các địa phương, đơn vị, các đơn vị, chính quyền, ủy ban, uỷ ban, hội đồng, lãnh đạo, bí thư, chủ tịch, phó chủ tịch, giám đốc,
phó giám đốc, bộ trưởng, thứ trưởng, cục trưởng, phó cục trưởng, tổng cục trưởng, phó tổng cục trưởng, thủ tướng, phó thủ tướng,
chính phủ, quốc hội, đại biểu, đồng chí, ông, bà, người đứng đầu, chuyên gia, nhà đầu tư, chủ đầu tư, nhà thầu, ngân hàng, tập đoàn,
công ty, tổng công ty, thành ủy, tỉnh ủy, huyện ủy, đảng ủy, đảng bộ, ban chỉ đạo, ban quản lý, cục, chi cục, sở, bộ, kho bạc, tòa án,
viện kiểm sát, mặt trận, hội nông dân, hội phụ nữ, đoàn thanh niên, công đoàn, bệnh viện, nhà trường, nhà máy, doanh nghiệp nhà nước
"""
WHERE = """
cả nước, toàn quốc, toàn tỉnh, toàn huyện, toàn xã, toàn thành phố, toàn thị xã, tỉnh, huyện, xã, phường, thị trấn, thị xã, thành phố,
toàn đặc khu, đặc khu,
quận, vùng, khu vực, miền, miền trung, miền bắc, miền nam, tây nguyên, thế giới, khu, thôn, bản, ấp, cửa khẩu, cảng, sân bay,
khu công nghiệp, khu kinh tế, cụm công nghiệp, khu đô thị, trụ sở, nơi, hiện trường, trường, chợ, biên giới, vùng biển
"""
WORDS = HEADS | {"empty": EMPTY, "within": WITHIN, "deed": DEEDS, "say": SAYING, "quality": QUALITIES, "who": WHO, "where": WHERE}
"""All of them, by what they speak of."""

PLAIN_WORDS = """
định giá, giảm giá, gia đình, gia tăng, trưởng thành, thành tích, thành tựu, thành công, thành viên, cơ sở, cơ chế, cơ hội, chữ số,
nghiệp vụ, chức vụ, công vụ, mùa vụ, nghĩa vụ, nội vụ, biến động, hành động, phát động, cử động, năng động, đồng thuận, đồng thời,
đồng bào, cộng đồng, hợp đồng, lưu thông, thông qua, thông quan, phổ thông, viễn thông, truyền thông, xem xét, nhận xét, tiếp thu,
chi tiết, chi nhánh, chi bộ, chi hội, chi phối, giá trị, giá cả, tổng hợp, tổng kết, tổng thể, tổng quát, tổng cục, số hoá, thông số,
thiểu số, một số, vô số, mã số, biển số, tiêu chuẩn, tiêu biểu, định mức, mức sống, hạn mức, nợ nần, vốn dĩ, không gian, trung gian,
chế độ, nhiệt độ, cường độ, mật độ, thái độ, năng lượng, lượng hóa, thuế quan, xuất hiện, xuất phát, xuất sắc, đột xuất, thâm nhập,
hội nhập, xâm nhập, nhân khẩu, hộ khẩu, khẩu hiệu, bảo hộ, hộ tịch, hộ chiếu, phù hợp, hợp tác, hợp lý, hợp lệ, thị trường, lập trường,
điều kiện, điều hành, điều chỉnh, điều động, sự kiện, văn kiện, bưu kiện, cấu kiện, linh kiện, sáng kiến, dự kiến, kiến thức, kiến trúc,
chứng kiến, quá trình, quy trình, trình độ, tiến trình, lộ trình, thuyết trình, công nghệ, công việc, công cụ, công khai, công bằng,
công dân, gia công, nhân công, vụ án, đồ án, kết án, bản án, đáp án, giải pháp, biện pháp, phương pháp, tư pháp, pháp luật, cấp bách,
cấp thiết, cao cấp, trung cấp, sơ cấp, khẩn cấp, phân cấp, đẳng cấp, bậc cấp
"""
"""Words of two syllables or more that no name begins or ends inside."""
SPLIT_WORDS = """
tổng mức, ứng trước, tạm ứng, bà con, xuất khẩu, nhập khẩu, quân số, sĩ số, sỹ số, hệ số,
hàng tháng, hằng tháng, miễn phí, quảng cáo, tiêm phòng, tiêm chủng, giao quân, tuyển quân, đo đạc,
hoàn thành, hoàn tất, hoàn thiện, hình thành, trở thành, trở lại, ban đầu,
chứng từ, hiện có, sẵn có, cuối cùng, suy giảm, trải qua, đi lại, ngược lại, tồn tại, truyền đạt, quán triệt, bên trong,
có thể, không thể, cụ thể, toàn thể, tập thể, cơ thể, chủ thể, đoàn thể, thời gian, dân gian, thời kỳ, thời hạn, thời sự, đương thời,
kịp thời, tạm thời, nhất thời, lâu dài, kéo dài, nhân dân, người dân, nông dân, cư dân, ngư dân, toàn dân, quân dân, dân số, dân tộc,
dân sự, dân sinh, dân chủ, dân vận, dân trí, dân quân, hầu hết, hết sức, trước hết, hơn hẳn, hẳn hoi, về đích, mục đích,
đi vào, đi đôi, đi đầu, trong vòng, vòng quay, khu vực, lĩnh vực, tiêu cực, tích cực, nỗ lực, hiệu lực, năng lực, động lực, áp lực,
nguồn lực, chủ lực, thế lực, tiềm lực, nhân lực, thực lực, cơ bản, cơ quan, cơ cấu, cơ giới, cơ động, văn bản, bản đồ, bản thân,
biên bản, kịch bản, xuất bản, phiên bản, ấn bản, căn bản, tư bản, nhật bản, kế toán, dự toán, thanh toán, quyết toán, kiểm toán,
tính toán, xuất toán, đồng chí, đồng bộ, đồng tình, đồng đều, đồng loạt, đồng hành, đồng ý, hội đồng, lao động, hoạt động, vận động,
chủ động, tác động, di động, động viên, động vật, động thái, khởi động, huy động, sinh động, nhiệm vụ, dịch vụ, phục vụ, thường vụ,
thời vụ, tài vụ, đặc vụ, thương vụ, đơn vị, địa vị, chức vị, vị trí, vị thế, cương vị, đơn giản, đơn giá, đơn độc, hóa đơn, thực đơn,
con người, bộ phận, bộ máy, bộ môn, bộ đội, bộ trưởng, cán bộ, tiến bộ, toàn bộ, nội bộ, cục bộ, đảng bộ, trung bộ, nam bộ,
bắc bộ, nâng cấp, trợ cấp, cung cấp, cấp ủy, cấp uỷ, cấp phát, cấp độ, thứ cấp, giai cấp, cấp cứu, công trình, công tác, công nghiệp,
công nhân, công nhận, công bố, công an, công chức, công ty, công đoàn, công lập, công suất, công ích, công sở, công điện, công văn,
công ước, thi công, khởi công, phân công, thủ công, công cộng, thu hút, thu hồi, thu giữ, thu gom, thu hoạch, thu xếp, thu thập,
tịch thu, chi trả, cho phép, cho thấy, cho biết, cho rằng, cho hay, cho dù, đánh giá, trị giá, quản trị, chính trị, chữa trị,
điều trị, tổng quan, tổng thống, tổng đài, số lượng, số liệu, số hóa, số phận, đa số, hệ số, chỉ số, doanh số, tỷ số, nhân số, tham số,
mức độ, đúng mức, chất lượng, sản lượng, trọng lượng, khối lượng, lực lượng, trữ lượng, dung lượng, lưu lượng, hàm lượng, định lượng,
thời lượng, đo lường, sản phẩm, sản xuất, sản vật, tài sản, khoáng sản, thủy sản, lâm sản, hải sản, nông sản, di sản, cộng sản,
dược phẩm, mỹ phẩm, thực phẩm, chế phẩm, thành phẩm, phế phẩm, phẩm chất, tác phẩm, cửa khẩu, khẩu phần, đề xuất, tần suất, năng suất,
xuất xứ, xuất trình, xuất bến, xuất xưởng, ủng hộ, cứu hộ, hỗ trợ, tài trợ, viện trợ, trợ giúp, bổ trợ, cứu trợ, phụ trợ, xã hội,
xã viên, thị xã, thị trấn, trấn áp, môi trường, nhà trường, hiện trường, công trường, nông trường, trường hợp,
trường học, hội trường, quảng trường, khai trường, tăng trưởng, sinh trưởng, hiệu trưởng, hợp pháp, tích hợp, kết hợp, phối hợp, tập hợp,
thích hợp, liên hợp, lồng ghép, liên hiệp, hiệp định, hiệp hội, hội nghị, hội thảo, hội chợ, quốc hội, đại hội, lễ hội, quốc gia,
quốc tế, quốc phòng, quốc lộ, toàn quốc, gia súc, gia cầm, gia hạn, gia nhập, tham gia, chuyên gia, nhà nước, trong nước,
nước ngoài, cả nước, ngoài nước, vùng sâu, vùng xa, vùng cao, vùng miền, tiểu vùng, miền núi, miền trung, miền nam, miền bắc, biên giới,
thế giới, ranh giới, giới thiệu, giới tính, môi giới, quyết định, quy định, ổn định, xác định, nhất định, chỉ định, khẳng định,
nhận định, dự định, cố định, nghị định, giám định, thẩm định, kiểm định, chỉ đạo, chỉ tiêu, chỉ thị, chỉ huy, chỉ rõ, chỉ ra, chỉ dẫn,
chứng chỉ, địa chỉ, tôn chỉ, tiêu chí, tiêu thụ, tiêu hủy, tiêu huỷ, chi tiêu, mục tiêu, tiêu điểm, tiêu diệt, quy chuẩn, chuẩn bị,
tiêu đề, phát biểu, đại biểu, biểu dương, biểu đồ, biểu mẫu, đề nghị, đề ra, đề án, đề tài, đề cập, vấn đề, chuyên đề, chủ đề, tiền đề,
phương án, xét xử, xử lý, xử phạt, ứng xử, xử trí, đối xử, đối tượng, đối với, đối tác, đối thoại, đối ứng, đối chiếu, đối diện, đối mặt,
tuyệt đối, tương đối, phản đối, cân đối, tương lai, tương tự, tương ứng, tương đương, hiện tượng, ấn tượng, biểu tượng, khí tượng,
điều tra, điều tiết, điều chuyển, điều phối, ý kiến, kiến nghị, thành kiến, phương tiện, tiện ích, thuận tiện, thực hiện, phát hiện,
thể hiện, hiện đại, hiện nay, hiện tại, hiện hữu, hiện trạng, hiện hành, tái hiện, biểu hiện, hiện vật, tổ chức, chức năng, chức danh,
viên chức, nhân viên, đảng viên, giáo viên, học viên, ủy viên, uỷ viên, sinh viên, công viên, viên gạch, bệnh viện, học viện,
viện trưởng, bệnh nhân, tư nhân, cá nhân, nguyên nhân, nạn nhân, cử nhân, nhân sự, nhân tố, nhân rộng, nhân quyền, nhân đạo, tai nạn,
tệ nạn, hoạn nạn, khó khăn, căn cứ, cứ điểm, điểm nghẽn, điểm nóng, trọng điểm, quan điểm, địa điểm, ưu điểm, khuyết điểm, kiểm điểm,
thí điểm, đặc điểm, tập trung, trung tâm, trung bình, trung ương, trung học, trung hạn, trung hòa, tập đoàn, tập huấn, tập quán,
luyện tập, thực tập, học tập, bài tập, sở hữu, sở thích, trụ sở, chuyển đổi, chuyển biến, chuyển dịch, chuyển giao, chuyển tiếp,
vận chuyển, luân chuyển, thuyên chuyển, di chuyển, chu chuyển, trao đổi, thay đổi, đổi mới, biến đổi, quy đổi, hoán đổi, sửa đổi,
thay thế, thế mạnh, lợi thế, xu thế, thế hệ, thế nào, như thế, vì thế, toàn diện, đại diện, diện tích, phương diện, giao diện, bình diện,
nhận diện, diện mạo, tình hình, tình trạng, tình huống, tình báo, mô hình, loại hình, hình thức, hình thành, hình sự, địa hình,
điển hình, hữu hình, truyền hình, chương trình, trình tự, giải trình, tờ trình, trình duyệt, hành trình, giáo trình, phát triển,
triển khai, triển vọng, triển lãm, hàng hóa, hàng hoá, hàng loạt, hàng chục, hàng trăm, hàng nghìn,
hàng tỷ, hàng đầu, hàng hải, ngân hàng, mặt hàng, khách hàng, cửa hàng, mặt bằng, mặt nước, mặt trận, mặt trời, mặt khác, bề mặt,
tiền mặt, vắng mặt, gặp mặt, ngành nghề, ngành hàng, chuyên ngành, toàn ngành, đa ngành, liên ngành, nghề nghiệp, tay nghề,
doanh nghiệp, nông nghiệp, lâm nghiệp, sự nghiệp, tốt nghiệp, khởi nghiệp, thất nghiệp, chuyên nghiệp, ngư nghiệp, xí nghiệp,
đồng nghiệp, kinh tế, thực tế, y tế, kinh doanh, kinh nghiệm, lãng phí, miễn phí, tỷ lệ, tỉ lệ, tỷ trọng, tỷ giá, tỷ suất, trọng tâm,
trọng yếu, quan trọng, nghiêm trọng, chú trọng, coi trọng, tôn trọng, trọng tải, phong trào, phong phú, tiên phong, phòng chống,
phòng ngừa, phòng khám, phòng học, văn phòng, phòng cháy, đề phòng, dự phòng, biên phòng, giải phóng, mô phỏng, sân bay, máy móc, ô tô,
mô tô, đường bộ, đường sắt, đường thủy, đường dây, đường lối, quãng đường, đường truyền, sử dụng, tín dụng, áp dụng, ứng dụng, tác dụng,
vận dụng, lợi dụng, tuyển dụng, lịch sử, tiểu sử, tiền sử, quy mô, quy hoạch, quy chế, quy luật, kế hoạch, hạch toán, sắp xếp, xếp loại,
xếp hạng, sắp tới, sáp nhập, nhập cư, lợi ích, thuận lợi, quyền lợi, phúc lợi, thủy lợi, thắng lợi, tiện lợi, bảo đảm, đảm bảo, bảo vệ,
bảo trì, bảo tồn, bảo lãnh, báo cáo, báo chí, thông báo, dự báo, cảnh báo, tố cáo, bị cáo, quảng cáo, cáo trạng, kháng cáo, nguy hiểm,
thám hiểm, nguy cơ, động cơ, hữu cơ, thông tin, thông suốt, thông thường, thông thoáng, giao thông, hệ thống, truyền thống, thống nhất,
thống kê, tin học, niềm tin, tin cậy, tin tưởng, cung ứng, đáp ứng, phản ứng, thích ứng, hưởng ứng, khả năng, tiềm năng, tính năng,
kỹ năng, tài năng, hiệu quả, kết quả, hậu quả, thành quả, quả tang, kết luận, kết nối, kết thúc, kết nạp, sơ kết, liên kết, cam kết,
đoàn kết, ký kết, thảo luận, dư luận, lý luận, tham luận, bình luận,
giải thể, tiếp nhận, xác nhận, chứng nhận, thừa nhận, đón nhận, nhìn nhận, giao nhận, thu nhận, chấp nhận, thủ tục, phong tục, trực tiếp,
gián tiếp, giao tiếp, nối tiếp, kế tiếp, cao điểm, nhược điểm, công đoạn, phân đoạn, định kỳ, học kỳ, chu kỳ, nhiệm kỳ, mở đầu, khởi đầu,
tỉnh ủy, tỉnh uỷ, huyện ủy, huyện uỷ, thành ủy, thành uỷ, thị ủy, đảng ủy, đảng uỷ, các cấp, trở về, quân đội,
tăng tốc, tất cả, vượt qua, bỏ qua, nơi ở, chỗ ở, dương tính, âm tính, mãn tính, cấp tính, độc tính, đặc tính, vật thể, hình thể
"""
"""More words of two syllables that no name begins or ends inside; they tell nothing of what is spoken of."""
