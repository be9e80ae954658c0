"""
Verbs with their subjects, objects and prepositions, by plain scanning over tokens.
"""
