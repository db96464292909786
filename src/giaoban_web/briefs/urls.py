"""Addresses of what goes out of a meeting and into the next."""

from giaoban_web.briefs import brief_urls, notice_urls

app_name = "briefs"
urlpatterns = [*notice_urls.urlpatterns, *brief_urls.urlpatterns]
