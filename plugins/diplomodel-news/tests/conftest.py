"""
What the tests share: the fixtures of diplomodel's test kit, asked for by name.
"""

pytest_plugins = ["diplomodel.testing.pytest_plugin"]
