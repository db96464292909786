"""The confirmation screen: what is shown, how it is narrowed, and that it stays as narrowed through a decision."""

import re

import pytest
from django.urls import reverse

from giaoban_web.records import actions, words
from giaoban_web.records.models import Find, Verdict
from giaoban_web.records.standing import standing
from tests.web.records.conftest import TEXT
from tests.web.records.test_deciding import address, edit_of, filled, fresh

HTMX = {"HX-Request": "true"}
MARK = re.compile(r"<mark[^>]*>(.*?)</mark>", re.DOTALL)


def screen_of(record):
    return reverse("records:confirm", args=[record.pk])


def page(answer):
    return answer.content.decode()


def shown(answer):
    return [int(key) for key in re.findall(r'<article class="find [^"]*" id="find-(\d+)"', page(answer))]


def test_every_find_is_marked_where_it_stands_and_has_a_way_to_its_card_and_back(clerks_browser, record):
    seen = page(clerks_browser.get(screen_of(record)))
    for find in record.finds.all():
        assert f'id="at-{find.pk}" href="#find-{find.pk}"' in seen
        assert f'href="#at-{find.pk}"' in seen
    marked = "".join(re.sub("<[^>]*>", "", each) for each in MARK.findall(seen))
    assert all(find.fields["indicator"].split()[0] in marked for find in record.finds.filter(kind="observation"))


def test_a_card_says_what_made_it_and_where_it_stood(clerks_browser, figure):
    seen = page(clerks_browser.get(screen_of(figure.record)))
    card = seen.partition(f'id="find-{figure.pk}"')[2].partition("</article>")[0]
    assert f"quy tắc {words.rule(figure.rule)}" in card
    assert "đoạn 4" in card
    assert 'data-number="4"' in seen


def test_a_card_is_named_by_what_it_says(clerks_browser, figure):
    seen = page(clerks_browser.get(screen_of(figure.record)))
    assert re.search(rf'<article [^>]*id="find-{figure.pk}"[^>]* aria-labelledby="what-{figure.pk}"', seen)
    assert re.search(rf'<h3 [^>]*id="what-{figure.pk}">', seen)


def test_a_rule_is_called_by_what_it_reads():
    assert words.rule("observations@1") == "số liệu trong câu, bản 1"
    assert words.rule("person") == "person"


def test_every_rule_that_makes_finds_of_a_record_has_words_for_the_screen(clerk, town):
    tasks = [("Phòng Kinh tế", "Rà soát 12 hộ nghèo", "30/10/2026"), ("Công an xã", "Xử lý 3 điểm tập kết rác", "25/10/2026")]
    rows = "".join(
        f"<tr><td>{'</td><td>'.join(cells)}</td></tr>" for cells in [("Đơn vị chủ trì", "Nội dung nhiệm vụ", "Thời hạn"), *tasks]
    )
    text = f"<article><h1>Biên bản</h1><p>Ngày 5/10/2026, đồng chí Bí thư chủ trì giao ban.</p><table>{rows}</table></article>"
    record = actions.put_in(data=text.encode(), name="tin.html", place=town, by=clerk)
    rules = set(record.finds.values_list("rule", flat=True))
    assert "tabled_tasks@1" in rules and all("@" not in str(words.rule(each)) for each in rules)


def test_records_of_one_title_are_told_apart_by_their_files(clerks_browser, record):
    seen = page(clerks_browser.get(reverse("records:list")))
    assert f'<span class="small quiet file">{record.name}</span>' in seen


def test_a_card_from_htmx_says_as_much_as_on_the_page(clerks_browser, figure):
    part = page(clerks_browser.post(address(figure, "confirm"), {"seen": 0}, headers=HTMX))
    assert "đoạn 4" in part
    assert 'hx-swap-oob="true"' in part
    assert 'innerHTML:#text"' not in part, "the text is sent only where its marks have changed"


def test_where_a_correction_moves_the_words_the_text_is_sent_anew(clerks_browser, figure):
    data = filled(clerks_browser.get(edit_of(figure))) | {"quote": "đạt 2.572 tỷ đồng"}
    part = page(clerks_browser.post(edit_of(figure), data, headers=HTMX))
    assert 'hx-swap-oob="innerHTML:#text"' in part
    assert standing(fresh(figure)).start == TEXT.index("đạt 2.572")


