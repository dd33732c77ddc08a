"""Pages to text: one module a format. The only user of jinja2 and markdown-it; the only place that escapes."""
