"""The places a figure may be of, as they are weighed and as weights are learned from them."""

from giaoban.reading.rules.figures.placing.weighed import Options


def test_what_is_left_out_is_neither_weighed_nor_learned_from():
    options = Options()
    options.add("xã Phú Vân", "phú vân", "own")
    options.add("xã An Bình", "an bình", "named before")
    options.leave(["an bình"])
    assert set(options.names) == set(options.traits) == {"", "phú vân"}
    assert options.best({"named before": 9, "own": 1}) == "xã Phú Vân"
