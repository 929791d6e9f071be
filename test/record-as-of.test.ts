import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Clock } from '../src/record/clock.ts'
import { AT_THE_MACHINE } from '../src/record/decisions.ts'
import type { DossierView, Moment } from '../src/record/public-record.ts'
import type { Store } from '../src/record/store.ts'
import { StoreError } from '../src/record/store-error.ts'
import { dayNumber } from '../src/text/calendar-day.ts'
import { coverageOf, readingOf } from './marked-coverage.ts'
import { openTestRecord } from './open-test-record.ts'
import { saying, smallDossier, taken } from './small-dossier.ts'
import { EVERYTHING } from './store/open-empty.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** What persons and machines do to a record, one after another; numbers choose among what is there by then. */
type Deed =
  | { readonly kind: 'add' | 'read'; readonly article: number; readonly text: number }
  | {
      readonly kind: 'take'
      readonly dossier: number
      readonly statements: readonly number[]
      readonly publish: boolean
    }
  | { readonly kind: 'publish'; readonly dossier: number; readonly isPublished: boolean }
  | { readonly kind: 'decide'; readonly statement: number; readonly verdict: 'accepted' | 'rejected' | 'withdrawn' }
  | { readonly kind: 'merge'; readonly one: number; readonly other: number }
  | { readonly kind: 'split'; readonly one: number; readonly other: number }
  | { readonly kind: 'undo'; readonly decision: number }

/** More of them find rarer histories: ONRECORD_HISTORIES=200. */
const { ONRECORD_HISTORIES = '15' } = process.env
const HISTORIES = Number(ONRECORD_HISTORIES)

const TEXTS = [
  '[S:Mara Lee] [C:said] [Q:the report will come].',
  '[S:Tom Ross] [C:said] [Q:the report will not come].\n\n[S2:Mara Lee] [C2:said] [Q2:it will].',
  '[S:M. Lee] [C:wrote]: [Q:“The dam holds.”]',
  '[S:Mara Lee] [C:said] [Q:the report will come]. It rained.',
]
const ARTICLES = 3
const OUTLETS = ['The Courier', 'the courier', 'Gazette']
const DOSSIERS = ['dam', 'port']
const ON = dayNumber(2026, 7, 20)

const index = fc.nat({ max: 7 })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('add', 'read'),
      article: fc.nat({ max: ARTICLES - 1 }),
      text: fc.nat({ max: TEXTS.length - 1 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('take'),
      dossier: fc.nat({ max: 1 }),
      statements: fc.array(index, { maxLength: 3 }),
      publish: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constant('publish'), dossier: fc.nat({ max: 1 }), isPublished: fc.boolean() }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('decide'),
      statement: index,
      verdict: fc.constantFrom('accepted', 'rejected', 'withdrawn'),
    }),
  },
  fc.record({ kind: fc.constantFrom('merge', 'split'), one: index, other: index }),
  fc.record({ kind: fc.constant('undo'), decision: fc.nat({ max: 3 }) }),
)

/** A clock that goes on by a second at each look. */
function ticking(): Clock {
  let at = Date.UTC(2026, 2, 1, 12)
  return {
    now: () => {
      at += 1000
      return new Date(at).toISOString()
    },
  }
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)]

