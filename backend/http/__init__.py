"""HTTP around the features: access, request bodies, headers, the web app, the access log."""
