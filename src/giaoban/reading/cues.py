"""Words around a figure that say what it is: verbs of level and of change, bounds, roles, plans, bases of comparison.

One table: each cue with the phrases that give it, in lower case. `reading.phrases` finds them, longest first.
"""

from enum import StrEnum


class Cue(StrEnum):
    """What a phrase says about a figure near it."""

    LEVEL = "level"  # đạt, là, còn: the figure is the value of what stands before
    HAS = "has"  # có, gồm: what follows the figure is counted
    UP = "up"
    DOWN = "down"
    MULTIPLE = "multiple"  # gấp: a change said as a multiple
    EQUAL = "equal"  # bằng: a share of another figure
    SHARE = "share"  # chiếm: a share of a total
    FROM = "from"
    TO_UP = "to_up"  # lên: the later of two levels
    TO_DOWN = "to_down"
    OVER = "over"
    UNDER = "under"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ESTIMATE = "estimate"
    TARGET = "target"  # phấn đấu, sẽ: verbs of aiming
    DUTY = "duty"  # phải, giao: aiming only right before the figure
    AIM = "aim"  # mục tiêu, kế hoạch: the aim itself
    PLAN = "plan"  # what a figure is measured against
    VERSUS = "versus"  # so với
    SAME = "same"  # cùng kỳ
    DONE = "done"  # đã: what follows is an action done
    LINK = "link"  # trong đó: what follows is a part, or a new thought
    SOFT = "soft"  # adverbs between a verb and its figure
    AGAIN = "again"  # tương đương, tức: the same in other words
    NO_FIGURE = "no_figure"  # điều, khoản: the number after it is a name
    ORDINAL = "ordinal"
    EACH = "each"
    PLAIN = "plain"  # nhà nước: words of their own, not the things counted in them
    STOP = "stop"  # conjunctions that end a name


(
    LEVEL, HAS, UP, DOWN, MULTIPLE, EQUAL, SHARE, FROM, TO_UP, TO_DOWN, OVER, UNDER, ABOUT, AT_LEAST, AT_MOST, ESTIMATE, TARGET,
    DUTY, AIM, PLAN, VERSUS, SAME, DONE, LINK, SOFT, AGAIN, NO_FIGURE, ORDINAL, EACH, PLAIN, STOP,
) = Cue  # fmt: skip
"""Each by its own name: asked of a text's words tens of thousands of times, and a member of an enumeration is slow to look up."""

