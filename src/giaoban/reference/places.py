"""Words for places: kinds of administrative unit as they are written, and the names of the provinces.

Provinces are known by bare name, so they are listed: the 63 before 1 July 2025, among which are the 34 after it.
Units below them are recognised by their kind, never by a list.
"""

KINDS = (
    "tỉnh", "thành phố", "thủ đô", "thị xã", "thị trấn", "huyện đảo", "huyện", "quận", "phường", "xã", "đặc khu",
    "thôn", "bản", "buôn", "bon", "ấp", "khóm", "khu phố", "tổ dân phố",
    "thị xã biển", "thành phố biển", "thành phố cảng", "huyện miền núi", "huyện vùng cao", "huyện biên giới", "tỉnh miền núi",
    "tỉnh biên giới", "xã miền núi", "xã vùng cao", "xã biên giới", "xã đảo", "xã ven biển", "huyện ven biển",
)  # fmt: skip
"""Kinds of place that stand before a name, some with what they are like: huyện miền núi Krông Tal."""

ABBREVIATED = ("TP", "T.P", "Tp", "TX", "T.X", "Tx", "TT", "Tt")
"""Their abbreviations, with or without a full stop."""
STOPPED = tuple(each for each in ABBREVIATED if "." not in each)
"""Those of two letters, behind which a stop ends no sentence: TP. Hạ Long."""

WHOLES = (
    "cả nước", "toàn quốc", "nước ta", "toàn tỉnh", "toàn thành phố", "toàn thị xã", "toàn huyện", "toàn quận", "toàn xã", "toàn phường",
    "toàn đặc khu", "toàn TP", "cả tỉnh", "cả huyện",
)  # fmt: skip
"""Wholes that stand for the place under discussion."""

_NAMES = """
An Giang, Bà Rịa - Vũng Tàu, Bà Rịa-Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Cạn, Bắc Ninh, Bến Tre, Bình Dương, Bình Định, Bình
Phước, Bình Thuận, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Đăk Lăk, Đắk Nông, Đăk Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai,
Hà Giang, Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương, Hải Phòng, Hậu Giang, Hòa Bình, Hoà Bình, Hồ Chí Minh, Huế, Hưng Yên, Khánh Hòa, Khánh
Hoà, Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên,
Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa, Thanh Hoá,
Thừa Thiên Huế, Thừa Thiên - Huế, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái
"""
PROVINCES = frozenset(name.strip() for name in _NAMES.replace("\n", " ").split(","))
"""Names of provinces, in both ways of placing the tone mark."""

UNIONS = ("ợp tác ", "ợp Tác ", "ông tấn ")
"""What makes xã another word: hợp tác xã, Thông tấn xã."""

_SURNAMES = """
Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Lương Mai Đào Trương Cao Tạ Chu Tô Lưu Chử Quách
Phùng Vương Tống Thân Kiều Triệu Lò Lại Nghiêm Đàm Doãn Khuất Quản Hứa Giàng Sùng Điểu
Diệp Đới Ngụy Nguỵ Bành Cháng Chẻo Hảng Xồng Thền Ksor Siu Rcom Rmah Kpă Niê Alăng Zơrâm Bhling Bnước
Êban Mlô Kbuôr Hwing Bkrông Byă Ayun Puih Bríu Pơloong Arất Chamaléa Katơr
"""
SURNAMES = frozenset(_SURNAMES.split())
"""Surnames: where the name of a person begins that follows the name of a place (Bí thư Tỉnh ủy Quảng Ninh Trần …)."""

_SELDOM = """
Hà Lâm Thái Nông Ma Vi Tòng Quàng Uông Khổng Nhữ Thào Vừ Đậu Cù Giáp Phí Lữ Mạc La Cầm Đèo Bạch Tôn Thạch Lục Hầu Vàng Nhâm
Khương Thiều Tiêu Bế Lường Sầm Hạng Tráng Lầu Phàn Tẩn Lù Y Ngọ Thẩm
Lỗ Mông Lô Rơ Kha Liêu Âu Tăng Khúc Cấn Khiếu Mẫn Biện Lèo Mè Sằn Chíu Phún Hờ Thò Chẩu Nhan Ung Ninh
Đan Lã Diêm Hàn Mã Từ Tiết Bàn Chảo Cà Mùa Chung
Vy Cung Danh Tào Tưởng Khưu Sái Sử Thôi Xa Xên Điêu Mạch Mâu Nghê Lều Lãnh Giản Cái Dư Đổng Đái Trác Khoàng Lềnh Moong Cụt Hình Ngạc Kỷ
Rah Kdăm Hmok Ating Coor Blúp Adrơng Cil Chang Lỳ Pờ
"""
SELDOM = frozenset(_SELDOM.split())
"""Surnames that are as often part of other names: they begin a person's only where two more capitals follow."""

_OPENERS = """
Theo Trong Trên Tại Kết Ảnh Về Các Những Ông Bà Với Để Khi Sau Từ Đến Năm Ngày Đây Đó Cùng Tuy Nhưng Hiện UBND HĐND TPHCM Ban Chủ Bí
Bức Huyện Tỉnh
"""
NO_NAMES = frozenset(_OPENERS.split())
"""Words that begin a sentence after "TP." and are no names."""
