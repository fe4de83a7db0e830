"""Tagged PDF (PDF/UA-1, ISO 14289-1) on top of reportlab, which writes none by itself.

``structure``  the tree of elements that a screen reader walks
``canvas``     a reportlab canvas on which every mark belongs to an element or is an artifact
``typeface``   fonts whose characters can be read back out of the file
``runs``       text broken into lines, without markup
``words``      the flowable that draws text: headings, paragraphs, list items, links
``figures``    pictures and drawings with their alternative text
``tables``     data tables with headers
``document``   the whole: metadata, pages, furniture

An element is made when the story is written, in reading order, and each flowable carries its element; so a
paragraph or a row that is cut over two pages stays one element, whatever the layout does with it.
"""
