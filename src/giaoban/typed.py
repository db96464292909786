"""What is typed on a command line, understood or refused in both languages."""

import re
from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path

WRITTEN = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})|(?P<iso>\d{4}-\d{2}-\d{2})", re.ASCII)
LIKE = "12/03/2020, 2020-03-12"
YEARS = (1900, 2100)
"""The first and the last year in which a day can be meant."""
LAST_PORT = 65535


def day(text: str) -> date:
    """A day as people write it (12/03/2020: the twelfth of March) or as machines do (2020-03-12); refused for any other."""
    found = WRITTEN.fullmatch(text.strip())
    try:
        told = found and (date.fromisoformat(found["iso"]) if found["iso"] else date(*map(int, found.group("year", "month", "day"))))
    except ValueError:
        raise ArgumentTypeError(f"“{text}”: lịch không có ngày này · the calendar has no such day ({LIKE})") from None
    if told and YEARS[0] <= told.year <= YEARS[1]:
        return told
    if told:
        raise ArgumentTypeError(f"“{text}”: năm phải từ {YEARS[0]} đến {YEARS[1]} · its year must lie between {YEARS[0]} and {YEARS[1]}")
    raise ArgumentTypeError(f"“{text}” không phải một ngày; ghi như · is no day; write it like {LIKE}")


def named(text: str) -> Path:
    """A file or folder by its name; refused for none, as a variable of the shell that is empty: it would be the folder one stands in."""
    if not text:
        raise ArgumentTypeError("tên tệp để trống · the name of the file is empty")
    return Path(text)


def at_least_one(text: str) -> int:
    """A whole number from one on; refused for any other."""
    if not text.isascii() or not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"“{text}” không phải số nguyên từ 1 trở lên · is no whole number from 1 on")
    return int(text)


def port(text: str) -> int:
    """A port of TCP that a server can listen at; refused for any other."""
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= LAST_PORT:
        raise ArgumentTypeError(f"“{text}” không phải cổng từ 1 đến {LAST_PORT} · is no port from 1 to {LAST_PORT}")
    return int(text)