@pytest.mark.parametrize(
    ("asked", "keeps"),
    [
        ({"kind": "observation"}, lambda find: find.kind == "observation"),
        ({"state": "open"}, lambda find: find.standing is None),
        ({"state": "rejected"}, lambda find: find.standing and find.standing.verdict == "rejected"),
        ({"state": "decided"}, lambda find: find.standing and find.standing.verdict == "confirmed"),
        ({"confidence": "sure"}, lambda find: find.confidence >= 0.95),
        ({"confidence": "doubtful"}, lambda find: find.confidence < 0.7),
        ({"kind": "nonsense"}, lambda find: True),
    ],
)
def test_cards_are_narrowed_by_kind_state_and_confidence(clerks_browser, clerk, record, asked, keeps):
    first, second, *_rest = record.finds.all()
    actions.decide(find=first, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    actions.decide(find=second, verdict=Verdict.REJECTED, seen=0, by=clerk)
    kept = {find.pk for find in record.finds.select_related("standing") if keeps(find)}
    assert set(shown(clerks_browser.get(screen_of(record), asked))) == kept


def test_a_decision_leads_back_to_the_screen_as_narrowed_and_to_the_next_find_there(clerks_browser, record, figure):
    narrowed = clerks_browser.get(screen_of(record), {"kind": "observation", "state": "open"})
    order = shown(narrowed)
    assert f"{address(figure, 'confirm')}?kind=observation&amp;state=open" in page(narrowed)
    answer = clerks_browser.post(f"{address(figure, 'confirm')}?kind=observation&state=open", {"seen": 0})
    later = order[order.index(figure.pk) + 1]
    assert answer.url == f"{screen_of(record)}?kind=observation&state=open#find-{later}"


def test_what_was_refused_without_scripts_is_told_on_the_card_with_what_was_wanted(clerks_browser, colleagues_browser, colleague, figure):
    colleagues_browser.post(address(figure, "confirm"), {"seen": 0})
    answer = clerks_browser.post(address(figure, "reject"), {"seen": 0})
    card = page(answer).partition(f'id="find-{figure.pk}"')[2].partition("</article>")[0]
    assert answer.status_code == 409
    assert str(colleague) in card
    assert re.search(r"Bạn định:\s*<b>Bỏ</b>", card)
    assert page(answer).count('role="alert"') - page(answer).count('id="trouble"') == 1
    again = clerks_browser.post(address(figure, "reject"), {"seen": re.search(r'name="seen" value="(\d+)"', card)[1]})
    assert again.status_code == 302
    assert standing(fresh(figure)).state == Verdict.REJECTED


@pytest.mark.parametrize("seen", ["", "abc", "²", "-1", "9" * 5000])
def test_a_number_that_is_none_is_taken_for_none_seen(clerks_browser, figure, seen):
    assert clerks_browser.post(address(figure, "confirm"), {"seen": seen}).status_code == 302


def test_the_threshold_of_a_stroke_can_be_chosen_and_each_says_how_many(clerks_browser, record):
    keys = list(record.finds.values_list("pk", flat=True))
    Find.objects.update(confidence=0.5)
    for key, confidence in zip(keys, (0.99, 0.95, 0.91, 0.85), strict=False):
        Find.objects.filter(pk=key).update(confidence=confidence)
    seen = page(clerks_browser.get(screen_of(record)))
    offered = dict(re.findall(r'name="threshold" value="([\d.]+)"[^>]*>[^<]*?(\d+)', seen))
    assert offered == {"0.99": "1", "0.95": "2", "0.9": "3", "0.8": "4", "0.7": "4"}
    clerks_browser.post(reverse("records:confirm_above", args=[record.pk]), {"threshold": "0.9"})
    assert set(record.finds.facts().values_list("pk", flat=True)) == set(keys[:3])


def test_a_threshold_that_is_not_offered_is_the_usual_one(clerks_browser, record):
    Find.objects.update(confidence=0.94)
    clerks_browser.post(reverse("records:confirm_above", args=[record.pk]), {"threshold": "0"})
    assert not record.finds.facts().exists()


def test_what_was_confirmed_in_a_stroke_is_listed_and_marked_until_somebody_decides_it_anew(clerks_browser, colleagues_browser, record):
    first, second, *_rest = [find.pk for find in record.finds.exclude(kind="meeting").order_by("pk")]
    Find.objects.update(confidence=0.5)
    Find.objects.filter(pk__in=[first, second]).update(confidence=0.96)
    clerks_browser.post(reverse("records:confirm_above", args=[record.pk]))
    seen = page(narrowed := clerks_browser.get(screen_of(record), {"state": "open"}))
    assert narrowed.context["stroke"].keys == {first, second}
    assert re.findall(rf'href="{screen_of(record)}#find-(\d+)"', seen) == [str(first), str(second)]
    assert "Xác nhận cùng một lượt lúc" in seen and "Hoàn tác cả 2 mục" in seen
    assert page(clerks_browser.get(screen_of(record))).count("vừa xác nhận</span>") == 2
    assert "vừa xác nhận" not in page(colleagues_browser.get(screen_of(record)))
    answer = clerks_browser.post(address(fresh(Find.objects.get(pk=first)), "undo"), {"seen": 1}, headers={"HX-Request": "true"})
    assert "Hoàn tác cả 1 mục" in answer.content.decode()
    clerks_browser.post(reverse("records:undo_stroke", args=[record.pk]))
    assert not record.finds.facts().exists()
    assert "cùng một lượt" not in page(clerks_browser.get(screen_of(record)))


def test_a_stroke_that_confirms_nothing_leaves_the_one_before_to_be_taken_back(clerks_browser, record):
    Find.objects.update(confidence=0.99)
    clerks_browser.post(reverse("records:confirm_above", args=[record.pk]))
    clerks_browser.post(reverse("records:confirm_above", args=[record.pk]))
    clerks_browser.post(reverse("records:undo_stroke", args=[record.pk]))
    assert not record.finds.facts().exists()


def test_a_stroke_taken_back_leaves_what_somebody_decided_since(clerks_browser, colleagues_browser, record):
    Find.objects.update(confidence=0.99)
    clerks_browser.post(reverse("records:confirm_above", args=[record.pk]))
    changed = fresh(record.finds.exclude(kind="meeting").first())
    colleagues_browser.post(address(changed, "reject"), {"seen": 1})
    clerks_browser.post(reverse("records:undo_stroke", args=[record.pk]))
    assert {standing(find).state for find in record.finds.exclude(pk=changed.pk).select_related("standing")} == {Verdict.REOPENED}
    assert standing(fresh(changed)).state == Verdict.REJECTED


def test_selected_words_stand_in_the_form_as_they_stand_in_the_text(clerks_browser, record):
    start = TEXT.index(" Tỷ lệ hộ nghèo còn")
    answer = clerks_browser.get(reverse("records:add", args=[record.pk, "strength"]), {"start": start, "end": start + 19})
    form = filled(answer)
    assert form["quote"] == "Tỷ lệ hộ nghèo còn"
    assert clerks_browser.post(answer.wsgi_request.path, form).status_code == 302
    assert record.finds.get(rule="person").start == start + 1


def test_the_form_of_a_missed_figure_begins_with_what_its_words_say(clerks_browser, record):
    words = "Tỷ lệ hộ nghèo còn 0,12%"
    start = TEXT.index(words)
    form = filled(clerks_browser.get(reverse("records:add", args=[record.pk, "observation"]), {"start": start, "end": start + len(words)}))
    assert (form["indicator"], form["value"], form["unit"], form["role"]) == ("Tỷ lệ hộ nghèo", "0,12", "%", "actual")
    assert form["place"] == ""
    assert form["period"] == "năm 2019", "the words name none: that of the figure before them"
    assert form["quote"] == words


def test_the_form_of_a_missed_directive_begins_with_who_asked_before(clerks_browser, record):
    start = TEXT.rindex("xử lý nước thải")
    form = filled(clerks_browser.get(reverse("records:add", args=[record.pk, "directive"]), {"start": start, "end": start + 15}))
    assert form["issuer"] == "Bí thư Tỉnh ủy"


def test_the_form_of_a_missed_directive_begins_with_whom_the_sentences_around_name(clerks_browser, clerk, town):
    client, said = clerks_browser, "có thống kê gửi Văn phòng Tỉnh ủy"
    text = (
        "Ngày 12/3/2020, Ban Thường vụ Tỉnh ủy họp giao ban. Bí thư Tỉnh ủy yêu cầu Phòng Kinh tế rà soát các hồ sơ tồn đọng. "
        f"Hằng tuần {said} trước ngày 30/6/2020."
    )
    record = actions.put_in(data=text.encode(), name="a.txt", place=town, by=clerk)
    start = record.text.index(said)
    asked = {"start": start, "end": start + len(said)}
    form = filled(client.get(reverse("records:add", args=[record.pk, "directive"]), asked))
    assert (form["issuer"], form["assignee"], form["quote"]) == ("Bí thư Tỉnh ủy", "Phòng Kinh tế", said)
    asking = next(each for each in record.finds.all() if each.kind == "directive")
    changed = actions.Change("directive", asking.start, asking.end, asking.fields | {"issuer": "Thường trực Tỉnh ủy"})
    actions.decide(find=asking, verdict=Verdict.CORRECTED, seen=0, by=clerk, change=changed)
    form = filled(client.get(reverse("records:add", args=[record.pk, "directive"]), asked))
    assert form["issuer"] == "Thường trực Tỉnh ủy", "it was put right of the one before, of which the same was read"


@pytest.mark.parametrize(
    "asked", [{}, {"start": "5"}, {"start": "-1", "end": "4"}, {"start": "9" * 30, "end": "x"}, {"start": "99999", "end": "100000"}]
)
def test_a_selection_that_is_none_leaves_the_words_empty(clerks_browser, record, asked):
    assert filled(clerks_browser.get(reverse("records:add", args=[record.pk, "strength"]), asked))["quote"] == ""


def test_which_occurrence_is_asked_only_where_it_matters(clerks_browser, record, figure):
    assert 'name="nth"' not in page(clerks_browser.get(edit_of(figure)))
    add = reverse("records:add", args=[record.pk, "strength"])
    data = {"quote": "thị xã", "polarity": "strength", "topic": "other"}
    assert 'name="nth"' in page(clerks_browser.post(add, data))


def test_the_form_without_the_screen_shows_the_paragraph_of_its_words(clerks_browser, figure):
    seen = page(clerks_browser.get(edit_of(figure)))
    quoted = seen.partition("<blockquote")[2].partition("</blockquote>")[0]
    assert "Tỷ lệ hộ nghèo" in quoted
    assert "2.572 tỷ đồng</mark>" in quoted


def test_an_unknown_kind_is_not_there(clerks_browser, record):
    assert clerks_browser.get(reverse("records:add", args=[record.pk, "rumour"])).status_code == 404


def test_an_export_for_people_has_their_words_and_every_find(clerks_browser, record, figure):
    clerks_browser.post(address(figure, "reject"), {"seen": 0})
    lines = page(clerks_browser.get(reverse("records:export", args=[record.pk, "csv"]))).splitlines()
    assert len(lines) == 1 + record.finds.count()
    row = next(line for line in lines if "2.572 tỷ đồng" in line)
    assert "Số liệu" in row
    assert "đã bỏ" in row
    assert figure.rule in row


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Toàn thị xã", "Toàn thị xã (thị xã Đông Triều)"),
        ("Tổng cộng toàn thị xã", "Tổng cộng toàn thị xã (thị xã Đông Triều)"),
        ("thị xã Đông Triều", "thị xã Đông Triều"),
        ("phường", "phường"),
    ],
)
def test_a_card_says_whose_a_place_is_that_is_written_by_its_kind_alone(clerks_browser, record, figure, written, said):
    Find.objects.filter(pk=figure.pk).update(fields=figure.fields | {"place": written})
    assert f"<dd>{said}</dd>" in page(clerks_browser.get(screen_of(record)))


