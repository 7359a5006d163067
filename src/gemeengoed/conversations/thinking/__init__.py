# SPDX-License-Identifier: EUPL-1.2
"""The steps of thinking about one message, one file each; turn.THINK gives their order.

Each takes the Thought and fills its part of it. No step writes to the log.
"""
