import { type DossierFault, pathInWords } from '../dossier/dossier-fault.ts'
import { dossierFaults } from '../dossier/dossier-faults.ts'
import type { DossierFile } from './dossier-file.ts'
import { type JsonPlaces, jsonPlaces } from './json-places.ts'
import { dossierFileSchema } from './schema.ts'
import { shapeFault } from './schema-sentences.ts'
import { toDossier } from './to-dossier.ts'

/** One thing that is wrong with a dossier file. */
export type DossierFileFault = {
  /** From 1; null where it is about no line. */
  readonly line: number | null
  /** `commitments[0].events[2].date`. */
  readonly path: string
  /** Whole: "commitments[0].events[2].date is no date: …". */
  readonly sentence: string
}

export type DossierFileOutcome =
  | { readonly ok: true; readonly file: DossierFile }
  | { readonly ok: false; readonly faults: readonly DossierFileFault[] }

/** Whether bytes that are to be added are meant as a dossier file: JSON that names the format near its beginning. */
export function isDossierFile(text: string): boolean {
  return /^\ufeff?\s*\{/.test(text) && /"format"\s*:\s*"onrecord dossier/.test(text.slice(0, 10_000))
}

/** Whether a file's name says that it is a dossier file, whatever stands in it. */
export function isDossierName(name: string): boolean {
  return /\.dossier\.json$/i.test(name)
}

/** What JSON is not, with the line that the engine names. */
function notJson(text: string, error: unknown): DossierFileFault {
  const what = error instanceof Error ? error.message : ''
  const position = /at position (\d+)/.exec(what)?.[1]
  const line = position === undefined ? null : text.slice(0, Number(position)).split('\n').length
  return {
    line,
    path: '',
    sentence: `this is not JSON (${what.replace(/ in JSON at position.*$/s, '')}); mend it there`,
  }
}

/**
 * Takes a dossier file in: whole, or not at all.
 *
 * @param text of the file; a byte order mark at its beginning is left out
 * @returns the dossier with its articles, or everything that is wrong with the file, in the order of its lines
 */
export function parseDossierFile(text: string): DossierFileOutcome {
  const json = text.replace(/^\ufeff/, '')
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch (error) {
    return { ok: false, faults: [notJson(json, error)] }
  }
  const places = jsonPlaces(json)
  const refused = (faults: readonly Fault[]) => ({ ok: false as const, faults: located(faults, places) })
  const twice: readonly DossierFault[] = places.repeated.map(({ path }) => ({
    path,
    sentence: 'is there twice; join the two, or take one out',
  }))
  const parsed = dossierFileSchema.safeParse(data)
  const shape = parsed.success ? [] : parsed.error.issues.flatMap((issue) => shapeFault(issue, data))
  if (!parsed.success || twice.length > 0) return refused([...twice, ...shape])
  const file = toDossier(parsed.data)
  const faults = dossierFaults(file.dossier)
  return faults.length > 0 ? refused(faults) : { ok: true, file }
}

/** Faults of any kind, with the path that they are about. */
type Fault = { readonly path: readonly PropertyKey[]; readonly sentence: string }

/** Faults with their lines, in the order of these. */
function located(faults: readonly Fault[], { lineOf }: JsonPlaces): readonly DossierFileFault[] {
  return faults
    .map(({ path, sentence }) => ({
      line: lineOfNearest(path, lineOf),
      path: pathInWords(path),
      sentence: `${pathInWords(path)} ${sentence}`,
    }))
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

/**
 * Says where in a dossier file that was read stands what is wrong with it all the same.
 *
 * @param text of the file
 */
export function faultsInFile(text: string, faults: readonly DossierFault[]): readonly DossierFileFault[] {
  return located(faults, jsonPlaces(text.replace(/^\ufeff/, '')))
}

/** The line of a value, or of what it is missing from. */
function lineOfNearest(
  path: readonly PropertyKey[],
  lineOf: (path: readonly PropertyKey[]) => number | null,
): number | null {
  return lineOf(path) ?? (path.length === 0 ? null : lineOfNearest(path.slice(0, -1), lineOf))
}
