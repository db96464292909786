"""The HTML of a letter says what its plain words say, with links, and nothing that somebody wrote becomes markup."""

from giaoban_web.accounts.models import User
from giaoban_web.reminders.letter_html import html_of

TEXT = """Kính gửi Văn phòng, ngày 08/07/2020 có 2 nhiệm vụ cần lưu ý.

Quá hạn: 1
- Rà soát <b>hồ sơ</b> & báo cáo – UBND thị xã.
  https://giaoban.example/directives/12/

Sắp đến hạn: 1
- Trình phương án – Phòng Giáo dục.

Xem tất cả: https://giaoban.example/messages/?a=1&b=2
"""


def test_groups_stand_under_headings_with_their_links():
    page = html_of(TEXT, User(language="vi"))
    assert '<html lang="vi">' in page
    assert page.count("<h2") == 2 and page.count("<li>") == 2 and page.count("<ul>") == 2
    assert '<a href="https://giaoban.example/directives/12/">Rà soát &lt;b&gt;hồ sơ&lt;/b&gt; &amp; báo cáo – UBND thị xã.</a>' in page
    assert '<a href="https://giaoban.example/messages/?a=1&amp;b=2">' in page


def test_nothing_is_fetched_and_nothing_runs():
    page = html_of(TEXT.replace("Trình", "<script>x</script><img src=x>"), User(language="en"))
    assert "<script" not in page and "<img" not in page


def test_no_word_is_lost():
    page = html_of(TEXT, User(language="vi"))
    for word in ("Kính gửi", "Quá hạn: 1", "Sắp đến hạn: 1", "Trình phương án – Phòng Giáo dục.", "Xem tất cả:"):
        assert word in page
