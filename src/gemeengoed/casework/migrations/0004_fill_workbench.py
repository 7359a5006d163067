# SPDX-License-Identifier: EUPL-1.2
"""Interne taken that were there before get what the kinds of that day said, and a beginning of
their history.
"""

from django.db import migrations

# kind -> activity, goal, level, team
KINDS = {
    "terugbelverzoek": ("bellen", "Bel de inwoner terug.", 2, "klantcontact"),
    "verzoek_uitzondering": (
        "moeilijk_gesprek",
        "Bel of mail de inwoner en bekijk of een uitzondering kan.",
        3,
        "vergunningen",
    ),
    "melding_straatverlichting": (
        "regelen",
        "Laat de lamp nakijken en maken.",
        1,
        "openbare_ruimte",
    ),
}


def fill(apps, schema_editor):
    taken = apps.get_model("casework", "InterneTaak").objects
    events = apps.get_model("casework", "TaakEvent").objects
    for kind, (activity, goal, level, team) in KINDS.items():
        before = taken.filter(kind=kind, activity="")
        before.filter(topic__startswith="dakkapel").update(area="dakkapel")
        before.filter(topic__startswith="verhuizen").update(area="verhuizen")
        before.update(
            activity=activity,
            goal=goal,
            level=level,
            team=team,
            ground="Aan de inwoner beloofd",
        )
    for taak in taken.filter(events=None).iterator():
        events.create(
            municipality_id=taak.municipality_id, taak=taak, at=taak.opened_at, kind="opened"
        )


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0003_workbench'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
