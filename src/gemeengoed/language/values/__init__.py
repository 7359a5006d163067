# SPDX-License-Identifier: EUPL-1.2
"""The values in a message: dates, addresses, numbers, names; a small grammar for each kind.

Public: finding.values_in.
"""
