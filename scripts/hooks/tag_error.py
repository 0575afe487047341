"""What is raised where a tag cannot be filled."""


class TagError(Exception):
    """A tag cannot be filled. The message is one sentence with the cure; `line` is the tag's (0 = not known)."""

    line = 0
