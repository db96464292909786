"""A person's own page, the language switch, and the people of an administrator."""

from django.urls import path

from giaoban_web.accounts import people, views

app_name = "accounts"
urlpatterns = [
    path("language/", views.language, name="language"),
    path("accounts/me/", views.me, name="me"),
    path("accounts/me/tokens/", views.make_token, name="make_token"),
    path("accounts/me/tokens/<int:token_id>/revoke/", views.revoke_token, name="revoke_token"),
    path("people/", people.people, name="people"),
    path("people/add/", people.add, name="add"),
    path("people/<int:person_id>/", people.person, name="person"),
    path("people/<int:person_id>/edit/", people.edit, name="edit"),
    path("people/<int:person_id>/grants/", people.grant, name="grant"),
    path("people/<int:person_id>/grants/<int:grant_id>/revoke/", people.revoke, name="revoke"),
    path("people/<int:person_id>/deactivate/", people.deactivate, name="deactivate"),
    path("people/<int:person_id>/activate/", people.activate, name="activate"),
    path("people/<int:person_id>/second-factor/", people.second_factor, name="second_factor"),
    path("people/<int:person_id>/link/", people.link, name="link"),
]
