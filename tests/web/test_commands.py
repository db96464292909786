"""The installed command, where it needs the database."""

import errno
import socket

import pytest
from django.db import connection

from giaoban_web import cli
from giaoban_web.accounts.models import Role, User
from giaoban_web.history import queries, triggers
from giaoban_web.history.models import Entry
from giaoban_web.places.models import Place

PASSWORD = "mật khẩu đủ dài 19"


def test_places_are_loaded_once_however_often_it_is_asked(db, monkeypatch):
    monkeypatch.setattr("giaoban_web.serve.prepare", lambda: None)
    monkeypatch.setattr("giaoban_web.places.national.national", lambda known: known)
    assert cli.main(["load", "places"]) == 0
    count = Place.objects.count()
    assert count > 21
    assert cli.main(["load", "places"]) == 0
    assert Place.objects.count() == count


def test_the_first_administrator_is_made_with_a_place(province, monkeypatch, capsys):
    monkeypatch.setenv("GIAOBAN_PASSWORD", PASSWORD)
    assert cli.main(["administrator", "quantri", province.code, "--name", "Vũ Đình Quản"]) == 0
    assert "Đã lập quản trị viên quantri của tỉnh Quảng Ninh" in capsys.readouterr().out
    person = User.objects.get(username="quantri")
    assert person.check_password(PASSWORD) and str(person) == "Vũ Đình Quản"
    assert [(grant.role, grant.place) for grant in person.grants.all()] == [(Role.ADMINISTRATOR, province)]
    assert cli.main(["administrator", "quantri", province.code]) == 1
    assert cli.main(["administrator", "khác", "999"]) == 1
    said = capsys.readouterr().err
    assert "999" in said and "giaoban load places" in said


def test_a_weak_password_makes_no_administrator(province, monkeypatch):
    monkeypatch.setenv("GIAOBAN_PASSWORD", "12345678")
    assert cli.main(["administrator", "quantri", province.code]) == 1
    assert not User.objects.exists()


def test_the_log_is_proved_a_forged_entry_found_and_an_anchor_that_is_none_refused(province, monkeypatch, capsys):
    monkeypatch.setenv("GIAOBAN_PASSWORD", PASSWORD)
    cli.main(["administrator", "quantri", province.code])
    capsys.readouterr()
    assert cli.main(["verify"]) == 0
    anchor = capsys.readouterr().out.splitlines()[-1]
    end = queries.head()
    assert anchor == f"{end.number}:{end.hash}"
    assert cli.main(["verify", "--anchor", anchor]) == 0
    assert cli.main(["verify", "--anchor", f"{end.number}:{'0' * 64}"]) == 1
    for no_anchor in ("", "zz", str(end.number), end.hash, f"0{anchor}", f"{end.number}:"):
        with pytest.raises(SystemExit, match="2"):
            cli.main(["verify", "--anchor", no_anchor])
    triggers.remove(connection)
    Entry.objects.filter(number=1).update(details={"username": "kẻ khác"})
    assert cli.main(["verify"]) == 1


NO_DAYS = ("31/2/2020", "12/3", "hôm qua")
DAYS = (["tick", "--on"], ["export", "a.csv", "--known-on"], ["import", "a.csv", "--by", "a", "--place", "1", "--reported-on"])


