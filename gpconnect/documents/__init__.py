"""What is printed: the evaluation, letters, cards and day sheets (reportlab), and the same tables as XLSX and CSV.

A document is made from frozen data and gives bytes; it asks nobody anything and knows only `gpconnect.domain`.
"""
