# SPDX-License-Identifier: EUPL-1.2
"""Django settings, all from the environment; deploy/ and `gemeengoed demo` set them.

DATABASE_URL        postgresql://… (sockets: ?host=/folder)
SECRET_KEY          signs sessions; without it a new one is made at each start
GEMEENGOED_PERSON_KEYS  secrets that encrypt BSNs, by comma, newest first; default: SECRET_KEY
GEMEENGOED_HOSTS    comma list of host names that may be used
GEMEENGOED_NOW      business time to start from, 2026-11-23T03:05 (Dutch time without an offset)
GEMEENGOED_NOW_SET_AT  technical moment at which GEMEENGOED_NOW was true; default: this start
GEMEENGOED_PUBLIC_URL  address by which residents reach us, for links
GEMEENGOED_BEHIND_HTTPS  1: cookies only over https
GEMEENGOED_MAILBOX  folder of the mails that the demo sends
GEMEENGOED_DEMO     1: password log-in with the demo accounts is offered
GEMEENGOED_DEMO_IDENTITY  address of the imitation of DigiD to which the demo's municipalities go
"""

import os
import secrets
from pathlib import Path

from gemeengoed.project.clock import clock_from_environment
from gemeengoed.project.database import database_from_url
from gemeengoed.project.mailbox import mailbox_folder

BASE_DIR = Path(__file__).resolve().parents[1]

SECRET_KEY = os.environ.get("SECRET_KEY") or secrets.token_urlsafe(50)
PERSON_KEYS = os.environ.get("GEMEENGOED_PERSON_KEYS", SECRET_KEY).split(",")
DEBUG = False
DEMO = os.environ.get("GEMEENGOED_DEMO") == "1"
DEMO_IDENTITY = os.environ.get("GEMEENGOED_DEMO_IDENTITY", "")
ALLOWED_HOSTS = os.environ.get("GEMEENGOED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
PUBLIC_URL = os.environ.get("GEMEENGOED_PUBLIC_URL", "http://localhost:8000")

CLOCK = clock_from_environment(os.environ)

# Where the demo keeps the mails that it sends, a folder for each municipality.
MAILBOX = mailbox_folder(os.environ)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "procrastinate.contrib.django",
    "gemeengoed.audit",
    "gemeengoed.accounts",
    "gemeengoed.municipalities",
    "gemeengoed.access",
    "gemeengoed.files",
    "gemeengoed.gateways.adressen",
    "gemeengoed.gateways.brp",
    "gemeengoed.gateways.zaken",
    "gemeengoed.gateways.berichten",
    "gemeengoed.gateways.digid",
    "gemeengoed.content",
    "gemeengoed.conversations",
    "gemeengoed.casework",
    "gemeengoed.casework.submissions",
    "gemeengoed.casework.joining",
    "gemeengoed.insights.missed",
    "gemeengoed.web.frame",
    "gemeengoed.web.resident",
    "gemeengoed.web.workbench",
    "gemeengoed.project",
]

# The API needs no session, no CSRF cookie and no template context: pages_only keeps these away
# from it (project/middleware.py tells what that is worth).
MIDDLEWARE = [
    "gemeengoed.web.api.cross_origin.CrossOrigin",
    "gemeengoed.project.middleware.security_headers",
    "gemeengoed.project.middleware.static_files",
    "gemeengoed.project.middleware.in_line",
    "gemeengoed.project.middleware.sessions",
    "gemeengoed.project.middleware.common",
    "gemeengoed.project.middleware.csrf",
    "gemeengoed.project.middleware.authentication",
    "gemeengoed.project.middleware.messages",
]

ROOT_URLCONF = "gemeengoed.project.urls"
ASGI_APPLICATION = "gemeengoed.project.asgi.application"
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
APPEND_SLASH = False

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": database_from_url(os.environ.get("DATABASE_URL", ""))}

AUTH_PASSWORD_VALIDATORS: list[dict[str, str]] = []

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = os.environ.get("GEMEENGOED_STATIC_ROOT")
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

BEHIND_HTTPS = os.environ.get("GEMEENGOED_BEHIND_HTTPS") == "1"
SESSION_COOKIE_SECURE = BEHIND_HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 3600
CSRF_COOKIE_SECURE = BEHIND_HTTPS
CSRF_COOKIE_HTTPONLY = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_HTTPS else None
X_FRAME_OPTIONS = "DENY"

# A resident's message is limited to 4,000 characters; a body far above that is refused unread.
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024

# Threads of one web process that run turns, each with a kept database connection.
TURN_THREADS = int(os.environ.get("GEMEENGOED_TURN_THREADS", "8"))
# Streams that one web process holds open; each is a connection, of which a system gives 1,024.
OPEN_STREAMS = int(os.environ.get("GEMEENGOED_OPEN_STREAMS", "800"))
# Pages that one web process works on at the same time, each with a database connection.
PAGES_AT_ONCE = 16

# Token bucket per origin: a library or town hall with one address must be able to work.
NEW_CONVERSATIONS_AT_ONCE = float(os.environ.get("GEMEENGOED_NEW_CONVERSATIONS_AT_ONCE", "60"))
NEW_CONVERSATIONS_PER_SECOND = float(os.environ.get("GEMEENGOED_NEW_CONVERSATIONS_PER_SECOND", "5"))

# Per conversation: more than a hurried human sends, far less than a script.
MESSAGES_AT_ONCE = float(os.environ.get("GEMEENGOED_MESSAGES_AT_ONCE", "40"))
MESSAGES_PER_SECOND = float(os.environ.get("GEMEENGOED_MESSAGES_PER_SECOND", "1"))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "discreet": {
            "()": "gemeengoed.project.logs.Discreet",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    # At DEBUG it would write the secrets of a log-in that is on its way.
    "loggers": {"authlib": {"level": "WARNING"}},
    "root": {"handlers": ["console"], "level": os.environ.get("GEMEENGOED_LOG", "WARNING")},
}
