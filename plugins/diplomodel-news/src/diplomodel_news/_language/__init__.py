"""
The data files of a language, read and checked: words, phrases, frames, names, office-holders.
"""
