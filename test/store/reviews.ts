import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act } from '../../src/reading/statement.ts'
import { AT_THE_MACHINE } from '../../src/record/decisions.ts'
import type { ReviewArticle, ReviewChange, ReviewedStatement } from '../../src/record/review/reviews.ts'
import type { Store } from '../../src/record/store.ts'
import { knownEdtf } from '../../src/text/edtf-time.ts'
import { coverageOf, readingOf } from '../marked-coverage.ts'
import { saying, smallDossier, taken } from '../small-dossier.ts'
import { EVERYTHING, everythingIn, type OpenEmpty, withStore } from './open-empty.ts'

const WHO = { by: AT_THE_MACHINE, reason: null }
const BOTH = '[S:Mara Lee] [C:said]: [Q:“It is over.”]\n\n[Q2:“No,”] [C2:said] [S2:Tom Okoro]. All is not well.'
const ONLY_LEE = BOTH.replace('[Q2:“No,”] [C2:said] [S2:Tom Okoro]', '“No,” said Tom Okoro')
const WIDER = BOTH.replace('[C2:said] ', '[C2:said ]')
const NOBODY = '“It is over.” nobody said it; “No,” said no one.'

async function added(store: Store, notation = BOTH): Promise<ReviewArticle> {
  const { articleId } = await store.addCoverage(coverageOf(notation))
  return reviewOf(store, articleId)
}

async function reviewOf(store: Store, articleId: string): Promise<ReviewArticle> {
  const review = await store.reviews.article(articleId)
  if (review === null) throw new Error(`no article ${articleId}`)
  return review
}

const seenOf = ({ standing, decisions }: ReviewedStatement) => ({
  statementId: standing.id,
  decisionId: decisions.at(-1)?.id ?? null,
})

function at({ statements }: ReviewArticle, place: number): ReviewedStatement {
  const statement = statements[place]
  if (statement === undefined) throw new Error(`no statement ${place}`)
  return statement
}

/** Changes the statement at a place of the article as it is now. */
async function change(store: Store, articleId: string, place: number, changed: ReviewChange) {
  const review = await reviewOf(store, articleId)
  const step = {
    kind: 'change',
    seen: seenOf(at(review, place)),
    textId: review.article.textId,
    change: changed,
  } as const
  return store.reviews.take(step, WHO)
}

/** One of the statements that are there now. */
async function anyOf(store: Store, articleId: string, any: number) {
  const review = await reviewOf(store, articleId)
  const place = any % review.statements.length
  return { place, standing: at(review, place).standing }
}

/** What persons decided, apart from when and by which rows. */
const decided = ({ statements }: ReviewArticle) =>
  statements
    .filter(({ machine, state }) => machine !== null || state.values.words !== null)
    .map(({ standing, state: { verdict, values } }) => ({ id: standing.id, verdict, values, standing }))

async function expectChecked(store: Store): Promise<void> {
  for (const entry of await store.evidence.ledger(0)) expect(await store.evidence.bodyNow(entry)).toEqual(entry.body)
  expect([await store.evidence.unledgered(), await store.evidence.misshown()]).toEqual([[], []])
}

const CHANGES: readonly ReviewChange[] = [
  { verdict: 'accepted' },
  { verdict: 'rejected' },
  { act: { is: 'deny' as Act } },
  { act: { is: null } },
  { kind: 'mixed' },
  { speaker: { name: 'Ana Ruiz', language: null } },
  { speaker: { nobody: true } },
  { saidOn: { is: knownEdtf('2022-05') } },
  { addressee: { is: 'the council' } },
  { words: { source: [], cue: [], content: [[0, 4]] } },
  { translation: { language: 'fr', content: 'C’est fini.' } },
]
const anyChange = fc.record({ place: fc.nat(1), changed: fc.constantFrom(...CHANGES) })
const anyReading = fc.constantFrom(BOTH, ONLY_LEE, WIDER)

