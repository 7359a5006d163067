# SPDX-License-Identifier: EUPL-1.2
"""A file of a resident, for the colleague who works on what it came with."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from gemeengoed.casework.roles import WORKERS
from gemeengoed.files.errors import NotGivenYetError, UnknownUploadError
from gemeengoed.files.operations import open_for_staff
from gemeengoed.web.frame.attachments import attachment
from gemeengoed.web.frame.permissions import StaffRequest, require_membership
from gemeengoed.web.workbench.framing import framed


@require_membership(*WORKERS)
@never_cache
@require_safe
def file_(request: StaffRequest, gemeente: str, id: UUID) -> HttpResponse:
    """To be saved; who did is written down. One that was not found clean is given to nobody."""
    try:
        opened = open_for_staff(municipality=gemeente, upload=id, by=request.user)
    except UnknownUploadError as error:
        raise Http404 from error
    except NotGivenYetError:
        return render(request, "workbench/no_file.html", framed(request, ""), status=409)
    return attachment(*opened)