def test_after_the_last_decision_the_card_below_all_says_what_comes_next(clerks_browser, clerk, record):
    *earlier, last = record.finds.all()
    for find in earlier:
        actions.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    assert "Đã xử lý hết" not in page(clerks_browser.get(screen_of(record)))
    part = page(clerks_browser.post(address(last, "confirm"), {"seen": 0}, headers=HTMX))
    told = part.partition('id="all-decided"')[2].partition("</div></div>")[0]
    assert f'href="{reverse("directives:from_record", args=[record.pk])}"' in told and "Còn 1 yêu cầu chưa có nhiệm vụ" in told
    assert "Đã xử lý hết" in page(clerks_browser.get(screen_of(record)))


def test_beside_how_much_is_decided_stands_how_much_of_it_is_rejected(clerks_browser, record, figure):
    assert "đã bỏ</p>" not in page(clerks_browser.get(screen_of(record)))
    part = page(clerks_browser.post(address(figure, "reject"), {"seen": 0}, headers=HTMX))
    assert f"Đã xử lý 1 trên {record.finds.count()} mục, trong đó 1 đã bỏ</p>" in part


def test_how_many_finds_of_a_kind_there_are_is_told_once_by_the_legend_without_rejected_ones(clerks_browser, record, figure):
    clerks_browser.post(address(figure, "reject"), {"seen": 0})
    shown = page(clerks_browser.get(screen_of(record)))
    assert re.search(r"<h2>Số liệu</h2>", shown)
    assert re.search(r"<h2>Số liệu <span[^>]*>1</span></h2>", page(clerks_browser.get(screen_of(record) + "?state=rejected")))


def test_what_was_passed_over_comes_next_where_nothing_is_left_below(clerks_browser, clerk, record):
    first, *between, last = [Find.objects.get(pk=key) for key in shown(clerks_browser.get(screen_of(record)))]
    for find in between:
        actions.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    assert clerks_browser.post(address(last, "confirm"), {"seen": 0}).url.endswith(f"#find-{first.pk}")
