"""
Who is who over the sentences of a text.
"""
