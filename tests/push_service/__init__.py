"""A strict push service on this machine: for senders, for browsers, and for browsers made up."""
