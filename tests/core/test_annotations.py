"""Annotations are kept without a word of the text, and come back whole where the text is at hand."""

import json

import pytest

from tools.annotations import pack, unpack

TEXT = "Sáng 5/5/2021, UBND huyện Hạ Lĩnh họp. Số hộ trồng cam của xã Phú Vân đạt 120 hộ. Chủ tịch yêu cầu xã mở rộng vùng trồng."


def span(words):
    start = TEXT.index(words)
    return {"span": {"start": start, "end": start + len(words)}, "quote": words}


def record():
    observation = {"indicator": "hộ trồng cam", "measure": "level", "value": 120, "value_to": None, "unit": "hộ", "bound": "exact"}
    rest = {"role": "actual", "period": None, "place": "xã Phú Vân", "comparisons": []}
    directive = {"issuer": "Chủ tịch", "force": "order", "assignee": "xã", "deadline": None, "topic": "agriculture"}
    return {
        "title": None,
        "published": None,
        "meeting": {"date": "2021-05-05", "mode": None, "convener": "UBND huyện Hạ Lĩnh", "reviewed": None, "chair": None},
        "observations": [span("Số hộ trồng cam của xã Phú Vân đạt 120 hộ") | observation | rest],
        "findings": [],
        "directives": [span("mở rộng vùng trồng") | directive],
    }


def test_a_record_comes_back_whole():
    assert unpack(TEXT, pack(TEXT, record())) == record()


def test_a_packed_record_holds_no_name_of_the_text():
    kept = json.dumps(pack(TEXT, record()), ensure_ascii=False)
    for words in ("trồng cam", "Hạ Lĩnh", "Phú Vân", "mở rộng", "Chủ tịch"):
        assert words not in kept


def test_a_name_put_together_from_two_places_comes_back_too():
    changed = record()
    changed["observations"][0]["indicator"] = "Số hộ vùng trồng"
    assert unpack(TEXT, pack(TEXT, changed))["observations"][0]["indicator"] == "Số hộ vùng trồng"


def test_another_text_is_refused():
    with pytest.raises(ValueError, match="not the text"):
        unpack(TEXT + " ", pack(TEXT, record()))
