from giaoban.reference.phrases import by_syllables

TABLE = by_syllables({"kế hoạch": 1, "kế hoạch đầu tư": 2, "kế": 3, "đầu tư công": 4})


def test_the_longest_phrase_at_a_word_is_found():
    words = ["theo", "kế", "hoạch", "đầu", "tư"]
    assert [TABLE.at(words, at) for at in range(5)] == [None, (4, 2), None, None, None]
    assert TABLE.at(["kế", "hoạch", "đầu"], 0) == (2, 1)
    assert TABLE.at(["kế"], 0) == (1, 3)


def test_a_phrase_that_begins_but_does_not_go_on_is_none():
    assert TABLE.at(["đầu", "tư"], 0) is None


def test_phrases_of_a_row_of_words_do_not_overlap():
    assert TABLE.all(["kế", "hoạch", "đầu", "tư", "công", "và", "kế", "hoạch"]) == [(0, 4, 2), (6, 8, 1)]
