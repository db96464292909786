"""Addresses of the register, of saved views, of moves of many tasks, and of one's own tasks."""

from django.urls import path

from giaoban_web.directives import bulk_pages, completing_pages, mine_pages, progress_pages, register_pages, saved_pages, scores_pages

urlpatterns = [
    path("directives/", register_pages.register, name="list"),
    path("directives/by-lead/", register_pages.by_lead, name="by_lead"),
    path("directives/mine/", mine_pages.mine, name="mine"),
    path("directives/progress/", progress_pages.progress_many, name="progress_many"),
    path("directives/complete/", completing_pages.complete, name="complete"),
    path("directives/scoreboard/", scores_pages.scoreboard, name="scoreboard"),
    path("directives/views/", saved_pages.views, name="views"),
    path("directives/views/<int:view_id>/", saved_pages.view, name="view"),
    path("directives/views/<int:view_id>/rename/", saved_pages.rename, name="view_rename"),
    path("directives/views/<int:view_id>/delete/", saved_pages.delete, name="view_delete"),
    path("directives/bulk/", bulk_pages.bulk, name="bulk"),
]
