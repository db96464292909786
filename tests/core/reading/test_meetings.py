from datetime import date

import pytest

from giaoban.documents import from_text
from giaoban.model import Meeting, Mode, Span
from giaoban.reading import read
from giaoban.reading.choosing import Candidates, Scales, parse
from giaoban.reading.pipeline import PIPELINE
from giaoban.reading.rules.meeting.convening import sector
from giaoban.reading.rules.meeting.heard import heard
from giaoban.reading.rules.named.years_weighed import year_of
from tests.core.reading.written import news, page
from tests.tables import table


def told(meeting):
    """The columns of the corpus for one meeting."""
    chair = meeting.chair
    return {
        "date": meeting.held_on.isoformat() if meeting.held_on else "",
        "mode": meeting.mode.value if meeting.mode else "",
        "convener": meeting.convener or "",
        "reviewed": meeting.reviewed or "",
        "chair": f"{chair.name} ({'; '.join(chair.offices)})" if chair else "",
    }


@pytest.mark.parametrize("case", table("meetings.tsv"), ids=lambda case: case["text"][:80])
def test_the_meeting_is_read_as_the_corpus_says(case):
    found = page(case["text"]).all(Meeting)
    expected = {name: case[name] for name in ("date", "mode", "convener", "reviewed", "chair")}
    assert [told(each.what) for each in found] == ([expected] if any(expected.values()) else [])


def test_a_guest_who_speaks_is_not_the_chair_when_another_presides():
    meeting = read(news(
        "Sáng 10/3, UBND huyện Tân Sơn tổ chức hội nghị giao ban. Chủ tịch UBND huyện Đỗ Văn Sơn chủ trì hội nghị."
        " Phó Chủ tịch UBND tỉnh Trần Thị Mai dự và phát biểu chỉ đạo hội nghị"
    )).meeting  # fmt: skip
    assert meeting is not None and meeting.what.chair is not None
    assert meeting.what.chair.name == "Đỗ Văn Sơn"


def test_a_day_whose_year_the_text_never_gives_is_no_date():
    told = "Sáng 10/3, UBND huyện Tân Sơn tổ chức hội nghị giao ban tháng 2. Chủ tịch UBND huyện Đỗ Văn Sơn chủ trì hội nghị."
    text = f"Tin hoạt động\n\n{told}\n"
    found = PIPELINE.run(from_text(text)).all(Meeting)
    assert [each.what.held_on for each in found] == [None]


def test_a_year_said_with_the_day_is_kept():
    found = page(
        "Ngày 29/5/2019, UBND huyện Tân Sơn tổ chức hội nghị rút kinh nghiệm. Chủ tịch UBND huyện Đỗ Văn Sơn chủ trì hội nghị"
    ).all(Meeting)
    assert [each.what.held_on for each in found] == [date(2019, 5, 29)]


def test_minutes_name_the_body_that_met_in_their_title():
    found = page("Họp Ban Chỉ đạo giảm nghèo huyện Tân Sơn ngày 9 tháng 3 năm 2020\n\nChủ trì: ông Lê Văn Hùng - Phó Chủ tịch UBND huyện")
    assert [(each.what.convener, each.what.held_on) for each in found.all(Meeting)] == [
        ("Ban Chỉ đạo giảm nghèo huyện Tân Sơn", date(2020, 3, 9))
    ]


def test_minutes_name_their_body_by_the_place_in_their_head():
    found = page("ỦY BAN NHÂN DÂN XÃ TÂN LẬP\n\nBIÊN BẢN\n\nHọp giao ban UBND xã tháng 3\n\nThời gian: 14 giờ ngày 10/3/2020\n\n"
                 "Chủ trì: Ông Lê Văn Hùng - Chủ tịch UBND xã")  # fmt: skip
    assert [each.what.convener for each in found.all(Meeting)] == ["UBND xã Tân Lập"]


