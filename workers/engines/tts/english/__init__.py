"""English text to the phonemes Kokoro was trained on: `phonemise.English`.

`written` writes out what is not words, `roles` settles heteronyms, `lexicon` looks words up, `morphology` derives
what is built from known words, `spelling` guesses the rest.
"""
