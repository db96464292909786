"""Words that belong to no card stand apart from the card above them."""

import pytest

AFTER = """both => {
  const main = document.querySelector('main');
  main.insertAdjacentHTML('beforeend', both);
  const words = main.lastElementChild;
  return words.getBoundingClientRect().top - words.previousElementSibling.getBoundingClientRect().bottom;
}"""


@pytest.mark.parametrize("both", ['<ul class="aside"><li>Một</li></ul><p>Hai</p>', '<div class="note">Một</div><p class="source">Hai</p>'])
def test_words_after_a_card_do_not_stick_to_it(enter, both):
    assert enter("thongke", at="/bodies/3/").evaluate(AFTER, both) >= 4


def test_buttons_of_moves_that_fill_a_phone_begin_alike(enter):
    page = enter("donvi", at="/directives/2/", size="phone")
    shown = page.locator(".move > summary, .move-form > .button").filter(visible=True)
    aligned = shown.evaluate_all("all => all.map(each => getComputedStyle(each).textAlign)")
    assert aligned and set(aligned) == {"center"}
