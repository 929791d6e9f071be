/** The commands about dossiers: `show`, `publish`, `unpublish`, and `export` of dossier files. */
import { rename, rm, writeFile } from 'node:fs/promises'
import { openRecord } from './open-record.ts'
import { recordTime } from './record/as-of/standing-at.ts'
import { writeDossierFile } from './record/dossier-file/write-dossier-file.ts'
import { ExpectedError } from './record/expected-error.ts'
import type { Store } from './record/store.ts'
import type { Settings } from './settings.ts'
import { systemClock } from './store/system-clock.ts'
import { dayNumber, knownDate } from './text/calendar-day.ts'
import { dossierText, goneLines } from './view/dossier-text.ts'

type Out = (line: string) => Promise<void>

async function withStore<T>(settings: Settings, work: (store: Store) => Promise<T>): Promise<T> {
  const { store } = await openRecord(settings, systemClock)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

function noDossier(id: string): ExpectedError {
  return new ExpectedError(`there is no dossier "${id}"; "npx onrecord show" lists those that are there`)
}

/** Prints the dossiers that are there. */
export async function listDossiers(settings: Settings, out: Out): Promise<void> {
  await withStore(settings, async ({ dossiers }) => {
    const list = await dossiers.list()
    if (list.length === 0) await out('there are no dossiers yet; "npx onrecord add DOSSIER.json" adds one')
    for (const { id, title, isPublished } of list) await out(`${id}: ${title}${isPublished ? '' : ' (not published)'}`)
  })
}

/** The day that a person typed; null where there is no such day. */
export function typedDay(day: string): number | null {
  const date = knownDate(day)
  return date?.month == null || date.day === null ? null : dayNumber(date.year, date.month, date.day)
}

/** Prints where a dossier stands. @param asOf a day or moment of the record; null for now. @param on a day; null for that of `asOf` */
export async function showDossier(
  id: string,
  { asOf, on }: { readonly asOf: string | null; readonly on: number | null },
  { settings, out }: { readonly settings: Settings; readonly out: Out },
): Promise<void> {
  const at = asOf === null ? null : recordTime(asOf)
  await withStore(settings, async ({ dossiers }) => {
    const view = await dossiers.dossier(id, { at, on })
    if (view === null) {
      if (at === null) throw noDossier(id)
      throw new ExpectedError(`there was no dossier "${id}" in the record as of ${asOf}`)
    }
    await out('dossier' in view ? dossierText(view) : goneLines(view.gone).join('\n'))
  })
}

/** Publishes dossiers, or takes them off the public pages. */
export async function publishDossier(
  id: string,
  isPublished: boolean,
  { settings, out }: { readonly settings: Settings; readonly out: Out },
): Promise<void> {
  await withStore(settings, async ({ dossiers }) => {
    if (!(await dossiers.publish(id, { isPublished, by: 'editor' }))) throw noDossier(id)
    await out(
      isPublished
        ? `${id}: it is published, and the statements that it rests on are accepted`
        : `${id}: it is published no longer; the statements that were accepted stay so`,
    )
  })
}

/** Writes a file whole or not at all. */
async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.part`
  try {
    await writeFile(beside, text)
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    const { code = 'no code' } = error as NodeJS.ErrnoException
    throw new ExpectedError(`${path} cannot be written (error ${code}); name another file`, { cause: error })
  }
}

/**
 * Writes a dossier as a file that can be added again.
 *
 * @param file where to; null prints it
 */
export async function exportDossier(
  id: string,
  file: string | null,
  { settings, out }: { readonly settings: Settings; readonly out: Out },
): Promise<void> {
  await withStore(settings, async ({ dossiers }) => {
    const found = await dossiers.file(id, null)
    if (found === null) throw noDossier(id)
    const text = writeDossierFile(found)
    if (file === null) return out(text.trimEnd())
    await writeWhole(file, text)
    await out(`${file}: the dossier “${found.dossier.title}”`)
  })
}

/** Writes every dossier into a folder that is there, each into a file that has its id for a name. */
export async function exportDossiers(
  folder: string,
  { settings, out }: { readonly settings: Settings; readonly out: Out },
): Promise<void> {
  await withStore(settings, async ({ dossiers }) => {
    for (const { id } of await dossiers.list()) {
      const found = await dossiers.file(id, null)
      if (found === null) continue
      const path = `${folder}/${id}.dossier.json`
      await writeWhole(path, writeDossierFile(found))
      await out(`${path}: the dossier “${found.dossier.title}”`)
    }
  })
}
