"""The demo day: 19 September 2021 as it was published, with people who are all invented."""