export function reviewRules(open: OpenEmpty): void {
  test('what a person says stands beside what the machine read, and is what the public sees', () =>
    withStore(open, async (store) => {
      const { article, statements } = await added(store)
      const words = { source: [[0, 4]], cue: [], content: [[12, 23]] } as const
      const saidOn = { is: knownEdtf('2022-05') }
      const all: ReviewChange = { words, kind: 'mixed', act: { is: 'deny' }, saidOn, addressee: { is: 'the council' } }
      await change(store, article.id, 0, { ...all, speaker: { name: 'Ana Ruiz', language: 'es' } })
      await change(store, article.id, 0, { translation: { language: 'fr', content: 'C’est fini.' } })
      await change(store, article.id, 0, { verdict: 'accepted' })
      const one = at(await reviewOf(store, article.id), 0)
      expect(one.machine).toMatchObject({ kind: 'direct', act: null, content: statements[0]?.machine?.content })
      const said = { ...words, kind: 'mixed', act: 'deny', saidOn: '2022-05', addressee: { name: 'the council' } }
      expect(one.standing).toMatchObject(said)
      const shown = await store.publicRecord.statement(one.standing.id, null)
      expect(shown).toMatchObject({ statement: said, speaker: { names: [{ name: 'Ana Ruiz' }] } })
      expect(shown).toMatchObject({
        decision: { values: { translations: [{ language: 'fr', by: { account: null } }] } },
      })
      await expectChecked(store)
    }))

  test('a later reading leaves what a person says, and is shown where it is another', () =>
    withStore(open, async (store) => {
      const { article } = await added(store)
      await change(store, article.id, 1, { verdict: 'accepted', act: { is: 'deny' } })
      const before = at(await reviewOf(store, article.id), 1)
      expect(before.disagreements).toEqual(['act'])
      await store.addReading(article.textId, readingOf(WIDER, '2'))
      const after = at(await reviewOf(store, article.id), 1)
      expect(after.standing).toEqual(before.standing)
      expect(after.disagreements).toEqual(['words', 'act'])
      expect(after.machine?.cue).toEqual(readingOf(WIDER).statements[1]?.cue)
      await store.addReading(article.textId, readingOf(ONLY_LEE, '3'))
      const gone = at(await reviewOf(store, article.id), 1)
      expect({ ...gone.standing, stillRead: true }).toEqual(before.standing)
      await expectChecked(store)
    }))

  test('a statement that a person added is known again when a machine reads it', () =>
    withStore(open, async (store) => {
      const { article } = await added(store, ONLY_LEE)
      const found = readingOf(BOTH).statements[1]
      if (found === undefined) throw new Error('it has two')
      const { source, cue, content } = found
      const step = {
        kind: 'add',
        articleId: article.id,
        textId: article.textId,
        words: { source, cue, content },
      } as const
      const outcome = await store.reviews.take(step, WHO)
      const [id = ''] = outcome.state === 'done' ? outcome.ids : []
      expect(await store.publicRecord.statement(id, null)).toBeNull()
      await change(store, article.id, 1, { verdict: 'accepted' })
      expect(await store.publicRecord.statement(id, null)).toMatchObject({ statement: { id, content } })
      expect((await store.publicRecord.statements({ ...EVERYTHING, at: null, words: 'No' })).total).toBe(1)
      await expectChecked(store)
      expect(await store.addReading(article.textId, readingOf(BOTH, '2'))).toMatchObject({ kept: 2, added: 0, gone: 0 })
      const [, now] = (await reviewOf(store, article.id)).statements
      expect([now?.standing.id, now?.machine?.content]).toEqual([id, content])
      await expectChecked(store)
    }))

  test('an article in which nothing is read is worked by hand, and what is added can be undone', () =>
    withStore(open, async (store) => {
      const { article } = await added(store, NOBODY)
      const words = { source: [], cue: [], content: [[0, 13]] } as const
      const step = { kind: 'add', articleId: article.id, textId: article.textId, words } as const
      await store.reviews.take(step, WHO)
      const [one] = (await reviewOf(store, article.id)).statements
      expect(one).toMatchObject({ machine: null, standing: { content: [[0, 13]] } })
      expect((await store.reviews.queue({ cursor: null, limit: 5 })).items).toMatchObject([{ undecided: 1 }])
      if (one !== undefined) await store.reviews.take({ kind: 'undo', seen: seenOf(one) }, WHO)
      expect((await reviewOf(store, article.id)).statements).toEqual([])
      expect((await store.reviews.queue({ cursor: null, limit: 5 })).items).toEqual([])
      await expectChecked(store)
    }))

  test('two statements become one, one becomes two, and the undoing gives all back', () =>
    withStore(open, async (store) => {
      const before = await added(store)
      const { id, textId } = before.article
      const [first, other] = [at(before, 0), at(before, 1)]
      await store.reviews.take({ kind: 'join', seen: seenOf(first), other: seenOf(other), textId }, WHO)
      const joined = await reviewOf(store, id)
      expect(at(joined, 0).standing.content).toEqual([...first.standing.content, ...other.standing.content])
      expect(joined.statements.map(({ state }) => [state.verdict, state.values.joinedInto])).toEqual([
        ['open', null],
        ['rejected', first.standing.id],
      ])
      await store.reviews.take({ kind: 'undo', seen: seenOf(at(joined, 0)) }, WHO)
      expect(decided(await reviewOf(store, id))).toEqual(decided(before))
      const seen = seenOf(at(await reviewOf(store, id), 0))
      await store.reviews.take({ kind: 'split', seen, textId, at: (first.standing.content[0]?.[0] ?? 0) + 4 }, WHO)
      const split = await reviewOf(store, id)
      expect(split.statements).toHaveLength(3)
      expect(at(split, 1).standing).toMatchObject({
        source: first.standing.source,
        speakerId: first.standing.speakerId,
      })
      await store.reviews.take({ kind: 'undo', seen: seenOf(at(split, 1)) }, WHO)
      expect(decided(await reviewOf(store, id))).toEqual(decided(before))
      await expectChecked(store)
    }))

  test('who decides about what somebody else decided about since is told so, and nothing is written', () =>
    withStore(open, async (store) => {
      const review = await added(store)
      const { id, textId } = review.article
      await change(store, id, 0, { act: { is: 'deny' } })
      const seen = seenOf(at(review, 0))
      const outcome = await store.reviews.take({ kind: 'change', seen, textId, change: { verdict: 'accepted' } }, WHO)
      expect(outcome).toMatchObject({
        state: 'overtaken',
        statementId: seen.statementId,
        since: [{ verdict: 'open', values: { act: { is: 'deny' } } }],
      })
      expect(at(await reviewOf(store, id), 0).decisions).toHaveLength(1)
    }))

  test.each([
    ['no content', { words: { source: [], cue: [], content: [] } }],
    ['behind the end', { words: { source: [], cue: [], content: [[0, 4000]] } }],
    [
      'overlapping',
      {
        words: {
          source: [],
          cue: [],
          content: [
            [0, 4],
            [2, 6],
          ],
        },
      },
    ],
    ['backwards', { words: { source: [[4, 2]], cue: [], content: [[0, 4]] } }],
    ['a translation into nothing', { translation: { language: 'English!', content: 'It is over.' } }],
    ['an empty translation', { translation: { language: 'en', content: '  ' } }],
    ['an empty speaker', { speaker: { name: ' ', language: null } }],
    ['a speaker who is not there', { speaker: { actorId: 'nobody' } }],
  ] as const)('what makes no sense is refused with a sentence, and nothing is written: %s', (_, changed) =>
    withStore(open, async (store) => {
      const { article } = await added(store)
      const entries = (await store.evidence.ledger(0)).length
      await expect(change(store, article.id, 0, changed as ReviewChange)).rejects.toMatchObject({ code: 'refused' })
      expect(await store.evidence.ledger(0)).toHaveLength(entries)
    }),
  )

  test('a passage is marked, and marked no more', () =>
    withStore(open, async (store) => {
      const { article } = await added(store)
      const { id: articleId, textId } = article
      await store.reviews.take({ kind: 'mark', articleId, textId, span: [0, 8] }, WHO)
      const { passages } = await reviewOf(store, articleId)
      expect(passages).toMatchObject([{ span: [0, 8] }])
      await store.reviews.take({ kind: 'unmark', passageId: passages[0]?.id ?? '' }, WHO)
      expect((await reviewOf(store, articleId)).passages).toEqual([])
      await expectChecked(store)
    }))

  test('with an article goes all that persons said of it', () =>
    withStore(open, async (store) => {
      const { article } = await added(store)
      await change(store, article.id, 0, { speaker: { name: 'Quetzalina Ruiz', language: null }, verdict: 'accepted' })
      await change(store, article.id, 0, { translation: { language: 'fr', content: 'Quetzal' } })
      await store.removeArticle({ articleId: article.id, reason: 'a court ordered it', by: null })
      expect(await store.reviews.article(article.id)).toBeNull()
      expect(JSON.stringify(await everythingIn(store))).not.toContain('Quetzal')
      expect([await store.evidence.unledgered(), await store.evidence.misshown()]).toEqual([[], []])
      const entries = await store.evidence.ledger(0)
      const bodies = await store.evidence.bodiesNow(entries)
      expect(bodies).toEqual(entries.map(({ body }, at) => (bodies[at] === 'removed' ? 'removed' : body)))
    }))

  test(
    'whatever is decided and read again, each value of a person stays, and an undoing gives back the state before',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.oneof(anyChange, anyReading), { minLength: 1, maxLength: 8 }),
          anyChange,
          async (steps, last) =>
            withStore(open, async (store) => {
              const { article } = await added(store)
              const said = new Map<string, unknown>()
              let version = 1
              for (const step of steps) {
                if (typeof step === 'string') {
                  version += 1
                  await store.addReading(article.textId, readingOf(step, String(version)))
                } else {
                  const { standing, place } = await anyOf(store, article.id, step.place)
                  await change(store, article.id, place, step.changed)
                  const after = (await reviewOf(store, article.id)).statements.find(
                    (one) => one.standing.id === standing.id,
                  )
                  said.set(standing.id, after?.state)
                }
                for (const { standing, state } of (await reviewOf(store, article.id)).statements)
                  if (said.has(standing.id)) expect(state).toEqual(said.get(standing.id))
              }
              const before = decided(await reviewOf(store, article.id))
              const { standing, place } = await anyOf(store, article.id, last.place)
              await change(store, article.id, place, last.changed)
              const changed = (await reviewOf(store, article.id)).statements.find(
                (one) => one.standing.id === standing.id,
              )
              if (changed !== undefined) await store.reviews.take({ kind: 'undo', seen: seenOf(changed) }, WHO)
              expect(decided(await reviewOf(store, article.id))).toEqual(before)
              await expectChecked(store)
            }),
        ),
        { numRuns: 25 },
      ),
    60_000,
  )

  test('what dossiers rest on comes first, then the least certain', () =>
    withStore(open, async (store) => {
      const sure = await added(store, '[S:Ana Ruiz] [C:said]: [Q:“Yes.”]')
      const other = await added(store, '[S:Tom Ross] [C:said]: [Q:“Perhaps.”]')
      const rested = await added(store, '[S:Mara Lee] [C:said]: [Q:“The report.”]\n\n[S2:Jo Kim] [C2:said]: [Q2:“No.”]')
      const first = at(rested, 0).standing
      await store.dossiers.take(taken(smallDossier([saying(rested.article.id, first.id)]), { publish: false }))
      const lines = (await store.reviews.queue({ cursor: null, limit: 3 })).items
      expect(lines.map(({ dossier, undecided }) => [dossier, undecided])).toEqual([
        ['followed', 2],
        [null, 1],
        [null, 1],
      ])
      await store.dossiers.publish('dam', { isPublished: true, by: AT_THE_MACHINE })
      expect((await store.reviews.queue({ cursor: null, limit: 1 })).items).toMatchObject([
        { dossier: 'published', undecided: 1 },
      ])
      await change(store, rested.article.id, 1, { verdict: 'rejected' })
      const { items, total } = await store.reviews.queue({ cursor: null, limit: 1 })
      expect([items.map(({ article }) => article.id), total]).toEqual([[sure.article.id], 2])
      const page = await store.reviews.queue({ cursor: null, limit: 1 })
      const next = await store.reviews.queue({ cursor: page.next, limit: 5 })
      expect(next.items.map(({ article }) => article.id)).toEqual([other.article.id])
      await change(store, sure.article.id, 0, { verdict: 'accepted' })
      expect((await store.reviews.queue({ cursor: null, limit: 5 })).items.map(({ article }) => article.id)).toEqual([
        other.article.id,
      ])
    }))
}
