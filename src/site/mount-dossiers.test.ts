import { parseHTML } from 'linkedom'
import { expect, onTestFinished, test } from 'vitest'
import { addAccepted } from '../../test/accepted-record.ts'
import { openTestRecord } from '../../test/open-test-record.ts'
import { pagesOver } from '../../test/pages-over.ts'
import { saying, smallDossier, taken } from '../../test/small-dossier.ts'
import { AT_THE_MACHINE } from '../record/decisions.ts'
import { knownEdtf } from '../text/edtf-time.ts'

/** The dossier "dam": a report announced on 3 February 2026, due in June 2026. It came into the record in November. */
async function damPages() {
  let now = '2026-11-24T05:41:00.000Z'
  const clock = { now: () => now }
  const store = await openTestRecord({ folder: null, clock })
  onTestFinished(() => store.close())
  await addAccepted(store, { notation: '[S:Mara Lee] [C:said] [Q:“It will come.”]' })
  const { get } = await pagesOver(store, clock)
  const page = async (path: string) => {
    const answer = await get(path)
    const { document } = parseHTML(await answer.text())
    const words = (selector: string) =>
      document.querySelector(selector)?.textContent.replaceAll(/\s+/g, ' ').trim() ?? ''
    return { status: answer.status, document, words }
  }
  return { store, page, setNow: (at: string) => (now = at) }
}

test.each([
  ['', 'Where it stands today, 24 November 2026', 'overdue by 147 days'],
  ['?on=2026-07-15', 'Where it stood on 15 July 2026, by what the record knows now.', 'overdue by 15 days'],
  ['?on=2026-06-16', 'Where it stood on 16 June 2026', 'due soon, in 14 days'],
  ['?on=2027-01-01', 'Where it will stand on 1 January 2027, if nothing more is recorded.', 'overdue by 185 days'],
  [
    '?asOf=2026-07-15',
    'The record did not have this dossier on 15 July 2026: it came in on 24 November 2026.',
    'overdue by 15 days',
  ],
  ['?as-of=2026-07-15', 'The record did not have this dossier on 15 July 2026', 'overdue by 15 days'],
  [
    '?asOf=2026-07-15&on=2026-07-02',
    'What stands here is what is known now of what had happened by 2 July 2026.',
    'overdue by 2 days',
  ],
  [
    '?asOf=2026-11-25',
    'Where it stood on 25 November 2026, as the record knew it on 25 November 2026.',
    'overdue by 148 days',
  ],
  [
    '?asOf=2026-11-25&on=2026-07-15',
    'Where it stood on 15 July 2026, as the record knew it on 25 November 2026.',
    'overdue by 15 days',
  ],
  ['?on=&asOf=', 'Where it stands today', 'overdue by 147 days'],
])('the page of a dossier asked with %j', async (query, moment, stands) => {
  const { page } = await damPages()
  const { status, words } = await page(`/dossiers/dam${query}`)
  expect(status).toBe(200)
  expect(words('.moment')).toContain(moment)
  expect(words('.sentences')).toContain(stands)
})

test.each(['?on=2026-02-30', '?on=yesterday', '?asOf=2026-13-01', '?on=2026-07-15T12:00'])(
  'what is no day is said to be none, and the page stands: %s',
  async (query) => {
    const { page } = await damPages()
    const { status, words } = await page(`/dossiers/dam${query}`)
    expect([status, words('[role=alert]')]).toEqual([400, expect.stringContaining('no day of the calendar')])
    expect(words('h1')).toBe('The dam')
  },
)

test('the day before its first event, a dossier says that nothing has happened, and how much is to come', async () => {
  const { page } = await damPages()
  const { words, document } = await page('/dossiers/dam?on=2026-02-02')
  expect(words('.sentences')).toBe(
    'No commitment is on record by this day. Nothing has happened yet. No terms are on record; no demand is on record.',
  )
  expect(words('.stands .hint')).toBe('1 line is dated after this day and not shown.')
  expect(document.querySelectorAll('svg')).toHaveLength(0)
})

