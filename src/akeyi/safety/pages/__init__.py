"""Office pages about a hall that stays safe."""
