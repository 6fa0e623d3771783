"""What every test can ask for, in rooms and journeys alike."""

pytest_plugins = ["akeyi.testing.tables"]
