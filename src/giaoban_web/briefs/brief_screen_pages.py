"""The brief on the screen of the room: one question at a time, in letters that are read from the last row."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from giaoban.render.brief_annexes import paper
from giaoban.render.brief_paper import Ref, Section, Words
from giaoban_web.briefs import brief_queries
from giaoban_web.briefs.brief_corrected import corrected_since


@dataclass(frozen=True, slots=True)
class Slide:
    """What is shown at once: under a heading either one question (its number and how many there are) or a whole part of the page."""

    heading: str
    lead: tuple[Words, ...]
    items: tuple[Words, ...]
    number: int = 0
    of: int = 0

    @property
    def sources(self) -> tuple[Ref, ...]:
        """The sentences of this site behind what is shown, each once."""
        refs = (ref for each in self.items for ref in each.refs if ref.address.startswith("/"))
        return tuple({ref.address: ref for ref in refs}.values())


@require_safe
def screen(request: HttpRequest, brief_id: int) -> HttpResponse:
    """The leader's page as slides for whoever may read the brief; without a script they stand one below the other."""
    found = get_object_or_404(brief_queries.visible_to(request.user), pk=brief_id)
    told, language = found.told(), get_language() or "vi"
    drawn = paper(told, language, most=0)
    slides = [slide for section in drawn.first for slide in _slides(section)]
    context = {"brief": found, "intact": found.intact, "paper": drawn, "slides": slides}
    return render(request, "briefs/brief_screen.html", context | {"corrected": list(corrected_since(request.user, found, told, language))})


def _slides(section: Section) -> Iterator[Slide]:
    if not section.ordered:
        yield Slide(section.heading, section.lead, section.items)
        return
    for number, each in enumerate(section.items, 1):
        yield Slide(section.heading, section.lead if number == 1 else (), (each,), number, len(section.items))
