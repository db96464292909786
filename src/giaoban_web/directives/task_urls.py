"""Addresses of one task: making it, its page, its moves, its evidence."""

from django.urls import path

from giaoban_web.directives import draft_pages, making_pages, move_pages, task_pages

urlpatterns = [
    path("directives/draft/", draft_pages.draft, name="draft"),
    path("directives/from-find/<int:given_id>/", draft_pages.from_find, name="from_find"),
    path("directives/from-record/<int:record_id>/", making_pages.from_record, name="from_record"),
    path("directives/check/", draft_pages.check, name="check"),
    path("directives/bodies/", draft_pages.bodies, name="bodies"),
    path("directives/<int:directive_id>/", task_pages.directive, name="directive"),
    path("directives/<int:directive_id>/file/", task_pages.file, name="file"),
    path("directives/<int:draft_id>/edit/", draft_pages.edit, name="edit"),
    path("directives/<int:directive_id>/move/<slug:move>/", move_pages.move, name="move"),
    path("directives/evidence/<int:evidence_id>/", task_pages.evidence, name="evidence"),
]
