"""
What each page of the catalogue says.
"""
