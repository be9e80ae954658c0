"""
``python -m diplomodel`` is the command line.
"""

from diplomodel.cli import main


if __name__ == "__main__":
    main()
