"""Loads what the processes of `killing` work with, once for all of them: whoever names an address loads all pages."""

import django

django.setup()

from django.urls import reverse  # noqa: E402

import giaoban_web.ledger.importing  # noqa: E402
import giaoban_web.reminders.rounds  # noqa: E402, F401

reverse("account_login")
