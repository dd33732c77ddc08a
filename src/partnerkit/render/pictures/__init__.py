"""Pictures as plain data: what is to be drawn where, in units of the drawing, and the same as a table.

One module a picture. None writes a format: the HTML templates make tables and SVG of this, the Markdown writer makes
tables and Mermaid. Every text is cut here to what a drawing can hold; the whole of it stands in the table.
"""
