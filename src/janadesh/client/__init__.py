"""
A Python client of a desk's interface: tables as Polars frames, all else as typed objects.

    from janadesh.client import Client

    desk = Client("http://127.0.0.1:8731")
    desk.results("in-jk-2024", as_of="2024-10-08T14:05")
"""

from janadesh.client.client import Client as Client
from janadesh.client.errors import AnswerRefused as AnswerRefused
from janadesh.client.errors import DeskUnreachable as DeskUnreachable

__all__ = ["AnswerRefused", "Client", "DeskUnreachable"]
