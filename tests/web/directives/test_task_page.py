"""The page of a task shows all that is known of it, and each move through it is made, or refused with everything that was typed."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from giaoban.directives.states import moves
from giaoban.model import Period, Role
from giaoban_web.accounts.models import Grant
from giaoban_web.bodies import actions as bodies
from giaoban_web.directives import actions
from giaoban_web.directives.evidence import Piece, pieces_now
from giaoban_web.directives.forms_moves import GROUPS
from giaoban_web.directives.models import Directive, Look
from giaoban_web.directives.moving import move
from giaoban_web.directives.moving_said import Part
from giaoban_web.directives.task_sheet import standing
from giaoban_web.history import queries as history
from giaoban_web.ledger import filing
from giaoban_web.ledger.models import Entry, Indicator
from giaoban_web.meetings.models import Meeting
from tests.web.directives.conftest import WORDING
from tests.web.directives.tasks import LINK, Parties


@pytest.fixture
def parties(office, other_town, person) -> Parties:
    return Parties.make(office, other_town, person)


def text_file(name, words="Biên bản bàn giao mặt bằng."):
    return SimpleUploadedFile(name, words.encode())


def post(client, task, name, **sent):
    return client.post(f"/directives/{task.pk}/move/{name}/", {"seen": Directive.objects.get(pk=task.pk).version} | sent)


def test_every_move_is_made_through_the_page(parties, sign_in):
    """Issue, acknowledge, start, progress, ask, grant, refuse, report, return, accept, reopen, correct, aim, serve; then the ends."""
    task = parties.task("draft")
    makers = {"lead": "acknowledge start progress ask_extension report", "issuer": "grant_extension refuse_extension"}
    by = {move: name for name, moves in makers.items() for move in moves.split()} | {"return": "acceptor", "accept": "acceptor"}
    for name in (
        "issue", "acknowledge", "start", "progress", "ask_extension", "grant_extension", "ask_extension", "refuse_extension",
        "report", "return", "report", "accept", "reopen", "correct", "aim", "serve",
    ):  # fmt: skip
        task.refresh_from_db()
        user = parties.people[by.get(name, "head")]
        client = sign_in(user)
        if name == "accept":
            for piece in task.evidence.all():
                client.post(f"/directives/evidence/{piece.pk}/")
        assert client.post(f"/directives/{task.pk}/move/{name}/", parties.sent(name, task)).status_code == 302, name
    for name, who in (("withdraw", "head"), ("merge", "head"), ("cascade", "lead")):
        other = parties.task("issued")
        assert sign_in(parties.people[who]).post(f"/directives/{other.pk}/move/{name}/", parties.sent(name, other)).status_code == 302, name
    assert history.verify() is None


def above_the_moves(client, task):
    """What the page says before what may be done."""
    page = client.get(f"/directives/{task.pk}/").content.decode()
    return page[: page.index('<section id="moves"')] if '<section id="moves"' in page else page[: page.index("<section><h2>")]


def test_why_a_task_came_back_what_was_reported_and_what_is_asked_stands_above_what_may_be_done(office, sign_in):
    task, lead, head = office.issued(), sign_in(office.people["lead"]), sign_in(office.head)

    def then(name, by, **sent):
        assert post(by, task, name, **sent).status_code == 302, name
        return above_the_moves(lead, task), above_the_moves(head, task)

    for shown in then("report", lead, text="Đã rà soát 12 hồ sơ", link="https://example.org/a"):
        assert "Đã rà soát 12 hồ sơ" in shown
    for shown in then("return", head, reason="Thiếu biên bản số 7"):
        assert "Thiếu biên bản số 7" in shown and "Đã rà soát" not in shown
    for shown in then("ask_extension", lead, until="31/12/2030", reason="Chờ xác minh"):
        assert "Thiếu biên bản số 7" in shown and "Chờ xác minh" in shown
    for shown in then("refuse_extension", head, reason="Đã quá lâu"):
        assert "Đã quá lâu" in shown and "Chờ xác minh" not in shown
    for shown in then("start", lead):
        assert "Đã quá lâu" not in shown and "Thiếu biên bản" not in shown


def test_a_body_that_gave_its_own_task_is_told_for_whom_its_report_waits_and_no_form_stands_open(office, parties, sign_in):
    """Withdrawing it is all that is left to be done, and nobody is led there."""
    task = parties.task("issued", lead=office.economy, issuer_body=office.economy)
    client = sign_in(office.people["lead"])
    assert post(client, task, "report", text="Đã xong", link="https://example.org/a").status_code == 302
    page = client.get(f"/directives/{task.pk}/").content.decode()
    assert 'id="move-withdraw"><summary' in page
    assert "đang chờ “Hội đồng nghiệm thu” nghiệm thu hoặc trả lại" in page
    task.acceptor = None
    task.save(update_fields=["acceptor"])
    assert "đang chờ chánh văn phòng nghiệm thu hoặc trả lại" in client.get(f"/directives/{task.pk}/").content.decode()


def test_the_evidence_of_the_report_that_stands_comes_before_that_of_earlier_ones(office, sign_in):
    task, lead, head = office.issued(), sign_in(office.people["lead"]), sign_in(office.head)
    post(lead, task, "report", text="Lần một", link="https://example.org/mot")
    post(head, task, "return", reason="Thiếu")
    post(lead, task, "report", text="Lần hai", link="https://example.org/hai")
    pieces = lead.get(f"/directives/{task.pk}/").context["pieces"]
    assert [(each.piece.url, each.counts) for each in pieces] == [("https://example.org/hai", True), ("https://example.org/mot", False)]


def test_of_the_task_that_took_it_up_who_may_not_see_that_is_told_the_number_alone(office, sign_in):
    task, other = office.issued(), office.issued(lead=office.finance, work="Nạo vét kênh thoát nước thải")
    move(directive=task, name="merge", seen=1, by=office.head, into=other)
    for user, seen in ((office.people["lead"], False), (office.head, True)):
        page = sign_in(user).get(task.get_absolute_url()).content.decode()
        assert f">Nhiệm vụ số {other.pk}<" in page or seen
        assert ("Nạo vét kênh" in page, other.get_absolute_url() in page) == (seen, seen)


def test_an_aim_is_added_changed_and_withdrawn_while_the_task_lives_and_its_history_says_what_it_was(office, sign_in):
    task, client = office.issued(), sign_in(office.head)
    said = {"indicator": "gtsx", "direction": "up", "value": "19.200", "reason": "Theo kết luận"}
    assert post(client, task, "aim", **said).status_code == 302
    assert post(client, task, "aim", **said | {"value": "20.000", "by_on": "31/12/2020"}).status_code == 302
    assert [(each.indicator.key, each.direction, each.value, each.by_on) for each in task.aims.all()] == [
        ("gtsx", "up", "20.000", date(2020, 12, 31))
    ]
    assert post(client, task, "aim", **said | {"direction": "withdrawn", "reason": "Chuyển sang nhiệm vụ khác"}).status_code == 302
    assert not task.aims.exists()
    page = client.get(task.get_absolute_url()).content.decode()
    assert "tăng 19.200" in page and "tăng 20.000" in page and "Chuyển sang nhiệm vụ khác" in page
    assert history.verify() is None


def test_an_aim_without_a_reason_or_that_is_not_there_is_refused_and_the_words_stay(office, sign_in):
    task, client = office.issued(), sign_in(office.head)
    assert post(client, task, "aim", indicator="gtsx", direction="up").status_code == 422
    refused = post(client, task, "aim", indicator="gtsx", direction="withdrawn", reason="Không còn phù hợp")
    assert refused.status_code == 409
    assert "Không còn phù hợp" in refused.content.decode()
    assert not task.aims.exists()


def test_the_criterion_it_serves_is_changed_and_withdrawn_while_the_task_lives_and_its_history_says_what_it_was(office, sign_in):
    task, client = office.issued(criterion="Tiêu chí về nước sạch"), sign_in(office.head)
    assert post(client, task, "serve", criterion="vn-ntm-xa-2016/17.2", reason="Theo kết luận").status_code == 302
    task.refresh_from_db()
    assert (task.criterion_set, task.criterion_number, task.criterion) == ("vn-ntm-xa-2016", "17.2", "")
    page = client.get(task.get_absolute_url()).content.decode()
    assert "Tiêu chí trước đó" in page and "Tiêu chí về nước sạch" in page
    assert '<option value="vn-ntm-xa-2016/17.2" selected>' in page
    assert post(client, task, "serve", criterion="none", reason="Không còn phù hợp").status_code == 302
    task.refresh_from_db()
    assert task.serves is None
    assert "không còn phục vụ tiêu chí nào" in client.get(task.get_absolute_url()).content.decode()
    assert [event.said.get("served_before", "").partition(" ")[0] for event in task.events.filter(move="serve")] == ["Tiêu", "17.2"]
    assert history.verify() is None


def test_a_criterion_that_is_none_that_is_served_already_or_without_reason_is_refused_and_the_words_stay(office, sign_in):
    task, client = office.issued(criterion_set="vn-ntm-xa-2016", criterion_number="17.2"), sign_in(office.head)
    again = post(client, task, "serve", criterion="vn-ntm-xa-2016/17.2", reason="Theo kết luận mới")
    assert (again.status_code, "Theo kết luận mới" in again.content.decode()) == (409, True)
    assert post(client, task, "serve", criterion="vn-ntm-xa-2016/99", reason="Theo kết luận").status_code == 422
    assert post(client, task, "serve", criterion="none").status_code == 422
    assert post(client, office.issued(), "serve", criterion="none", reason="Theo kết luận").status_code == 409
    assert post(sign_in(office.people["lead"]), task, "serve", criterion="none", reason="Theo kết luận").status_code == 403
    task.refresh_from_db()
    assert (task.serves.number, task.events.filter(move="serve").count()) == ("17.2", 0)


def test_what_is_no_address_of_a_page_is_told_in_words_of_an_office(office, sign_in):
    page = post(sign_in(office.people["lead"]), office.issued(), "progress", text="Đã làm", link="bao cao.docx")
    assert page.status_code == 422
    assert "Đây không phải địa chỉ một trang web." in page.content.decode()
    assert "URL" not in re.sub(r"<[^>]*>", "", page.content.decode())


def test_a_draft_says_on_which_day_it_was_made(office, sign_in):
    page = sign_in(office.head).get(office.drafted().get_absolute_url()).content.decode()
    assert f'<b>Lập dự thảo</b> <span class="small quiet">{timezone.localdate():%d/%m/%Y} · ' in page


def test_the_page_asks_the_same_number_of_questions_however_long_the_history(parties, sign_in):
    task, client = parties.task("in_progress"), sign_in(parties.people["head"])
    sent = {"said": {"text": "Đã làm thêm", "percent": "10"}, "evidence": [LINK]}

    def questions():
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/directives/{task.pk}/").status_code == 200
        return len(asked)

    def again(times):
        fresh = Directive.objects.get(pk=task.pk)
        for _ in range(times):
            fresh = move(directive=fresh, name="progress", seen=fresh.version, by=parties.people["lead"], **sent)

    again(1)
    few = questions()
    again(12)
    assert questions() == few


def test_the_page_tells_the_deadlines_that_there_were_and_who_moved_them(office, sign_in):
    task = office.issued()
    said = {"reason": "Chờ vốn", "until": "2031-09-30"}
    task = move(directive=task, name="ask_extension", seen=1, by=office.people["lead"], said=said)
    move(directive=task, name="grant_extension", seen=2, by=office.head)
    page = sign_in(office.people["lead"]).get(task.get_absolute_url()).content.decode()
    listed = re.search(r'<ol class="deadlines small">(.*?)</ol>', page, re.S)[1]
    assert re.findall(r"<li>(\d\d/\d\d/\d{4})", listed) == ["30/06/2020", "30/09/2031"]
    assert "đồng ý gia hạn" in listed
    assert "Chờ vốn" in page


def test_parts_that_were_handed_down_are_rolled_up_and_keep_the_whole_from_being_reported(parties, sign_in):
    task, lead = parties.task("issued"), parties.people["lead"]
    parts = [Part(parties.bodies["support"], "Rà soát thuế"), Part(parties.bodies["watcher"])]
    move(directive=task, name="cascade", seen=task.version, by=lead, parts=parts)
    client = sign_in(lead)
    assert "Đã nghiệm thu 0/2" in client.get(task.get_absolute_url()).content.decode()
    refused = post(client, task, "report", text="Đã xong phần chung", link=LINK.url)
    assert refused.status_code == 409
    assert "Còn 2 trong 2 nhiệm vụ" in refused.content.decode()
    assert "Đã xong phần chung" in refused.content.decode()


def test_an_aim_is_shown_with_the_figures_before_and_since_each_linked_to_its_cell(office, sign_in):
    task, gtsx = office.issued(), Indicator.objects.get(key="gtsx")
    actions.aim(directive=task, aims=[{"indicator": gtsx, "direction": "up", "value": "20.000"}], by=office.clerk)
    for period, value in (("2018", 16_681), ("2020", 21_000)):
        typed = [filing.Typed(Role.ACTUAL, Decimal(value), "tỷ đồng")]
        (cell,) = filing.draft(place=office.town, period=Period.parse(period), indicator="gtsx", typed=typed, seen={}, by=office.clerk)
        filing.move(filing=cell.filing, step="submit", seen=0, by=office.clerk)
    page = sign_in(office.head).get(task.get_absolute_url())
    (aim,) = page.context["aims"]
    assert [entry.value for entry in (*aim.before, *aim.since)] == [16_681, 21_000]
    (before,), (since,) = aim.before, aim.since
    assert (before.period.text, since.period.text) == ("2018", "2020")
    assert f"/ledger/cells/{since.place_id}/{since.line_id}/{since.period_id}/" in page.content.decode()


def test_a_figure_that_came_since_is_brought_as_evidence_and_opened_in_the_ledger(office, sign_in):
    task, gtsx = office.issued(), Indicator.objects.get(key="gtsx")
    actions.aim(directive=task, aims=[{"indicator": gtsx, "direction": "up"}], by=office.clerk)
    typed = [filing.Typed(Role.ACTUAL, Decimal(21_000), "tỷ đồng")]
    (cell,) = filing.draft(place=office.town, period=Period.parse("2020"), indicator="gtsx", typed=typed, seen={}, by=office.clerk)
    filing.move(filing=cell.filing, step="submit", seen=0, by=office.clerk)
    lead = sign_in(office.people["lead"])
    Grant.objects.create(user=office.people["lead"], role="unit", place=office.town)
    form = next(each for each in lead.get(task.get_absolute_url()).context["forms"] if each.move.name == "report")
    (_none, (key, label)) = form.fields["figure"].choices
    assert "21.000 tỷ đồng" in label
    assert post(lead, task, "report", text="Đã đạt", figure=key).status_code == 302
    assert "/ledger/cells/" in sign_in(office.head).post(f"/directives/evidence/{task.evidence.get().pk}/")["Location"]


def test_where_no_indicator_is_set_a_figure_of_the_place_is_found_by_typing(office, sign_in):
    task, person = office.issued(), office.people["lead"]
    for key, period, value in (("gtsx", "2019", 19_200), ("gtsx", "2020", 21_000), ("gtsx", "2021", 22_000)):
        typed = [filing.Typed(Role.ACTUAL, Decimal(value), "tỷ đồng")]
        (cell,) = filing.draft(place=office.town, period=Period.parse(period), indicator=key, typed=typed, seen={}, by=office.clerk)
        filing.move(filing=cell.filing, step="submit", seen=0, by=office.clerk)
    lead = sign_in(person)
    assert "report_figures" not in lead.get(task.get_absolute_url()).content.decode(), "who may not see the ledger is offered none of it"
    Grant.objects.create(user=person, role="unit", place=office.town)
    listed = lead.get(task.get_absolute_url()).content.decode().partition('<datalist id="report_figures">')[2].partition("</datalist>")[0]
    assert listed.count("<option") == 2 and "19.200" not in listed, "what was over before the task was given shows nothing of it"
    for typed, told in (("gia tri san xuat", "Nhiều số liệu có các từ này"), ("hộ nghèo", "Không có số liệu nào của địa bàn")):
        refused = post(lead, task, "report", text="Đã đạt", figure=typed)
        assert refused.status_code == 422 and told in refused.content.decode() and f'value="{typed}"' in refused.content.decode()
    assert post(lead, task, "report", text="Đã đạt", figure="gia tri san xuat nam 2021").status_code == 302
    assert "22.000 tỷ đồng" in task.evidence.get().label


def test_evidence_is_opened_by_a_press_that_is_noted_and_never_by_an_address_alone(office, sign_in):
    task, lead, head = office.issued(), sign_in(office.people["lead"]), sign_in(office.head)
    post(lead, task, "report", text="Xong", files=[text_file("bien-ban.txt")])
    piece = task.evidence.get()
    address = f"/directives/evidence/{piece.pk}/"
    assert head.get(address)["Location"] == f"/directives/{task.pk}/#evidence-{piece.pk}"
    assert not Look.objects.exists()
    opened = head.post(address)
    assert opened.content.decode() == "Biên bản bàn giao mặt bằng."
    assert opened["Content-Type"] == "application/octet-stream"
    assert "attachment" in opened["Content-Disposition"]
    assert opened["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in opened["Content-Security-Policy"]
    assert Look.objects.get().by == office.head
    assert sign_in(office.people["outsider"]).post(address).status_code == 404


def test_a_paper_comes_with_any_move_is_opened_and_is_no_evidence_of_the_work(office, sign_in):
    task, lead = office.issued(), sign_in(office.people["lead"])
    sent = {"until": "30/9/2031", "reason": "Chờ vốn", "files": text_file("cong-van.txt", "Đề nghị gia hạn thời gian thực hiện.")}
    assert post(lead, task, "ask_extension", **sent).status_code == 302
    page = lead.get(task.get_absolute_url()).content.decode()
    assert "cong-van.txt" in page and "xin gia hạn" in page
    assert post(lead, task, "report", text="Đã xong").status_code == 422
    assert post(lead, task, "report", text="Đã xong", link=LINK.url).status_code == 302
    head = sign_in(office.head)
    (piece,) = task.evidence.filter(kind="link")
    head.post(f"/directives/evidence/{piece.pk}/")
    assert post(head, task, "accept").status_code == 302
    paper = task.evidence.get(kind="file")
    assert head.post(f"/directives/evidence/{paper.pk}/").content.decode() == "Đề nghị gia hạn thời gian thực hiện."
    assert history.verify() is None


def test_every_move_that_a_person_makes_takes_papers():
    assert {name for name in moves() if "files" not in GROUPS.get(name, ())} == {"hand_down", "pass_on", "fall_away"}


def test_a_paper_goes_out_with_the_issue_and_with_what_is_handed_down(parties, sign_in):
    task, office = parties.office.drafted(), parties.office
    head, lead, below = (sign_in(parties.people[name]) for name in ("head", "lead", "support"))
    assert post(head, task, "issue", files=text_file("cong-van.txt", "Công văn giao việc.")).status_code == 302
    assert post(lead, task, "acknowledge", link="https://example.org/phieu").status_code == 302
    assert post(lead, task, "start", files=text_file("ke-hoach.txt", "Kế hoạch.")).status_code == 302
    handed = {"body_0": office.finance.name, "work_0": "Một phần", "files": text_file("phan-cong.txt", "Phân công.")}
    assert post(lead, task, "cascade", **handed).status_code == 302
    brought = [(each.event.move, each.label) for each in task.evidence.select_related("event")]
    assert brought[:2] == [("issue", "cong-van.txt"), ("acknowledge", "https://example.org/phieu")]
    assert brought[2:] == [("start", "ke-hoach.txt"), ("cascade", "phan-cong.txt")]
    piece = task.below.get().evidence.get()
    assert below.post(f"/directives/evidence/{piece.pk}/").content.decode() == "Phân công."
    assert not pieces_now(task).exists()


def test_a_paper_that_is_refused_holds_a_move_of_one_button_back_and_says_why(office, sign_in):
    task = office.issued()
    refused = post(sign_in(office.people["lead"]), task, "acknowledge", files=text_file("vb.txt", "TUYỆT MẬT\n\nCông văn."))
    assert refused.status_code == 422
    assert "vb.txt" in refused.content.decode()
    assert Directive.objects.get(pk=task.pk).state == "issued"


def test_a_paper_marked_secret_is_refused_with_any_move(office, sign_in):
    task, client = office.issued(), sign_in(office.head)
    refused = post(
        client, task, "withdraw", reason="Theo văn bản mới", files=text_file("vb.txt", "MẬT\n\nCông văn về việc dừng thực hiện.")
    )
    assert refused.status_code == 422
    assert "Theo văn bản mới" in refused.content.decode()
    assert not task.evidence.exists()


def test_a_link_is_shown_in_full_before_anybody_follows_it(office, sign_in):
    task = office.issued()
    post(sign_in(office.people["lead"]), task, "report", text="Xong", link="https://example.org/a?b=c", link_name="Trang")
    page = sign_in(office.head).post(f"/directives/evidence/{task.evidence.get().pk}/").content.decode()
    assert 'href="https://example.org/a?b=c" rel="noopener noreferrer external"' in page


def test_who_has_no_role_where_a_figure_stands_is_told_it_and_noted_all_the_same(office, sign_in):
    task, stranger = office.issued(acceptor=office.finance), office.people["support"]
    gtsx = Indicator.objects.get(key="gtsx")
    typed = [filing.Typed(Role.ACTUAL, Decimal(21_000), "tỷ đồng")]
    (cell,) = filing.draft(place=office.town, period=Period.parse("2020"), indicator="gtsx", typed=typed, seen={}, by=office.clerk)
    filing.move(filing=cell.filing, step="submit", seen=0, by=office.clerk)
    entry = Entry.objects.get(line__indicator=gtsx)
    brought = [Piece("Tổng giá trị sản xuất: 21.000", entry=entry)]
    task = move(directive=task, name="report", seen=1, by=office.people["lead"], said={"text": "Đạt"}, evidence=brought)
    page = sign_in(stranger).post(f"/directives/evidence/{task.evidence.get().pk}/")
    assert "Tổng giá trị sản xuất: 21.000" in page.content.decode()
    assert post(sign_in(stranger), task, "accept").status_code == 302


def test_a_report_with_nothing_to_show_is_put_right_in_its_form(office, sign_in):
    task, lead = office.issued(), sign_in(office.people["lead"])
    page = post(lead, task, "report", text="Đã xong")
    assert page.status_code == 422
    assert "ít nhất một minh chứng" in page.content.decode()
    told = [each for errors in post(lead, task, "report", text="").context["sent"].errors.values() for each in errors]
    assert len(told) == 2, "everything that is missing is told at once"


def test_a_link_that_is_no_page_of_the_web_is_refused(office, sign_in):
    page = post(sign_in(office.people["lead"]), office.issued(), "report", text="Đã xong cả", link="javascript:alert(1)")
    assert page.status_code == 422
    assert "Đã xong cả" in page.content.decode()


def test_acceptance_waits_for_a_look_at_each_piece_and_says_which(office, sign_in):
    task, head = office.issued(), sign_in(office.head)
    post(sign_in(office.people["lead"]), task, "report", text="Xong", files=[text_file("a.txt"), text_file("b.txt", "Khác.")])
    first, second = task.evidence.all()
    head.post(f"/directives/evidence/{first.pk}/")
    refused = post(head, task, "accept", text="Đồng ý")
    assert refused.status_code == 409
    assert "minh chứng: b.txt" in refused.content.decode()
    assert "Đồng ý" in refused.content.decode()
    assert f'href="#evidence-{second.pk}"' in refused.content.decode()
    assert f'action="/directives/evidence/{second.pk}/"' in refused.content.decode()
    assert f'action="/directives/evidence/{first.pk}/"' not in refused.content.decode()
    head.post(f"/directives/evidence/{second.pk}/")
    assert post(head, task, "accept").status_code == 302


def test_a_refused_file_costs_neither_the_text_nor_the_names_of_the_others(office, sign_in):
    task = office.issued()
    files = [text_file("bien-ban.txt"), text_file("mat.txt", "TỐI MẬT\nNội dung.")]
    page = post(sign_in(office.people["lead"]), task, "report", text="Đã bàn giao xong", percent="100", files=files)
    said = page.content.decode()
    assert page.status_code == 422
    assert "Đã bàn giao xong" in said
    assert "mat.txt:" in said
    assert "Tệp hợp lệ, cần chọn lại: bien-ban.txt" in said
    assert not task.evidence.exists()
    assert Directive.objects.get(pk=task.pk).state == "issued"


def test_who_was_overtaken_sees_both_versions_and_sends_hers_again_on_the_new_one(office, sign_in):
    task, head = office.issued(), sign_in(office.head)
    post(sign_in(office.people["lead"]), task, "progress", text="Đang làm bước một", percent="30")
    sent = {"seen": 1, "reason": "Trùng nhiệm vụ số 7"}
    page = head.post(f"/directives/{task.pk}/move/withdraw/", sent)
    said = page.content.decode()
    assert page.status_code == 409
    assert "Trùng nhiệm vụ số 7" in said
    assert "Đang làm bước một" in said
    assert f'<p lang="vi">{str(task)[0].upper()}{str(task)[1:]}</p>' in said
    again = re.search(r'name="seen" value="(\d+)"', said)[1]
    assert head.post(f"/directives/{task.pk}/move/withdraw/", sent | {"seen": again}).status_code == 302


def test_a_form_that_has_to_be_put_right_keeps_the_version_that_she_saw(office, sign_in):
    task, head = office.issued(), sign_in(office.head)
    post(sign_in(office.people["lead"]), task, "progress", text="Xong một nửa")
    page = head.post(f"/directives/{task.pk}/move/withdraw/", {"seen": 1, "reason": ""})
    assert page.status_code == 422
    assert next(form for form in page.context["forms"] if form.move.name == "withdraw").seen == 1


def test_what_is_no_more_possible_is_said_in_words_and_her_text_is_there_to_copy(office, sign_in):
    task, lead = office.issued(), sign_in(office.people["lead"])
    post(sign_in(office.head), task, "withdraw", reason="Trùng")
    page = post(lead, task, "progress", text="Đã làm được hai phần ba")
    said = page.content.decode()
    assert page.status_code == 409
    assert "“đã thu hồi” nên chưa làm được “Báo cáo tiến độ”" in said
    assert "Đã làm được hai phần ba" in said
    assert "withdrawn" not in said


def test_what_is_not_hers_to_do_is_forbidden_with_the_reason_in_words(office, sign_in):
    page = post(sign_in(office.people["lead"]), office.issued(), "withdraw", reason="Không muốn làm")
    assert page.status_code == 403
    assert "chỉ dành cho: chánh văn phòng, người giao" in page.content.decode()


def test_a_sentence_of_a_record_is_linked_only_for_who_sees_the_record(office, sign_in):
    page = sign_in(office.people["lead"]).get(office.issued().get_absolute_url()).content.decode()
    assert WORDING in page
    assert "không đọc từ bản ghi" in page
    assert "/records/" not in re.search(r"<main.*</main>", page, re.S)[0]


def test_days_left_and_days_late_are_counted_on_the_day(office):
    task = office.issued()
    told = {"counted": "", "tone": "", "waits": False, "days": 5, "late_by": None, "soon": True}
    assert standing(task, date(2020, 6, 25)) | {"counted": ""} == told
    late = standing(task, date(2020, 7, 12))
    assert (late["late_by"], late["counted"]) == (12, "")
    task.deadline_on = None
    assert standing(task, date(2020, 7, 12))["days"] is None


def test_what_was_reported_in_time_is_said_to_wait_not_to_be_in_time(office, sign_in):
    reported = move(
        directive=office.issued(),
        name="report",
        seen=1,
        by=office.people["lead"],
        said={"text": "Xong"},
        evidence=[LINK],
        on=date(2020, 6, 20),
    )
    page = sign_in(office.head).get(f"/directives/{reported.pk}/").content.decode()
    assert "chờ nghiệm thu" in page and "còn trong hạn" not in page


def test_a_draft_without_a_lead_says_once_how_it_is_edited_and_leads_to_the_field_that_is_empty(office, sign_in):
    task = office.drafted(lead=None)
    shown = sign_in(office.head).get(task.get_absolute_url()).content.decode()
    assert shown.count("Sửa dự thảo") == 1
    assert f'href="/directives/{task.pk}/edit/#id_lead">Chọn cơ quan chủ trì</a>' in shown


def test_a_draft_without_a_lead_offers_to_choose_one_and_no_button_that_must_fail(office, sign_in):
    led, nobody = office.drafted(), office.drafted(lead=None)
    pages = [sign_in(office.head).get(each.get_absolute_url()).content.decode() for each in (led, nobody)]
    forms = [
        page.partition(f"/directives/{each.pk}/move/issue/")[2].partition("</form>")[0]
        for page, each in zip(pages, (led, nobody), strict=True)
    ]
    assert ["<button" in form for form in forms] == [True, False]
    assert f"/directives/{nobody.pk}/edit/#id_lead" in forms[1]


def test_whoever_may_not_see_the_meeting_of_her_task_is_not_led_to_a_page_that_is_not_there(office, sign_in):
    meeting = Meeting.objects.create(place=office.town, held_on=date(2020, 3, 12), title="Giao ban 12/03/2020")
    task = office.issued()
    Directive.objects.filter(pk=task.pk).update(meeting=meeting)
    way = f'href="{meeting.get_absolute_url()}"'
    for address in (task.get_absolute_url(), "/directives/"):
        head, lead = (sign_in(each).get(address).content.decode() for each in (office.head, office.people["lead"]))
        assert way in head and way not in lead and "12/03/2020" in lead


def test_until_when_more_time_was_granted_and_why_it_was_withdrawn_stands_first_and_in_the_history(office, sign_in):
    task, lead = office.issued(), sign_in(office.people["lead"])
    for name, by, said in (
        ("ask_extension", office.people["lead"], {"until": "2030-12-31", "reason": "Chờ hồ sơ"}),
        ("grant_extension", office.head, {}),
    ):
        task = move(directive=task, name=name, seen=task.version, by=by, said=said)
    page = lead.get(task.get_absolute_url()).content.decode()
    assert page.count("Thời hạn mới") == 2 and '<div class="note spaced-below last-word">' in page
    move(directive=task, name="withdraw", seen=task.version, by=office.head, said={"reason": "Giao cho sở"})
    assert "Giao cho sở" in above_the_moves(lead, task)


def test_that_a_task_has_no_deadline_is_said_once_above_what_may_be_done(office, sign_in):
    task = office.issued(deadline_on=None)
    page = sign_in(office.head).get(task.get_absolute_url()).content.decode()
    head = page[page.index('<p class="who-when">') : page.index("</div>", page.index('<p class="standing">'))]
    assert head.count("chưa có thời hạn") == 1


def test_a_task_named_by_its_number_alone_is_shown_before_it_takes_another_up(office, sign_in):
    task, other = office.issued(), office.issued(work="Lập phương án thu gom nước thải")
    client, address = sign_in(office.head), f"/directives/{task.pk}/move/merge/"
    assert f'<option value="{other.pk} · Lập phương án thu gom nước thải">' in client.get(task.get_absolute_url()).content.decode()
    page = client.post(address, {"seen": task.version, "into": str(other.pk)})
    assert page.status_code == 422
    said = page.content.decode()
    assert "hãy xem điều nêu trong biểu mẫu bên dưới" in said and "có mục cần sửa" not in said
    assert f"Nhiệm vụ số {other.pk} là:" in said and "Lập phương án thu gom nước thải</a>”" in said and 'name="anyway"' in said
    sent = {"seen": task.version, "into": str(other.pk), "anyway": "1"}
    assert client.post(address, sent).status_code == 302
    assert Directive.objects.get(pk=task.pk).merged_into == other
    page = client.get(other.get_absolute_url()).content.decode()
    assert "Đã gộp vào đây" in page and f'<a href="{task.get_absolute_url()}">' in page


def test_that_nobody_sits_for_its_watcher_is_told_as_long_as_the_task_is_open(office, sign_in):
    empty = bodies.add(place=office.town, name="Ban Chỉ đạo", by=office.steward)
    told = "Hiện chưa có ai phụ trách “Ban Chỉ đạo” nên lời nhắc theo dõi được gửi cho chánh văn phòng."
    head, task = sign_in(office.head), office.issued(watcher=empty)
    assert told in head.get(task.get_absolute_url()).content.decode()
    move(directive=task, name="withdraw", seen=1, by=office.head, said={"reason": "thôi"})
    assert told not in head.get(task.get_absolute_url()).content.decode()


def test_that_nobody_sits_for_who_is_to_accept_is_told_while_it_is_given_and_reported(office, sign_in):
    empty = bodies.add(place=office.town, name="Ban Chỉ đạo", by=office.steward)
    told = "Hiện chưa có ai phụ trách “Ban Chỉ đạo” nên chưa ai nghiệm thu được"
    head = sign_in(office.head)
    draft, other = office.drafted(acceptor=empty), office.drafted(acceptor=office.finance)
    assert told in head.get(draft.get_absolute_url()).content.decode()
    assert "chưa ai nghiệm thu được" not in head.get(other.get_absolute_url()).content.decode()
    task = office.issued(acceptor=empty)
    move(directive=task, name="report", seen=1, by=office.people["lead"], said={"text": "Xong"}, evidence=[LINK])
    assert told in head.get(task.get_absolute_url()).content.decode()
