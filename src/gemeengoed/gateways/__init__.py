# SPDX-License-Identifier: EUPL-1.2
"""One folder per outside system: a port (shapes), a real client, a complete demo.

Only this room speaks to outside systems. Must never know: dialogue, conversations.
"""
