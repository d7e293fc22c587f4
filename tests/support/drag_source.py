#!/usr/bin/python3
"""A window that offers files for a real drag and drop: drag_source.py FILE...

Prints one JSON line per event: {"ready": [x, y]} with the middle of the window on the screen, {"began": true},
{"action": "copy" | "none"} whenever the target changes its mind, {"ended": true | false} (dropped or refused).
"""
import json
import pathlib
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402


def say(**event):
    print(json.dumps(event), flush=True)


class Source(Gtk.Window):
    def __init__(self, paths):
        super().__init__(title="drag-source")
        self.uris = [pathlib.Path(path).resolve().as_uri() for path in paths]
        self.dropped = True
        self.middle = None
        self.set_default_size(120, 80)
        self.set_keep_above(True)
        self.move(0, 0)
        box = Gtk.EventBox()
        box.add(Gtk.Label(label="drag me"))
        self.add(box)
        box.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
        box.drag_source_add_uri_targets()
        box.connect("drag-begin", self.begin)
        box.connect("drag-data-get", lambda _box, _context, data, _info, _time: data.set_uris(self.uris))
        box.connect("drag-failed", self.failed)
        box.connect("drag-end", self.end)
        box.connect("map-event", lambda *_: self.place(box))
        self.connect("configure-event", lambda *_: self.place(box))
        self.connect("destroy", Gtk.main_quit)

    def place(self, box):
        if not box.get_mapped():
            return
        _, x, y = box.get_window().get_origin()
        middle = (x + box.get_allocated_width() // 2, y + box.get_allocated_height() // 2)
        if middle != self.middle:
            self.middle = middle
            say(ready=middle)

    def begin(self, _box, context):
        context.connect("action-changed", lambda _context, action: say(action="copy" if action & Gdk.DragAction.COPY else "none"))
        say(began=True)

    def failed(self, *_):
        self.dropped = False
        return True

    def end(self, *_):
        say(ended=self.dropped)
        GLib.idle_add(Gtk.main_quit)


Source(sys.argv[1:]).show_all()
Gtk.main()