/** All statements of all articles, those no longer read too, in the order of their ids. */
async function statementsIn(store: Store, known: Set<string>) {
  const { items } = await store.articles(EVERYTHING)
  const found = new Map<string, { readonly id: string; readonly articleId: string }>()
  for (const { id } of items)
    for (const statement of (await store.article(id))?.statementRecords ?? []) {
      known.add(statement.id)
      found.set(statement.id, statement)
    }
  return [...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

async function speakersIn(store: Store) {
  return (await store.speakers(EVERYTHING)).items.map(({ id }) => id).toSorted()
}

function coverageNumber(article: number, text: number) {
  const notation = TEXTS[text] ?? ''
  const made = coverageOf(notation, { url: `https://example.org/${article}`, headline: `Headline ${article}.${text}` })
  const outlet = OUTLETS[(article + text) % OUTLETS.length] ?? null
  return { ...made, article: { ...made.article, outlet, published: '2026-02-01' } }
}

type Known = { readonly statements: Set<string>; readonly speakers: Set<string>; readonly splits: { count: number } }

async function takeSome(store: Store, { dossier, statements, publish }: Extract<Deed, { kind: 'take' }>, known: Known) {
  const all = await statementsIn(store, known.statements)
  const evidence = statements.flatMap((at) => {
    const statement = pick(all, at)
    return statement === undefined ? [] : [saying(statement.articleId, statement.id)]
  })
  const id = DOSSIERS[dossier] ?? ''
  const title = `${id} with ${statements.join(' and ')}`
  const own = smallDossier(evidence, { id, title })
  // Ids of parts are a dossier's own.
  const commitments = own.commitments.map((commitment) => ({
    ...commitment,
    id: `${id}.report`,
    events: commitment.events.map((event) => ({ ...event, id: `${id}.announced` })),
  }))
  await store.dossiers.take(taken({ ...own, commitments }, { publish }))
}

async function splitOne(store: Store, { one, other }: { readonly one: number; readonly other: number }, known: Known) {
  const from = pick(await speakersIn(store), one)
  if (from === undefined) return
  const { items = [] } = (await store.speaker(from, EVERYTHING))?.statements ?? {}
  known.splits.count += 1
  const to = [from, `split-${known.splits.count}`]
  const places = items.map(({ statement }, at) => ({
    statementId: statement.id,
    to: pick(to, at + other) ?? from,
  }))
  await store.dossiers.decideIdentity({ kind: 'split', from, to, places }, AT_THE_MACHINE)
}

async function act(store: Store, deed: Deed, known: Known): Promise<void> {
  if (deed.kind === 'add') await store.addCoverage(coverageNumber(deed.article, deed.text))
  else if (deed.kind === 'read') {
    const article = pick((await store.articles(EVERYTHING)).items, deed.article)
    const { textId, text } = (article && (await store.article(article.id))) ?? {}
    const notation = TEXTS.find((one) => text === coverageOf(one).article.text) ?? ''
    // The machine finds nothing any more, or all of it again.
    if (textId !== undefined) await store.addReading(textId, readingOf(deed.text % 2 === 0 ? '' : notation, '2'))
  } else if (deed.kind === 'take') await takeSome(store, deed, known)
  else if (deed.kind === 'publish')
    await store.dossiers.publish(DOSSIERS[deed.dossier] ?? '', { isPublished: deed.isPublished, by: AT_THE_MACHINE })
  else if (deed.kind === 'decide') {
    const statement = pick(await statementsIn(store, known.statements), deed.statement)
    const how = { verdict: deed.verdict, by: AT_THE_MACHINE, reason: null, speakerId: null, saidOn: null } as const
    if (statement !== undefined) await store.dossiers.decide({ ...how, statementId: statement.id })
  } else if (deed.kind === 'merge') {
    const speakers = await speakersIn(store)
    const [gone = '', into = ''] = [pick(speakers, deed.one), pick(speakers, deed.other)]
    await store.dossiers.decideIdentity({ kind: 'merge', gone, into }, AT_THE_MACHINE)
  } else if (deed.kind === 'split') await splitOne(store, deed, known)
  else if (deed.kind === 'undo') {
    const undone = pick(await store.dossiers.identityDecisions(), deed.decision)
    if (undone !== undefined) await store.dossiers.decideIdentity({ kind: 'undo', undoes: undone.id }, AT_THE_MACHINE)
  }
}

/** What the record refuses changes nothing, which is as good a deed as any. */
async function tryTo(store: Store, deed: Deed, known: Known): Promise<void> {
  try {
    await act(store, deed, known)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
  }
  await statementsIn(store, known.statements)
  for (const id of await speakersIn(store)) known.speakers.add(id)
}

/** Without what says only when it was asked. */
function plain(view: Awaited<ReturnType<Store['publicRecord']['dossier']>>) {
  if (view === null || !('dossier' in view)) return view
  const { at: _, articleOf: __, articles, since, ...rest }: DossierView = view
  return { ...rest, articles: [...articles].toSorted(([a], [b]) => (a < b ? -1 : 1)), since: [...since] }
}

/** All that anybody can ask of the public record at a moment. */
async function answers({ publicRecord, dossiers }: Store, at: string | null, known: Known) {
  const moment: Moment = { at, on: ON }
  const list = { ...EVERYTHING, at }
  const found: Record<string, unknown> = {
    front: await publicRecord.front(moment, 5),
    dossiers: await publicRecord.dossiers(list),
    statements: await publicRecord.statements(list),
    searched: await publicRecord.statements({ ...list, words: 'report will' }),
    paged: await publicRecord.statements({ ...list, limit: 1 }),
  }
  for (const id of DOSSIERS) {
    found[`dossier ${id}`] = plain(await publicRecord.dossier(id, moment))
    found[`dossier ${id} at the desk`] = plain(await dossiers.dossier(id, moment))
    found[`file ${id}`] = await dossiers.file(id, at)
  }
  for (const id of known.statements) found[`statement ${id}`] = await publicRecord.statement(id, at)
  for (const id of known.speakers) found[`speaker ${id}`] = await publicRecord.speaker(id, { ...list, on: ON })
  for (const name of OUTLETS) found[`outlet ${name}`] = await publicRecord.outlet(name, list)
  return found
}

/** Only of what was known at a moment: later ones have no answer then. */
function ofThen(found: Record<string, unknown>, told: Record<string, unknown>) {
  return Object.fromEntries(Object.keys(told).map((key) => [key, found[key]]))
}

test(
  'asked as of any past moment, the record answers what it answered then; what is kept derived never disagrees',
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 14 }), async (deeds) => {
        const [folder, clock] = [temporaryFolder(), ticking()]
        const store = await openTestRecord({ folder, clock })
        const known: Known = { statements: new Set(), speakers: new Set(), splits: { count: 0 } }
        const captured: { readonly at: string; readonly told: Record<string, unknown> }[] = []
        for (const one of deeds) {
          await tryTo(store, one, known)
          captured.push({ at: clock.now(), told: await answers(store, null, known) })
        }
        // Another process that has kept nothing, and one that has kept all of it.
        const fresh = await openTestRecord({ folder, clock })
        for (const { at, told } of captured.toReversed()) {
          expect(ofThen(await answers(store, at, known), told)).toEqual(told)
          expect(ofThen(await answers(fresh, at, known), told)).toEqual(told)
        }
        expect(await answers(fresh, null, known)).toEqual(captured.at(-1)?.told)
        await Promise.all([store.close(), fresh.close()])
      }),
      { numRuns: HISTORIES },
    ),
  60_000 + HISTORIES * 10_000,
)
