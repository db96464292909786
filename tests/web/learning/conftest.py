import pytest

from giaoban_web.learning import shelf


@pytest.fixture(autouse=True)
def folder(tmp_path, settings, monkeypatch):
    settings.VAR = tmp_path
    monkeypatch.setattr("os.nice", lambda step: 0)
    shelf._read.cache_clear()
    return tmp_path / "weights"
