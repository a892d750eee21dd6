"""Care: what goes wrong is told and sent to nobody, what is to be shown to a helper is gathered, what is hers is kept.

`hooks` and `crash` notice trouble, `bundle` gathers what helps to find it, `backup` and `restore` keep her and bring
her back; `*_dialog` are their windows. Only the dialogs and `qt_messages` know Qt.
"""
