# SPDX-License-Identifier: EUPL-1.2
"""One file per command: ``HELP``, ``add_arguments(parser)`` and ``run(arguments) -> exit code``.

A command that needs Django calls ``gemeengoed.project.start.django_ready()`` first; none is
imported before it is asked for, so that ``gemeengoed --help`` is quick.
"""
