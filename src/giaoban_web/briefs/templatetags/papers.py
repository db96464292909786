"""The papers that tell a task, for its page."""

from typing import Any

from django import template

from giaoban_web.briefs.models import Notice, NoticeItem
from giaoban_web.briefs.notice_moves import OUT
from giaoban_web.briefs.notices import CURRENT, said_number, visible_to
from giaoban_web.directives.models import Directive

register = template.Library()


@register.simple_tag
def papers_of(directive: Directive, user: Any) -> list[tuple[Notice, str]]:
    """The notices that went out with it, or with what it is a part of, and that `user` may see, each with its number; the latest first."""
    told = NoticeItem.objects.filter(
        directive__in=[directive.pk, directive.above_id or directive.pk], version__notice__state__in=OUT, **CURRENT
    )
    versions = {item.version.notice_id: item.version for item in told.select_related("version")}
    seen = visible_to(user).filter(pk__in=versions).order_by("-pk") if versions else ()
    return [(notice, said_number(notice, versions[notice.pk])) for notice in seen]