def test_a_title_is_of_the_meeting_that_is_just_over():
    text = (
        "HĐND tỉnh giám sát công tác bảo trì đường bộ\nNgày 12/3 vừa qua, Đoàn giám sát của HĐND tỉnh do bà Trần Thị Mai, Phó Chủ tịch"
        " HĐND tỉnh làm trưởng đoàn đã có buổi làm việc với Sở Giao thông vận tải.\nTheo Sở, kinh phí bảo trì mới đáp ứng"
        " khoảng 45% nhu cầu, nhiều tuyến đường tỉnh xuống cấp do xe quá tải, mưa lũ kéo dài, trong khi việc khắc phục sạt lở còn phải chờ"
        " nguồn vốn bổ sung từ ngân sách tỉnh.\nKết luận buổi giám sát, bà Mai đề nghị sửa cầu.\n"
    )
    found = PIPELINE.run(from_text(text)).all(Meeting)
    assert [(each.what.day, each.what.reviewed) for each in found] == [("--03-12", "Sở Giao thông vận tải")]


def test_minutes_name_both_sides_in_their_title():
    found = page(
        "BIÊN BẢN LÀM VIỆC\nGiữa đoàn công tác Huyện ủy và Đảng ủy xã Mỹ Thuận\n\n"
        "Hôm nay, vào hồi 14 giờ ngày 02 tháng 3 năm 2020, tại trụ sở Đảng ủy xã. Chủ trì: Đ/c Lê Văn Hùng - Bí thư Huyện ủy"
    ).all(Meeting)
    assert [(each.what.convener, each.what.reviewed) for each in found] == [("đoàn công tác Huyện ủy", "Đảng ủy xã Mỹ Thuận")]


def test_minutes_name_their_body_by_the_hall_it_met_in():
    found = page(
        "BIÊN BẢN\nHội nghị giao ban công tác tháng 2\n\nThời gian: 8 giờ 00 ngày 05/3/2020. Địa điểm: Hội trường Chi cục Thuế Tân Sơn."
        " Chủ tọa: ông Lê Văn Hùng - Chi cục trưởng. Thư ký: bà Trần Thị Mai"
    ).all(Meeting)
    assert [each.what.convener for each in found] == ["Chi cục Thuế Tân Sơn"]


def test_who_comes_with_a_person_does_not_hold_the_meeting():
    found = page(
        "Chiều 14/3, đồng chí Lê Văn Hùng, Phó Chủ tịch UBND tỉnh cùng lãnh đạo Sở NN&PTNT, Công ty Khai thác công trình thủy lợi"
        " đi kiểm tra công tác chống hạn vụ xuân tại huyện Thanh Ba"
    )
    assert [each.what.convener for each in found.all(Meeting)] == [None]


def test_a_plan_of_a_meeting_is_no_meeting():
    told = "tổ chức hội nghị tổng kết công tác năm 2020. Đồng chí Lê Văn Hùng, Chủ tịch UBND huyện chủ trì hội nghị."
    for paper, meetings in (("KẾ HOẠCH", 0), ("TIN HOẠT ĐỘNG", 1)):
        text = f"{paper}\n\nNgày 10/3/2020, UBND huyện Tân Sơn {told}\n"
        assert len(PIPELINE.run(from_text(text)).all(Meeting)) == meetings


def test_a_plain_meeting_has_no_mode():
    found = page("Sáng 10/3, UBND huyện Tân Sơn tổ chức hội nghị giao ban tháng 2 tại hội trường. Chủ tịch UBND huyện chủ trì").all(Meeting)
    assert [each.what.mode for each in found] == [None]
    assert Mode.ONLINE not in {each.what.mode for each in found}


def test_the_title_and_the_day_of_publication_are_read():
    reading = read(news("Sáng 10/3, UBND huyện Tân Sơn tổ chức hội nghị giao ban"))
    assert (reading.title, reading.published_on) == ("Tin hoạt động", date(2020, 3, 12))


@pytest.mark.parametrize("case", table("years.tsv"), ids=lambda case: f"{case['month']}: {case['text'][:70]}")
def test_the_year_of_a_day_told_without_one_is_weighed_as_the_corpus_says(case):
    assert str(year_of(case["text"].replace(" / ", "\n"), int(case["month"]), []) or "") == case["year"]


