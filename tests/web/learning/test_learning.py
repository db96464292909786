"""An office decides about its finds; the reader learns from that, is used only if it reads better, and can be taken back."""

import json
from copy import deepcopy

import pytest
from django.db import transaction
from django.utils import timezone

from giaoban.model import Refused
from giaoban.reading.learning import calibrating, lessons
from giaoban.reading.learning.rightness import KINDS
from giaoban.reading.weights import SHIPPED
from giaoban_web import cli
from giaoban_web.history.models import Entry
from giaoban_web.learning import actions, shelf
from giaoban_web.learning.models import Lesson
from giaoban_web.learning.queries import bands, calibrated, confidence_in_use, fared, parts_in_use, weights_in_use
from giaoban_web.records.annotated import decided_texts
from giaoban_web.records.models import Kind
from tests.web.conftest import make_person, make_place
from tests.web.learning.deciding import decided, put_in

LEARNED = {}
"""Lessons by what taught them: the same texts teach the same."""
NAMES = ("Mỹ Thuận", "Kim Thượng", "Thu Cúc", "Xuân Đài", "Long Cốc", "Tân Phú", "Minh Đài", "Văn Luông", "Thạch Kiệt", "Đồng Sơn")


@pytest.fixture(scope="module")
def made_once(django_db_setup, django_db_blocker):
    """Thirty decided records of one office, and their clerk, made once for all tests of the module; they are gone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        town = make_place("205", "thị xã", "Đông Triều", make_place("22", "tỉnh", "Quảng Ninh"))
        clerk = make_person("clerk", town)
        for number in range(3):
            for name in NAMES:
                decided(town, clerk, name, number)
        yield town, clerk
        transaction.set_rollback(True)


@pytest.fixture
def office(made_once, db, monkeypatch):
    """The town and its clerk; so small an office is allowed to learn here. What a test does is undone."""
    monkeypatch.setattr(lessons, "ASKED", 5)
    return deepcopy(made_once)


@pytest.fixture
def town(office):
    return office[0]


@pytest.fixture
def province(town):
    return town.parent


@pytest.fixture
def clerk(office):
    return office[1]


@pytest.fixture
def learning_once(monkeypatch):
    """A lesson of the same texts is not learned again: for tests of what becomes of it."""
    learn = lessons.lesson

    def learned(own, aside, used, progress=lambda step: None, *, kept=()):
        told = json.dumps([[each.record for each in texts] for texts in (own, aside, kept)]), used.stamp
        if told not in LEARNED:
            LEARNED[told] = learn(own, aside, used, progress, kept=kept)
        return LEARNED[told]

    monkeypatch.setattr(lessons, "lesson", learned)


def test_what_was_learned_is_used_where_it_reads_better_and_the_log_says_so(office, town, clerk, capsys):
    assert cli.main(["learn"]) == 0
    lesson = Lesson.objects.get()
    clauses, *others = fared(lesson)
    assert lesson.taken_at and clauses.taken and clauses.after.share > clauses.before.share
    assert not any(each.taken for each in others if each.part in ("chair", "convener"))
    assert "Nhận định và nhiệm vụ · Judgements and tasks" in (said := capsys.readouterr().out) and "đưa vào sử dụng" in said
    assert weights_in_use().stamp == lesson.stamp
    assert Entry.objects.get(act=actions.TAKEN).details["texts"] == lesson.texts
    record = put_in(town, clerk, "Vinh Tiền", 9)
    assert lesson.stamp in record.reader
    assert any(find.kind == Kind.STRENGTH and "giữ nếp" in record.text[find.start : find.end] for find in record.finds.all())


def test_one_command_goes_back_lesson_by_lesson_to_the_package(office, learning_once, capsys):
    cli.main(["learn"])
    assert cli.main(["learn", "--back"]) == 0
    assert weights_in_use() is SHIPPED
    assert Entry.objects.filter(act=actions.LEFT).exists()
    assert cli.main(["learn", "--back"]) == 1
    assert "không có gì để lấy lại" in capsys.readouterr().err


def test_what_does_not_read_better_is_not_used(office, learning_once):
    first = actions.learn(list(decided_texts()))
    again = actions.learn(list(decided_texts()))
    assert first.taken_at and not again.taken_at
    assert weights_in_use().stamp == first.stamp
    assert Entry.objects.filter(act=actions.LEARNED).count() == 1


def test_the_state_says_which_weights_are_in_use_since_when_and_learned_from_what(office, learning_once, capsys):
    assert cli.main(["learn", "--state"]) == 0
    assert "trọng số của gói cài đặt" in capsys.readouterr().out
    lesson = actions.learn(list(decided_texts()))
    assert cli.main(["learn", "--state"]) == 0
    said = capsys.readouterr().out
    assert lesson.stamp in said and f"{lesson.finds} mục" in said and "phiên bản khác" not in said
    assert parts_in_use()["clauses"] == lesson and parts_in_use()["chair"] is None
    Lesson.objects.update(base="000000000000")
    cli.main(["learn", "--state"])
    assert "phiên bản khác" in capsys.readouterr().out


def test_the_page_shows_the_scores_and_goes_back_once_for_whoever_saw_them(office, learning_once, town, person, sign_in):
    steward = sign_in(person("steward", town))
    assert "Trọng số của gói cài đặt" in steward.get("/learning/").content.decode()
    lesson = actions.learn(list(decided_texts()))
    page = steward.get("/learning/").content.decode()
    assert lesson.stamp in page and "Tên của số liệu" in page and "đưa vào sử dụng" in page
    steward.post("/language/", {"language": "en"})
    assert "What the reader has learned" in steward.get("/learning/").content.decode()
    steward.post("/language/", {"language": "vi"})
    assert steward.post("/learning/back/", {"seen": "khác"}).status_code == 409
    assert weights_in_use().stamp == lesson.stamp
    assert steward.post("/learning/back/", {"seen": lesson.stamp}).status_code == 302
    assert weights_in_use() is SHIPPED
    assert Entry.objects.get(act=actions.LEFT).by is not None
    again = steward.post("/learning/back/", {"seen": lesson.stamp})
    assert again.status_code == 409 and "không có gì để lấy lại" in again.content.decode()


def test_going_back_is_for_stewards(office, learning_once, clerk):
    actions.learn(list(decided_texts()))
    with pytest.raises(Refused, match="learn-not-allowed"):
        actions.take_back(by=clerk)


def test_what_was_learned_is_for_whoever_may_read_the_folder_it_stands_in(office, learning_once, folder):
    cli.main(["learn"])
    assert {each.stat().st_mode & 0o777 for each in folder.iterdir() if each.is_dir()} == {folder.stat().st_mode & 0o777}


def test_weights_that_are_gone_or_spoilt_leave_those_of_the_package(office, learning_once, folder):
    lesson = actions.learn(list(decided_texts()))
    (folder / lesson.stamp / "clauses.tsv").write_bytes(b"spoilt")
    shelf._read.cache_clear()
    assert weights_in_use() is SHIPPED


def test_a_lesson_beside_another_is_refused_and_one_may_follow_it(office, learning_once, capsys):
    with shelf.alone():
        assert cli.main(["learn"]) == 1
        assert "Đang có một lần học" in capsys.readouterr().err
    assert cli.main(["learn"]) == 0


def test_what_came_into_use_while_a_lesson_ran_is_not_overwritten(office, learning_once, monkeypatch):
    made = lessons.lesson

    def meanwhile(*args, **how):
        Lesson.objects.create(stamp="0123456789ab", texts=1, aside=1, taken_at=timezone.now())
        return made(*args, **how)

    monkeypatch.setattr(lessons, "lesson", meanwhile)
    with pytest.raises(Refused, match="learn-meanwhile"):
        actions.learn(list(decided_texts()))
    assert Lesson.objects.count() == 1


@pytest.mark.parametrize("step", [1, lessons.STEPS])
def test_a_lesson_that_is_broken_off_changes_nothing_and_can_be_begun_again(office, step, monkeypatch, capsys):
    def stop(self, at):
        if at == step:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("giaoban_web.commands.learn._Progress.__call__", stop)
        assert cli.main(["learn"]) == 130
    assert "không có gì thay đổi" in capsys.readouterr().err
    assert not Lesson.objects.exists() and weights_in_use() is SHIPPED
    assert actions.learn(list(decided_texts())).taken_at


def test_how_sure_finds_are_shown_is_told_before_and_after(office, town, person, sign_in, capsys, monkeypatch):
    monkeypatch.setattr(calibrating, "FINDS", 5)
    monkeypatch.setattr(calibrating, "ASKED", 5)
    assert cli.main(["learn"]) == 0
    lesson = Lesson.objects.get()
    assert lesson.kept and {each.kind for each in calibrated(lesson)} == set(KINDS)
    assert "Độ tin cậy, chỉnh theo" in (said := capsys.readouterr().out) and "Mức hiển thị và tỷ lệ đúng" in said
    page = sign_in(person("steward", town)).get("/learning/").content.decode()
    assert "Độ tin cậy hiển thị có đúng không" in page and f"theo {lesson.kept} bản ghi" in page
    told = calibrated(lesson)
    assert {each.kind for each in told if each.taken} == set(confidence_in_use()) != set()
    assert "Độ tin cậy: " in page
    assert sum(each.finds_after for each in bands(told)) == sum(each.after.finds for each in told) > 0
    Lesson.objects.update(shown=[])
    cli.main(["learn", "--state"])
    assert "Độ tin cậy như trước" in capsys.readouterr().out
