# SPDX-License-Identifier: EUPL-1.2
"""Decision tables in and out, in the standard DMN: the subset that decision tables need.

In: DMN 1.1 to 1.5, the STTR of the Omgevingsloket among them. Out: DMN 1.3. What is not in the
subset (calculating, functions, invocations) is refused by name.
Public: reading.read_dmn, results.result_of, writing.write_dmn.
Must never know: files, how packs are written (content does that), other engines.
"""
