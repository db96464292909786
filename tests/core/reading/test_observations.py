from math import exp

import pytest

from giaoban.documents import from_text
from giaoban.model import Bound, Comparison, Found, Measure, Observation, Role
from giaoban.reading import read
from giaoban.reading.explaining import explain
from tests.core.reading.written import DATED, news
from tests.tables import table


def number(value) -> str:
    return f"{value.normalize():f}"


def said(observation: Observation) -> str:
    quantity = observation.quantity
    upper = f"..{number(quantity.value_to)}" if quantity.value_to is not None else ""
    words = [
        f"{observation.indicator}: {number(quantity.value)}{upper}",
        quantity.unit,
        observation.measure if observation.measure is not Measure.LEVEL else "",
        observation.role if observation.role is not Role.ACTUAL else "",
        quantity.bound if quantity.bound is not Bound.EXACT else "",
    ]
    return " ".join(word for word in words if word)


def compared(comparison: Comparison) -> str:
    bound = comparison.bound if comparison.bound is not Bound.EXACT else ""
    words = [comparison.kind, number(comparison.value), comparison.unit, bound, comparison.base or ""]
    return " ".join(word for word in words if word)


def observed(text: str) -> tuple[Found[Observation], ...]:
    return read(news(text)).observations


@pytest.mark.parametrize("case", table("observations.tsv"), ids=lambda case: case["text"])
def test_observations_are_read_by_rules_as_the_corpus_says(case):
    ruled = read(news(case["text"]), fast=True).observations
    assert " | ".join(said(found.what) for found in ruled) == case["observations"]


@pytest.mark.parametrize("case", table("observations.tsv"), ids=lambda case: case["text"])
def test_weights_choose_among_names_and_change_no_number(case):
    ruled = read(news(case["text"]), fast=True).observations
    assert [found.what.quantity for found in observed(case["text"])] == [found.what.quantity for found in ruled]


@pytest.mark.parametrize("case", table("roles.tsv"), ids=lambda case: case["text"])
def test_a_figure_has_the_role_that_the_corpus_says(case):
    assert " ".join(found.what.role[0] for found in observed(case["text"])) == case["roles"]


@pytest.mark.parametrize("case", table("named.tsv"), ids=lambda case: case["text"])
def test_figures_are_called_what_the_corpus_says(case):
    assert " | ".join(found.what.indicator.lower() for found in observed(case["text"])) == case["names"]


@pytest.mark.parametrize("case", table("ordered_figures.tsv"), ids=lambda case: case["text"])
def test_what_a_sure_directive_is_to_bring_about_is_an_aim(case):
    told = "Sáng 12/3/2024, UBND huyện Bình Sơn họp giao ban tháng 3.\n\n" + case["text"].replace(" / ", "\n\n")
    assert " ".join(found.what.role[0] for found in read(news(told)).observations) == case["roles"]


