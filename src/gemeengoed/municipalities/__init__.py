# SPDX-License-Identifier: EUPL-1.2
"""The tenant: which municipalities there are, who works there, what they look like.

Must never know: conversations, content of answers.
"""
