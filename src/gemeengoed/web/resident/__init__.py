# SPDX-License-Identifier: EUPL-1.2
"""Pages for residents: the demo home page and the full-page chat, also without JavaScript.

A talk is opened by a cookie that only its own municipality's pages get.
Must never know: the other doors, how a decision is made.
"""
