"""A notice says what the record says, in the order asked for, each paragraph with the words it came from; what nobody said is a gap."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.brief import Order, compose
from giaoban.brief.notice import GAP, Heading, Notice, superseding
from giaoban.brief.notice_signs import settable
from giaoban.model import Chair, Directive, Finding, Force, Found, Meeting, Mode, Polarity, Reading, Refused, Span, Topic

TEXT = (
    "Ngày 5/5/2021, UBND huyện Hạ Lĩnh họp trực tuyến với xã Phú Vân, ông Trần Văn Bình, Chủ tịch UBND huyện, chủ trì. "
    "Xã đã thu gom rác ở 5 thôn. "
    "Việc trồng cam còn chậm; xã cần mở rộng vùng trồng cam trong quý III. Trường tiểu học lập kế hoạch bán trú."
)


def found(what, words):
    start = TEXT.index(words)
    return Found(what, Span(start, start + len(words)))


CHAIR = Chair("Trần Văn Bình", ("Chủ tịch UBND huyện",))
READING = Reading(
    meeting=found(Meeting(date(2021, 5, 5), Mode.ONLINE, "UBND huyện Hạ Lĩnh", "xã Phú Vân", CHAIR), "họp trực tuyến"),
    findings=(
        found(Finding(Polarity.STRENGTH, Topic.ENVIRONMENT), "Xã đã thu gom rác ở 5 thôn"),
        found(Finding(Polarity.SHORTCOMING, Topic.AGRICULTURE), "Việc trồng cam còn chậm"),
    ),
    directives=(
        found(Directive("ông Bình", Force.REQUEST, "Trường tiểu học", None, Topic.EDUCATION), "lập kế hoạch bán trú"),
        found(Directive("ông Bình", Force.REQUEST, "xã Phú Vân", "2021-Q3", Topic.AGRICULTURE), "mở rộng vùng trồng cam"),
    ),
)


def words(span: Span) -> str:
    return span.of(TEXT)


def composed(order: Order = Order.TOPIC, reading: Reading = READING) -> Notice:
    return compose(reading, words, order=order)


def test_where_nobody_is_known_to_have_called_the_meeting_the_opening_tells_who_presided_without_a_gap():
    meeting = found(Meeting(date(2021, 5, 5), None, None, "xã Phú Vân", CHAIR), "họp trực tuyến")
    opening = compose(Reading(meeting=meeting), words).opening[0].text
    assert opening == "Ngày 05/05/2021, đồng chí Trần Văn Bình, Chủ tịch UBND huyện chủ trì buổi làm việc với xã Phú Vân."


def test_little_pictures_among_the_words_of_a_page_are_left_out():
    notice = compose(READING, lambda span: f"📌 {words(span)} 👉\ufe0f ngay")
    assert "Xã đã thu gom rác ở 5 thôn ngay." in [item.text for item in notice.items()]


@pytest.mark.parametrize(("said", "told"), [("▶ ", ""), ("◆", ""), ("⏰ ", ""), ("👉\ufe0f", ""), ("1\ufe0f\u20e3 ", "1 "), ("● ", "● ")])
def test_a_sign_that_no_font_of_offices_has_is_no_part_of_a_composed_notice(said, told):
    first = next(item.text for item in compose(READING, lambda span: f"{said}{words(span)}").items() if item.span)
    assert first == f"{told}Xã đã thu gom rác ở 5 thôn."
    assert settable(first) == first


def test_of_a_long_line_with_such_a_sign_the_beginning_is_told():
    with pytest.raises(Refused) as refused:
        settable("Văn phòng " * 20 + "🙂")
    assert (refused.value.values["sign"], len(refused.value.values["words"])) == ("🙂", 60)


WITH_XA = Meeting(date(2021, 5, 5), Mode.ONLINE, None, "xã Phú Vân", CHAIR)
ALONE = Meeting(date(2021, 5, 5), Mode.ONLINE, None, None, CHAIR)
CALLED = Meeting(date(2021, 5, 5), None, "UBND huyện Hạ Lĩnh", None, CHAIR)
LEARNING = "cuộc họp về năm học mới"
LAND = "cuộc họp về đất đai"
FROM = "hội nghị triển khai luật thi hành từ ngày 5/5/2021"
NAMES = [
    ("Cuộc họp về năm học mới", ALONE, LEARNING, f"chủ trì {LEARNING} theo hình thức trực tuyến."),
    ("Cuộc họp về năm học mới ngày 5.5.2021", ALONE, LEARNING, f"chủ trì {LEARNING} theo hình thức trực tuyến."),
    ("Họp giao ban tuần 18", CALLED, "cuộc họp giao ban tuần 18", "UBND huyện Hạ Lĩnh tổ chức cuộc họp giao ban tuần 18."),
    ("Hội nghị trực tuyến sơ kết quý I", ALONE, "hội nghị trực tuyến sơ kết quý I", "chủ trì hội nghị trực tuyến sơ kết quý I."),
    ("Buổi làm việc với xã Phú Vân", WITH_XA, "buổi làm việc với xã Phú Vân", "chủ trì buổi làm việc trực tuyến với xã Phú Vân."),
    ("Cuộc họp về năm học mới, ngày 5 tháng 5 năm 2021", ALONE, LEARNING, f"chủ trì {LEARNING} theo hình thức trực tuyến."),
    ("Cuộc họp sáng 5/5 về năm học mới", ALONE, LEARNING, f"chủ trì {LEARNING} theo hình thức trực tuyến."),
    ("Cuộc họp ngày 5/5/21 về năm học mới", ALONE, LEARNING, f"chủ trì {LEARNING} theo hình thức trực tuyến."),
    ("Hội nghị ngày 5/5 - 6/5 về đất đai", CALLED, "hội nghị ngày 5/5 - 6/5 về đất đai", "tổ chức hội nghị ngày 5/5 - 6/5 về đất đai."),
    ("Hội nghị ngày 4/5 và ngày 5/5", CALLED, "hội nghị ngày 4/5 và ngày 5/5", "tổ chức hội nghị ngày 4/5 và ngày 5/5."),
    ("Hội nghị triển khai luật thi hành từ ngày 5/5/2021", ALONE, FROM, f"chủ trì {FROM} theo hình thức trực tuyến."),
    ("Cuộc họp về hồ sơ nộp ngày 12/6", ALONE, "cuộc họp về hồ sơ nộp ngày 12/6", "nộp ngày 12/6 theo hình thức trực tuyến."),
    ("Buổi giao ban tháng 5", CALLED, "buổi giao ban tháng 5", "Chủ tịch UBND huyện chủ trì buổi giao ban."),
    ("Cuộc họp về quy chế làm việc mới", CALLED, "cuộc họp về quy chế làm việc mới", "Chủ tịch UBND huyện chủ trì cuộc họp."),
    ("Buổi làm việc, khảo sát tại cảng", CALLED, "buổi làm việc, khảo sát tại cảng", "Chủ tịch UBND huyện chủ trì buổi làm việc."),
    ("Cuộc họp các đơn vị trực thuộc", ALONE, "cuộc họp các đơn vị trực thuộc", "trực thuộc theo hình thức trực tuyến."),
    ("Phiên họp UBND huyện Hạ Lĩnh về đất đai", CALLED, "phiên họp UBND huyện Hạ Lĩnh về đất đai", "UBND huyện chủ trì phiên họp."),
    ("Cuộc họp do ông Trần Văn Bình chủ trì về đất đai", CALLED, LAND, f"UBND huyện Hạ Lĩnh tổ chức {LAND}."),
    ("Phiên họp của UBND huyện Hạ Lĩnh", CALLED, "cuộc họp", "UBND huyện Hạ Lĩnh họp."),
    ("HỘI NGHỊ SƠ KẾT QUÝ I", ALONE, "cuộc họp", "chủ trì cuộc họp trực tuyến."),
    ("Cuộc họp do đồng chí Trần Văn Bình chủ trì", ALONE, "cuộc họp", "chủ trì cuộc họp trực tuyến."),
    ("Xã Phú Vân mở rộng vùng trồng cam", ALONE, "cuộc họp", "chủ trì cuộc họp trực tuyến."),
    ("Thông báo kết luận", ALONE, "cuộc họp", "chủ trì cuộc họp trực tuyến."),
]


@pytest.mark.parametrize(("title", "meeting", "name", "opening"), NAMES)
def test_a_meeting_is_called_by_its_own_name_where_that_is_known(title, meeting, name, opening):
    notice = compose(Reading(meeting=found(meeting, "họp trực tuyến")), words, title=title)
    apart = "," if name[-4:].isdigit() else ""
    assert f" tại {name}{apart} ngày 05/05/2021" in notice.abstract
    assert opening in notice.opening[0].text
    assert notice.closing.startswith(f"Trên đây là kết luận tại {name}; ")


def test_the_opening_tells_the_day_the_bodies_the_mode_and_who_presided():
    first, second = composed().opening
    assert first.text.startswith("Ngày 05/05/2021, UBND huyện Hạ Lĩnh làm việc trực tuyến với xã Phú Vân. ")
    assert "Đồng chí Trần Văn Bình, Chủ tịch UBND huyện chủ trì buổi làm việc." in first.text
    assert second.text.endswith("kết luận như sau:")


def test_strengths_and_shortcomings_stand_apart_and_tasks_under_their_fields_in_the_usual_order():
    assessment, tasks = composed().sections
    assert [section.heading for section in assessment.sections] == ["Kết quả đạt được", "Hạn chế, khó khăn"]
    assert [section.heading for section in tasks.sections] == ["Nông, lâm, thủy sản", "Giáo dục và đào tạo"]


def test_a_task_names_who_acts_and_by_when_and_points_at_its_words():
    (item,) = composed().sections[1].sections[0].items
    assert item.text == "Xã Phú Vân: Mở rộng vùng trồng cam (thời hạn: trong quý III/2021)."
    assert words(item.span) == "mở rộng vùng trồng cam"


ORDERS = [(Order.LEAD, ["Trường tiểu học", "Xã Phú Vân"]), (Order.SAID, [])]


@pytest.mark.parametrize(("order", "headings"), ORDERS)
def test_tasks_can_be_put_by_who_acts_or_as_they_were_said(order, headings):
    tasks = composed(order).sections[1]
    assert [section.heading for section in tasks.sections] == headings
    assert sum(item.span is not None for item in composed(order).items()) == 4


GOING_ON = "giao Trạm Y tế lập danh sách người cao tuổi, gửi Văn phòng trước 30/6. Rà soát quỹ đất. Thôn Bến vét mương, gửi ảnh."


@pytest.mark.parametrize(
    ("first", "second", "lead", "fields"),
    [
        ("lập danh sách người cao tuổi", "gửi Văn phòng trước 30/6", "Trạm Y tế", ["An sinh xã hội"]),
        ("gửi Văn phòng trước 30/6", "Rà soát quỹ đất", "Trạm Y tế", ["An sinh xã hội", "Cải cách hành chính, chuyển đổi số, tiếp dân"]),
        ("vét mương", "gửi ảnh", "Thôn Bến", ["An sinh xã hội"]),
        ("vét mương", "gửi ảnh", None, ["An sinh xã hội", "Cải cách hành chính, chuyển đổi số, tiếp dân"]),
    ],
    ids=["one sentence", "the next sentence", "one sentence of another", "another lead"],
)
def test_what_goes_on_with_a_sentence_for_the_same_lead_stays_in_its_field(first, second, lead, fields):
    def task(words, who, topic):
        start = GOING_ON.index(words)
        return Found(Directive(None, Force.ORDER, who, None, topic), Span(start, start + len(words)))

    said = (task(first, lead or "Thôn Bến", Topic.WELFARE), task(second, lead, Topic.ADMINISTRATION))
    (tasks,) = compose(Reading(directives=said), lambda span: span.of(GOING_ON)).sections
    assert [each.heading for each in tasks.sections] == fields


def test_what_nobody_said_is_a_gap():
    notice = composed(reading=Reading())
    assert notice.sections == ()
    assert GAP in notice.abstract
    assert notice.heading == Heading()
    assert notice.opening[0].text == f"Ngày {GAP}, {GAP} họp. Chủ trì cuộc họp: {GAP}."


@given(st.sampled_from(Order))
def test_every_find_stands_in_the_notice_once(order):
    spans = [item.span for item in composed(order).items() if item.span]
    assert sorted(spans) == sorted(each.span for each in (*READING.findings, *READING.directives))


HELPED = [
    ("mở rộng vùng trồng cam", "2021-06-30", " (phối hợp: Sở Nông nghiệp, UBND xã; thời hạn: chậm nhất ngày 30/06/2021)."),
    ("cùng Sở Nông nghiệp mở rộng vùng trồng cam", None, " (phối hợp: UBND xã)."),
    ("Sở Nông nghiệp và UBND xã cùng mở rộng vùng trồng cam", None, "cùng mở rộng vùng trồng cam."),
]


@pytest.mark.parametrize(("said", "deadline", "ending"), HELPED)
def test_who_helps_is_told_behind_the_words_that_do_not_name_them(said, deadline, ending):
    asked = found(Directive(None, Force.ORDER, "Phòng Kinh tế", deadline, Topic.OTHER), "mở rộng vùng trồng cam")
    told = compose(Reading(directives=(asked,)), lambda _span: said, helping={asked.span: ("Sở Nông nghiệp", "UBND xã")})
    assert [item.text[-len(ending) :] for item in told.items() if item.span] == [ending]


def test_a_day_behind_a_year_is_parted_from_it():
    notice = compose(Reading(meeting=found(ALONE, "họp trực tuyến")), words, title="Hội nghị giao ban tháng 5 năm 2021")
    assert " tại hội nghị giao ban tháng 5 năm 2021, ngày 05/05/2021" in notice.abstract


DUE = [
    ("mở rộng vùng trồng cam", "2021-06-30", " (thời hạn: chậm nhất ngày 30/06/2021)."),
    ("mở rộng vùng trồng cam trong quý III", "2021-Q3", "trong quý III."),
    ("Trường tiểu học lập kế hoạch bán trú", "2021", " (thời hạn: trong năm 2021)."),
]


@pytest.mark.parametrize(("said", "deadline", "ending"), DUE)
def test_a_deadline_is_told_once_as_what_it_is(said, deadline, ending):
    reading = Reading(directives=(found(Directive(None, Force.ORDER, None, deadline, Topic.OTHER), said),))
    (item,) = [item for item in composed(reading=reading).items() if item.span]
    assert item.text.endswith(ending)
    assert item.text.count("thời hạn") == ending.count("thời hạn")


def test_the_dash_of_a_list_gives_way_to_the_number_of_the_paper():
    text = "- Trồng cam còn chậm;"
    reading = Reading(findings=(Found(Finding(Polarity.SHORTCOMING, Topic.OTHER), Span(0, len(text))),))
    (item,) = [item for item in compose(reading, lambda span: span.of(text)).items() if item.span]
    assert item.text == "Trồng cam còn chậm."


def test_who_acts_is_not_said_again_where_the_words_name_them():
    reading = Reading(
        directives=(found(Directive(None, Force.ORDER, "Trường tiểu học", None, Topic.OTHER), "Trường tiểu học lập kế hoạch"),)
    )
    (item,) = [item for item in composed(reading=reading).items() if item.span]
    assert item.text == "Trường tiểu học lập kế hoạch."


@pytest.mark.parametrize("number", ["Số 12-TB/TU", "Số: 12/TB-UBND"])
def test_a_correction_says_once_what_it_takes_the_place_of(number):
    said = superseding("Trên đây là kết luận", number, date(2021, 5, 6))
    assert said.startswith("Trên đây là kết luận. Thông báo này thay thế Thông báo số 12")
    assert said.endswith(" ngày 06/05/2021")
    assert superseding(said, "Số 15-TB/TU", date(2021, 7, 1)).count("thay thế") == 1
