import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { knownEdtf } from '../../text/edtf-time.ts'
import { parseDossierFile } from '../dossier-file/parse-dossier-file.ts'
import { timelineOf } from './timeline.ts'

const EXAMPLE = readFileSync(join(import.meta.dirname, '../dossier-file/example.dossier.json'), 'utf8')

test('all that is dated stands in the order in which it happened', () => {
  const outcome = parseDossierFile(EXAMPLE)
  if (!outcome.ok) return expect(outcome.faults).toEqual([])
  const printed = (article: string) =>
    article === 'courier-06-26.html' ? { outlet: 'Courier', published: knownEdtf('2026-06-26') } : null
  const lines = timelineOf(outcome.file.dossier, printed).map(({ date, kind }) => `${date.edtf} ${kind}`)
  expect(lines).toEqual([
    '2026-02-10 step',
    '2026-02 event',
    '2026-03-08 demand',
    '2026-03-20 reply',
    '2026-03 step',
    '2026-06-26 quoted',
    '2026-06-26 quoted',
    '2026-06-26 claim',
    '2026-06-26 claim',
    '2026-06-26 event',
    '2026-06-27 step',
    '2026-06 due',
    '2026-10-01/2026-10-15 due',
  ])
  expect(timelineOf(outcome.file.dossier, () => null).some(({ kind }) => kind === 'quoted')).toBe(false)
})
