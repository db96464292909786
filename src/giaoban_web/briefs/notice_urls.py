"""Addresses of notices."""

from django.urls import path

from giaoban_web.briefs import notice_document_pages as documents
from giaoban_web.briefs import notice_editing_pages as editing
from giaoban_web.briefs import notice_issuing_pages as issuing
from giaoban_web.briefs import notice_pages as pages
from giaoban_web.briefs import notice_step_pages as steps

urlpatterns = [
    path("notices/", pages.notices_list, name="notices"),
    path("notices/compose/<int:meeting_id>/", pages.compose, name="compose"),
    path("notices/<int:notice_id>/", pages.notice, name="notice"),
    path("notices/<int:notice_id>/items/<slug:mark>/", editing.item, name="item"),
    path("notices/<int:notice_id>/add/", editing.add, name="add"),
    path("notices/<int:notice_id>/bring/", editing.bring, name="bring"),
    path("notices/<int:notice_id>/arrange/", editing.arrange, name="arrange"),
    path("notices/<int:notice_id>/heading/", editing.heading, name="heading"),
    path("notices/<int:notice_id>/steps/<slug:notice_step>/", steps.take, name="step"),
    path("notices/<int:approved_id>/issue/", issuing.issue, name="issue"),
    path("notices/<int:issued_id>/correct/", steps.correct, name="correct"),
    path("notices/<int:issued_id>/files/<slug:paper>/", documents.kept, name="file"),
    path("notices/<int:notice_id>/history/", documents.history, name="history"),
    path("notices/<int:notice_id>/versions/<int:version_number>/<slug:layout_name>/<slug:paper>/", documents.paper, name="paper"),
    path("notices/<int:notice_id>/compare/", documents.compare, name="compare"),
    path("notices/<int:notice_id>/take-over/", documents.take_over, name="take_over"),
]
