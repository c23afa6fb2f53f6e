import ICAL from 'ical.js'
import {type Deadline, type DossierComposition, exampleSign} from '../../compose/index.ts'
import {toText} from '../../tree/index.ts'

// ical.js does not count the space that a continued line begins with; 75 octets are allowed with it.
ICAL.foldLength = 74

/** `deadlines.<language>.ics`: a calendar (RFC 5545) for each language. */
export async function renderCalendars(
  compositions: readonly DossierComposition[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map(
    compositions.map((composition) => [
      `deadlines.${composition.language.code}.ics`,
      new TextEncoder().encode(`${calendar(composition).toString()}\r\n`),
    ]),
  )
}

function calendar(composition: DossierComposition): ICAL.Component {
  const component = new ICAL.Component('vcalendar')
  component.addPropertyWithValue('version', '2.0')
  component.addPropertyWithValue('prodid', '-//cites-docs//deadlines//EN')
  component.addPropertyWithValue('calscale', 'GREGORIAN')
  component.addPropertyWithValue('method', 'PUBLISH')
  for (const deadline of composition.deadlines) component.addSubcomponent(event(deadline, composition))
  return component
}

/** A whole day or several: the last one is the day before DTEND. */
function event(deadline: Deadline, {asOf, language, words}: DossierComposition): ICAL.Component {
  const component = new ICAL.Component('vevent')
  const add = (name: string, value: string | ICAL.Time): ICAL.Property =>
    component.addPropertyWithValue(name, value)
  const end = ICAL.Time.fromDateString(deadline.ends)
  end.adjust(1, 0, 0, 0)
  add('uid', `${deadline.id}@cites-docs`)
  // When the facts were known, and never the clock: the same facts give the same bytes.
  add('dtstamp', ICAL.Time.fromDateTimeString(`${asOf}T00:00:00Z`))
  add('dtstart', ICAL.Time.fromDateString(deadline.starts))
  add('dtend', end)
  const summary = toText(deadline.words.name)
  const notes = [
    ...(deadline.isExample ? [toText(words.notConfirmed)] : []),
    ...(summary.includes(exampleSign) ? [toText(words.signMeaning)] : []),
  ]
  add('summary', summary).setParameter('language', language.code)
  if (notes.length > 0) add('description', notes.join(' ')).setParameter('language', language.code)
  add('transp', 'TRANSPARENT')
  return component
}
