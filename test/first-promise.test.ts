/** The first promise: what nobody accepted is on no public page, in no feed, no search result and no JSON. */
import { expect, onTestFinished, test } from 'vitest'
import { AT_THE_MACHINE, type Verdict } from '../src/record/decisions.ts'
import type { Id } from '../src/record/id.ts'
import type { Store } from '../src/record/store.ts'
import { coverageOf } from './marked-coverage.ts'
import { openTestRecord } from './open-test-record.ts'
import { pagesOver } from './pages-over.ts'
import { addressesOf, publicRoutes } from './public-routes.ts'
import { saying, smallDossier, taken } from './small-dossier.ts'

const clock = { now: () => '2026-11-24T05:41:00.000Z' }

/** What is asked beside the path. The words are those that nobody may find, in another case than they are printed. */
const QUERIES = [
  '',
  '?q=quux',
  '?q=quuxunaccepted',
  '?on=2026-07-15',
  '?asOf=2026-11-24',
  '?asOf=2026-11-25&on=2026-07-15',
]

const ACCEPTS = [
  'text/html',
  'application/json',
  'application/ld+json',
  'application/atom+xml',
  'application/feed+json',
]

/** Every planted word begins so; with its capital letter it is what the record holds, and no address asks for it. */
const PLANTED = /Quux\w*/g

/** An article of its own, in which everything is planted. @returns its one statement, decided about as `verdicts` say */
async function plant(
  store: Store,
  name: string,
  verdicts: readonly Verdict[],
): Promise<{ articleId: Id; statementId: Id }> {
  const planted = `Quux${name}`
  const coverage = coverageOf(`[S:${planted}speaker] [C:said] [Q:“It is ${planted}words.”]\n\n${planted}passage.`)
  const { articleId } = await store.addCoverage({
    ...coverage,
    name: `${planted}.html`,
    url: `https://example.org/${planted}`,
    article: {
      ...coverage.article,
      headline: `${planted}headline`,
      outlet: `${planted}outlet`,
      byline: `${planted}byline`,
    },
  })
  const statementId = (await store.article(articleId))?.statementRecords[0]?.id ?? ''
  for (const verdict of verdicts)
    await store.dossiers.decide({
      statementId,
      verdict,
      by: AT_THE_MACHINE,
      reason: null,
      speakerId: null,
      saidOn: null,
    })
  return { articleId, statementId }
}

/** A dossier in which everything is planted. */
function plantedDossier(name: string, articleId: Id, statementId: Id) {
  const planted = `Quux${name}`
  const dossier = smallDossier([{ ...saying(articleId, statementId), words: `${planted}words` }])
  return {
    ...dossier,
    id: name,
    title: `${planted}title`,
    summary: `${planted}summary`,
    actors: dossier.actors.map((actor) => ({
      ...actor,
      identifiers: [],
      names: [{ name: `${planted}actor`, language: null, script: 'Latn', kind: 'official' } as const],
    })),
    commitments: dossier.commitments.map((commitment) => ({ ...commitment, what: `${planted}what` })),
    places: [
      {
        id: 'p',
        names: [{ name: `${planted}place`, language: null, script: 'Latn', kind: 'official' } as const],
        in: null,
        identifiers: [],
      },
    ],
  }
}

/** A record with one thing that is public, and everything that is not. @returns what addresses may be made of */
async function plantedRecord(store: Store): Promise<readonly string[]> {
  const open = coverageOf(
    '[S:Mara Lee] [C:said] [Q:“It will come before the end of June.”]\n\n[S2:Quuxneighbour] [C2:said] [Q2:“No, Quuxneighbourwords.”]',
  )
  const { articleId } = await store.addCoverage({
    ...open,
    article: { ...open.article, outlet: 'Courier', headline: 'Dam' },
  })
  const [accepted, neighbour] = (await store.article(articleId))?.statementRecords ?? []
  const unaccepted = await plant(store, 'unaccepted', [])
  const rejected = await plant(store, 'rejected', ['rejected'])
  const withdrawn = await plant(store, 'withdrawn', ['accepted', 'withdrawn'])
  const evidence = [saying(articleId, accepted?.id ?? '')]
  await store.dossiers.take(taken(smallDossier(evidence)))
  const draft = await plant(store, 'draft', [])
  await store.dossiers.take(taken(plantedDossier('draft', draft.articleId, draft.statementId), { publish: false }))
  const former = await plant(store, 'former', [])
  await store.dossiers.take(taken(plantedDossier('former', former.articleId, former.statementId)))
  await store.dossiers.publish('former', { isPublished: false, by: AT_THE_MACHINE })
  await store.dossiers.decide({
    statementId: former.statementId,
    verdict: 'withdrawn',
    by: AT_THE_MACHINE,
    reason: null,
    speakerId: null,
    saidOn: null,
  })
  const speakers = await store.speakers({ words: null, cursor: null, limit: 50 })
  return [
    'dam',
    'draft',
    'former',
    'Courier',
    'quuxunacceptedoutlet',
    'quuxrejectedoutlet',
    'quuxwithdrawnoutlet',
    accepted?.id ?? '',
    neighbour?.id ?? '',
    articleId,
    ...[unaccepted, rejected, withdrawn, draft, former].flatMap((one) => [one.articleId, one.statementId]),
    ...speakers.items.map(({ id }) => id),
  ]
}

test('of what nobody accepted not a word is public, whatever address is asked', { timeout: 120_000 }, async () => {
  const store = await openTestRecord({ folder: null, clock })
  onTestFinished(() => store.close())
  const values = await plantedRecord(store)
  const { app, get } = await pagesOver(store, clock)
  const routes = publicRoutes(app)
  expect(routes).toEqual(expect.arrayContaining(['/', '/dossiers', '/dossiers/:id']))
  const found: string[] = []
  let shown = 0
  for (const address of routes.flatMap((route) => addressesOf(route, values)))
    for (const query of QUERIES)
      for (const accept of ACCEPTS) {
        const answer = await get(`${address}${query}`, { Accept: accept })
        const body = await answer.text()
        if (body.includes('Mara Lee')) shown++
        const planted = [...body.matchAll(PLANTED), ...JSON.stringify([...answer.headers]).matchAll(PLANTED)]
        found.push(...planted.map(([word]) => `${address}${query} (${accept}): ${word}`))
      }
  expect(found).toEqual([])
  // What is public is there: the walk has seen pages.
  expect(shown).toBeGreaterThan(2 * ACCEPTS.length)
})

test('the walk finds what is public by mistake', async () => {
  const store = await openTestRecord({ folder: null, clock })
  onTestFinished(() => store.close())
  await plantedRecord(store)
  await store.dossiers.publish('draft', { isPublished: true, by: AT_THE_MACHINE })
  const { get } = await pagesOver(store, clock)
  expect([...(await (await get('/dossiers/draft')).text()).matchAll(PLANTED)].length).toBeGreaterThan(5)
})
