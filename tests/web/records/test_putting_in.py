"""A file becomes a record once, or is refused with nothing kept."""

import io
import logging
import sys
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from giaoban.model import Refused
from giaoban_web.history.models import Entry
from giaoban_web.records import actions, uploads
from giaoban_web.records.models import Find, Original, Record
from giaoban_web.records.uploads import LARGEST
from tests.core.documents import made, older
from tests.core.documents.papers import paper, saved
from tests.web.records.conftest import TEXT
from tests.web.whole import snapshot

SECRET = f"TỐI MẬT\n\n{TEXT}mật-khẩu-của-kho-19"
MARKER = "mật-khẩu-của-kho-19".encode()
PUT_IN = reverse("records:put_in")
WRITING = 0o3
"""Of the flags of `open`: anything but reading only."""


def send(browser, place, *files):
    return browser.post(PUT_IN, {"place": place.pk, "files": [SimpleUploadedFile(name, data) for name, data in files]})


def in_word(text):
    document, file = docx.Document(), io.BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(file)
    return file.getvalue()


FORMS = (
    ("docx", in_word),
    ("doc", lambda text: older.doc(text.replace("\n", "\r") + "\r")),
    (
        "rtf",
        lambda text: b"{\\rtf1 %b}" % "".join(f"\\u{ord(each)}?" if each > "~" else each for each in text).replace("\n", "\\par ").encode(),
    ),
    ("odt", lambda text: made.odt("".join(f"<text:p>{line}</text:p>" for line in text.splitlines()))),
)


@pytest.fixture
def files_written():
    """The names of the files that anything in this process opens for writing, while it is asked for."""
    heard = []
    listening = [False]

    def hear(event, args):
        if listening[0] and event == "open" and isinstance(args[2], int) and args[2] & WRITING:
            heard.append(str(args[0]))

    sys.addaudithook(hear)

    @contextmanager
    def listen():
        listening[0] = True
        yield heard
        listening[0] = False

    yield listen
    listening[0] = False


def test_a_record_is_read_and_shown_at_once(clerks_browser, town):
    answer = send(clerks_browser, town, ("bao-cao.txt", TEXT.encode()))
    record = Record.objects.get()
    assert answer.url == reverse("records:confirm", args=[record.pk])
    assert record.finds.filter(kind="observation").exists()
    page = clerks_browser.get(answer.url).content.decode()
    assert "2.572 tỷ đồng" in page
    assert "tăng trên 20,2% so với cùng kỳ" in page


def test_the_original_comes_back_byte_for_byte_and_never_within_the_site(clerks_browser, town):
    data = TEXT.replace("\n", "\r\n").encode("utf-16")
    send(clerks_browser, town, ("Báo cáo.txt", data))
    answer = clerks_browser.get(reverse("records:original", args=[Record.objects.get().pk]))
    assert answer.content == data
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_the_same_document_twice_leads_to_the_first(clerks_browser, colleagues_browser, town, province):
    send(clerks_browser, town, ("a.txt", TEXT.encode()))
    first = Record.objects.get()
    answer = send(colleagues_browser, province, ("khác.txt", TEXT.encode()))
    assert answer.url == reverse("records:confirm", args=[first.pk])
    assert Record.objects.count() == 1
    assert "đã có" in colleagues_browser.get(answer.url).content.decode()


@pytest.mark.parametrize("form", ["doc", "rtf", "odt"])
def test_a_paper_of_any_office_is_read_and_kept_and_known_again_in_another_form(clerks_browser, town, form):
    data = saved("report", form)
    send(clerks_browser, town, (f"Báo cáo.{form}", data))
    record = Record.objects.get()
    assert record.finds.filter(kind="observation").count() >= 5
    assert clerks_browser.get(reverse("records:original", args=[record.pk])).content == data
    answer = send(clerks_browser, town, ("Báo cáo.docx", paper("report")))
    assert answer.status_code == 422 and f"Báo cáo.{form}" in answer.content.decode()
    assert Record.objects.get() == record


def test_a_bad_file_keeps_no_good_one_from_being_kept(clerks_browser, town):
    answer = send(clerks_browser, town, ("tốt.txt", TEXT.encode()), ("hỏng.docx", b"PK\x03\x04broken"), ("rỗng.txt", b""))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "hỏng.docx" in page
    assert "rỗng.txt" in page
    assert [record.name for record in Record.objects.all()] == ["tốt.txt"]


def test_no_file_is_told_and_the_place_stays_chosen(clerks_browser, town):
    answer = clerks_browser.post(PUT_IN, {"place": town.pk})
    assert answer.status_code == 422
    assert f'<option value="{town.pk}" selected>' in answer.content.decode()


def test_no_place_is_chosen_for_anybody_but_the_only_one(clerks_browser, sign_in, person, record, town, other_town):
    page = clerks_browser.get("/records/").content.decode()
    offered = page.partition('name="place" required>')[2].partition("</select>")[0]
    assert offered.startswith('<option value="">chọn địa bàn') and f'value="{town.pk}"' in offered and " selected" not in offered
    sent = {"place": "", "files": SimpleUploadedFile("a.txt", b"Xin.")}
    answer = clerks_browser.post(PUT_IN, sent)
    assert answer.status_code == 422 and "Hãy chọn địa bàn" in answer.content.decode()
    assert Record.objects.get() == record
    of_town = sign_in(person("clerk", other_town, "other")).get("/records/").content.decode()
    assert f'<option value="{other_town.pk}" selected>' in of_town


