"""Desks stand between the views and her.

Each keeps one view in step with events, commands and settings, and turns the wishes of the user into changes of
settings, events and orders. A desk makes its window when it is first opened.
"""
