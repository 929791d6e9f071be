/** The commands about dossiers: `show`, `publish` and `unpublish`. */
import { parseArgs } from 'node:util'
import { type Command, type CommandParts, DONE, plainWords, WrongUse } from './command.ts'
import { noDossier, withStore } from './dossier-store.ts'
import { recordTime } from './record/as-of/standing-at.ts'
import { AT_THE_MACHINE } from './record/decisions.ts'
import { ExpectedError } from './record/expected-error.ts'
import { dayNumber, knownDate } from './text/calendar-day.ts'
import { dossierText, goneLines } from './view/dossier-text.ts'

type Printing = Pick<CommandParts, 'settings' | 'out'>

async function listDossiers({ settings, out }: Printing): Promise<void> {
  await withStore(settings, async ({ dossiers }) => {
    const list = await dossiers.list()
    if (list.length === 0) await out('there are no dossiers yet; "npx onrecord add DOSSIER.json" adds one')
    for (const { id, title, isPublished } of list) await out(`${id}: ${title}${isPublished ? '' : ' (not published)'}`)
  })
}

/** The day that a person typed; null where there is no such day. */
function typedDay(day: string): number | null {
  const date = knownDate(day)
  return date?.month == null || date.day === null ? null : dayNumber(date.year, date.month, date.day)
}

/** Prints where a dossier stands. @param asOf a day or moment of the record; null for now. @param on a day; null for that of `asOf` */
async function showDossier(
  id: string,
  { asOf, on }: { readonly asOf: string | null; readonly on: number | null },
  { settings, out }: Printing,
): Promise<void> {
  const at = asOf === null ? null : recordTime(asOf)
  await withStore(settings, async ({ dossiers }) => {
    const view = await dossiers.dossier(id, { at, on })
    if (view === null) {
      if (at === null) throw noDossier(id)
      throw new ExpectedError(
        `there was no dossier "${id}" in the record as of ${asOf}; --on DAY shows where it stood then, by what is known now`,
      )
    }
    await out('dossier' in view ? dossierText(view) : goneLines(view.gone).join('\n'))
  })
}

/** `show [DOSSIER] [--on DAY] [--as-of DAY]`. */
export const show: Command = async (argv, parts) => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { 'as-of': { type: 'string' }, on: { type: 'string' } },
  })
  const [id, another] = positionals
  const { 'as-of': asOf = null, on = null } = values
  if (another !== undefined) throw new WrongUse('show takes one dossier')
  if (id === undefined) {
    await listDossiers(parts)
    return DONE
  }
  if (asOf !== null && recordTime(asOf) === null)
    throw new WrongUse(`--as-of is a day of the record, such as 2026-11-24, not "${asOf}"`)
  const day = on === null ? null : typedDay(on)
  if (on !== null && day === null) throw new WrongUse(`--on is a day, such as 2022-04-01, not "${on}"`)
  await showDossier(id, { asOf, on: day }, parts)
  return DONE
}

async function setPublished(argv: readonly string[], isPublished: boolean, parts: Printing): Promise<number> {
  const [id, another] = plainWords(argv)
  if (id === undefined || another !== undefined) throw new WrongUse('name one dossier; "npx onrecord show" lists them')
  const { settings, out } = parts
  await withStore(settings, async ({ dossiers }) => {
    if (!(await dossiers.publish(id, { isPublished, by: AT_THE_MACHINE }))) throw noDossier(id)
    await out(
      isPublished
        ? `${id}: it is published, and the statements that it rests on are accepted`
        : `${id}: it is published no longer; the statements that were accepted stay so`,
    )
  })
  return DONE
}

/** `publish DOSSIER`: shows it to everybody, with the statements that it rests on. */
export const publish: Command = (argv, parts) => setPublished(argv, true, parts)

/** `unpublish DOSSIER`: takes it off the public pages. */
export const unpublish: Command = (argv, parts) => setPublished(argv, false, parts)