def test_a_figure_that_turns_out_to_be_an_aim_is_as_sure_as_its_reasons_say():
    told = "Sáng 12/3/2024, UBND huyện Bình Sơn họp giao ban tháng 3.\n\nChủ tịch huyện kết luận: các xã phải xong trước mùa mưa. "
    document = news(told + "Phòng Kinh tế di dời 14 hộ ven sông")
    (figure,) = read(document).observations
    ((_, reasons),) = [find for sentence in explain(document) for find in sentence.finds if find[0].span == figure.span]
    said = sum(reason.weight for reason in reasons if reason.weight)
    assert figure.what.role is Role.TARGET and figure.confidence == pytest.approx(1 / (1 + exp(-said)), abs=0.01)


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("Chủ tịch UBND huyện chỉ đạo các xã:", {Role.TARGET}),
        ("Ban Chỉ đạo huyện yêu cầu các xã:", {Role.TARGET}),
        ("UBND tỉnh lãnh đạo, chỉ đạo các xã:", {Role.TARGET}),
        ("Chỉ tiêu năm học 2019 - 2020:", {Role.TARGET}),
        ("Kế hoạch 6 tháng cuối năm:", {Role.TARGET}),
        ("Điều 2. Mục tiêu, chỉ tiêu năm 2020", {Role.TARGET}),
        ("Điều 2. Mục tiêu, chỉ tiêu năm 2020\n\n1. Về kinh tế:", {Role.TARGET}),
        ("Điều 1. Đánh giá kết quả năm 2019", {Role.ACTUAL}),
        ("PHẦN II - MỤC TIÊU, NHIỆM VỤ", {Role.TARGET}),
        ("II- MỤC TIÊU TỔNG QUÁT VÀ CÁC CHỈ TIÊU CHỦ YẾU", {Role.TARGET}),
        ("III/- CHỈ TIÊU, NHIỆM VỤ NĂM 2021", {Role.TARGET}),
        ("4/ Phương hướng quý II", {Role.TARGET}),
        ("a) Mục tiêu cụ thể", {Role.TARGET}),
        ("Đến năm 2025:", {Role.TARGET}),
        ("Đến năm 2018:", {Role.ACTUAL}),
        ("Định hướng đến năm 2030:", {Role.TARGET}),
        ("Nghị quyết đề ra các chỉ tiêu:", {Role.TARGET}),
        ("Đại hội thông qua các chỉ tiêu chủ yếu đến năm 2025:", {Role.TARGET}),
        ("Trong thời gian tới, xã tập trung thực hiện các nhiệm vụ sau:", {Role.TARGET}),
        ("Kết quả thực hiện các chỉ tiêu nghị quyết đề ra:", {Role.ACTUAL}),
        ("Các chỉ tiêu đạt được:", {Role.ACTUAL}),
        ("III. Công tác trọng tâm tháng 4/2020", {Role.TARGET}),
        ("III. Công tác trọng tâm tháng 2/2020", {Role.ACTUAL}),
        ("Kế hoạch năm 2021:", {Role.TARGET}),
        ("II. Kế hoạch 2021", {Role.TARGET}),
        ("II. Kế hoạch sản xuất kinh doanh năm 2020", {Role.TARGET}),
        ("Những việc cần làm ngay:", {Role.TARGET}),
        ("Kế hoạch và kết quả:", {Role.ACTUAL}),
        ("Công tác lãnh đạo, chỉ đạo:", {Role.ACTUAL}),
        ("Về lãnh đạo, chỉ đạo:", {Role.ACTUAL}),
        ("Theo Ban Chỉ đạo tỉnh, đến nay:", {Role.ACTUAL}),
        ("Tình trạng về bàn giao mặt bằng:", {Role.ACTUAL}),
    ],
)
def test_a_list_under_a_line_that_orders_sets_aims_and_one_under_a_line_that_reports_does_not(line, roles):
    assert {found.what.role for found in observed(f"{line}\n\n- Trồng 120 ha rừng;\n\n- Cấp 40 giấy phép")} == roles


@pytest.mark.parametrize(("day", "role"), [("5/10/2019", Role.TARGET), ("20/12/2019", Role.ACTUAL)])
def test_nobody_tells_the_result_of_a_quarter_that_began_days_ago(day, role):
    told = f"Ngày {day}, huyện Bình Sơn họp giao ban.\n\nTrong quý IV, huyện tập trung trồng 690 ha rừng.\n"
    assert [found.what.role for found in read(from_text(told)).observations] == [role]


@pytest.mark.parametrize("case", table("comparisons.tsv"), ids=lambda case: case["text"])
def test_comparisons_are_read_as_the_corpus_says(case):
    found = [compared(each) for found in observed(case["text"]) for each in found.what.comparisons]
    assert " | ".join(found) == case["comparisons"]


@pytest.mark.parametrize("case", table("figures.tsv"), ids=lambda case: case["text"])
def test_what_is_no_figure_is_left_out(case):
    assert " | ".join(number(found.what.quantity.value) for found in observed(case["text"])) == case["values"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Trạm tiêm vắc xin mũi 3: 265 mũi; mũi 4: 147 mũi", ["tiêm vắc xin mũi 3", "tiêm vắc xin mũi 4"]),
        ("Mũi 3: 265; mũi 4: 147", ["mũi 3", "mũi 4"]),
        ("Mũi 1 đạt 95%, mũi 2 của trẻ 5 - 11 tuổi đạt 41%", ["Mũi 1", "mũi 2 của trẻ 5 - 11 tuổi"]),
        ("Làm căn cước 164 trường hợp, kế hoạch tuần 200 trường hợp", ["trường hợp làm căn cước"] * 2),
        ("Quý IV còn phải thu 78 tỷ đồng, bình quân mỗi tháng 26 tỷ đồng", ["thu"] * 2),
        ("Công an huyện thu giữ 12,4 gam heroin", ["thu giữ heroin"]),
        ("Linh kiện ô tô giảm 180 tỷ đồng. Ngược lại, than tăng 265 tỷ đồng", ["linh kiện ô tô", "than"]),
        ("Tổ trưởng tổ dân phố đề nghị phường hỗ trợ 30 triệu đồng", ["hỗ trợ"]),
    ],
)
def test_a_figure_that_says_only_which_or_how_often_is_named_as_the_one_before_it(text, names):
    assert [each.what.indicator.lower() for each in observed(text)] == [name.lower() for name in names]


