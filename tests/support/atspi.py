#!/usr/bin/python3
"""Reads the window as a screen reader does: AT-SPI over D-Bus, without any cache of its own.

Prints {"ready": true}, then answers each JSON line with one:
{"do": "tree"} -> {"nodes": [{"depth", "role", "name", "text", "states", "box"}, ...]} of every application on the bus.
What goes wrong comes back as {"error": "..."}.
"""
import json
import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
STATES = {1: "active", 4: "checked", 7: "editable", 8: "enabled", 11: "focusable", 12: "focused", 20: "pressed", 23: "selected", 25: "showing", 30: "visible"}
# The web view says its roles by number alone; these are the ones that the journeys speak of.
ROLES = {7: "check box", 11: "combo box", 16: "dialog", 31: "list", 32: "list item", 40: "password text", 43: "button", 44: "radio button", 62: "toggle button", 79: "entry", 83: "heading", 88: "link", 95: "document", 101: "alert"}

session = Gio.bus_get_sync(Gio.BusType.SESSION)
address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, 20000, None).unpack()[0]
bus = Gio.DBusConnection.new_for_address_sync(
    address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None
)


def ask(node, interface, method, arguments=None):
    return bus.call_sync(node[0], node[1], interface, method, arguments, None, 0, 5000, None).unpack()


def read(node, name):
    return ask(node, "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (ACCESSIBLE, name)))[0]


def role_of(node):
    number = ask(node, ACCESSIBLE, "GetRole")[0]
    return ROLES.get(number) or ask(node, ACCESSIBLE, "GetRoleName")[0] or str(number)


def states_of(node):
    low, high = ask(node, ACCESSIBLE, "GetState")[0]
    bits = low | high << 32
    return [word for bit, word in STATES.items() if bits >> bit & 1]


def text_of(node):
    text = ask(node, "org.a11y.atspi.Text", "GetText", GLib.Variant("(ii)", (0, -1)))[0]
    # What stands inside is marked by one sign each.
    return text.replace("\ufffc", "").strip()


def box_of(node):
    return ask(node, "org.a11y.atspi.Component", "GetExtents", GLib.Variant("(u)", (0,)))[0]


def children_of(node):
    children = ask(node, ACCESSIBLE, "GetChildren")[0]
    if children:
        return children
    # GTK's end of a web view owns up to its page only when asked for one child.
    return [ask(node, ACCESSIBLE, "GetChildAtIndex", GLib.Variant("(i)", (at,)))[0] for at in range(read(node, "ChildCount"))]


def walk(node, depth=0):
    try:
        interfaces = ask(node, ACCESSIBLE, "GetInterfaces")[0]
        seen = {
            "depth": depth,
            "role": role_of(node),
            "name": read(node, "Name"),
            "states": states_of(node),
            "text": text_of(node) if "org.a11y.atspi.Text" in interfaces else "",
            "box": box_of(node) if "org.a11y.atspi.Component" in interfaces else None,
        }
        children = children_of(node)
    except GLib.Error:
        # Gone since its parent named it: the page has moved on.
        return
    yield seen
    for child in children:
        yield from walk(child, depth + 1)


def answer(request):
    if request["do"] == "tree":
        return {"nodes": list(walk(("org.a11y.atspi.Registry", ROOT)))}
    return {"error": f"no such request: {request['do']}"}


print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    try:
        reply = answer(json.loads(line))
    except GLib.Error as error:
        reply = {"error": error.message}
    print(json.dumps(reply), flush=True)