test('what was said besides shows from the day it was said, and stands the newest first in lists', async () => {
  const store = await openTestRecord({ folder: null, clock: { now: () => '2026-11-24T05:41:00.000Z' } })
  onTestFinished(() => store.close())
  const notation = ['report', 'storm', 'repair'].map(
    (word, at) => `[S${at}:Mara Lee] [C${at}:said] [Q${at}:“The ${word} is late.”]`,
  )
  const { articleId, statementIds } = await addAccepted(store, { notation: notation.join(' ') })
  const [report = '', storm = '', repair = ''] = statementIds
  const said = (statementId: string, words: string, date: string) => ({
    ...saying(articleId, statementId),
    id: words,
    words,
    saidOn: knownEdtf(date),
  })
  const quoted = [said(repair, 'repair', '2026-05-02'), said(storm, 'storm', '2026-04-01')]
  await store.dossiers.take(taken(smallDossier([saying(articleId, report)], { quoted })))
  const { get } = await pagesOver(store, { now: () => '2026-11-24T05:41:00.000Z' })
  const saidBy = async (day: string) => {
    const { document } = parseHTML(await (await get(`/dossiers/dam?on=${day}`)).text())
    return [...document.querySelectorAll('section[aria-labelledby="quoted"] a[href^="/statements/"] bdi')].map(
      (one) => one.textContent,
    )
  }
  expect(await saidBy('2026-03-31')).toEqual([])
  expect(await saidBy('2026-04-30')).toEqual(['storm'])
  expect(await saidBy('2026-05-02')).toEqual(['repair', 'storm'])
  const { items } = await store.publicRecord.statements({ words: '', cursor: null, limit: 10, at: null })
  expect(items.map(({ statement }) => statement.id)).toEqual([repair, storm, report])
})

test('the front page stands as it did on any day, and as the record stood', async () => {
  const { page } = await damPages()
  const overdue = async (asked: string) => (await page(`/${asked}`)).words('section[aria-labelledby=overdue]')
  expect(await overdue('?on=2026-06-30')).toContain('Nothing is overdue.')
  expect(await overdue('?on=2026-07-05')).toContain('overdue by 5 days')
  expect((await page('/?on=2026-07-05')).words('.as-of')).toContain('Where it stood on 5 July 2026')
  // The record had nothing by then, and says which day it is that it shows.
  const { words } = await page('/?asOf=2020-01-01')
  expect(words('.as-of')).toContain('As the record stood on 1 January 2020.')
  expect(words('section[aria-labelledby=newest]')).toContain('No statement is accepted yet.')
  expect((await page('/?asOf=2022-13-01')).words('.as-of')).toContain('That is no day of the calendar')
})

test('the bar of what is overdue grows with the day, and its words say by how much', async () => {
  const { page } = await damPages()
  const barOn = async (day: string) => {
    const { document } = await page(`/dossiers/dam?on=${day}`)
    const bar = document.querySelector('svg.w560 .overdue')
    return [Number(bar?.getAttribute('width')), document.querySelector('svg.w560 .late a')?.textContent]
  }
  const [[early, earlyWords], [late, lateWords]] = [await barOn('2026-07-05'), await barOn('2026-09-30')]
  expect(Number(late)).toBeGreaterThan(Number(early))
  expect([earlyWords, lateWords]).toEqual([
    'due in June 2026; overdue by 5 days',
    'due in June 2026; overdue by 92 days',
  ])
})

test('every line of a drawing leads to the words that it rests on', async () => {
  const { page } = await damPages()
  const { document } = await page('/dossiers/dam')
  const hrefs = [...document.querySelectorAll('svg.w1040 a')].map((link) => link.getAttribute('href'))
  expect(hrefs).toHaveLength(2)
  for (const href of hrefs) expect(href).toMatch(/^\/statements\/\w+$/)
})

test('a dossier that is no longer published is nowhere, whatever day is asked about', async () => {
  const { page, store, setNow } = await damPages()
  setNow('2026-11-26T05:41:00.000Z')
  await store.dossiers.publish('dam', { isPublished: false, by: AT_THE_MACHINE })
  for (const path of [
    '/dossiers/dam',
    '/dossiers/dam?asOf=2026-11-24',
    '/dossiers/dam?on=2026-07-15',
    '/dossiers/none',
  ])
    expect((await page(path)).status).toBe(404)
  expect((await page('/dossiers')).words('main')).toContain('No dossier is published yet.')
})

test('the front page says what is overdue, what moved, and who said what; empty, it offers the sample', async () => {
  const { page } = await damPages()
  const { words } = await page('/')
  expect(words('section[aria-labelledby=overdue]')).toContain(
    'overdue by 147 days Mara Lee is to publish the report, due in June 2026',
  )
  expect(words('section[aria-labelledby=moved]')).toContain(
    '3 February 2026 Mara Lee: to publish the report, announced',
  )
  expect(words('section[aria-labelledby=newest]')).toContain('“It will come.”')
  const empty = await openTestRecord({ folder: null, clock: { now: () => '2026-11-24T05:41:00.000Z' } })
  onTestFinished(() => empty.close())
  const { get } = await pagesOver(empty, { now: () => '2026-11-24T05:41:00.000Z' })
  const text = await (await get('/')).text()
  expect(text).toContain('Nothing is public yet.')
  // What can be done is the desk's: a form here would lose what a visitor typed.
  expect(text).not.toContain('action="/desk')
  expect(text).toContain('href="/desk"')
})
