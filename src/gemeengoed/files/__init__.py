# SPDX-License-Identifier: EUPL-1.2
"""Uploads of residents: what may come in, whether it was scanned, where it lies, how long.

store_upload takes one in, kept_for gives those of what was handed in, open_upload gives the bytes.
Staff get only what a scanner found clean. What scans and where bytes lie are ports (scanning.py,
storage.py). Must never know: what a file is the proof of, or who a resident is.
"""
