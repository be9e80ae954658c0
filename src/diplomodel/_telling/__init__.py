"""
A history in words: names for codes, and the story day by day. Shared by all that write for people.
"""
