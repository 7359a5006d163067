# SPDX-License-Identifier: EUPL-1.2
"""Which topic is a message about? Trained on the packs' questions, scored by hand with numpy.

Public: model.Model (score), keeping.kept_or_trained, keeping.fingerprint, training.train.
scikit-learn is needed to train only, and imported only then.
"""
