"""Accepts or rejects every revision of Word files in LibreOffice and says what is then left.

python3 office.py JOBS  where JOBS is a JSON file: {"pipe": ..., "jobs": [{"path": ..., "action": "accept" | "reject" | "none"}]}.
Writes JSON, one result for each job: {"revisions": number, "lines": [...], "notes": [...], "left": number}; fields are updated first.
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


def words_of(paragraph):
    pieces = []
    for portion in paragraph:
        kind = portion.TextPortionType
        if kind == 'Footnote':
            pieces.append('[note]')
        elif kind in ('Text', 'TextField'):
            pieces.append(portion.String)
        elif kind == 'Frame' or kind == 'TextContent':
            pieces.append('[picture]')
    return ''.join(pieces)


def lines_of(text):
    lines = []
    for block in text:
        if block.supportsService('com.sun.star.text.TextTable'):
            lines.append('[table]')
            for name in block.CellNames:
                lines.append('[cell]')
                lines += lines_of(block.getCellByName(name))
            lines.append('[/table]')
        else:
            lines.append(f'{block.ListLabelString}\t{words_of(block)}')
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
        return {
            'revisions': revisions,
            'left': sum(1 for _ in document.Redlines),
            'lines': lines_of(document.Text),
            'notes': ['\n'.join(lines_of(notes.getByIndex(at))) for at in range(notes.Count)],
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
