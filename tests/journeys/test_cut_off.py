"""An upload that is cut off on its way leaves nothing behind: no record, no failure in the log; and the next one works."""

import re
import socket
import sqlite3
import subprocess
import sys
import time
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest

from tests.journeys.conftest import environment_of, free_port

END = "----end-of-part"
TEXT = "Biên bản họp giao ban ngày 12/3/2020\n\nThu ngân sách quý I/2020 đạt 312 tỷ đồng. " * 400


class Clerk:
    """Somebody signed in at a server of her own, whose log is kept in a file."""

    def __init__(self, port, password):
        self.port, self.cookies = port, {}
        self.ask("GET", "/accounts/login/")
        self.ask("POST", "/accounts/login/", {"login": "chuyenvien", "password": password})

    def ask(self, method, address, fields=None):
        there = HTTPConnection("127.0.0.1", self.port, timeout=60)
        told = urlencode({**fields, "csrfmiddlewaretoken": self.cookies["csrftoken"]}) if fields else None
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if fields else {}
        there.request(method, address, told, {"Cookie": self.cookie(), **kind})
        answer = there.getresponse()
        page = answer.read().decode()
        for each in answer.headers.get_all("Set-Cookie") or ():
            name, _is, value = each.partition(";")[0].partition("=")
            self.cookies[name] = value
        there.close()
        return answer.status, page

    def cookie(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def upload(self, name, *, end=True):
        """The head and the body of a form that puts a record in."""
        _status, page = self.ask("GET", "/records/")
        (place,) = re.findall(r'name="place"[^>]*>.*?<option value="(\d+)"|<input[^>]*name="place"[^>]*value="(\d+)"', page, re.DOTALL)[:1]
        fields = {"csrfmiddlewaretoken": self.cookies["csrftoken"], "place": next(filter(None, place))}
        parts = [f'Content-Disposition: form-data; name="{each}"\r\n\r\n{value}' for each, value in fields.items()]
        file = f'Content-Disposition: form-data; name="files"; filename="{name}"\r\nContent-Type: text/plain\r\n\r\n{name} {TEXT}'
        body = "".join(f"--{END}\r\n{part}\r\n" for part in [*parts, file]) + (f"--{END}--\r\n" if end else "")
        return body.encode()

    def send(self, body, length):
        """A socket on which so much of a request has been sent as `body` holds."""
        line = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        head = f"POST /records/put-in/ HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nCookie: {self.cookie()}\r\nConnection: close\r\n"
        line.sendall(f"{head}Content-Type: multipart/form-data; boundary={END}\r\nContent-Length: {length}\r\n\r\n".encode() + body)
        return line


@pytest.fixture(scope="module")
def served(installation, tmp_path_factory):
    """A second server on the same folder, with a log that can be read while it runs."""
    port, log = free_port(), tmp_path_factory.mktemp("log") / "log.txt"
    command = [sys.executable, "-m", "giaoban_web.cli", "serve", "--port", str(port)]
    with log.open("w") as said:
        server = subprocess.Popen(command, env=environment_of(installation.var), cwd=installation.var, stdout=said, stderr=said)
    until = time.monotonic() + 300
    while f"http://127.0.0.1:{port}/" not in log.read_text():
        assert server.poll() is None and time.monotonic() < until, log.read_text()
        time.sleep(0.1)
    yield Clerk(port, installation.password), log
    server.terminate()
    server.wait(60)


def names(installation):
    with sqlite3.connect(installation.var / "giaoban.sqlite3") as database:
        return {name for (name,) in database.execute("SELECT name FROM records_record")}


def closes(clerk, name):
    """The client closes in the middle."""
    body = clerk.upload(name)
    clerk.send(body[: len(body) // 2], len(body)).close()


def promises_more(clerk, name):
    """All that was to come has come, and a length was told that is longer; then the client says no more, and listens."""
    body = clerk.upload(name)
    line = clerk.send(body, len(body) + 1000)
    line.shutdown(socket.SHUT_WR)
    assert b" 200 " not in line.recv(100)
    line.close()


def stops_in_the_middle(clerk, name):
    body = clerk.upload(name)
    line = clerk.send(body[: len(body) // 2], len(body))
    line.shutdown(socket.SHUT_WR)
    assert not line.recv(100).startswith(b"HTTP/1.1 3")
    line.close()


def never_ends(clerk, name):
    """The length is right, but the last boundary is missing: somebody on the way has cut it and counted anew."""
    body = clerk.upload(name, end=False)
    body = body[: len(body) // 2]
    line = clerk.send(body, len(body))
    assert not line.recv(100).startswith(b"HTTP/1.1 3")
    line.close()


@pytest.mark.parametrize("cut", [closes, promises_more, stops_in_the_middle, never_ends])
def test_nothing_is_kept_of_an_upload_that_is_cut_off_and_the_next_one_works(served, installation, cut):
    clerk, log = served
    cut(clerk, f"{cut.__name__}.txt")
    whole = clerk.upload(f"sau-{cut.__name__}.txt")
    line = clerk.send(whole, len(whole))
    assert line.recv(100).startswith(b"HTTP/1.1 302")
    line.close()
    assert f"{cut.__name__}.txt" not in names(installation)
    assert f"sau-{cut.__name__}.txt" in names(installation)
    assert "Traceback" not in log.read_text() and "Internal Server Error" not in log.read_text()
