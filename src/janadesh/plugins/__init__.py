"""Plug-ins: packages of others that bring readers, kinds of claims and exporters of their own."""
