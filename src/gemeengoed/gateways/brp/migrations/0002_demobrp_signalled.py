# SPDX-License-Identifier: EUPL-1.2

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('brp', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='demobrp',
            name='signalled',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=16), default=list, help_text='Addresses with an LAA signal', size=None),
        ),
    ]
