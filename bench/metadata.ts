import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readArticle } from '../src/article/read-article.ts'
import type { Bench, BenchFigure } from './bench.ts'

const USUAL_DATA = '../shared/data/pages/readability-test-pages.tar.gz'

/** What is expected of a page, as far as it is compared here; null or left out where the page does not give it. */
type Expected = {
  readonly title?: string | null
  readonly byline?: string | null
  readonly siteName?: string | null
  readonly publishedTime?: string | null
  readonly lang?: string | null
}

type Count = { right: number; given: number }

function letters(value: string | null | undefined): string {
  return (
    (value ?? '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  )
}

/** Equal but for signs and case; of bylines it is enough that one holds the other ("By Ana Reyes, 8 March"). */
function agrees(field: string, wanted: string, found: string | null): boolean {
  const [want, got] = [letters(wanted), letters(found)]
  if (field === 'byline') return got !== '' && (want.includes(got) || got.includes(want))
  return field === 'language' ? want.split(' ')[0] === got.split(' ')[0] : want === got
}

async function compare(folder: string): Promise<{
  readonly counts: ReadonlyMap<string, Count>
  readonly pages: number
  readonly faults: readonly string[]
}> {
  const counts = new Map<string, Count>()
  const faults: string[] = []
  const pages = readdirSync(folder).sort()
  for (const page of pages) {
    const expected = JSON.parse(readFileSync(join(folder, page, 'expected-metadata.json'), 'utf8')) as Expected
    const outcome = await readArticle(readFileSync(join(folder, page, 'source.html')), { contentType: null, url: null })
    if (!outcome.ok) {
      faults.push(`${page}: ${outcome.fault.sentence}`)
      continue
    }
    const { headline, byline, outlet, published, language } = outcome.article
    const fields = [
      ['headline', expected.title, headline],
      ['byline', expected.byline, byline],
      ['outlet', expected.siteName, outlet],
      ['published', expected.publishedTime?.slice(0, 10), published],
      ['language', expected.lang, language],
    ] as const
    for (const [field, wanted, found] of fields) {
      if (!wanted) continue
      const count = counts.get(field) ?? { right: 0, given: 0 }
      counts.set(field, { right: count.right + (agrees(field, wanted, found) ? 1 : 0), given: count.given + 1 })
    }
  }
  return { counts, pages: pages.length, faults }
}

/** How often headline, byline, outlet, date and language are what Readability's own tests expect, where they expect one. */
export const bench: Bench = async ({ data }) => {
  const archive = data ?? USUAL_DATA
  if (!existsSync(archive))
    return { ok: false, needs: `needs ${archive}, Mozilla Readability's test pages as a tar archive` }
  const work = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const { status, stderr } = spawnSync('tar', ['xzf', archive, '-C', work], { encoding: 'utf8' })
    if (status !== 0) return { ok: false, needs: `needs a tar archive at ${archive}: ${stderr.trim()}` }
    const { counts, pages, faults } = await compare(join(work, 'test-pages'))
    const figures: BenchFigure[] = [
      { name: 'pages', value: pages, unit: '' },
      { name: 'articles', value: pages - faults.length, unit: '' },
      ...counts.entries().map(([name, { right, given }]) => ({
        name,
        value: Math.round((1000 * right) / given) / 10,
        unit: `% of ${given}`,
      })),
    ]
    return { ok: true, figures, notes: faults }
  } finally {
    rmSync(work, { recursive: true })
  }
}
