"""Addresses of messages, preferences, days of reminding and calendars."""

from django.urls import path

from giaoban_web.reminders import feed_pages, ladder_pages, views

app_name = "reminders"
urlpatterns = [
    path("messages/", views.messages, name="messages"),
    path("messages/read/", views.read_all, name="read_all"),
    path("messages/<int:message_id>/read/", views.read, name="read"),
    path("messages/preferences/", views.preferences, name="preferences"),
    path("bodies/<int:body_id>/reminders/", ladder_pages.ladder, name="ladder"),
    path("calendar/", feed_pages.feeds, name="feeds"),
    path("calendar/<int:feed_id>/revoke/", feed_pages.revoke, name="revoke_feed"),
    path("calendar/<slug:secret>.ics", feed_pages.calendar, name="calendar"),
]
