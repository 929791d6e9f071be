import { expect, test } from 'vitest'
import { AT_THE_MACHINE } from '../../src/record/decisions.ts'
import type { Store } from '../../src/record/store.ts'
import { addressesAt } from '../../src/view/json-ld/addresses.ts'
import { en } from '../../src/view/messages/en.ts'
import { editionGroups } from '../../src/view/newsletter/edition-lines.ts'
import { addAccepted } from '../accepted-record.ts'
import { openTestRecord } from '../open-test-record.ts'
import { smallDossier, taken } from '../small-dossier.ts'

const LEE = '[S:Mara Lee] [C:said] [Q:the report will come before the end of June].'

/** The groups of an edition in short: titles, and of each line how, what, when, and where it leads. */
async function told(store: Store, upTo: string, after = ''): Promise<readonly string[]> {
  const items = await store.publicRecord.moved({ after, upTo })
  const needs = { publicRecord: store.publicRecord, addresses: addressesAt('https://record.example'), messages: en }
  const groups = await editionGroups(items, { ...needs, at: upTo })
  return groups.flatMap(({ title, lines }) => [
    title,
    ...lines.map(({ how, title: what, note, quote, url }) =>
      [how, what, note, quote?.words, url.replace(/^https:\/\/record\.example|01[0-9A-Z]{20,}/gu, '')].join(' | '),
    ),
  ])
}

async function withRecord(work: (store: Store, on: (day: string) => void) => Promise<void>): Promise<void> {
  let now = '2026-03-01T12:00:00.000Z'
  const store = await openTestRecord({ folder: null, clock: { now: () => now } })
  try {
    await work(store, (day) => {
      now = `2026-${day}T12:00:00.000Z`
    })
  } finally {
    await store.close()
  }
}

const WORDS = 'before the end of June'
const ANNOUNCED = `new | Mara Lee, to publish the report: announced | on 3 February 2026 | ${WORDS} | /dossiers/dam#at-report.announced`

test('what moved stands by dossier; a statement that an event rests on stands with it', () =>
  withRecord(async (store) => {
    await addAccepted(store, { notation: LEE })
    expect(await told(store, '2026-03-02T00:00:00.000Z')).toEqual(['The dam', ANNOUNCED])
  }))

test('what falls due and is past due is told by its date, unless it was met by then', () =>
  withRecord(async (store) => {
    await addAccepted(store, { notation: LEE })
    const due = 'Mara Lee, to publish the report'
    const dated = 'the date that was set: in June 2026 |  | /dossiers/dam#at-report'
    expect(await told(store, '2026-06-30T08:00:00.000Z', '2026-06-01')).toEqual([
      'The dam',
      `new | ${due}: due | ${dated}`,
    ])
    expect(await told(store, '2026-07-09T08:00:00.000Z', '2026-06-01')).toEqual([
      'The dam',
      `new | ${due}: overdue | ${dated}`,
    ])
  }))

test('what was corrected before anybody was told is told as it reads now; what was taken back, with the reason', () =>
  withRecord(async (store, on) => {
    const { statementIds } = await addAccepted(store, { notation: LEE })
    on('03-02')
    const [statementId = ''] = statementIds
    const choice = { statementId, by: AT_THE_MACHINE, speakerId: null, saidOn: null }
    await store.dossiers.decide({ ...choice, verdict: 'withdrawn', reason: 'a misreading' })
    expect(await told(store, '2026-03-03T00:00:00.000Z')).toEqual([
      'The dam',
      'withdrawn | A statement that had been accepted was taken back | because: a misreading |  | /statements/',
    ])
    await store.dossiers.publish('dam', { isPublished: false, by: AT_THE_MACHINE })
    expect(await told(store, '2026-03-03T00:00:00.000Z')).toHaveLength(2)
  }))

test('of what was removed since, and of a dossier that is not public any more, nothing is told', () =>
  withRecord(async (store, on) => {
    const { articleId } = await addAccepted(store, { notation: LEE })
    const items = await store.publicRecord.moved({ after: '', upTo: '2026-03-01T12:00:00.000Z' })
    on('03-02')
    await store.dossiers.take(taken(smallDossier([])))
    await store.removeArticle({ articleId, reason: 'a court', by: null })
    const needs = { publicRecord: store.publicRecord, addresses: addressesAt('https://record.example'), messages: en }
    expect(items.length).toBeGreaterThan(0)
    expect(await editionGroups(items, { ...needs, at: '2026-03-01T12:00:00.000Z' })).toEqual([])
  }))
