#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a case in through the accessibility interface alone: no key and no mouse, as somebody works who hears the
window instead of seeing it. Started by `run`, which gives it a display and a bus of its own.

Usage: take_in.py BIN-FOLDER RESOURCES
"""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import pyatspi
from gi.repository import Atspi

# A busy machine answers late; by itself the interface waits for eight tenths of a second.
Atspi.set_timeout(20_000, 20_000)

CLOCK = "2018-11-19T09:00:00+08:00"
PATIENCE = 60.0
LOOK = 0.05

ITEM = "yyxyc"  # the initials of an item with one review and one approval
APPLICANT = {
    "Identity number": "430400198503120011",
    "Name": "测试甲",
    "Phone": "13900000000",
}
# Whatever else the item's form asks: a good value by what its field is called.
VALUES = [
    (r".*date.*|.*Date.*|First .*|Last .*", "2018-12-20"),
    (r".*[Nn]umber of .*|.*[Cc]ount.*|.*[Cc]apacity.*|.*performances.*|.*[Aa]udience.*", "3"),
    (r".*", "测试"),
]


class Failed(Exception):
    """What did not happen, in words."""


def walk(node):
    """Every accessible below `node`, in reading order, children that vanish meanwhile left out."""
    try:
        count = node.childCount
    except Exception:
        return
    for index in range(count):
        try:
            child = node.getChildAtIndex(index)
        except Exception:
            continue
        if child is None:
            continue
        yield child
        yield from walk(child)


def showing(node):
    try:
        return node.getState().contains(pyatspi.STATE_SHOWING)
    except Exception:
        return False


def wait(what, found):
    """Looks until `found` answers something; says `what` did not come otherwise."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        answer = found()
        if answer:
            return answer
        time.sleep(LOOK)
    raise Failed(what)


class Window:
    """The one window of the program, as the accessibility bus tells it."""

    def __init__(self, process):
        self.process = process
        self.root = wait("the program is not on the accessibility bus", self._root)

    def _root(self):
        if self.process.poll() is not None:
            raise Failed("the program ended with %s" % self.process.returncode)
        try:
            for application in pyatspi.Registry.getDesktop(0):
                if application and application.get_process_id() == self.process.pid:
                    return application
        except Exception:
            pass
        return None

    def find(self, role, name):
        # Asked for anew each time: what the bus knew of a program may have been dropped while the program was busy.
        self.root = self._root() or self.root
        for node in walk(self.root):
            try:
                if node.getRole() == role and showing(node) and re.fullmatch(name, node.name or ""):
                    return node
            except Exception:
                continue
        return None

    def need(self, role, name):
        return wait("nothing showing with role %s is called “%s”" % (role, name), lambda: self.find(role, name))

    def press(self, name):
        button = wait(
            "no button is called “%s”" % name,
            lambda: self.find(pyatspi.ROLE_PUSH_BUTTON, name) or self.find(pyatspi.ROLE_CHECK_BOX, name))
        action = button.queryAction()
        if action.nActions == 0:
            raise Failed("“%s” can't be pressed" % name)
        action.doAction(0)

    def write(self, name, value):
        field = wait("no field is called “%s”" % name,
            lambda: self.find(pyatspi.ROLE_TEXT, name) or self.find(pyatspi.ROLE_PASSWORD_TEXT, name))
        if not field.queryEditableText().setTextContents(value):
            raise Failed("“%s” does not let itself be written into" % name)
        return field

    def texts(self):
        return [node.name for node in walk(self.root) if showing(node) and node.name]


class Hall:
    """A centre of its own on SQLite, with the sample catalogue and the demonstration's people."""

    def __init__(self, binaries, resources, folder):
        self.central = os.path.join(binaries, "yichuang-central")
        self.file = os.path.join(folder, "centre.sqlite")
        where = ["--database", "sqlite:" + self.file, "--clock", CLOCK]
        for command in (
                ["init"],
                ["import", "calendar", os.path.join(resources, "calendars/calendar-cn.csv")],
                ["import", "items", os.path.join(resources, "items/hengyang-sample.json")],
                ["import", "staff", os.path.join(resources, "demo/staff.json")]):
            subprocess.run([self.central] + command + where, check=True, capture_output=True)
        code = subprocess.run(
            [self.central, "enrol-code", "w3"] + where, check=True, capture_output=True, text=True).stdout
        self.code = code.splitlines()[0].strip()
        self.process = subprocess.Popen(
            [self.central, "serve", "--listen", "127.0.0.1:0"] + where, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        self.url = re.search(r"http://127\.0\.0\.1:\d+", line).group(0)

    def cases(self):
        """Case numbers that the centre knows, with their stage."""
        with sqlite3.connect("file:%s?mode=ro" % self.file, uri=True) as database:
            return database.execute("SELECT case_no, stage FROM stream WHERE case_no IS NOT NULL").fetchall()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)


