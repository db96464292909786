"""The overview."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def home(request: HttpRequest) -> HttpResponse:
    return render(request, "overview/home.html")


places = place = meetings = meeting = search = home
