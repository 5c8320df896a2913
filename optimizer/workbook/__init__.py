"""The only room that knows Excel: labels, template, reading, byte-exact writing."""
