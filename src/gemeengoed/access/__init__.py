# SPDX-License-Identifier: EUPL-1.2
"""Who may come in: conversation tokens, one-time codes and links, persons, rate limits.

The only room that holds a BSN, encrypted; others know a person by id.
Must never know: what is being talked about.
"""
