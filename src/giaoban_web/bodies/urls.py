"""Addresses of bodies and seats."""

from django.urls import path

from giaoban_web.bodies import carrying_pages, proposal_pages, views

app_name = "bodies"
urlpatterns = [
    path("bodies/", views.bodies, name="list"),
    path("bodies/add/", views.add, name="add"),
    path("bodies/<int:body_id>/", views.body, name="body"),
    path("bodies/<int:body_id>/edit/", views.edit, name="edit"),
    path("bodies/<int:body_id>/end/", views.retire, name="retire"),
    path("bodies/<int:ended_id>/end/correct/", views.correct_end, name="correct_end"),
    path("bodies/<int:proposal_id>/confirm/", proposal_pages.confirm, name="confirm"),
    path("bodies/<int:proposal_id>/same/", proposal_pages.same, name="same"),
    path("bodies/<int:body_id>/seats/", views.seat, name="seat"),
    path("bodies/seats/<int:seat_id>/hand-over/", views.hand_over, name="hand_over"),
    path("places/changes/<int:merger_id>/bodies/", carrying_pages.carry, name="carry"),
    path("bodies/seats/<int:seat_id>/end/", views.unseat, name="unseat"),
]