@pytest.mark.parametrize("asked", ["abc", "-1", "²", "9" * 30, "0"])
def test_a_place_that_is_none_is_refused(clerks_browser, town, asked):
    answer = clerks_browser.post(PUT_IN, {"place": asked, "files": SimpleUploadedFile("a.txt", TEXT.encode())})
    assert answer.status_code == 403
    assert not Record.objects.exists()


def test_all_files_of_one_request_are_held_up_to_a_limit(clerks_browser, town, monkeypatch):
    monkeypatch.setattr(uploads, "TOGETHER", len(TEXT.encode()) + 100)
    answer = send(clerks_browser, town, ("một.txt", TEXT.encode()), ("hai.txt", f"{TEXT} Hai.".encode()), ("ba.txt", b"Ba."))
    page = answer.content.decode()
    assert "hai.txt" in page
    assert sorted(Record.objects.values_list("name", flat=True)) == ["ba.txt", "một.txt"]


def test_what_became_of_each_file_is_told_with_a_way_to_it(clerks_browser, town):
    answer = send(clerks_browser, town, ("một.txt", TEXT.encode()), ("hai.txt", f"{TEXT} Hai.".encode()))
    assert answer.status_code == 200
    outcomes = answer.content.decode().partition('class="outcomes')[2].partition("</section>")[0]
    for record in Record.objects.all():
        assert reverse("records:confirm", args=[record.pk]) in outcomes


def test_what_is_too_large_is_let_go_while_it_arrives(clerks_browser, town):
    before = snapshot()
    answer = send(clerks_browser, town, ("lớn.txt", b"x" * (LARGEST + 1)))
    assert answer.status_code == 422
    assert "50 MB" in answer.content.decode()
    assert snapshot() == before


@pytest.mark.django_db(transaction=True)
def test_a_state_secret_leaves_no_byte_anywhere(clerks_browser, town, caplog, files_written):
    before = snapshot()
    with caplog.at_level(logging.DEBUG), files_written() as written:
        answer = send(
            clerks_browser, town, ("kế hoạch kho 19.txt", SECRET.encode()), *((f"kho 19.{form}", made(SECRET)) for form, made in FORMS)
        )
    assert answer.status_code == 422
    assert answer.content.decode().count("bí mật nhà nước") >= 5
    assert snapshot() == before
    assert [trace for trace in ("kho-19", "kho 19") if trace in caplog.text] == []
    kept = Path(connection.settings_dict["NAME"])
    held = [path for path in kept.parent.glob(f"{kept.name}*") if MARKER in path.read_bytes()]
    assert held == []
    assert [path for path in written if not Path(path).name.startswith(kept.name)] == []


def test_who_may_not_put_in_there_keeps_nothing(person, town, other_town, sign_in):
    browser = sign_in(person("clerk", other_town))
    assert send(browser, town, ("a.txt", TEXT.encode())).status_code == 403
    assert not Record.objects.exists()


def test_a_leader_reads_but_does_not_put_in(person, town):
    with pytest.raises(Refused):
        actions.put_in(data=TEXT.encode(), name="a.txt", place=town, by=person("leader", town))


def test_record_finds_original_log_and_index_stand_or_fall_together(clerk, town, monkeypatch):
    def fail(record):
        raise RuntimeError("the index is gone")

    monkeypatch.setattr(actions, "index_record", fail)
    before = snapshot()
    with pytest.raises(RuntimeError):
        actions.put_in(data=TEXT.encode(), name="a.txt", place=town, by=clerk)
    assert snapshot() == before


def test_what_is_put_in_is_logged(record, clerk):
    entry = Entry.objects.get(subject_type="records.record")
    assert (entry.act, entry.by, entry.details["sha256"]) == ("record put in", clerk, record.sha256)
    assert Original.objects.get(record=record).data
    assert Find.objects.filter(record=record, standing=None).count() == record.finds.count()


def test_the_list_of_records_can_be_narrowed_and_taken_away(clerks_browser, record):
    address = reverse("records:list")
    assert str(record) in clerks_browser.get(address, {"q": "bao cao"}).content.decode()
    assert str(record) not in clerks_browser.get(address, {"q": "không có"}).content.decode().split("<tbody>")[-1]
    book = clerks_browser.get(address, {"export": "xlsx"})
    assert io.BytesIO(book.content).read(2) == b"PK"


def test_the_list_is_narrowed_by_place_and_day(clerks_browser, record, town, other_town):
    Record.objects.update(published_on="2020-03-13")
    address = reverse("records:list")

    def found(**asked):
        return list(clerks_browser.get(address, asked).context["listing"].page.object_list)

    assert found(place=town.code) == found(place="dong trieu") == found(since="13/03/2020") == found(until="2020-03-13") == [record]
    assert found(place=other_town.code) == found(place="quang yen") == found(since="14/03/2020") == found(until="12/03/2020") == []
    assert found(since="hôm qua") == [record]


def test_the_day_on_which_a_record_is_known_is_that_of_our_clocks(record):
    record.put_in_at = datetime(2020, 3, 11, 18, 30, tzinfo=UTC)
    assert actions.Known(record).values["on"] == date(2020, 3, 12)
