"""Words that belong to no card stand apart from the card above them."""

import pytest

NEXT = """() => [...document.querySelectorAll('main ul.aside, main .note, main .scroll')].map(card => {
  let next = card.nextElementSibling;
  while (next && !next.offsetParent) next = next.nextElementSibling;
  return next && next.matches('p') ? [next.innerText, next.getBoundingClientRect().top - card.getBoundingClientRect().bottom] : null;
}).filter(Boolean)"""


@pytest.mark.parametrize(("who", "address"), [("chuyenvien", "/directives/5/"), ("thongke", "/bodies/3/")])
def test_words_after_a_card_do_not_stick_to_it(enter, who, address):
    found = enter(who, at=address).evaluate(NEXT)
    assert found, "no words follow a card"
    assert [words for words, apart in found if apart < 4] == []


def test_buttons_of_moves_that_fill_a_phone_begin_alike(enter):
    page = enter("donvi", at="/directives/2/", size="phone")
    shown = page.locator(".move > summary, .move-form > .button").filter(visible=True)
    aligned = shown.evaluate_all("all => all.map(each => getComputedStyle(each).textAlign)")
    assert len(aligned) > 2 and set(aligned) == {"center"}
