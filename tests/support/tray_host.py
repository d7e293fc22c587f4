#!/usr/bin/python3
"""A desktop's tray: owns org.kde.StatusNotifierWatcher, and reads and presses menus as a panel would, over D-Bus.

Prints {"ready": true} once the name is owned, then answers each JSON line with one:
{"do": "menu"} -> {"menu": [{"id", "label", "enabled", "ticked"}, ...] | null}, null while no icon has registered;
{"do": "press", "id": 3} -> {"done": true};
{"do": "leave"} -> {"done": true}, after which the desktop has no tray.
What goes wrong comes back as {"error": "..."}.
"""
import json
import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

WATCHER = "org.kde.StatusNotifierWatcher"
INTERFACE = f"""<node><interface name="{WATCHER}">
<method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
<method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
<property name="RegisteredStatusNotifierItems" type="as" access="read"/>
<property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
<property name="ProtocolVersion" type="i" access="read"/>
<signal name="StatusNotifierItemRegistered"><arg type="s"/></signal>
<signal name="StatusNotifierHostRegistered"/></interface></node>"""

bus = Gio.bus_get_sync(Gio.BusType.SESSION)
icons = []


def called(_bus, sender, _path, _interface, method, arguments, invocation):
    if method == "RegisterStatusNotifierItem":
        name = arguments.unpack()[0]
        icons.append((sender, name) if name.startswith("/") else (name, "/StatusNotifierItem"))
    invocation.return_value(None)


def read(_bus, _sender, _path, _interface, name):
    return {
        "RegisteredStatusNotifierItems": GLib.Variant("as", [sender + path for sender, path in icons]),
        "IsStatusNotifierHostRegistered": GLib.Variant("b", True),
        "ProtocolVersion": GLib.Variant("i", 0),
    }[name]


def ask(name, path, interface, method, arguments):
    return bus.call_sync(name, path, interface, method, arguments, None, 0, 5000, None).unpack()


def menu_of(icon):
    name, path = icon
    where = ask(name, path, "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", ("org.kde.StatusNotifierItem", "Menu")))
    return name, where[0]


def lines(node):
    _, _, children = node
    for ident, properties, below in children:
        yield {
            "id": ident,
            "label": properties.get("label", ""),
            "enabled": properties.get("enabled", True),
            "separator": properties.get("type") == "separator",
            "ticked": properties.get("toggle-state") == 1,
        }
        yield from lines((ident, properties, below))


def living():
    """Icons whose owner is still on the bus, newest last."""
    return [icon for icon in icons if ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner", GLib.Variant("(s)", (icon[0],)))[0]]


def answer(request):
    if request["do"] == "leave":
        Gio.bus_unown_name(owned)
        return {"done": True}
    alive = living()
    if not alive:
        return {"menu": None}
    name, where = menu_of(alive[-1])
    if request["do"] == "press":
        event = GLib.Variant("(isvu)", (request["id"], "clicked", GLib.Variant("i", 0), 0))
        ask(name, where, "com.canonical.dbusmenu", "Event", event)
        return {"done": True}
    ask(name, where, "com.canonical.dbusmenu", "AboutToShow", GLib.Variant("(i)", (0,)))
    _, root = ask(name, where, "com.canonical.dbusmenu", "GetLayout", GLib.Variant("(iias)", (0, -1, [])))
    return {"menu": list(lines(root))}


def heard(channel, _condition):
    line = sys.stdin.readline()
    if not line:
        loop.quit()
        return False
    try:
        reply = answer(json.loads(line))
    except GLib.Error as error:
        reply = {"error": error.message}
    print(json.dumps(reply), flush=True)
    return True


bus.register_object("/StatusNotifierWatcher", Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0], called, read, None)
owned = Gio.bus_own_name_on_connection(bus, WATCHER, 0, lambda *_: print(json.dumps({"ready": True}), flush=True), None)
GLib.io_add_watch(GLib.IOChannel.unix_new(0), GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, heard)
loop = GLib.MainLoop()
loop.run()
