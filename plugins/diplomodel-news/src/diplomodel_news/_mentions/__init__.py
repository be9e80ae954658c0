"""
What one sentence mentions: states, persons with their offices, institutions, and concepts.
"""
