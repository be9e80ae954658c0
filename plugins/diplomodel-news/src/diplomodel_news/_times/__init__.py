"""
When what is told was.
"""
