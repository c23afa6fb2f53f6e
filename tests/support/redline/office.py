"""Accepts or rejects every revision of Word files in LibreOffice and says what is then left.

python3 office.py JOBS  where JOBS is a JSON file: {"pipe": ..., "jobs": [{"path": ..., "action": "accept" | "reject" | "none"}]}.
Writes JSON, one result for each job: {"revisions": number, "lines": [...], "notes": [...], "left": number}; fields are updated first.

LibreOffice (7.4) updates no field that repeats the mark of a note (NOTEREF): it keeps the words that the file has, in every
document. Where something is accepted or rejected we count these fields ourselves: it is asked to which note the bookmark of
the field leads, and the number that it gives this note is put in the place of the words.
"""
import json
import os
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

COMMANDS = {'accept': '.uno:AcceptAllTrackedChanges', 'reject': '.uno:RejectAllTrackedChanges'}


def connected(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
    for _ in range(600):
        try:
            return resolver.resolve(f'uno:pipe,name={pipe};urp;StarOffice.ComponentContext')
        except Exception:
            time.sleep(0.1)
    raise SystemExit('soffice does not answer')


class Marks:
    """The numbers of the notes to which fields lead."""

    CODE = 'vnd.oasis.opendocument.field.code'

    def __init__(self, document):
        notes = document.Footnotes
        self.bookmarks = document.Bookmarks
        self.numbers = {notes.getByIndex(at).ReferenceId: at + 1 for at in range(notes.Count)}

    def bookmark_of(self, field):
        """The bookmark of a field that repeats the mark of a note; None for any other field."""
        parameters = field.Parameters
        code = parameters.getByName(self.CODE).split() if parameters.hasByName(self.CODE) else []
        return code[1] if code[:1] == ['NOTEREF'] else None

    def number(self, name):
        """The number of the one note in a bookmark."""
        if not self.bookmarks.hasByName(name):
            return f'[no bookmark {name}]'
        portions = [portion for paragraph in self.bookmarks.getByName(name).Anchor for portion in paragraph]
        found = [one.Footnote.ReferenceId for one in portions if one.TextPortionType == 'Footnote']
        return str(self.numbers[found[0]]) if len(found) == 1 else f'[{len(found)} notes]'


def words_of(paragraph, marks):
    pieces = []
    repeated = None
    for portion in paragraph:
        kind = portion.TextPortionType
        if kind == 'TextFieldStart' and marks:
            repeated = marks.bookmark_of(portion.Bookmark)
        elif kind == 'TextFieldEnd':
            repeated = None
        elif kind == 'Footnote':
            pieces.append('[note]')
        elif kind in ('Text', 'TextField'):
            # What is left of a field that went has no words, and gets none.
            pieces.append(marks.number(repeated) if repeated and portion.String else portion.String)
        elif kind == 'Frame' or kind == 'TextContent':
            pieces.append('[picture]')
    return ''.join(pieces)


def lines_of(text, marks):
    lines = []
    for block in text:
        if block.supportsService('com.sun.star.text.TextTable'):
            lines.append('[table]')
            for name in block.CellNames:
                lines.append('[cell]')
                lines += lines_of(block.getCellByName(name), marks)
            lines.append('[/table]')
        else:
            lines.append(f'{block.ListLabelString}\t{words_of(block, marks)}')
    return lines


def run(desktop, dispatcher, job):
    hidden = PropertyValue()
    hidden.Name, hidden.Value = 'Hidden', True
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(job['path']), '_blank', 0, (hidden,))
    try:
        revisions = sum(1 for _ in document.Redlines)
        command = COMMANDS.get(job['action'])
        if command:
            dispatcher.executeDispatch(document.CurrentController.Frame, command, '', 0, ())
        document.TextFields.refresh()
        document.refresh()
        notes = document.Footnotes
        marks = Marks(document) if command else None
        return {
            'revisions': revisions,
            'left': sum(1 for _ in document.Redlines),
            'lines': lines_of(document.Text, marks),
            'notes': ['\n'.join(lines_of(notes.getByIndex(at), marks)) for at in range(notes.Count)],
        }
    finally:
        document.close(True)


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        asked = json.load(file)
    context = connected(asked['pipe'])
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
    dispatcher = manager.createInstanceWithContext('com.sun.star.frame.DispatchHelper', context)
    results = [run(desktop, dispatcher, job) for job in asked['jobs']]
    json.dump(results, sys.stdout, ensure_ascii=False)
    sys.stdout.flush()
    try:
        desktop.terminate()
    except Exception:
        pass
    # Its interface may fall when the office is gone and this process ends as usual.
    os._exit(0)


main()
