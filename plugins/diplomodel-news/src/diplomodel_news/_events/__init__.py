"""
From candidates to events: fields, what the rest of the text completes, judgement, merging.
"""
