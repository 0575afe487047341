"""Paper and pictures from the built pages: leaflets as PDF, two languages beside each other, a poster, cards to send.

What each says is data (sheets.py, content.py; of the guide publish/book), how it looks a Typst template of this folder.
"""
