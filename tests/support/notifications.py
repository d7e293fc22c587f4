#!/usr/bin/python3
"""A desktop that shows notifications: owns org.freedesktop.Notifications, over D-Bus.

Prints {"ready": true} once the name is owned, then answers each JSON line with one:
{"do": "list"} -> {"shown": [{"id", "title", "body", "actions", "icon", "entry", "closed"}, ...]}, all that ever came, oldest first;
{"do": "press", "id": 3, "action": "open"} -> {"done": true}, after which the notification is closed, as desktops do.
"""
import json
import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
INTERFACE = f"""<node><interface name="{SERVICE}">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal></interface></node>"""
DISMISSED, BY_CALL = 2, 3

bus = Gio.bus_get_sync(Gio.BusType.SESSION)
shown = []


def tell(signal, kind, *values):
    bus.emit_signal(None, PATH, SERVICE, signal, GLib.Variant(kind, values))


def close(number, why):
    shown[number - 1]["closed"] = True
    tell("NotificationClosed", "(uu)", number, why)


def called(_bus, _sender, _path, _interface, method, arguments, invocation):
    if method == "CloseNotification":
        close(arguments.unpack()[0], BY_CALL)
        invocation.return_value(None)
        return
    _app, _replaces, icon, title, body, actions, hints, _expires = arguments.unpack()
    number = len(shown) + 1
    shown.append({"id": number, "title": title, "body": body, "actions": actions, "icon": icon, "entry": hints.get("desktop-entry"), "closed": False})
    invocation.return_value(GLib.Variant("(u)", (number,)))


def answer(request):
    if request["do"] == "list":
        return {"shown": shown}
    tell("ActionInvoked", "(us)", request["id"], request["action"])
    close(request["id"], DISMISSED)
    return {"done": True}


def heard(_channel, _condition):
    line = sys.stdin.readline()
    if not line:
        loop.quit()
        return False
    print(json.dumps(answer(json.loads(line))), flush=True)
    return True


bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0], called, None, None)
Gio.bus_own_name_on_connection(bus, SERVICE, 0, lambda *_: print(json.dumps({"ready": True}), flush=True), None)
GLib.io_add_watch(GLib.IOChannel.unix_new(0), GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, heard)
loop = GLib.MainLoop()
loop.run()
