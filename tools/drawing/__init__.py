"""The drawing kit: every picture of the product, drawn from joints, props and one palette.

Run ``python -m tools.drawing`` to write the SVG files and their alt texts again.
"""
