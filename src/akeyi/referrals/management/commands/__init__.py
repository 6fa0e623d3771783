"""Commands about services and referrals."""
