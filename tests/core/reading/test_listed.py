"""Tasks in lists of who does what."""

import pytest

from giaoban.documents import from_text
from giaoban.model import Directive
from giaoban.reading.explaining import explain
from giaoban.reading.pipeline import PIPELINE
from giaoban.reading.rules.clauses.headed import headed
from tests.core.reading.written import page
from tests.tables import table

HELD = "Ngày 28/5/2020, UBND phường Hải Sơn tổ chức họp giao ban tháng 5. Đồng chí Trần Thị Mai, Chủ tịch UBND phường chủ trì cuộc họp."


@pytest.mark.parametrize("case", table("listed.tsv"), ids=lambda case: case["items"][:60])
def test_lists_of_who_does_what_are_read_as_the_corpus_says(case):
    items = case["items"].replace(" / ", "\n\n")
    read = page("\n\n".join([HELD, case["before"], items]))
    found = [each for each in read.all(Directive) if each.span.start >= read.text.index(items)]
    assert " | ".join(each.span.of(read.text) for each in found) == case["tasks"]
    assert {each.what.assignee for each in found} <= {case["assignee"]}


def test_an_item_that_opens_with_a_body_is_not_that_of_the_item_before():
    before = "Phó Chủ tịch UBND tỉnh kết luận:\n\n4. Giao Sở Kế hoạch và Đầu tư:\n\n- Tham mưu UBND tỉnh điều chuyển vốn trước 30/9."
    item = "5. Kho bạc Nhà nước tỉnh bố trí cán bộ trực, thanh toán trong vòng 01 ngày làm việc kể từ khi nhận đủ hồ sơ."
    told = headed(page(f"{HELD}\n\n{before}\n\n{item}"))
    assert [each.who for each in told.values()] == ["Sở Kế hoạch và Đầu tư", "Sở Kế hoạch và Đầu tư", "Kho bạc Nhà nước tỉnh"]


def test_where_something_is_or_whose_a_body_is_says_not_who_is_in_charge():
    items = "1. Nạo vét kênh tiêu số 3 (xã Tân Lập)\n\n2. Làm việc về bữa ăn học đường với Viện Dinh dưỡng (Bộ Y tế)"
    assert headed(page(f"{HELD}\n\nChủ tịch UBND phường kết luận:\n\n{items}")) == {}


def test_a_task_of_a_list_is_explained_as_one():
    told = explain(from_text(f"{HELD}\n\nChủ tịch UBND phường yêu cầu:\n\n2. Bộ phận Văn hóa - Xã hội sơn lại cổng chợ.\n"))
    reasons = [reason.code for each in told for find, why in each.finds if isinstance(find.what, Directive) for reason in why]
    assert reasons == ["listed-task"]


TOLD = """1. Giám đốc Sở Y tế chỉ đạo các bệnh viện trực cấp cứu.

2. Sở Xây dựng kiểm tra các công trình đang thi công.

3. Sở Nội vụ rà soát biên chế."""


@pytest.mark.parametrize(("before", "issuer"), [("Chủ tịch UBND tỉnh yêu cầu:", "Chủ tịch UBND tỉnh"), ("Thủ tướng yêu cầu:", "Thủ tướng")])
def test_whoever_a_list_of_tasks_tells_to_lead_others_asks_for_nothing(before, issuer):
    read = page(f"{HELD}\n\n{before}\n\n{TOLD}")
    asked = [each.what.issuer for each in read.all(Directive) if each.span.start > read.text.index(before)]
    assert asked and set(asked) == {issuer}


LED = """Chủ tịch UBND phường kết luận:

1. Giao phòng Kinh tế, Hạ tầng và Đô thị chủ trì, phối hợp với Công an phường hoàn thành giải tỏa chợ cóc trước 20/9.

2. Văn phòng chủ trì, phối hợp các ban chuẩn bị hội nghị."""


def test_who_leads_stays_with_what_is_done_together():
    read = page(f"{HELD}\n\n{LED}")
    told = [each.span.of(read.text) for each in read.all(Directive) if each.span.start > read.text.index(LED)]
    assert [each.split(", ")[0] for each in told] == ["chủ trì", "chủ trì"]


WHOLE = """THÔNG BÁO
Kết luận của Chủ tịch UBND phường tại hội nghị giao ban tháng 5
Ngày 28/5/2020, UBND phường Hải Sơn tổ chức hội nghị giao ban tháng 5. Đồng chí Trần Thị Mai, Chủ tịch UBND phường kết luận như sau:
2. Công an phường
2.1. Mở đợt cao điểm rà quét mã độc ở máy tính các phòng, hoàn thành trước ngày 30/6.
2.2. Lắp đặt 15 gương cầu lồi tại các điểm giao cắt, hoàn thành trong quý III.
2.3. Mở thêm một quầy tiếp nhận lưu động tại thôn Hạ.
"""


def test_items_under_whoever_acts_keep_their_first_words_and_only_when_they_are_done_is_no_task():
    read = PIPELINE.run(from_text(WHOLE))
    told = [(each.span.of(read.text).split(", hoàn thành")[0], each.what.deadline) for each in read.all(Directive)]
    assert told == [
        ("Mở đợt cao điểm rà quét mã độc ở máy tính các phòng", "2020-06-30"),
        ("Lắp đặt 15 gương cầu lồi tại các điểm giao cắt", "2020-Q3"),
        ("Mở thêm một quầy tiếp nhận lưu động tại thôn Hạ", None),
    ]


@pytest.mark.parametrize("item", ["a) .", "- Đối với .", "1. :", "- ."])
def test_an_item_that_says_nothing_heads_nothing(item):
    read = PIPELINE.run(from_text(f"{HELD}\n\nChủ tịch UBND phường yêu cầu:\n{item}\n- UBND xã Phú Lâm rà soát các chợ.\n"))
    (task,) = read.all(Directive)
    assert task.what.assignee == "UBND xã Phú Lâm"
