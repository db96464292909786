"""Words at which the names of what is counted begin and end."""

OPENERS = frozenset((
    "theo", "tại", "trong", "với", "về", "sau", "đối", "trên", "qua", "từ", "đến", "nhờ", "do", "khi", "để", "ngoài", "kịp",
))  # fmt: skip
"""Words that open an adverbial, which is no part of a list of names."""
NOMINAL = frozenset((
    "tổng", "số", "tỷ lệ", "tỉ lệ", "tỷ trọng", "lượng", "dân số", "diện tích", "giá trị", "trị giá", "thu", "chi", "vốn", "doanh thu",
    "kim ngạch", "mức", "tổng số", "quy mô", "sản lượng", "năng suất", "lũy kế", "luỹ kế", "thuế", "tốc độ", "công suất", "nguồn vốn",
    "hàm lượng", "chỉ số", "thu nhập", "khối lượng", "nguồn thu", "lực lượng", "chi phí", "dư nợ", "giá", "lợi nhuận", "tỷ suất",
    "tổng mức", "số tiền", "kinh phí", "thời gian", "lưu lượng", "nợ", "xuất khẩu", "nhập khẩu", "dự toán", "chỉ tiêu", "kế hoạch",
    "mục tiêu", "giá trị gia tăng", "lãi suất", "tỉ suất", "hệ số", "mật độ", "doanh số", "mực nước", "dung tích", "trữ lượng", "chiều dài",
    "chiều cao", "chiều rộng", "đơn giá", "học phí", "tuổi thọ", "số dân", "hạn mức",
))  # fmt: skip
"""How names of measured things begin."""
NOT_NOMINAL = frozenset((
    "thu giữ", "thu hồi", "thu hút", "chi trả", "chi cục", "chi nhánh", "thu gom", "giá như", "chi bộ", "số liệu", "chi hội",
))  # fmt: skip
SURE = NOMINAL - {
    "thu",
    "chi",
    "vốn",
    "mức",
    "giá",
    "thuế",
    "nợ",
    "lượng",
    "xuất khẩu",
    "nhập khẩu",
    "thời gian",
    "kế hoạch",
    "mục tiêu",
    "chỉ tiêu",
} | {"thu ngân", "thu nội", "thu nsnn", "chi ngân"}
"""Those that begin a name even in the middle of a clause."""
CARRIERS = frozenset(("có", "với", "đạt", "gồm", "là", "đưa", "nâng", "và", "khiến", "bổ sung"))
"""Verbs before which a name that begins as such names do is complete."""
LEADING = frozenset((
    "và", "của", "là", "có", "thì", "về", "trong", "với", "các", "những", "cho", "ở", "tại", "này", "đó", "nay", "cả", "-", "–", "—",
    "còn", "lại", "qua", "được", "đến", "từ", "vào", "đạt", "cùng", "hay", "ra", "sẽ", "ước", "theo", "khi", "đối với", "ta", ",",
    "ngay", "vẫn", "đều", "đã", "nên", "nhưng", "để", "mà", "hiện", "cũng", "thực hiện", "tiến hành", "tổ chức", "triển khai",
    "nhiệm vụ", "hoàn thành", "tình hình", "kiểm soát", "duy trì", "đưa", "nâng", "chỉ", "mới", "phải", "toàn bộ", "góp phần",
    "tập trung", "đề xuất", "cơ bản", "tiếp tục", "qua đó", "công tác", "khiến", "giúp", "trên", "ghi nhận", "bao gồm", "gồm", "việc",
    "do", "tuy", "liên quan", "phối hợp", "gần đây", "vừa qua", "tuần qua", "tháng qua", "năm qua", "tuần tới", "tháng tới",
))  # fmt: skip
"""Words and pairs of words at the head of a name that are no part of it."""
NOT_LEADING = frozenset((
    "chỉ đạo", "chỉ số", "chỉ tiêu", "chỉ thị", "mới thành", "trên địa", "về đích", "ra quân", "ra mắt", "ra quyết", "cả nước",
    "giúp nhau", "giúp đỡ", "hiện đại", "các loại", "có thể", "qua đào", "ước mơ", "việc làm", "được cấp", "cùng kỳ", "trong nước",
    "các khoản",
))  # fmt: skip
"""Words that only look as if they led to a name."""
ACTORS = frozenset((
    "thành phố", "đơn vị", "tỉnh", "huyện", "thị xã", "xã", "cơ quan", "ngành", "cục", "chi cục", "bộ", "sở", "ban", "ubnd", "hđnd",
    "chính phủ", "ông", "bà", "chủ đầu tư", "tp", "công ty", "trung tâm", "phường", "quận", "thị trấn",
))  # fmt: skip
"""Who does a thing, at the head of the words that say what was done."""
NOT_DONE = frozenset(("của", "được", "có", "và", ",", "là", "bị", "do", "ở", "tại", "đạt", "không", "hành", "sự"))
"""Words after which such a word is no actor."""
TRAILING = frozenset((
    "của", "tại", "trong", "đến", "trên", "ở", "từ", "vào", "cho", "năm", "và", "là", "ngày", "tính", "-", "–", ",", "với", "hết",
    "cuối", "đầu", "cả", "này", "thời", "điểm", "so", "đã", "sẽ", "được", "cũng", "ta", "tới", "có", "tháng", "ước", "qua",
    "hiện", "về", "kỳ", "đó", "cùng", "giai", "đoạn", "thực hiện", "thời điểm", "đến nay", "hiện nay", "vẫn", "ghi", "nhận", "liên", "tục",
    "tiếp", "các", "những", "thì", "nhưng", "phải", "chưa", "có thể", "sau", "trước", "thể", "cần", "hằng",
    "mỗi", "thuộc",
))  # fmt: skip
BEFORE_PLACES = frozenset(("của", "tại", "ở", "trong", "trên địa bàn", "bàn", "cho", "trên"))
DOERS = frozenset((
    "phòng", "đội", "tổ công tác", "đội công tác", "trạm", "đảng bộ", "đảng bộ xã", "đảng bộ huyện", "đảng ủy", "công an", "chủ đầu tư",
    "nhà thầu", "lực lượng", "bộ phận", "cơ quan", "ban", "chi cục", "cục", "sở", "ubnd", "chi nhánh", "hạt", "trung tâm", "kho bạc",
    "tòa án", "viện kiểm sát", "bộ đội", "đồn", "văn phòng", "ban chỉ huy", "nhà trường", "xí nghiệp", "điện lực", "hội", "huyện đoàn",
    "bà con", "nhân dân", "người dân", "quân đội",
    "tổ hòa giải", "chiến dịch", "ngày hội", "ubkt", "ủy ban kiểm tra", "uỷ ban kiểm tra", "cấp ủy", "cấp uỷ", "quỹ", "mặt trận",
    "tổng cục", "tập đoàn", "tổng công ty", "ngân hàng", "kiểm toán nhà nước", "kiểm toán", "thanh tra tỉnh", "thanh tra huyện",
    "thanh tra chính phủ", "thanh tra bộ", "thanh tra sở", "kiểm lâm", "hải quan", "biên phòng", "quản lý thị trường", "hợp tác xã",
    "chính phủ", "bệnh viện", "bảo hiểm xã hội",
    "đài", "đài truyền thanh", "trạm y tế", "đội văn nghệ", "đoàn thanh niên", "thư viện", "bảo tàng", "công đoàn", "liên đoàn",
    "ban quản lý", "dân quân", "cảnh sát", "nhà văn hóa", "chi hội", "chi đoàn", "trung tâm y tế", "đoàn kiểm tra", "đoàn thanh tra",
    "đoàn công tác", "tổ liên ngành", "chính quyền", "ban quản lý dự án",
))  # fmt: skip
"""How bodies begin that do things, as words before a figure name them."""