@pytest.mark.parametrize(("weekday", "year"), [(None, 2020), ((5, 4), 2020), ((5, 2), 2019), ((31, 1), 2020)])
def test_a_weekday_told_with_the_day_says_which_of_two_years_it_is(weekday, year):
    """5 June was a Wednesday in 2019, a Friday in 2020; a 31st of June says nothing."""
    assert year_of("Báo cáo năm 2019. Kế hoạch năm 2020 của ngành.", 6, [], weekday) == year


def test_the_heaviest_candidate_wins_and_of_equals_the_first():
    found: Candidates[str] = Candidates()
    found.add("chair", ("orders",))
    found.add("guest", ("praises",))
    found.add("clerk", ("reports",))
    found.add("chair", ("presides",))
    weights = parse("# remark\nissuer\torders\t300\nissuer\tpresides\t100\nissuer\tpraises\t350\n")["issuer"]
    assert found.best(Scales(weights)) == "chair"
    assert found.best(Scales({"reports": 1})) == "clerk"
    assert found.best(Scales({})) == "chair"


def test_a_day_told_as_today_is_that_of_the_paper():
    found = page("Chiều qua, UBND huyện Tân Sơn tổ chức hội nghị giao ban tháng 2. Chủ tịch UBND huyện Đỗ Văn Sơn chủ trì hội nghị").all(
        Meeting
    )
    assert [each.what.held_on for each in found] == [date(2020, 3, 11)]


def test_a_day_told_as_yesterday_is_not_counted_from_the_day_of_something_else():
    told = "Chiều hôm qua, UBND xã Mỹ Thuận tổ chức cuộc họp về tiêm phòng cho trâu bò. Phó Chủ tịch UBND xã Đỗ Văn Sơn chủ trì cuộc họp."
    text = f"Tin hoạt động\n\n{told} Bệnh lở mồm long móng từng xảy ra ở xã ngày 12/11/2018.\n"
    found = PIPELINE.run(from_text(text)).all(Meeting)
    assert [each.what.held_on for each in found] == [None]


HEAD = "UBND HUYỆN TÂN SƠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 57/TB-VP Tân Sơn, ngày 10 tháng 6 năm 2019"


@pytest.mark.parametrize(("told", "on"), [("", None), ("ngày 5/6 ", date(2019, 6, 5))])
def test_the_day_of_a_paper_whose_head_runs_into_its_title_is_not_that_of_the_meeting(told, on):
    title = f"THÔNG BÁO Kết luận của đồng chí Đỗ Văn Sơn - Chủ tịch UBND huyện tại cuộc họp {told}về nước sạch"
    text = f"{HEAD} {title}\n\nSau khi nghe các phòng báo cáo, Chủ tịch UBND huyện Đỗ Văn Sơn kết luận như sau:\n"
    found = PIPELINE.run(from_text(text)).all(Meeting)
    assert [each.what.held_on for each in found] == [on]


RANGES = ["qua 2 – 3 năm gần đây", "khi mỗi người nay 3 - 4 triệu đồng", "buổi chiều 5 – 6 đồng chí vắng mặt"]
DATES = ["chiều 5–6", "chiều 5 -6", "ngày 5 – 6", "chiều 5 – 6 – 2020", "chiều 5 / 6"]


@pytest.mark.parametrize("words", [*RANGES, *DATES])
def test_a_range_of_numbers_is_no_day_of_the_meeting(words):
    meeting = read(news(f"Chủ tịch UBND xã Đỗ Văn Sơn chủ trì hội nghị giao ban {words}.")).meeting
    assert (meeting and meeting.what.held_on) == (date(2020, 6, 5) if words in DATES else None)


