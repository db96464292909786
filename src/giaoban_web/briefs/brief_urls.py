"""Addresses of briefs."""

from django.urls import path

from giaoban_web.briefs import brief_many_pages, brief_screen_pages
from giaoban_web.briefs import brief_pages as pages

urlpatterns = [
    path("briefs/", pages.briefs_list, name="briefs"),
    path("briefs/compose/", pages.compose, name="compose_brief"),
    path("briefs/many/", brief_many_pages.many, name="many_briefs"),
    path("briefs/<int:brief_id>/", pages.brief, name="brief"),
    path("briefs/<int:brief_id>/screen/", brief_screen_pages.screen, name="brief_screen"),
    path("briefs/<int:brief_id>/<slug:paper>/", pages.paper, name="brief_paper"),
    path("briefs/<int:brief_id>/questions/<int:question_number>/", pages.note, name="brief_question"),
]
