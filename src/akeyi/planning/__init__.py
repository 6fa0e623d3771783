"""What has to be there before people land, and what a day would be like with the staff there is."""
