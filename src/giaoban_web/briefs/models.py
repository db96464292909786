"""What goes out of a meeting and into the next, as it is kept."""

from giaoban_web.briefs.brief_models import Asked, Brief, BriefQuestion
from giaoban_web.briefs.notice_models import ItemKind, Notice, NoticeFile, NoticeItem, NoticeVersion

__all__ = ["Asked", "Brief", "BriefQuestion", "ItemKind", "Notice", "NoticeFile", "NoticeItem", "NoticeVersion"]
