"""Office pages about services and referrals, and the one page of whoever receives them."""