def test_what_is_said_behind_things_is_not_said_of_those_after_a_semicolon():
    found = [each.what.indicator for each in observed("Có 18 người có bằng cao đẳng, đại học; 9 đảng viên")]
    assert found == ["người có bằng cao đẳng, đại học", "đảng viên"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lương bình quân 850.000 đồng/tháng", "lương bình quân"),
        ("Năng suất lúa bình quân đạt 58 tạ/ha", "năng suất lúa bình quân"),
        ("Phường mở rộng 9 tuyến hẻm dài 2,75 km", "tuyến hẻm dài"),
        ("Cơ quan điều tra đề nghị truy tố 37 vụ", "vụ đề nghị truy tố"),
    ],
)
def test_a_name_says_that_it_is_an_average_and_runs_over_no_other_figure(text, name):
    assert observed(text)[0].what.indicator.lower() == name


def test_what_things_measured_are_called_is_not_taken_over_from_a_sum():
    first, second = (found.what.indicator for found in observed("Con em xa quê ủng hộ 265 triệu đồng. Thôn 4 làm được 2,8 km"))
    assert first == "Con em xa quê ủng hộ"
    assert "ủng hộ" not in second


def test_those_who_belong_to_groups_share_nothing_with_the_next_groups():
    found = observed("Huyện thành lập 15 đội xung kích gồm 1.480 người, 21 tổ tuần tra canh gác")
    assert [each.what.indicator for each in found] == ["đội xung kích", "người", "tổ tuần tra canh gác"]


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Xuất khẩu 12.400 tấn gạo, kim ngạch 6,2 triệu USD, tăng 8% về lượng và 11% về trị giá", [["8"], ["11"]]),
        (
            "Phải thi hành 611 việc, tương ứng 38 tỷ đồng; đã xong 254 việc, 6,9 tỷ đồng, đạt 41% về việc và 17% về tiền",
            [[], [], ["41"], ["17"]],
        ),
        ("Tổng thu ngân sách phường: 8.214 triệu đồng/8.900 triệu đồng, đạt 92,3% dự toán", [["92.3"], []]),
        ("Tổng số hội viên là 3.416 người, tăng 212 hội viên", [["212"]]),
        ("Có 612 doanh nghiệp làm thủ tục, tăng 57 DN", [["57"]]),
    ],
)
def test_a_share_is_of_the_figure_that_the_words_behind_it_name(text, shares):
    assert [[number(each.value) for each in found.what.comparisons] for found in observed(text)] == shares


@pytest.mark.parametrize("old", ["xã Bình Lâm cũ", "xã Bình Lâm (cũ)", "xã Bình Lâm (trước sáp nhập)", "xã Bình Lâm"])
@pytest.mark.parametrize("counted", ["hộ nghèo", "hộ cận nghèo"])
def test_a_place_that_is_no_more_has_its_own_of_what_the_sentence_counts_whatever_the_one_before_counted(old, counted):
    before = "Toàn phường còn 40 hộ nghèo, trong đó xã An Hạ 18 hộ."
    found = [each.what for each in observed(f"{before}\n\nToàn phường còn 21 {counted}, trong đó {old} 11 hộ, xã Phú Vân cũ 7 hộ.")]
    assert [(each.indicator, each.place, number(each.quantity.value)) for each in found[-2:]] == [
        (counted, "xã Bình Lâm", "11"),
        (counted, "xã Phú Vân", "7"),
    ]


def test_an_old_house_is_no_place_that_is_no_more():
    found = [each.what for each in observed("Trụ sở xã Bình Lâm cũ kỹ, dột nát; thu ngân sách xã Phú Vân cũ đạt 7 tỷ đồng")]
    assert [(each.indicator, each.place) for each in found] == [("thu ngân sách", "xã Phú Vân")]


