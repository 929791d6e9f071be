import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverageOf } from '../marked-coverage.ts'
import { EVERYTHING, type OpenEmpty, pagesOf, withStore } from './open-empty.ts'

const NAMES = ['Mara Lee', 'Tom Okoro', 'Ana Silva', 'Jun Sato']

/** The nth article; every third tells of rain, and speakers come up more or less often. */
function nth(n: number) {
  const speaker = NAMES[Math.floor(Math.sqrt(n)) % NAMES.length]
  const weather = `${n % 3 === 0 ? 'Rain' : 'Sun'} on day ${n}.`
  const said = `[S:${speaker}] [C:said]: [Q:“Number ${n}.”]\n\n[Q2:“Yes,”] [C2:said] [S2:${speaker}].`
  return coverageOf(`${weather}\n\n${said}`, { headline: `Day ${n}` })
}

const COUNT = 17

export function listRules(open: OpenEmpty): void {
  test('pages of any size partition a list, in the order of the whole', () =>
    withStore(open, async (store) => {
      for (let n = 0; n < COUNT; n += 1) await store.addCoverage(nth(n))
      const [most] = (await store.speakers(EVERYTHING)).items
      const lists = [
        (cursor: string | null, limit: number) => store.articles({ words: null, cursor, limit }),
        (cursor: string | null, limit: number) => store.articles({ words: 'rain', cursor, limit }),
        (cursor: string | null, limit: number) => store.speakers({ words: null, cursor, limit }),
        async (cursor: string | null, limit: number) => {
          const speaker = await store.speaker(most?.id ?? '', { words: null, cursor, limit })
          const page = speaker?.statements ?? { items: [], total: -1, next: null }
          return { ...page, items: page.items.map(({ statement }) => statement) }
        },
      ]
      for (const list of lists) {
        const whole = await list(null, 200)
        expect(whole.items.length).toBe(whole.total)
        expect(whole.items.length).toBeGreaterThan(3)
        for (const limit of [1, 2, 3, 5, 16, 17, 18]) {
          const pages = await pagesOf<{ readonly id: string }>((cursor) => list(cursor, limit))
          expect(pages.flatMap(({ items }) => items)).toEqual(whole.items)
          expect(pages.every(({ items, total }) => items.length <= limit && total === whole.total)).toBe(true)
          expect(pages.length).toBe(Math.ceil(whole.total / limit))
        }
      }
    }))

  test('articles come newest first, also where the clock stands still or goes back', () =>
    withStore(
      open,
      async (store) => {
        for (let n = 0; n < 5; n += 1) await store.addCoverage(nth(n))
        const { items } = await store.articles(EVERYTHING)
        expect(items.map(({ headline }) => headline)).toEqual(['Day 4', 'Day 3', 'Day 2', 'Day 1', 'Day 0'])
        expect(items.map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).reverse())
      },
      backwards(),
    ))

  test('what is added between two pages neither repeats nor hides what was there', () =>
    withStore(open, async (store) => {
      for (let n = 0; n < 6; n += 1) await store.addCoverage(nth(n))
      const first = await store.articles({ words: null, cursor: null, limit: 3 })
      await store.addCoverage(nth(6))
      const second = await store.articles({ words: null, cursor: first.next, limit: 3 })
      const shown = [...first.items, ...second.items].map(({ headline }) => headline)
      expect(shown).toEqual(['Day 5', 'Day 4', 'Day 3', 'Day 2', 'Day 1', 'Day 0'])
      expect(second.next).toBeNull()
    }))

  test('a cursor that is none gives the first page', () =>
    withStore(open, async (store) => {
      for (let n = 0; n < 3; n += 1) await store.addCoverage(nth(n))
      const first = await store.articles({ words: null, cursor: null, limit: 2 })
      const speakers = await store.speakers({ words: null, cursor: null, limit: 1 })
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(fc.string(), fc.constantFrom('', '-1', '1e3', '1.2.3', '9'.repeat(40))),
          async (cursor) => {
            fc.pre(!/^\d{1,15}(\.\d{1,15})?$/u.test(cursor))
            expect(await store.articles({ words: null, cursor, limit: 2 })).toEqual(first)
            expect(await store.speakers({ words: null, cursor, limit: 1 })).toEqual(speakers)
          },
        ),
        { numRuns: 30 },
      )
    }))

  test.each([0, -1, Number.NaN, 1e9, 1.5])('a limit of %s still gives a page', (limit) =>
    withStore(open, async (store) => {
      for (let n = 0; n < 3; n += 1) await store.addCoverage(nth(n))
      const { items, total } = await store.articles({ words: null, cursor: null, limit })
      expect(items.length).toBeGreaterThan(0)
      expect(total).toBe(3)
    }),
  )
}

/** Each time a second before the last. */
function backwards() {
  let time = Date.parse('2026-03-01T12:00:00.000Z')
  return {
    now: () => {
      time -= 1000
      return new Date(time).toISOString()
    },
  }
}
