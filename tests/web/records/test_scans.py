"""A scan is read page by page with its progress shown; nothing of it stands anywhere before it is a record."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from giaoban.model import Refused
from giaoban_web.records import actions, intake
from giaoban_web.records.models import Intake, Record

PAGES = ["Thị xã báo cáo kết quả năm 2019.", "Năm 2019, thu ngân sách của thị xã đạt 2.572 tỷ đồng."]


@pytest.fixture
def scan():
    """A PDF of two pages that are pictures."""
    pages = [Image.new("L", (1240, 1754), shade) for shade in (250, 240)]
    file = io.BytesIO()
    pages[0].save(file, "PDF", save_all=True, append_images=pages[1:], resolution=150)
    return file.getvalue()


@pytest.fixture
def eye(monkeypatch):
    """Stands in for tesseract: says `PAGES`, and keeps how far the row was while it looked."""
    seen = []

    def ocr(png, page, pages):
        seen.append(list(Intake.objects.values_list("pages_read", "pages")))
        return PAGES[page - 1]

    monkeypatch.setattr(intake.scans, "available", lambda: True)
    monkeypatch.setattr(intake.scans, "ocr", ocr)
    return seen


@pytest.fixture
def at_once(monkeypatch):
    """The thread's work within the test: one connection, one transaction."""
    monkeypatch.setattr(intake.threading.Thread, "start", lambda thread: thread._target(*thread._args))
    monkeypatch.setattr(intake.connection, "close", lambda: None)


def send(browser, place, data):
    return browser.post(reverse("records:put_in"), {"place": place.pk, "files": SimpleUploadedFile("quét.pdf", data)})


def test_where_no_program_reads_pictures_the_refusal_says_what_to_install(clerks_browser, town, scan, monkeypatch):
    monkeypatch.setattr(intake.scans, "available", lambda: False)
    answer = send(clerks_browser, town, scan)
    assert answer.status_code == 422
    assert "tesseract-ocr-vie" in answer.content.decode()
    assert not Record.objects.exists()


def test_a_scan_becomes_a_record_page_by_page(clerks_browser, town, scan, eye, at_once):
    answer = send(clerks_browser, town, scan)
    made = Intake.objects.get()
    assert answer.url == reverse("records:intake", args=[made.pk])
    assert eye == [[(0, 2)], [(1, 2)]]
    assert (made.pages_read, made.pages) == (2, 2)
    record = Record.objects.get()
    assert record.encoding == "ocr"
    assert record.finds.filter(kind="observation", fields__value=2572).exists()
    assert clerks_browser.get(answer.url).url == reverse("records:confirm", args=[record.pk])
    part = clerks_browser.get(answer.url, headers={"HX-Request": "true"})
    assert part["HX-Redirect"] == reverse("records:confirm", args=[record.pk])


def test_progress_is_shown_without_scripts_too(clerks_browser, clerk):
    made = Intake.objects.create(by=clerk, pages=8, pages_read=3)
    page = clerks_browser.get(reverse("records:intake", args=[made.pk])).content.decode()
    assert 'http-equiv="refresh"' in page
    assert 'max="8" value="3"' in page
    assert reverse("records:intake", args=[made.pk]) in clerks_browser.get(reverse("records:list")).content.decode()


def test_a_secret_scan_is_refused_and_its_words_stand_nowhere(clerks_browser, town, scan, eye, at_once, monkeypatch):
    monkeypatch.setitem(globals(), "PAGES", ["TỐI MẬT", "vị trí kho số 19"])
    send(clerks_browser, town, scan)
    made = Intake.objects.get()
    assert made.refusal["code"] == "state-secret"
    assert not Record.objects.exists()
    assert "kho" not in str(made.refusal)
    assert len(eye) == 1, "the pages after the mark are not looked at"
    assert "bí mật nhà nước" in clerks_browser.get(reverse("records:intake", args=[made.pk])).content.decode()


def test_a_failure_while_reading_is_told_on_the_page(clerks_browser, clerk, town, scan, monkeypatch):
    made = Intake.objects.create(by=clerk)

    def fail(*_args, **_rest):
        raise RuntimeError("out of memory")

    monkeypatch.setattr(actions, "keep", fail)
    monkeypatch.setattr(intake.scans, "ocr", lambda png, page, pages: PAGES[page - 1])
    with pytest.raises(RuntimeError):
        intake.read_scan(made, scan, "quét.pdf", town, clerk)
    assert "không thành công" in clerks_browser.get(reverse("records:intake", args=[made.pk])).content.decode()


def test_a_scan_whose_server_stopped_is_said_to_be_lost(clerks_browser, clerk):
    made = Intake.objects.create(by=clerk)
    Intake.objects.filter(pk=made.pk).update(seen_at=timezone.now() - 2 * intake.STALE)
    assert "Máy chủ dừng" in clerks_browser.get(reverse("records:intake", args=[made.pk])).content.decode()
    assert "Máy chủ dừng" in clerks_browser.get(reverse("records:list")).content.decode()


def test_progress_is_nobody_elses_business(colleagues_browser, clerk):
    made = Intake.objects.create(by=clerk)
    address = reverse("records:intake", args=[made.pk])
    assert colleagues_browser.get(address).status_code == 404
    assert address not in colleagues_browser.get(reverse("records:list")).content.decode()


def test_the_same_scan_again_leads_to_the_first_without_being_looked_at(clerk, town, scan, eye, at_once):
    intake.take(data=scan, name="quét.pdf", place=town, by=clerk)
    looked = len(eye)
    again = intake.take(data=scan, name="quét.pdf", place=town, by=clerk)
    assert again.record == Record.objects.get()
    assert len(eye) == looked


def test_a_scan_of_a_text_that_is_there_already_says_since_which_day_as_people_write_it(clerks_browser, clerk, town, scan, eye, at_once):
    first = intake.take(data=scan, name="quét.pdf", place=town, by=clerk).record or Record.objects.get()
    answer = send(clerks_browser, town, scan + b"\n")
    said = clerks_browser.get(answer.url).content.decode()
    assert f"{timezone.localdate(first.put_in_at):%d/%m/%Y}" in said
    assert Record.objects.count() == 1


def test_scans_wait_for_their_turn_and_give_signs_of_life(clerk, town, scan, eye, at_once, monkeypatch):
    turns, signs = iter([False, True]), []

    class Turn:
        def acquire(self, timeout):
            signs.append(Intake.objects.get().seen_at)
            return next(turns)

        def release(self):
            signs.append("released")

    monkeypatch.setattr(intake, "TURN", Turn())
    intake.begin(data=scan, name="quét.pdf", place=town, by=clerk)
    assert signs[0] < signs[1]
    assert signs[2] == "released"
    assert Record.objects.exists()


def test_the_log_of_a_reader_that_broke_holds_no_word_of_the_document(clerk, town, monkeypatch, caplog):
    def fail(data, name, ocr, **how):
        raise ValueError(data.decode(), name)

    monkeypatch.setattr(actions.flow, "read", fail)
    with pytest.raises(Refused) as refused:
        actions.put_in(data="vị trí kho số 19".encode(), name="kho 19.txt", place=town, by=clerk)
    assert refused.value.code == "reading-failed"
    assert "ValueError" in caplog.text
    assert "kho" not in caplog.text
