# SPDX-License-Identifier: EUPL-1.2
"""Text to Reading: topics with probabilities, aspects, values with their role; je and u.

Pure: the day of today, the model and the context are passed in.
Public: reading (the port and its shapes), reader.TrainedReader, classifier.keeping.kept_or_trained,
distress.notice, masking.mask, phrase.parse,
plain.examining.examine, forms.proposing.propose, forms.agreement.misfits.
Must never know: Django, municipalities, flows.
"""
