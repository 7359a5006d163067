# SPDX-License-Identifier: EUPL-1.2
"""Is this server able to work? For the supervisor and for load balancers."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse

from gemeengoed.content.queries import editions
from gemeengoed.web.frame.permissions import open_to


@open_to("everybody: load balancers ask it, and it tells nothing of anybody")
def healthy(request: HttpRequest) -> JsonResponse:
    """200 when the database answers and editions are published; 503 with the reason otherwise."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "database does not answer"}, status=503)
    if not editions():
        return JsonResponse({"status": "no edition is published"}, status=503)
    return JsonResponse({"status": "ok"})