@pytest.mark.parametrize(("asked", "meetings"), [
    ("PV: Thưa ông, còn tồn kho?", 0), ("- Thưa ông, còn tồn kho?", 0), ("- Các công ty còn lúng túng.", 1),
])  # fmt: skip
def test_an_interview_reports_no_meeting(asked, meetings):
    told = "Sáng 10/3/2020, UBND huyện Tân Sơn tổ chức hội nghị giao ban. Chủ tịch UBND huyện Đỗ Văn Sơn chủ trì hội nghị."
    text = f"Chuyện năm mới\n\n{asked}\n\n{told}\n\n{asked}\n\nHuyện sẽ lo đủ giống cho bà con.\n"
    assert len(PIPELINE.run(from_text(text)).all(Meeting)) == meetings


def test_what_a_page_links_to_tells_of_no_meeting_of_its_own():
    told = "Chủ tịch UBND huyện Đỗ Văn Sơn chủ trì hội nghị giao ban của UBND huyện Tân Sơn. Các xã báo cáo việc trồng rừng, thu ngân sách."
    links = "Tin liên quan\n\nSở Y tế tổ chức hội nghị tổng kết (02/11/2015)\n\nSáng 4/11/2015, HĐND tỉnh họp phiên thường kỳ\n"
    found = PIPELINE.run(from_text(f"Giao ban\n\n{told}\n\n{links}")).all(Meeting)
    assert [(each.what.convener, each.what.held_on) for each in found] == [("UBND huyện Tân Sơn", None)]


def test_no_meeting_is_read_of_which_neither_day_nor_bodies_nor_head_are_told():
    told = (
        "Tại hội nghị, các đại biểu được nghe báo cáo tóm tắt tình hình. Các đại biểu đã tham luận về vai trò của trưởng bản."
        " Phát biểu tại hội nghị, đại diện các bản hứa giữ rừng. Kết luận hội nghị, các nhiệm vụ của quý tới được thống nhất."
    )
    found = PIPELINE.run(from_text(f"Hội nghị triển khai nhiệm vụ cho trưởng bản\n\n{told}\n")).all(Meeting)
    assert found == []


def test_minutes_of_a_dialogue_are_no_interview_however_often_they_say_that_somebody_asks():
    told = "Ngày 10/3/2020, UBND huyện Tân Sơn tổ chức hội nghị đối thoại với các hộ. Chủ tịch UBND huyện Đỗ Văn Sơn chủ trì hội nghị."
    asked = "Hỏi: Bao giờ chợ mở lại?\n\nTrả lời: Chợ mở lại khi nền khô.\n\n"
    text = f"BIÊN BẢN\n\nHội nghị đối thoại với các hộ chợ\n\n{told}\n\n{asked}{asked}"
    assert len(PIPELINE.run(from_text(text)).all(Meeting)) == 1


@pytest.mark.parametrize(("line", "held"), [("- Giấy phép xây dựng: cấp đúng hạn", 1), ("Giấy phép số 12/GP-TTĐT", 0)])
def test_a_page_ends_where_it_says_by_what_leave_it_is_published(line, held):
    told = "Sáng 10/3/2020, UBND huyện Tân Sơn tổ chức hội nghị giao ban. Chủ tịch UBND huyện Đỗ Văn Sơn chủ trì hội nghị."
    text = "Giao ban\n\n" + "Các xã nêu việc đã làm trong tuần.\n\n" * 9 + f"{line}\n\n{told}\n"
    assert len(PIPELINE.run(from_text(text)).all(Meeting)) == held


@pytest.mark.parametrize(("named", "who"), [
    ("ngành hàng không", "hàng không"), ("ngành y tế", "y tế"), ("các ngành chức năng", None), ("các ngành liên quan", None),
])  # fmt: skip
def test_a_sector_is_named_by_the_first_words_of_its_name(named, who):
    text = f"Hội nghị tổng kết {named} diễn ra sáng nay."
    read = PIPELINE.run(from_text(text))
    said = sector(read, Span(0, len(text)))
    assert (said and said.startswith(who)) if who else said is None


def test_the_sentence_that_bears_most_is_not_the_one_that_only_opens_with_the_day():
    chaired = "Chủ tịch UBND huyện Đỗ Văn Sơn chủ trì hội nghị tổng kết ngành y tế"
    read = page(f"Sáng 18/3, UBND huyện Tân Sơn góp ý kế hoạch trồng rừng. {chaired}")
    told = heard(read)
    assert told.told[0].points == 0
    assert told.strongest.span.of(read.text).startswith(chaired)


