import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDossierFile } from '../../../test/any-dossier.ts'
import { answersInWords } from '../../../test/commitment-cases.ts'
import { articleNamedByOutlet } from '../../../test/pieces-of-evidence.ts'
import { dayNumber } from '../../text/calendar-day.ts'
import { parseDossierFile } from '../dossier-file/parse-dossier-file.ts'
import { dossierStanding } from './dossier-standing.ts'

const EXAMPLE = readFileSync(join(import.meta.dirname, '../dossier-file/example.dossier.json'), 'utf8')

test('the example on the last day of October', () => {
  const outcome = parseDossierFile(EXAMPLE)
  if (!outcome.ok) return expect(outcome.faults).toEqual([])
  const { commitments, demands, figures } = dossierStanding(outcome.file.dossier, {
    today: dayNumber(2026, 10, 31),
    articleOf: articleNamedByOutlet,
  })
  expect(commitments.map(({ answers }) => answersInWords(answers))).toEqual([
    'official: postponed; evidence: disputed; schedule: overdue by 16 days, 123 days past the first date',
  ])
  expect(commitments[0]?.terms[0]?.sides.map(({ side, state }) => [side, state])).toEqual([
    ['inspectorate', 'refused'],
    ['government', 'granted'],
  ])
  expect(commitments[0]?.overdue).toHaveLength(1)
  expect(demands.map(({ standing }) => [standing.state, standing.openFor?.most])).toEqual([['open', 237]])
  expect(figures[0]?.rows.map(({ claim }) => claim.value)).toEqual([300, 2000])
})

test('any dossier stands somewhere on any day', () => {
  const day = fc.integer({ min: dayNumber(1600, 1, 1), max: dayNumber(2199, 12, 31) })
  fc.assert(
    fc.property(anyDossierFile, day, ({ dossier }, today) => {
      const { commitments } = dossierStanding(dossier, { today, articleOf: articleNamedByOutlet })
      for (const { answers, overdue } of commitments) {
        for (const { perhapsFrom, from, to } of overdue) {
          expect(perhapsFrom).toBeLessThanOrEqual(from)
          expect(from).toBeLessThanOrEqual(to)
          expect(to).toBeLessThanOrEqual(today)
        }
        if (answers.schedule.state === 'overdue') expect(overdue.at(-1)?.to).toBe(today)
      }
    }),
  )
})
