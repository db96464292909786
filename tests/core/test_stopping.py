"""A reading that is stopped, ended or killed: the program leaves in order, nothing half written stays, and nobody goes on reading for it.

Each is a process of its own that holds a pipe open, as does whatever it starts: the pipe ends when all of them are gone.
"""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager

import pytest

from giaoban.cli import main

GOOD = "Sáng 12/3/2020, Ban Thường vụ Tỉnh ủy họp. Thu ngân sách nhà nước năm 2019 đạt 2.572 tỷ đồng.\n\n"
HEARD = "import os, signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
"""Whoever runs these tests in the background may have told them to hear no such signal."""
READ = f"{HEARD}from giaoban.cli import main; sys.exit(main(sys.argv[2:]))"
SAID = "Đã dừng theo yêu cầu · Stopped, as asked\n"


@pytest.fixture
def folder(tmp_path):
    """More than is read before it is stopped."""
    made = tmp_path / "records"
    made.mkdir()
    for number in range(400):
        (made / f"r{number}.txt").write_text(GOOD * 200, "utf-8")
    return made


HEEDS = "import signal; signal.signal(signal.SIGHUP, signal.SIG_DFL)\n"
"""Where the tests run under nohup, what they start would not heed that the terminal is gone."""


@contextmanager
def started(program, *words):
    """A program of its own, with the end of a pipe that ends when it and all that it has started are gone."""
    gone, held = os.pipe()
    command = [sys.executable, "-c", HEEDS + program, str(held), *map(str, words)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True, pass_fds=[held]
    ) as begun:
        os.close(held)
        yield begun, gone
    os.close(gone)


@pytest.mark.parametrize(
    ("jobs", "to", "sent", "status", "said"),
    [
        (1, os.kill, signal.SIGINT, 130, SAID),
        (2, os.kill, signal.SIGINT, 130, SAID),
        (2, os.killpg, signal.SIGINT, 130, SAID),
        (2, os.killpg, signal.SIGTERM, -signal.SIGTERM, ""),
        (2, os.kill, signal.SIGHUP, -signal.SIGHUP, ""),
        (2, os.kill, signal.SIGKILL, -signal.SIGKILL, ""),
    ],
)
def test_whoever_reads_beside_a_process_ends_with_it_however_it_ends(folder, jobs, to, sent, status, said):
    with started(READ, "read", "--json", "--jobs", jobs, folder) as (begun, gone):
        assert begun.stdout.readline()
        to(begun.pid, sent)
        assert begun.communicate()[1] == said
        assert begun.returncode == status
        assert os.read(gone, 1) == b""


HALF = f"""{HEARD}
from giaoban.cli import main
from giaoban.commands import files
def half(path, pieces):
    with path.open("wb") as file:
        file.write(next(iter(pieces))[:10])
    os.kill(os.getpid(), getattr(signal, sys.argv[2]))
files._written = half
sys.exit(main(sys.argv[3:]))
"""


@pytest.mark.parametrize(("sent", "status"), [("SIGINT", 130), ("SIGTERM", -signal.SIGTERM), ("SIGHUP", -signal.SIGHUP)])
def test_no_half_a_record_is_left_and_none_is_lost_where_the_writing_is_stopped(folder, tmp_path, sent, status):
    out = tmp_path / "out"
    out.mkdir()
    (out / "r0.json").write_text("from the last time", "utf-8")
    with started(HALF, sent, "read", folder / "r0.txt", "--out", out) as (begun, _):
        assert "Traceback" not in begun.communicate()[1]
    assert begun.returncode == status
    assert [(path.name, path.read_text("utf-8")) for path in out.iterdir()] == [("r0.json", "from the last time")]


BESIDE = f"""{HEARD}
import time
from multiprocessing import Process
from giaoban.cli import main
other = Process(target=time.sleep, args=[60])
other.start()
status = main(sys.argv[2:])
print(status, other.is_alive(), flush=True)
other.kill()
time.sleep(60)
"""


def test_a_stop_ends_only_those_who_read_and_a_second_one_the_process_without_a_trace(folder, tmp_path):
    with started(BESIDE, "read", "--json", "--jobs", "2", folder) as (begun, gone):
        assert begun.stdout.readline()
        begun.send_signal(signal.SIGINT)
        assert "130 True\n" in iter(begun.stdout.readline, "")
        begun.send_signal(signal.SIGINT)
        assert begun.communicate()[1] == SAID
        assert begun.returncode == -signal.SIGINT
        assert os.read(gone, 1) == b""


TOOL = f"""{HEARD}
import subprocess
from giaoban.commands.at_once import at_once
def do(seconds):
    print("begun", flush=True)
    subprocess.run(["sleep", seconds], pass_fds=[int(sys.argv[1])])
with at_once(do, ["60", "60"], 2, str) as done:
    list(done)
"""


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_what_those_beside_have_started_ends_with_them(sent):
    with started(TOOL) as (begun, gone):
        assert begun.stdout.readline()
        begun.send_signal(sent)
        begun.communicate()
        assert os.read(gone, 1) == b""


KILLED = """
import os, signal, sys
from giaoban.commands import read
from giaoban.cli import main
plain = read.read_one
def read_one(path, *given, **named):
    if path.name == "r1.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return plain(path, *given, **named)
read.read_one = read_one
sys.exit(main(sys.argv[2:]))
"""


def test_a_file_whose_reading_the_system_ends_is_named_and_the_others_are_read(tmp_path):
    for number in range(12):
        (tmp_path / f"r{number}.txt").write_text(GOOD, "utf-8")
    with started(KILLED, "read", tmp_path, "--out", tmp_path / "out") as (begun, gone):
        said = begun.communicate()[1]
        assert os.read(gone, 1) == b""
    assert begun.returncode == 1
    assert f"việc đọc tệp “{tmp_path / 'r1.txt'}”" in said
    assert f"the reading of the file “{tmp_path / 'r1.txt'}”" in said
    assert "11/12" in said
    assert sorted(path.stem for path in (tmp_path / "out").iterdir()) == sorted(f"r{number}" for number in range(12) if number != 1)


def test_many_files_are_read_in_order_and_alike_by_one_and_by_three(tmp_path, capsys):
    for number in range(100):
        (tmp_path / f"r{number:02}.txt").write_text(f"Năm 2019, thu ngân sách đạt {number + 1} tỷ đồng.", "utf-8")
    told = []
    for jobs in ("1", "3"):
        assert main(["read", "--json", "--fast", "--jobs", jobs, str(tmp_path)]) == 0
        told.append(capsys.readouterr().out.splitlines())
    assert told[0] == told[1]
    assert len(told[0]) == 100


def test_what_fails_beside_a_process_fails_in_it():
    failing = f"{HEARD}from giaoban.commands.at_once import at_once\nwith at_once(int, ['1', 'x', '3'], 2, str) as done: print(*done)"
    with started(failing) as (begun, gone):
        assert "ValueError: invalid literal for int() with base 10: 'x'" in begun.communicate()[1]
        assert os.read(gone, 1) == b""
