"""Everything about one task as one file: terms, source, events, evidence and the log, for whoever looks at it years later."""

import csv
import io
from zipfile import ZipFile

import pytest
from django.urls import reverse

from giaoban_web.directives import whole_file
from giaoban_web.directives.checking import CheckedFile
from giaoban_web.directives.evidence import Piece
from giaoban_web.directives.moving import move
from giaoban_web.history import queries as history


@pytest.fixture
def taken(office, sign_in):
    """taken(task) is the ZIP as the head of office takes it away."""

    def take(task):
        answer = sign_in(office.head).get(reverse("directives:file", args=[task.pk]))
        assert answer["Content-Disposition"] == f'attachment; filename="giaoban-task-{task.pk}.zip"'
        return ZipFile(io.BytesIO(answer.content))

    return take


def table(archive, name):
    return list(csv.reader(io.StringIO(archive.read(f"{name}.csv").decode("utf-8-sig"))))


def reported(office, **terms):
    file = CheckedFile("bien ban/nghiem thu.txt", "text/plain", "Đã nghiệm thu".encode())
    pieces = [Piece(file.name, file=file), Piece("Báo cáo", url="https://example.org/1")]
    task = office.issued(**terms)
    return move(directive=task, name="report", seen=1, by=office.people["lead"], said={"text": "Đã làm xong"}, evidence=pieces)


def test_the_file_holds_terms_events_evidence_and_the_log(office, taken):
    task = reported(office, supporting=[office.finance])
    archive = taken(task)
    terms = dict(table(archive, "1 nhiem vu")[1:])
    assert (terms["Cơ quan chủ trì"], terms["Trạng thái"]) == ("Phòng Kinh tế", "đã báo cáo")
    events = table(archive, "2 qua trinh thuc hien")[1:]
    assert len(events) == 2 and "Đã làm xong" in events[1][6] and events[1][4] == office.people["lead"].name
    evidence = table(archive, "3 minh chung")[1:]
    assert [row[2] for row in evidence] == ["bien ban/nghiem thu.txt", "Báo cáo"] and len(evidence[0][4]) == 64
    file = next(name for name in archive.namelist() if name.endswith("nghiem thu.txt"))
    assert archive.read(file).decode() == "Đã nghiệm thu" and file.count("/") == 1
    logged = table(archive, "4 nhat ky")[1:]
    assert [row[0] for row in logged] == sorted(row[0] for row in logged) and len(logged) >= 3
    end = history.head()
    assert f"{end.number}:{end.hash}" in archive.read("doc-truoc.txt").decode()


def test_files_beyond_the_room_are_named_instead(office, taken, monkeypatch):
    monkeypatch.setattr(whole_file, "LARGEST", 5)
    told = taken(reported(office)).read("doc-truoc.txt").decode()
    assert "quá lớn" in told and "nghiem thu.txt" in told


def test_who_may_not_see_the_task_gets_nothing(office, sign_in):
    task = office.issued()
    assert sign_in(office.people["outsider"]).get(reverse("directives:file", args=[task.pk])).status_code == 404
