"""What an administrator and a person fill in."""

from typing import Any

from allauth.account.forms import LoginForm
from django import forms
from django.contrib.auth import password_validation
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from giaoban_web.accounts.models import Role, User
from giaoban_web.accounts.queries import offered
from giaoban_web.ui.folding import holding


class SignInForm(LoginForm):  # type: ignore[misc]
    """The door, whose first line is ready to be typed into."""

    def __init__(self, *args: Any, **told: Any) -> None:
        super().__init__(*args, **told)
        self.fields["login"].widget.attrs["autofocus"] = True


class PlaceChoice(forms.ModelChoiceField):
    """One of the places, told apart by code and the days on which it is valid."""

    def label_from_instance(self, place: Any) -> str:
        start = f"{place.valid_from:%d/%m/%Y}"
        days = f"{start} – {place.last_day:%d/%m/%Y}" if place.last_day else gettext("from %(start)s") % {"start": start}
        return f"{place} ({place.code}, {days})"


class GrantForm(forms.Form):
    """A role on a place; the places offered are those that `sought` names (`queries.offered`)."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    place = PlaceChoice(label=_("Place"), queryset=None, help_text=_("The role holds here and on everything below."))

    def __init__(self, data: Any = None, *, places: QuerySet[Any], sought: str = "", **rest: Any) -> None:
        super().__init__(data, **rest)
        # What is sent back is checked against all places, what is offered is short.
        self.fields["place"].queryset = places
        field = self.fields["place"]
        listed = offered(places, sought, self.data.get("place"))
        field.choices = [("", "—"), *((place.pk, field.label_from_instance(place)) for place in listed)]


class DetailsForm(forms.Form):
    """What a person is called and how they are reached."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"), required=False)


class PersonForm(DetailsForm, GrantForm):
    """A new person with a first role."""

    username = forms.CharField(label=_("User name"), max_length=150, validators=[UnicodeUsernameValidator()])
    password = forms.CharField(
        label=_("First password"),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Left empty, you get a link to hand over, with which the person sets a password."),
    )
    field_order = ["name", "username", "email", "password", "role", "place"]

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        if password:
            password_validation.validate_password(password, User(username=self.data.get("username", ""), name=self.data.get("name", "")))
        return str(password)


class Search(forms.Form):
    """What the list of people is narrowed by."""

    q = forms.CharField(label=_("Name or user name"), required=False)
    role = forms.ChoiceField(label=_("Role"), required=False, choices=[("", _("all")), *Role.choices])
    active = forms.ChoiceField(label=_("Account"), required=False, choices=[("", _("all")), ("1", _("open")), ("0", _("closed"))])

    def narrow(self, rows: QuerySet[User]) -> QuerySet[User]:
        """Those of `rows` that fit; a filter that makes no sense is left out."""
        self.is_valid()
        found = self.cleaned_data
        if text := found.get("q"):
            rows = rows.filter(holding(text, "name", "username", "email"))
        if role := found.get("role"):
            rows = rows.filter(pk__in=User.objects.filter(grants__role=role))
        if active := found.get("active"):
            rows = rows.filter(is_active=active == "1")
        return rows


class TokenForm(forms.Form):
    """A new key: what it is for, so that its owner knows which to take back."""

    name = forms.CharField(label=_("What the key is for"), max_length=80)


class LanguageForm(forms.Form):
    """The language in which a person reads."""

    language = forms.ChoiceField(label=_("Language"), choices=[("vi", "Tiếng Việt"), ("en", "English")])