def test_minutes_without_a_year_or_a_chair_are_of_a_meeting():
    text = (
        "UBND XÃ TÂN LẬP\nBIÊN BẢN\nHọp bàn việc trồng cây đầu xuân\nThời gian: 8 giờ 00 phút, ngày 29 tháng 1\n"
        "Thành phần: ông Lê Văn Hùng - Phó Chủ tịch UBND xã; các trưởng thôn.\nThống nhất: mỗi thôn trồng 150 cây.\n"
    )
    assert [(each.what.day, each.what.convener) for each in PIPELINE.run(from_text(text)).all(Meeting)] == [("--01-29", "UBND XÃ TÂN LẬP")]


@pytest.mark.parametrize("told", [
    "Chiều 15/7, Thanh tra huyện Tân Sơn công bố quyết định thanh tra đối với UBND xã Mỹ Thuận về thu, chi. Lãnh đạo xã nhất trí.",
    "Cuối tháng 6, HĐND thị xã đi xem ba phường.\nNgày 15/7, Đoàn giám sát họp thông qua kết quả. Tỷ lệ cấp giấy đạt 88%.",
])  # fmt: skip
def test_a_team_meets_and_makes_known_what_it_will_look_into(told):
    assert [each.what.day for each in PIPELINE.run(from_text(told)).all(Meeting)] == ["--07-15"]


def test_a_task_to_work_with_somebody_tells_of_no_meeting():
    told = "Chủ trì: Ông Đỗ Hữu Lộc - Chủ tịch UBND xã."
    task = "3. Kết luận\n\n- Phòng Kinh tế đôn đốc gặt lúa.\n\n- Làm việc với nhà thầu, trước thứ Năm phải có hồ sơ."
    text = f"BIÊN BẢN\n\nHọp giao ban UBND xã Tân Lập tuần 42\n\nThời gian: 7 giờ 30, thứ Hai ngày 13/10/2025.\n\n{told}\n\n{task}\n"
    assert read(from_text(text)).meeting.span.of(text) == told


def test_whom_somebody_is_to_inspect_by_the_conclusions_is_not_whom_the_meeting_is_with():
    paper = (
        "BIÊN BẢN\nHội nghị Ban Thường vụ Huyện ủy\n\nThời gian: 14 giờ, ngày 27/3/2023.\n"
        "Chủ trì: đồng chí Hoàng Đình Thám - Bí thư Huyện ủy.\n\n"
        "II. KẾT LUẬN CỦA ĐỒNG CHÍ BÍ THƯ HUYỆN ỦY\n1. Về kinh tế: các xã rà soát dự án chậm.\n"
        "2. Về công tác cán bộ: Ban Tổ chức Huyện ủy trình Ban Thường vụ tại phiên họp tháng 4; Ủy ban Kiểm tra Huyện ủy "
        "kiểm tra dấu hiệu vi phạm tại Đảng ủy xã Thạnh Tây.\n"
    )
    (meeting,) = page(paper).all(Meeting)
    assert meeting.what.reviewed is None


@pytest.mark.parametrize(
    "when",
    ["I. Thời gian, địa điểm: 14h00 ngày 05/11/2024, tại Trường THCS Lê Lợi.", "I. Thời gian: 14h00 ngày 05/11/2024",
     "1. Thời gian và địa điểm: 8 giờ ngày 5 tháng 11 năm 2024, tại UBND xã"],
)  # fmt: skip
def test_minutes_tell_their_day_under_a_number_and_with_their_place(when):
    paper = f"BIÊN BẢN\nHọp giao ban hiệu trưởng tháng 11\n\n{when}\nII. Thành phần: Đ/c Phùng Văn Kiên - Trưởng phòng (chủ trì).\n"
    (meeting,) = page(paper).all(Meeting)
    assert meeting.what.held_on == date(2024, 11, 5)