@pytest.mark.parametrize("day", NO_DAYS)
@pytest.mark.parametrize("words", DAYS, ids=lambda words: words[0])
def test_what_is_no_day_is_refused_in_both_languages(words, day, capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.main([*words, day])
    said = capsys.readouterr().err
    assert stopped.value.code == 2
    assert all(each in said for each in (f"“{day}”", "ngày", "day", "12/03/2020", "2020-03-12"))


def test_a_day_may_be_written_as_people_write_it(db, capsys):
    assert cli.main(["export", "-", "--known-on", "12/03/2020"]) == 0
    assert cli.main(["tick", "--on", "12/03/2020", "--json"]) == 0
    assert '"messages": 0' in capsys.readouterr().out


@pytest.mark.parametrize("command", ["read", "serve", "load", "learn", "verify", "administrator", "manage"])
def test_every_command_says_what_it_is_for(command, capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.main([command, "--help"])
    assert stopped.value.code == 0
    assert command in capsys.readouterr().out


class Gone:
    """An output whose reader has stopped reading."""

    def __init__(self, at: int) -> None:
        self.at = at

    def write(self, _words: str) -> int:
        raise BrokenPipeError

    def flush(self) -> None:
        pass

    def fileno(self) -> int:
        return self.at


def test_who_stops_listening_to_a_command_is_told_of_no_fault(db, monkeypatch, tmp_path, capsys):
    with (tmp_path / "out").open("wb") as out:
        monkeypatch.setattr("sys.stdout", Gone(out.fileno()))
        status = cli.main(["verify"])
    assert (status, capsys.readouterr().err) == (0, "")


class Full(Gone):
    def write(self, _text):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_command_that_cannot_print_says_so_in_words(db, monkeypatch, tmp_path, capsys):
    with (tmp_path / "out").open("wb") as out:
        monkeypatch.setattr("sys.stdout", Full(out.fileno()))
        status = cli.main(["verify"])
    said = capsys.readouterr().err
    assert status == 1
    assert "“stdout” (hết chỗ trên đĩa)" in said
    assert "“stdout” cannot be written (No space left on device)" in said


@pytest.mark.parametrize("where", ["nowhere/x.csv", "folder"])
def test_where_figures_cannot_be_written_is_named_and_nothing_is_left(db, tmp_path, capsys, where):
    (tmp_path / "folder").mkdir()
    assert cli.main(["export", str(tmp_path / where)]) == 1
    assert f"The file “{tmp_path / where}” cannot be written" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_figures_that_have_no_room_leave_the_file_before_them(db, tmp_path, capsys, monkeypatch):
    def half(path, _pieces):
        path.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("giaoban.commands.files._written", half)
    (tmp_path / "figures.csv").write_text("before", "utf-8")
    assert cli.main(["export", str(tmp_path / "figures.csv")]) == 1
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("figures.csv", "before")]


def test_a_management_command_that_there_is_not_says_where_help_is(capsys):
    with pytest.raises(SystemExit):
        cli.main(["manage", "nothing"])
    assert "giaoban manage help" in capsys.readouterr().err


def test_an_administrator_without_a_password_is_refused_where_nobody_can_type_one(province, monkeypatch, capsys):
    def nobody(_prompt):
        raise EOFError

    monkeypatch.delenv("GIAOBAN_PASSWORD", raising=False)
    monkeypatch.setattr("getpass.getpass", nobody)
    assert cli.main(["administrator", "quantri", province.code]) == 1
    assert "GIAOBAN_PASSWORD" in capsys.readouterr().err
    assert not User.objects.exists()


def test_an_address_where_another_server_listens_is_named_before_anything_is_done(db, monkeypatch, capsys):
    monkeypatch.setattr("giaoban_web.serve.prepare", lambda: pytest.fail("prepared"))
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        assert cli.main(["serve", "--port", str(taken)]) == 1
    said = capsys.readouterr().err
    assert f"127.0.0.1:{taken}" in said
    assert "--port" in said


def test_static_files_that_have_no_room_are_named_with_their_folder(db, monkeypatch, settings, tmp_path, capsys):
    def full(name: str, **_options: object) -> None:
        if name == "collectstatic":
            raise OSError(errno.ENOSPC, "No space left on device")

    settings.STATIC_ROOT = tmp_path / "static"
    monkeypatch.setattr("giaoban_web.serve.call_command", full)
    assert cli.main(["prepare"]) == 1
    said = capsys.readouterr().err
    assert str(tmp_path / "static") in said and "hết chỗ trên đĩa" in said and "No space left on device" in said


@pytest.mark.parametrize("line", ["--port 99999", "--port 0", "--port tám", "--threads 0"])
def test_a_port_or_number_that_cannot_be_is_refused_in_both_languages(line, capsys):
    with pytest.raises(SystemExit) as left:
        cli.main(["serve", *line.split()])
    said = capsys.readouterr().err
    assert left.value.code == 2
    assert f"“{line.split()[1]}” không phải" in said
    assert "· is no" in said
