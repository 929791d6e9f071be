import { recordTime } from '../record/as-of/standing-at.ts'
import type { Id } from '../record/id.ts'
import type { DossierGone, DossierView, PublicRecord } from '../record/public-record.ts'
import { type DayNumber, dayNumber, edtfOfDay, knownDate } from '../text/calendar-day.ts'
import type { ShownMoment } from '../view/dossier/moment-html.ts'

/** What a page of a dossier is asked, as it came in the address. */
export type AskedMoment = {
  /** A day; null where none, or none that is a day, was asked for. */
  readonly on: DayNumber | null
  /** UTC with milliseconds, see `recordTime`; and as it was written. */
  readonly at: { readonly time: string; readonly written: string } | null
  readonly isBad: boolean
}

/** Reads a day of the calendar: `2022-04-15`; null where it is none. */
function dayOf(written: string): DayNumber | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(written)) return null
  const date = knownDate(written)
  if (date === null || date.month === null || date.day === null) return null
  return dayNumber(date.year, date.month, date.day)
}

/** Reads the day and the record time that an address asks about; an empty field asks nothing. */
export function askedMoment({
  on,
  asOf,
}: {
  readonly on: string | undefined
  readonly asOf: string | undefined
}): AskedMoment {
  const [day, time] = [on ? dayOf(on) : null, asOf ? recordTime(asOf) : null]
  return {
    on: day,
    at: asOf !== undefined && time !== null ? { time, written: asOf } : null,
    isBad: (Boolean(on) && day === null) || (Boolean(asOf) && time === null),
  }
}

/** A public dossier at the moment that was asked about, and what to say of that moment. */
export type AnsweredMoment = { readonly view: DossierView | DossierGone; readonly moment: ShownMoment }

function tells(asked: AskedMoment, view: DossierView, today: DayNumber): ShownMoment['tells'] {
  if (asked.at !== null) return 'asOf'
  if (asked.on === null || asked.on === today) return 'now'
  return view.today > today ? 'ahead' : 'on'
}

/**
 * A dossier at a moment. One that the record did not have in public by then is shown by what is known now, on that day,
 * and the page says so: else nobody could ask where an old matter stood before it was written down.
 *
 * @returns null where no such dossier is public now, whatever it was then
 */
export async function dossierAtMoment(
  publicRecord: PublicRecord,
  id: Id,
  asked: AskedMoment,
): Promise<AnsweredMoment | null> {
  const now = await publicRecord.dossier(id, { at: null, on: null })
  if (now === null) return null
  const written = { on: asked.on === null ? null : edtfOfDay(asked.on), asOf: asked.at?.written ?? null }
  const moment = (told: ShownMoment['tells']): ShownMoment => ({ ...written, tells: told, isBad: asked.isBad })
  if (!('dossier' in now)) return { view: now, moment: moment('now') }
  const then = await publicRecord.dossier(id, { at: asked.at?.time ?? null, on: asked.on })
  if (then !== null) {
    const told = 'dossier' in then ? tells(asked, then, now.today) : 'asOf'
    return { view: then, moment: moment(told) }
  }
  const on = asked.on ?? dayOf(asked.at?.time.slice(0, 10) ?? '')
  const known = await publicRecord.dossier(id, { at: null, on })
  return known === null ? null : { view: known, moment: moment('before') }
}
