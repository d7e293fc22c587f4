#!/usr/bin/python3
"""A desktop's tray: owns org.kde.StatusNotifierWatcher, and reads and presses menus as a panel would, over D-Bus.

Prints {"ready": true} once the name is owned, then answers each JSON line with one:
{"do": "menu"} -> {"menu": [{"id", "label", "enabled", "ticked"}, ...] | null}, null while no icon has registered;
{"do": "press", "id": 3} -> {"done": true};
{"do": "show", "dark": true} -> {"done": true}, after which a bar with the icon and its menu are drawn, by GTK as panels have them;
{"do": "hide"} -> {"done": true}, after which they are not;
{"do": "leave"} -> {"done": true}, after which the desktop has no tray.
What goes wrong comes back as {"error": "..."}.
"""
import json
import sys

import gi

gi.require_version("GdkPixbuf", "2.0")
gi.require_version("Gio", "2.0")
gi.require_version("Gtk", "3.0")
from gi.repository import GdkPixbuf, Gio, GLib, Gtk  # noqa: E402

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
drawn = []
BAR = 32


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


def picture_of(icon):
    """The icon: a file that is named, which is how libayatana-appindicator hands it over, or pixels of ARGB32 in network order."""
    name, path = icon
    properties = ask(name, path, "org.freedesktop.DBus.Properties", "GetAll", GLib.Variant("(s)", ("org.kde.StatusNotifierItem",)))[0]
    named, folder = properties.get("IconName", ""), properties.get("IconThemePath", "")
    for file in (named, f"{folder}/{named}.png"):
        if file.startswith("/") and GLib.file_test(file, GLib.FileTest.IS_REGULAR):
            return GdkPixbuf.Pixbuf.new_from_file_at_scale(file, 22, 22, True)
    width, height, pixels = properties["IconPixmap"][-1]
    turned = b"".join(bytes((pixel[1], pixel[2], pixel[3], pixel[0])) for pixel in zip(*[iter(pixels)] * 4))
    whole = GdkPixbuf.Pixbuf.new_from_bytes(GLib.Bytes(turned), GdkPixbuf.Colorspace.RGB, True, 8, width, height, width * 4)
    return whole.scale_simple(22, 22, GdkPixbuf.InterpType.BILINEAR)


def show(icon, rows, dark):
    hide()
    Gtk.Settings.get_default().props.gtk_application_prefer_dark_theme = dark
    width = Gtk.Window().get_screen().get_width()
    bar = Gtk.Window(type=Gtk.WindowType.POPUP)
    bar.set_default_size(width, BAR)
    image = Gtk.Image.new_from_pixbuf(picture_of(icon))
    image.set_halign(Gtk.Align.END)
    image.set_margin_end(16)
    bar.add(image)
    menu = Gtk.Menu()
    for row in rows:
        item = Gtk.SeparatorMenuItem() if row["separator"] else Gtk.CheckMenuItem() if row["ticked"] else Gtk.MenuItem()
        if not row["separator"]:
            item.set_label(row["label"])
            item.set_use_underline(True)
            item.set_sensitive(row["enabled"])
        if row["ticked"]:
            item.set_active(True)
        menu.append(item)
    bar.show_all()
    bar.move(0, 0)
    menu.show_all()
    menu.popup(None, None, lambda *_: (width - menu.get_preferred_width()[1] - 8, BAR, False), None, 0, Gtk.get_current_event_time())
    drawn.extend([menu, bar])
    while Gtk.events_pending():
        Gtk.main_iteration()


def hide():
    for widget in drawn:
        widget.destroy()
    drawn.clear()
    while Gtk.events_pending():
        Gtk.main_iteration()


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
    if request["do"] == "hide":
        hide()
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
    rows = list(lines(root))
    if request["do"] == "show":
        show(alive[-1], rows, request["dark"])
        return {"done": True}
    return {"menu": rows}


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
