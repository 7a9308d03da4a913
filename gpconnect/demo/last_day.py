"""The day on which the story stands still: a half-day in progress at ten to ten."""

from gpconnect.demo.story import Story


def live(story: Story) -> None:
    """Tell the last morning."""
    story.devices.settle()
