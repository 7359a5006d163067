# SPDX-License-Identifier: EUPL-1.2
"""Who a resident is, according to DigiD: by way of the municipality's OpenID Connect broker.

``registry.provider_of`` gives the provider of a municipality; ``port.py`` is what may be asked of
it, ``shapes.py`` what comes back. The protocol is Authlib's; ``client.py`` only uses it. A BSN is
never logged, put in an error or shown by repr.
Must never know: sessions, pages, what the log-in is for.
"""
