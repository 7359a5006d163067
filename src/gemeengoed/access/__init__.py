# SPDX-License-Identifier: EUPL-1.2
"""Who may come in: conversation tokens, one-time codes and links, rate limits.

Must never know: what is being talked about.
"""