def everything_has_a_name(window):
    """What can take the focus says what it is."""
    silent = []
    for node in walk(window.root):
        try:
            if showing(node) and node.getState().contains(pyatspi.STATE_FOCUSABLE) and not node.name:
                if node.getRole() not in (pyatspi.ROLE_TABLE_CELL, pyatspi.ROLE_LIST_ITEM, pyatspi.ROLE_FILLER):
                    silent.append(node.getRoleName())
        except Exception:
            continue
    if silent:
        raise Failed("without a name: " + ", ".join(silent))


def labels_in_order(window, wanted):
    """The fields are met in the order in which they are read and filled in."""
    order = [node.name for node in walk(window.root)
             if showing(node) and node.getRole() == pyatspi.ROLE_TEXT and node.name in wanted]
    if order != wanted:
        raise Failed("read in the order %s instead of %s" % (order, wanted))


def form_fields(window):
    """The texts of the item's form that can be written into, the applicant's left out."""
    fields = []
    for node in walk(window.root):
        try:
            if (showing(node) and node.getRole() == pyatspi.ROLE_TEXT
                    and node.getState().contains(pyatspi.STATE_EDITABLE)
                    and node.name not in APPLICANT and node.name not in ("Search everywhere", "Postal address")):
                fields.append(node)
        except Exception:
            continue
    return fields


def fill_the_form(window):
    for field in form_fields(window):
        value = next(value for pattern, value in VALUES if re.fullmatch(pattern, field.name))
        if not field.queryEditableText().setTextContents(value):
            raise Failed("“%s” does not let itself be written into" % field.name)


def check_the_materials(window):
    """One after the other by the button that decides; each row says what became of it."""
    materials = window.need(pyatspi.ROLE_LIST, "Materials")
    if "Space: here" not in materials.description:
        raise Failed("the list of materials does not say how a row is decided")
    for row in range(materials.childCount):
        window.press("Space here")
        wait("material %d was not noted as here" % (row + 1),
            lambda: materials.getChildAtIndex(row).name.endswith(": here"))


def take_in(window, hall):
    window.press("Enrol  Enter")
    window.write("Name or staff number", "liufei")
    window.write("Password", "yichuang-1")
    window.press("Sign in  Enter")
    window.press("Intake, key F2")
    line = window.write("What is to be done\\?", ITEM)
    wait("the line does not say what was found", lambda: "Approval of a commercial performance" in line.description)
    everything_has_a_name(window)
    window.press("Begin intake, key Enter")

    number = window.write("Identity number", "430400198503120012")
    window.write("Name", APPLICANT["Name"])
    window.press("Accept and print, key F9")
    wait("nobody is told that the identity number is wrong", lambda: "check" in number.description.lower())
    for name, value in APPLICANT.items():
        window.write(name, value)
    labels_in_order(window, list(APPLICANT))
    fill_the_form(window)
    check_the_materials(window)
    everything_has_a_name(window)
    button = wait("acceptance is not possible", lambda: ready(window, "Accept and print, key F9"))
    button.queryAction().doAction(0)

    accepted = wait("the centre does not know the case", hall.cases)
    if len(accepted) != 1:
        raise Failed("the centre knows %s" % accepted)
    window.need(pyatspi.ROLE_PUSH_BUTTON, "Print and call the next, key Enter")
    print("taken in through the accessibility interface: case %s, %s" % accepted[0])


def ready(window, name):
    """The button, once its description no longer says why not."""
    button = window.find(pyatspi.ROLE_PUSH_BUTTON, name)
    return button if button and not button.description else None


def main():
    binaries, resources = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        hall = Hall(binaries, resources, folder)
        program = subprocess.Popen([
            os.path.join(binaries, "yichuang"), "--lang", "en", "--profile", os.path.join(folder, "profile"),
            "--centre", hall.url, "--enrol-code", hall.code, "--clock", CLOCK])
        try:
            window = Window(program)
            try:
                take_in(window, hall)
            except Failed:
                print("what the window says:", *window.texts(), sep="\n  ", file=sys.stderr)
                raise
        finally:
            program.terminate()
            program.wait(30)
            hall.stop()


if __name__ == "__main__":
    try:
        main()
    except Failed as failed:
        print("take_in:", failed, file=sys.stderr)
        sys.exit(1)
