# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL without installing anything: the binaries of a Python package, a folder of our own.

``with running_cluster(places) as cluster:`` gives a server on a Unix socket for as long as
at least one process uses it. Three kernel locks (``flock``) in the cluster's folder say who is
there, so that nothing has to be believed from files that a killed process left behind:

- ``in-use.lock``   shared by every process that uses the server; the last one out stops it;
- ``starting.lock`` held while one process starts the server, so that two starters get one server;
- ``guard.lock``    held by the guard, the parent of the server, as long as it lives.

The guard stops the server when nobody holds ``in-use.lock`` any more, also after a ``kill -9``.
As root, PostgreSQL runs as the system user ``gemeengoed`` from a copy in a folder of our own; the
mode of a folder that was there before is never changed.
"""

from gemeengoed.project.embedded_postgres.cluster import Cluster, running_cluster
from gemeengoed.project.embedded_postgres.errors import EmbeddedPostgresError
from gemeengoed.project.embedded_postgres.places import (
    Places,
    places_for_checkout,
    places_for_tests,
)

__all__ = [
    "Cluster",
    "EmbeddedPostgresError",
    "Places",
    "places_for_checkout",
    "places_for_tests",
    "running_cluster",
]
