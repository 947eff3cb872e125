"""Looks for what is wrong with a server: settings, keys, database, disk, mail server, pushes."""
