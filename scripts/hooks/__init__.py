"""What Markdown cannot say: contacts from data, page parts, notices, alternates, 404 pages. One job a module."""
