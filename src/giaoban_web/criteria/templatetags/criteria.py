"""Criteria in templates."""

from django import template
from django.urls import reverse

from giaoban.reference.criteria.tables import Criterion
from giaoban_web.criteria.fields import key_of
from giaoban_web.criteria.words import anchor, said_whole

register = template.Library()


@register.filter
def criterion(each: Criterion) -> str:
    """ "17.1 Hộ dùng nước sạch theo quy chuẩn · 318/QĐ-TTg (Phụ lục I)"."""
    return said_whole(each)


@register.filter
def criterion_key(each: Criterion) -> str:
    """As an address names it."""
    return key_of(each)


@register.filter
def criterion_url(each: Criterion) -> str:
    """The address of its row in its set."""
    return f"{reverse('criteria:set', args=[each.set])}#{anchor(each)}"
