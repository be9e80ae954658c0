"""
Frames held against verbs and nouns: what is told, and who stands in which role.
"""
