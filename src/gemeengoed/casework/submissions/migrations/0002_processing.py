# SPDX-License-Identifier: EUPL-1.2
"""What the processing list needs: what registers said, questions that wait, who has it open."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0004_fill_workbench'),
        ('submissions', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='submission',
            name='held_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='submission',
            name='held_until',
            field=models.DateTimeField(help_text='Business time', null=True),
        ),
        migrations.AddField(
            model_name='submission',
            name='lifted_out',
            field=models.PositiveSmallIntegerField(default=0, help_text='How often'),
        ),
        migrations.AddField(
            model_name='submission',
            name='question_since',
            field=models.DateTimeField(help_text='Business time of the question that waits for its answer', null=True),
        ),
        migrations.AddField(
            model_name='submission',
            name='registered',
            field=models.JSONField(default=list, help_text='What registers said then: pairs of label and value'),
        ),
        migrations.AlterField(
            model_name='submission',
            name='questions',
            field=models.JSONField(default=list, help_text='Asked of the resident: text, at, by; then answer, answered_at, answered_by'),
        ),
        migrations.AlterField(
            model_name='submission',
            name='taak',
            field=models.ForeignKey(help_text='Lifted out: the person who must look; back when that is finished', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='casework.internetaak'),
        ),
    ]
