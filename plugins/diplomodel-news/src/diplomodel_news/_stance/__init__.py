"""
How surely something is told, who says so, who takes a stand on it and whom that is about.
"""
