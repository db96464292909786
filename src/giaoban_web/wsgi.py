"""The door for a WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

from giaoban_web.cut_off import whole

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "giaoban_web.settings")
application = whole(get_wsgi_application())
