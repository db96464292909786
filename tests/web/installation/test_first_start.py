"""The first start of an installation: its folder and its key are its own, whole, and one for all who start at once."""

import os
import subprocess
import sys

import pytest

ASKED = "from giaoban_web import settings; print(settings.SECRET_KEY)"


def started(var, said=ASKED):
    """A process of its own that reads the settings."""
    command = [sys.executable, "-c", said]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | {"GIAOBAN_VAR": str(var)})


def test_all_who_start_at_once_have_one_key_which_only_its_owner_may_read(tmp_path):
    var = tmp_path / "nhà" / "var"
    before = os.umask(0)
    try:
        keys = {each.communicate()[0] for each in [started(var) for _ in range(4)]}
    finally:
        os.umask(before)
    assert len(keys) == 1
    assert len(keys.pop().strip()) > 60
    assert [(each.name, each.stat().st_mode & 0o777) for each in var.iterdir()] == [("secret_key", 0o600)]
    assert var.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("moment", ["os.fsync", "os.link"])
def test_a_first_start_that_is_cut_off_leaves_no_key_that_is_none(tmp_path, moment):
    cut_off = f"import os; {moment} = lambda *_: os._exit(1)\n{ASKED}"
    assert started(tmp_path, cut_off).wait() == 1
    assert not (tmp_path / "secret_key").exists()
    assert len(started(tmp_path).communicate()[0].strip()) > 60


def test_a_disk_that_knows_no_links_has_a_key_too(tmp_path):
    without = f"import os\ndef none(*_): raise PermissionError\nos.link = none\n{ASKED}"
    key = started(tmp_path, without).communicate()[0]
    assert (len(key.strip()) > 60, [each.name for each in tmp_path.iterdir()]) == (True, ["secret_key"])
    assert started(tmp_path).communicate()[0] == key
