"""
From events and rules to a history: expansion, timelines, second pass.
"""
