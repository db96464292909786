from tests.web.facts import *  # noqa: F403  its fixtures
