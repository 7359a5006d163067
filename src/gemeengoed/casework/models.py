# SPDX-License-Identifier: EUPL-1.2
"""Interne taken, what happened to them, the contacts about them, and who can do what."""

import uuid

from django.conf import settings
from django.db import models

from gemeengoed.municipalities.models import Municipality

# As in the Klantinteracties API, so that all of it can go there.
GOAL_AT_MOST = 200  # gevraagdeHandeling, onderwerp
NOTE_AT_MOST = 1000  # inhoud, toelichting


class Status(models.TextChoices):
    OPEN = "open", "Open"
    DONE = "afgehandeld", "Afgehandeld"


class InterneTaak(models.Model):
    """What a resident was promised, by when, who does it, and what came of it.

    answers: step name -> value as stored. display: label -> value as read by people, in the
    order of the summary that the resident confirmed. Until the colleague in offered_to accepts,
    the assignee stays responsible.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    reference = models.CharField(max_length=12, unique=True, help_text="See references.py")
    kind = models.CharField(max_length=40, help_text="See kinds.py")
    topic = models.CharField(max_length=60)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.OPEN)
    answers = models.JSONField(default=dict)
    display = models.JSONField(default=list, help_text="Pairs of label and value, in order")
    origin_key = models.CharField(max_length=150, help_text="The same for each try of one wish")
    conversation_id = models.UUIDField(help_text="No foreign key: erasing a talk leaves the work")

    activity = models.CharField(max_length=30, help_text="See activities.py")
    goal = models.CharField(max_length=GOAL_AT_MOST)
    area = models.CharField(max_length=60, blank=True, help_text="Competence; empty: anybody's")
    level = models.PositiveSmallIntegerField(default=1, help_text="Of that competence, 1-5")
    mandate = models.CharField(max_length=60, blank=True, help_text="As in a membership")
    language = models.CharField(max_length=3, default="nl", help_text="Of the resident")
    team = models.CharField(max_length=40, help_text="See TEAMS in kinds.py")
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    offered_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    opened_at = models.DateTimeField(help_text="Business time")
    due_on = models.DateField(help_text="What the resident was promised")
    ground = models.TextField(blank=True, help_text="Why that day: the promise or the law")
    ground_source = models.TextField(blank=True, help_text="Where that stands")
    planned_at = models.DateTimeField(null=True, help_text="Business time of the call agreed on")
    handled_at = models.DateTimeField(null=True, help_text="Business time")
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    result = models.CharField(max_length=40, blank=True, help_text="See kinds.py")
    note = models.TextField(blank=True, help_text="What came of it, by the colleague")
    emptied_at = models.DateTimeField(
        null=True, help_text="Business time at which all that says something of a person went"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["municipality", "origin_key"], name="one_interne_taak_per_wish"
            ),
            models.CheckConstraint(
                condition=models.Q(status="open", handled_at=None)
                | models.Q(status="afgehandeld", handled_at__isnull=False),
                name="a_finished_interne_taak_tells_when",
            ),
            models.CheckConstraint(
                condition=models.Q(status="open") | models.Q(offered_to=None),
                name="a_finished_interne_taak_is_offered_to_nobody",
            ),
        )
        indexes = (
            models.Index(
                fields=["municipality", "due_on"],
                name="interne_taak_open",
                condition=models.Q(status="open"),
            ),
            models.Index(
                fields=["assignee"],
                name="interne_taak_assigned",
                condition=models.Q(status="open"),
            ),
            models.Index(fields=["conversation_id"], name="interne_taak_conversation"),
        )

    def __str__(self) -> str:
        return self.reference


class TaakEventKind(models.TextChoices):
    """What can happen to an interne_taak; the label is how the history tells it."""

    OPENED = "opened", "Binnengekomen"
    ASSIGNED = "assigned", "Opgepakt"
    HANDED_OVER = "handed_over", "Gevraagd over te nemen"
    ACCEPTED = "accepted", "Overgenomen"
    DECLINED = "declined", "Niet overgenomen"
    TAKEN_BACK = "taken_back", "Vraag ingetrokken"
    RETURNED = "returned", "Terug op de stapel"
    CALL_PLANNED = "call_planned", "Gesprek afgesproken"
    CALL_LOGGED = "call_logged", "Gebeld"
    FINISHED = "finished", "Afgehandeld"


class TaakEvent(models.Model):
    """One event in the history of an interne_taak. Never changed; emptied with it."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    taak = models.ForeignKey(InterneTaak, on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField(help_text="Business time")
    kind = models.CharField(max_length=20, choices=TaakEventKind.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )  # empty: the resident
    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )  # whom it was handed, offered or given back to
    note = models.TextField(blank=True)

    class Meta:
        indexes = (models.Index(fields=["taak", "id"], name="taak_event_in_order"),)

    def __str__(self) -> str:
        return f"{self.taak_id} {self.kind}"


class CallOutcome(models.TextChoices):
    """How a phone call went."""

    SPOKEN = "gesproken", "Gesproken"
    SPOKEN_LATER = "gesproken_later", "Gesproken, inwoner wil later verder praten"
    NO_ANSWER = "geen_gehoor", "Er werd niet opgenomen"
    VOICEMAIL = "voicemail", "Voicemail ingesproken"
    WRONG_NUMBER = "verkeerd_nummer", "Het nummer klopt niet"

    @property
    def reached(self) -> bool:
        return self in (CallOutcome.SPOKEN, CallOutcome.SPOKEN_LATER)


class Klantcontact(models.Model):
    """One contact with a resident about an interne_taak; fits the Klantinteracties API."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    taak = models.ForeignKey(InterneTaak, on_delete=models.CASCADE, related_name="contacts")
    channel = models.CharField(max_length=20, default="telefoon", help_text="kanaal")
    language = models.CharField(max_length=3, default="nl", help_text="taal")
    subject = models.CharField(max_length=GOAL_AT_MOST, help_text="onderwerp")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(help_text="Business time; plaatsgevondenOp")
    outcome = models.CharField(max_length=20, choices=CallOutcome.choices)
    reached = models.BooleanField(help_text="indicatieContactGelukt")
    note = models.CharField(max_length=NOTE_AT_MOST, blank=True, help_text="inhoud")

    class Meta:
        indexes = (models.Index(fields=["taak", "at"], name="klantcontact_taak"),)

    def __str__(self) -> str:
        return f"{self.channel} {self.outcome}"


class WorkProfile(models.Model):
    """What a colleague can do and likes to do in one municipality.

    For the proposal of a colleague only: no judgement of anybody. Mandates stand in the membership.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    team = models.CharField(max_length=40, blank=True, help_text="See TEAMS in kinds.py")
    competences = models.JSONField(default=dict, help_text="Area -> 1-5")
    preferences = models.JSONField(default=dict, help_text="Activity -> preference")
    languages = models.JSONField(default=list, help_text="ISO 639-1 codes")
    hours = models.JSONField(default=dict, help_text="Day (ma … zo) -> spans; empty: not known")
    lent_by = models.ForeignKey(
        Municipality, null=True, on_delete=models.PROTECT, related_name="+"
    )  # empty: works here

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["municipality", "user"], name="one_work_profile_per_municipality"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} in {self.municipality_id}"
