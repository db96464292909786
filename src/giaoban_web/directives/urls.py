"""Addresses of tasks: the register and what belongs to it, and the pages of one task."""

from giaoban_web.directives import register_urls, task_urls

app_name = "directives"
urlpatterns = [*register_urls.urlpatterns, *task_urls.urlpatterns]