@pytest.mark.parametrize(
    "paper",
    [
        "VĂN PHÒNG BAN CHỈ ĐẠO\nHà Nội, ngày 22 tháng 5 năm 2024\n\nĐến ngày 10 tháng 5 năm 2024 đã khởi công 9.640 căn nhà.",
        "BIÊN BẢN GIAO BAN\n\nPhòng Tài chính: bảo hiểm xã hội xuất toán quý II là 318 triệu đồng; khám 3.412 lượt.",
    ],
    ids=["the town in which a paper was written", "society"],
)
def test_no_place_is_read_from(paper):
    assert {found.what.place for found in read(news(paper)).observations} == {None}


@pytest.mark.parametrize("case", table("contexts.tsv"), ids=lambda case: case["text"])
def test_a_figure_has_the_period_and_place_that_the_corpus_says(case):
    text = case["text"].replace(" / ", "\n\n")
    ruled = read(news(text), fast=True).observations[-1].what
    assert (ruled.period or "", ruled.place or "") == (case["period"], case["place"])
    weighed = observed(text)[-1].what
    assert (weighed.period or "", weighed.place or "") == (case["period"], case["weighed"] or weighed.place)


@pytest.mark.parametrize(
    ("paper", "period"),
    [
        (
            "Đến ngày 31-5, thu ngân sách đạt 2.318 tỷ đồng, tăng 12% so với cùng kỳ năm 2018. Nợ giảm so với thời điểm 31-12-2018.",
            "2019-M5",
        ),
        ("5 tháng đầu năm, thu ngân sách đạt 2.318 tỷ đồng, tăng 12% so với cùng kỳ 2018.", "2019-M5"),
        ("Hải quan thu vượt dự toán 2019\n\n10 tháng qua, đơn vị thu 5.120 tỷ đồng.", "2019-M10"),
        ("10 tháng qua, tỉnh có 87 xã đạt chuẩn. Đến 15/11/2018 còn 12 xã. Mục tiêu năm 2019 có 95 xã; năm 2020 có 99 xã.", "2018-M10"),
    ],
    ids=["held against a day", "held against a bare year", "a plan of a bare year", "aims of several years"],
)
def test_the_year_of_a_text_without_a_day_is_told_by(paper, period):
    assert read(from_text(paper)).observations[0].what.period == period


def test_a_week_spoken_of_goes_on_through_its_paragraph():
    paper = "UBND PHƯỜNG BÌNH SƠN\n\nBÁO CÁO TUẦN 32 (TỪ NGÀY 05/8 ĐẾN NGÀY 11/8/2019)\n\nTrong tuần, cấp 15 giấy phép. Đã phạt 9 vụ."
    assert [each.what.period for each in read(from_text(paper)).observations] == ["2019-08-05/2019-08-11"] * 2


def test_no_name_begins_within_a_word():
    found = read(from_text("Quân số huấn luyện đạt 99,2%; sĩ số bình quân 42 em")).observations
    assert [each.what.indicator for each in found] == ["Quân số huấn luyện", "sĩ số bình quân"]


def test_a_year_in_which_a_plan_was_reached_is_no_time_to_come():
    text = (
        "Ngày 12/3/2018, Thủ tướng ban hành Quyết định số 284/QĐ-TTg. Từ đó đến nay, tỉnh đào tạo 4.120 lao động; "
        "năm 2021 đào tạo 1.120 lao động, đạt 102% kế hoạch."
    )
    assert [each.what.role for each in read(from_text(text)).observations] == [Role.ACTUAL, Role.ACTUAL]


def test_a_heading_in_capitals_over_tasks_says_of_which_year_they_are():
    report = "BÁO CÁO\n\nTình hình năm 2022 và nhiệm vụ năm 2023\n\nKẾT QUẢ NĂM 2022\n\nXã gieo trồng 670 ha.\n\n"
    found = read(
        from_text(f"{report}PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2023\n\nCác chỉ tiêu chủ yếu:\n\n- Tổng diện tích gieo trồng 690 ha.\n")
    ).observations
    assert [each.what.period for each in found] == ["2022", "2023"]


def test_the_day_of_a_visit_is_none_up_to_which_a_sentence_counts():
    told = "ngày 3/2/2020, hợp tác xã có doanh thu 5 tỷ đồng, trong đó xuất khẩu 3 tỷ đồng"
    visit, count = (read(news(f"{opening} {told}"), fast=True).observations[-1].what for opening in ("Đến thăm Công ty A", "Tính đến"))
    assert (visit.period, count.period) == (None, "2020-02-03")