PHRASES: dict[Cue, str] = {
    Cue.LEVEL: """
        đạt và vượt,
        đạt, đạt được, đạt tới, đạt mức, đạt con số, là, còn, chỉ còn, hiện còn, ở mức, mức, được, chỉ đạt, mới đạt, đã đạt, đạt kỷ lục,
        vượt mốc, vượt ngưỡng,
        đạt tỷ lệ, đạt tỉ lệ, tỷ lệ là, cán mốc, chạm mốc, đạt mốc, cán đích, cập mốc, chạm ngưỡng, về mức, duy trì ở mức,
        giữ ở mức, ở ngưỡng, con số, lên con số, đạt
        thấp, đạt cao, đạt kết quả, đạt được kết quả
    """,
    Cue.HAS: """
        có, hiện có, gồm, gồm có, bao gồm, có tới, có đến, có thêm, chỉ có, còn có, đã có, với, cho, tổng số, với tổng số, tổng cộng,
        đối với, được, trao, tặng, cấp, về, thêm
    """,
    Cue.UP: """
        tăng, tăng thêm, tăng lên, tăng trưởng, tăng mạnh, tăng nhẹ, tăng cao, tăng khá, cao hơn, nhiều hơn, nhỉnh hơn, lớn hơn, nhanh hơn,
        vượt,
        vượt mức,
        vượt chỉ tiêu, vượt kế hoạch, vượt dự toán, hơn so với, tăng đột biến, tăng bình quân, tăng trưởng bình quân, tăng trưởng đạt,
        tăng so với, nâng, tăng đáng kể, tăng vượt bậc, dài hơn, tăng tương ứng, đã tăng, tăng trưởng cao, tăng trưởng rất cao, tăng
        trưởng dương, tăng rất cao, tăng trưởng khá, tăng thu, tăng nhanh, tăng vọt, tăng gần như, tăng trưởng với tốc độ,
        tăng bình quân hằng năm, tăng bình quân hàng năm, tăng bình quân mỗi năm, tăng trưởng bình quân hằng năm, tăng trưởng bình quân hàng
        năm, tăng trưởng bình quân mỗi năm, tăng với tốc độ, tăng trưởng ở mức, có thể tăng, có thể vượt, tăng ấn tượng, tăng đều, tăng
        liên tục, tăng khá cao, tăng mỗi năm, tăng hằng năm, tăng hàng năm, nhích, nhích nhẹ, gia tăng, leo thang, bật tăng,
        tăng dần, có khả năng tăng, có khả năng vượt,
        tăng đột ngột
    """,
    Cue.DOWN: """
        giảm, giảm nhẹ, giảm mạnh, giảm sâu, giảm sút, sụt giảm, sụt, giảm bớt, giảm thêm, thấp hơn, ít hơn, hụt, hụt thu, kéo giảm, cắt
        giảm, giảm bình quân, giảm so với, tăng trưởng âm, giảm được, kéo giảm được, cắt giảm được, giảm dần, giảm đáng kể, giảm còn
        lại, giảm bình quân hằng năm, giảm bình quân hàng năm, giảm bình quân mỗi năm, giảm thu, có thể giảm, giảm tương ứng, tiết giảm,
        tinh giản, giảm sâu nhất, giảm mỗi năm, giảm hằng năm, giảm hàng năm, bớt, bớt được,
        suy giảm, kém xa, thua xa, kém hơn, thấp hơn nhiều, có khả năng giảm, có khả năng hụt, lao dốc, co lại, co hẹp, thu hẹp,
        sụt mạnh, sụt giảm mạnh, giảm nhanh,
        giảm đều, giảm liên tục
    """,
    Cue.MULTIPLE: "gấp, tăng gấp, cao gấp, lớn gấp, nhiều gấp, vượt gấp, cao hơn gấp",
    Cue.EQUAL: "=, bằng, chỉ bằng, mới bằng, tương đương với, xấp xỉ bằng",
    Cue.SHARE: "chiếm, chiếm tỷ lệ, chiếm tỷ trọng, chiếm tỉ lệ, chiếm tỉ trọng, đóng góp, với tỷ lệ, với tỷ trọng",
    Cue.FROM: "từ, từ mức, từ chỗ",
    Cue.TO_UP: """
        lên, vọt lên, vọt lên mức, nhảy lên, nhích lên, leo lên, lên mức, tăng lên mức, đạt lên, tới, đến, nâng lên,
        nâng lên thành, lên thành
    """,
    Cue.TO_DOWN: """
        xuống, xuống còn, giảm xuống, giảm xuống còn, giảm còn, hạ xuống, rút xuống, rút xuống còn, xuống mức, rút ngắn còn,
        rút còn, giảm xuống
        chỉ còn, giảm chỉ còn, xuống chỉ còn, rút ngắn xuống còn, rớt còn, rớt xuống, rớt xuống còn, tụt còn, tụt xuống, tụt xuống còn
    """,
    Cue.OVER: "đạt và vượt, vượt mốc, vượt ngưỡng, trên, hơn, quá, vượt quá, vượt trên",
    Cue.UNDER: "nhỏ hơn, dưới, gần, chưa đầy, chưa đến, chưa tới, không đến, không tới, non, ngót, chưa quá, còn dưới",
    Cue.ABOUT: "khoảng, xấp xỉ, khoảng chừng, chừng, vào khoảng, trong khoảng, ~, tầm, ước khoảng, cỡ, quãng, trên dưới",
    Cue.AT_LEAST: "tối thiểu, ít nhất, thấp nhất, ít nhất là, tối thiểu là, không dưới, không thấp hơn, không ít hơn, ≥, tối thiếu",
    Cue.AT_MOST: """
        tối đa, không quá, nhiều nhất, không vượt quá, tối đa là, không cao hơn, không lớn hơn, trong vòng, tối đa không quá, ≤, dưới
        mức
    """,
    Cue.ESTIMATE: """
        ước, ước đạt, ước tính, ước thực hiện, ước tính đạt, dự kiến, dự kiến đạt, dự ước, ước thực hiện đạt, dự tính, dự báo, ước thu,
        ước thu đạt, ước chi, ước cả năm, có thể đạt, có thể tăng, có thể vượt, có thể lên, có thể giảm, có thể dừng,
        ước khoảng, theo tính toán, có thể gây, có thể thu, có thể làm, có thể mất, có thể xuống, có thể thiệt hại,
        nhiều khả năng, khả năng đạt, có khả năng đạt, có khả năng vượt, có khả năng hụt, có khả năng tăng, có khả năng giảm, có khả năng
        lên, có khả năng mất, ước sơ bộ, tạm ước, ước lượng, dự đoán
    """,
    Cue.TARGET: """
        phấn đấu, phấn đấu đạt, sẽ, sẽ có, sẽ đạt, quyết tâm, quyết tâm đạt, phải đạt, cần đạt, được giao,
        để đạt, để đạt được, để đảm bảo, để bảo đảm, nhằm đạt,
        phần đấu, phân đấu, hướng tới, muốn đạt, muốn đạt được, đặt mục tiêu, đặt ra mục tiêu, đề ra mục tiêu, còn phải, phải phấn đấu,
        cam kết, khó đạt, khó đạt được, khó có thể đạt, nhắm tới, nhắm đến, hướng đến, hướng đến mục tiêu, kỳ vọng, kỳ vọng đạt,
        ra sức, dự định, tiến tới, cố gắng đạt,
        nỗ lực đạt, lên kế hoạch, có kế hoạch, đặt chỉ tiêu, đặt kế hoạch, khống chế ở mức, kiềm chế ở mức, ấn định ở mức, phải đạt được,
        cần đạt được, ra sức thực hiện
    """,
    Cue.DUTY: "phải, cần, giao, đặt ra, đề ra, bảo đảm, đảm bảo",
    Cue.AIM: """
        mục tiêu, chỉ tiêu, kế hoạch, dự toán, dự toán năm, kế hoạch năm, chỉ tiêu phấn đấu, nhiệm vụ được giao, dự toán giao, kế
        hoạch giao, chỉ tiêu giao, kế hoạch đề ra, mục tiêu đề ra, chỉ tiêu đề ra, tầm nhìn, định hướng, nhiệm vụ thu, nhiệm vụ chi,
        dự toán được giao, chỉ tiêu được giao, kế hoạch được giao, dự toán pháp lệnh, chỉ tiêu pháp lệnh, kế hoạch vốn, theo quy
        hoạch, theo qui hoạch
    """,
    Cue.PLAN: """
        kế hoạch, kh, kế hoạch năm, dự toán, dự toán năm, chỉ tiêu, nghị quyết, nq, mục tiêu, mục tiêu đề ra, kế hoạch đề ra, chỉ tiêu
        đề ra, dự toán giao, kế hoạch giao, chỉ tiêu giao, chỉ tiêu phấn đấu, dt, kế hoạch vốn, dự toán được giao, kế hoạch được giao,
        chỉ tiêu được giao, nhiệm vụ được giao, nhiệm vụ năm, nhiệm vụ, mức phấn đấu, pháp lệnh, dự toán pháp lệnh, kịch bản, nghị quyết
        hđnd, số giao, chỉ tiêu pháp lệnh, nghị quyết đề ra, nhiệm vụ giao
    """,
    Cue.VERSUS: "so với, so, so với mức, so với con số, so với thời điểm, hơn so với",
    Cue.SAME: "cùng kỳ, cùng kì, cùng kỳ năm trước, cùng kỳ năm ngoái, cùng thời điểm, cùng thời gian, ck, svck, cùng kỳ năm",
    Cue.DONE: "đã, đã được, đang, vừa, từng đạt, từng có, từng là, từng bị, từng được, đã từng, hiện đã, đã có, đã đạt, đã tăng",
    Cue.LINK: """
        trong đó, cụ thể, riêng, như, theo đó, kết quả, nhờ đó, cụ thể là, bao gồm cả, cùng với đó, bên cạnh đó, ngoài ra, đồng thời,
        đến nay, hiện nay, hiện, tính chung, lũy kế, luỹ kế, tính đến, hơn nữa, đặc biệt, tuy nhiên, tuy vậy, tuy thế, nhìn chung, mặt
        khác, qua         đó, từ đó, do đó, vì vậy, trước đó, đáng chú ý, trong số đó, tính ra, trong khi, trong khi đó, mặc dù, nhưng,
        song, còn lại, số         còn lại, tới nay, cho đến nay, tính đến nay, kết quả là, nhất là, nổi bật là, như vậy, vì thế, do vậy,
        nhờ vậy, bởi vậy, hiện         tại, thực tế, trước hết, thứ nhất, thứ hai, thứ ba, thứ tư, thứ năm, một là, hai là, ba là, cuối
        cùng, điển hình là, điển hình         như, ngược lại, trái lại, được biết
    """,
    Cue.SOFT: """
        lần lượt, lần lượt là,
        chỉ, mới, cũng, đều, vẫn, lại, thêm, rất, khá, cả, nhẹ, mạnh, thực hiện, thực hiện được, bình quân, đạt khá, thêm được, nữa,
        chỉ tiêu thụ, thực, ngay, tận, có tới, tới tận, tăng nhẹ, vỏn vẹn, vẻn vẹn, chỉ vỏn vẹn, chỉ vẻn vẹn
    """,
    Cue.AGAIN: "tương đương, tương ứng, tức, tức là, hay, quy đổi, tương ứng với, tương đương khoảng",
    Cue.NO_FIGURE: """
        điều, khoản, điểm, chương, mục, phụ lục, biểu, mẫu số, trang, khóa, khoá, kỳ họp, phiên họp thứ, hạng, quốc lộ, ql, tỉnh lộ, tl,
        tuyến số, lô số, khu vực, giai đoạn, bước, đề án, nghị quyết, nghị định, luật, chỉ thị, thông tư, quyết định, kết luận, công
        văn, văn bản, kế hoạch số, chương trình, ban chỉ đạo, dự án số, covid, covid -, covid –, mức độ, cấp độ, điện thoại, đt, fax,
        tel, hotline, số, nhóm, loại, cấp, tổ, đội, quận, phường, đường, phố, ngõ, ngách, thôn, ấp, tiểu khu, lớp, công nghiệp, cách
        mạng công nghiệp, thế hệ, phiên bản, nghị quyết trung ương, trung ương, kỳ, bài, kì, cụm, vành đai, bệnh nhân, bn, mũi,
        biểu số, đợt,
        nghị quyết số, tháng, quý, trung đoàn, sư đoàn, binh đoàn, quân khu, hộp thư, vùng, chung cư, đồn, lữ đoàn, xóm, hội nghị lần
        thứ, ban, số nhà, vòng, khu phố, tổ dân phố, khóm, khu dân cư, khu
        vực, buôn, chi bộ, tiểu đoàn, đại đội, liên ngành
    """,
    Cue.ORDINAL: """
        một trong, một trong những, nằm trong, trong danh sách, danh sách, thứ, lần thứ, đứng thứ, vị trí thứ, hạng thứ, đứng, xếp thứ,
        xếp hạng, nằm trong nhóm, trong nhóm, vào nhóm, trong tốp, top, tốp, nhóm
    """,
    Cue.EACH: "mỗi, bình quân, trung bình, bình quân mỗi, trung bình mỗi",
    Cue.PLAIN: """
        thiểu số, đa số, dân tộc thiểu số, cấp trên, cấp dưới, tuyến trên, tuyến dưới, giảm tải, kế hoạch hóa, kế hoạch hoá,
        chương trình mục tiêu, mục tiêu quốc gia, chương trình mục tiêu quốc gia, kế hoạch tài chính, kế hoạch - tài chính,
        kế hoạch – tài chính, tài chính kế hoạch, tài chính - kế hoạch, tài chính – kế hoạch, kế hoạch và đầu tư,
        kế hoạch tổng hợp, kế hoạch - tổng hợp, kế hoạch nghiệp vụ, kế hoạch - nghiệp vụ, kế hoạch - kỹ thuật,
        giá trị gia tăng, bệnh nhân đạo, bà con, tăng ca, tăng gia, giảm án, bàn giao, giao đất, giao rừng, giao nộp, giao lưu,
        được giao dịch, được giao lưu,
        giao thông, giao dịch, giao khoán, cần thiết, phải thu, phải nộp, phải trả, phải thi hành, quá hạn, quá trình,
        như kỳ vọng, như mong đợi, tai nạn lao động, an toàn lao động, tranh chấp lao động, kỷ luật lao động, bảo hộ lao động,
        quá tải, thực phẩm, mặt bằng, giải phóng mặt bằng, bằng khen, công bằng, bằng cấp, cấp nước, cấp phép, gần đây, giảm nghèo,
        giảm thiểu, giảm trừ, tăng cường, mức sống, đến hạn, có công với, có công cách, tiêu thụ đặc biệt, đặc biệt khó khăn,
        phát hiện, xuất hiện, thể hiện, chứng chỉ, chỉ đạo, chỉ dẫn, thành lập mới, nông thôn mới, xây dựng mới, phát triển mới, làm
        mới, khởi điểm, khởi công mới, tăng mới, mở mới, trồng mới, cấp mới, đăng ký mới, kết nạp mới, nhận mới, tiếp nhận mới, thụ lý
        mới, phát sinh mới, tuyển mới, tuyển dụng mới, hưởng mới, mắc mới, thu hút mới, mua mới, đầu tư mới, xây mới, đổi mới,
        ban hành mới,
        nhà nước, đất nước, nước ngoài, nước sạch, trong nước, nước thải, nước ta, đường bộ, đường sắt, đường thủy, người dân, ngành
        nghề, bộ máy, bộ phận, quốc tế, quốc phòng, xã hội, phường xã, con người, tổ chức thực hiện, ban hành, cơ cấu, giá trị,
        cùng thời gian này, cùng thời gian trên, cùng thời điểm này, bộ trưởng, chủ tịch, vùng sâu, vùng xa, phạm vi, thành lập, thành
        phần, bản chất, đơn giá, nước mắm, kỷ luật, thi hành kỷ luật, pháp luật, mầm non, nước non, gần dân,
        nâng cấp, trợ cấp, cung cấp, trung cấp, sơ cấp, cao cấp, kiểm điểm, thí điểm, xếp loại, phân loại, bộ đội, quân đội, tiêu biểu,
        giảm lỗ, giảm khấu trừ, giảm khấu hao, dứt điểm, làm điểm, chọn điểm, phân cấp, cao điểm, giao ban, giao quân,
        giao nhận quân, giao nộp, lương thực, hiện hành, sạch sẽ, con thứ ba, con thứ hai, con thứ tư, trên chuẩn,
        đề nghị truy tố, định kỳ, thời kỳ, học kỳ, giao dịch bảo đảm, giao dịch đảm bảo, chuyên cần, cần cù, cần mẫn, cần kiệm, cần cẩu,
        dưới chuẩn, vượt sai, vượt ẩu, vượt đèn, vượt quyền, vượt khó, vượt biên, vượt tuyến, vượt cấp,
        xuống giống, lấn chiếm, chiếm đoạt, chiếm dụng, chiếm giữ, đánh chiếm
    """,
    Cue.STOP: """
        để, nên, nhưng, thì, vì, nếu, mà, rằng, cho biết, sau khi, trước khi, nhằm, tuy, hoặc, bởi, khi, cho thấy, cho hay, thông qua,
        với, dù, cho dù, dưới sự, trên cơ sở, thay vì, trong bối cảnh, yêu cầu, nhấn mạnh, đề xuất, đề nghị, lưu ý,
        cho rằng, khẳng định, nhận thấy
    """,
}