@pytest.mark.parametrize(
    "title",
    ["HUYỆN ỦY BÌNH SƠN LÀM VIỆC VỚI XÃ AN KHÊ", "XÃ AN KHÊ: THƯỜNG TRỰC HUYỆN ỦY LÀM VIỆC", "Huyện ủy Bình Sơn làm việc với xã An Khê"],
)
def test_a_title_in_capitals_names_its_places_as_any_other(title):
    met = "Sáng 12/3, đồng chí Lê Văn An, Bí thư Huyện ủy chủ trì buổi làm việc với Đảng ủy xã An Khê."
    document = from_text(f"{title}\n\n{met}\n\nTheo báo cáo, thu ngân sách đạt 4,2 tỷ đồng, bằng 28% dự toán.\n")
    assert [read(document, fast=fast).observations[-1].what.place for fast in (True, False)] == ["xã An Khê"] * 2


def test_a_place_is_called_as_the_head_of_the_paper_calls_it():
    head = "ỦY BAN NHÂN DÂN\nXÃ AN KHÊ\nSố: 12/TB-UBND\n\nAn Khê, ngày 12 tháng 3 năm 2025\n\nTHÔNG BÁO\nKết luận hội nghị giao ban\n\n"
    document = from_text(f"{head}Thu ngân sách đạt 4,2 tỷ đồng, bằng 28% dự toán.\n")
    assert [read(document, fast=fast).observations[-1].what.place for fast in (True, False)] == ["xã An Khê"] * 2


def test_a_figure_in_a_title_is_left_out_where_the_body_says_it_again():
    body = "Năm 2019, thu ngân sách của huyện Bình Sơn đạt 512 tỷ đồng."
    found = read(from_text(f"Thu ngân sách đạt 512 tỷ đồng\n\n{DATED}\n\n{body}\n")).observations
    assert [each.span.of(from_text(f"Thu ngân sách đạt 512 tỷ đồng\n\n{DATED}\n\n{body}\n").text) for each in found] == [
        "thu ngân sách của huyện Bình Sơn đạt 512 tỷ đồng"
    ]


def test_a_long_sentence_said_twice_word_for_word_is_read_once():
    told = "Trong 6 tháng đầu năm 2019, toàn huyện Bình Sơn đã xảy ra 95 vụ cháy, làm bị thương 12 người."
    assert len(observed(f"{told} Ông Lê Văn An báo cáo.\n\n{told} Các xã đã khắc phục")) == len(observed(told)) == 2


def test_the_span_runs_from_the_name_to_the_unit_and_leaves_comparisons_out():
    text = "Tổng giá trị sản xuất đạt trên 19.200 tỷ đồng, tăng 15,1% so với cùng kỳ"
    document = news(text)
    assert [found.span.of(document.text) for found in read(document).observations] == ["Tổng giá trị sản xuất đạt trên 19.200 tỷ đồng"]


def test_every_observation_says_which_rule_made_it_and_how_sure_it_is():
    found = observed("Thu ngân sách đạt 512 tỷ đồng")
    assert [each.rule for each in found] == ["observations@1"]
    assert all(0 < each.confidence < 1 for each in found)


def test_a_figure_named_reached_and_compared_is_surer_than_one_without_a_name():
    named = observed("Tổng thu ngân sách trên địa bàn đạt 512 tỷ đồng, tăng 8% so với cùng kỳ")[0]
    nameless = observed("Trong đó có 512 tỷ đồng")[0]
    assert named.confidence >= 0.9
    assert nameless.confidence < 0.5


@pytest.mark.parametrize("day", ["31/11/2020", "29/2/2023", "31 tháng 6 năm 2020"])
def test_a_figure_up_to_a_day_that_no_calendar_has_gets_no_period_and_little_confidence(day):
    (slip,), (sound,) = (observed(f"Năm 2020, tính đến ngày {each}, số thu đạt 573 tỷ đồng") for each in (day, "30/6/2020"))
    assert slip.what.period is None
    assert sound.what.period is not None
    assert slip.confidence <= 0.3 < sound.confidence


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Năm 2020, số nợ từ 6 tháng trở lên là 4,2 tỷ đồng.", "số nợ từ 6 tháng trở lên"),
        ("Năm 2020, giá vàng lên 62 triệu đồng.", "giá vàng"),
        ("Năm 2020, mức hỗ trợ nâng lên 5 triệu đồng.", "mức hỗ trợ"),
    ],
)
def test_a_verb_before_a_figure_is_none_of_its_name_but_the_end_of_a_bound_is(text, name):
    assert [found.what.indicator for found in observed(text)][-1] == name
