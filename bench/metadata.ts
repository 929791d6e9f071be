import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readArticle } from '../src/article/read-article.ts'
import type { Bench, BenchFigure } from './bench.ts'
import { placeIn } from './place-in.ts'

const USUAL_DATA = '../shared/data/pages/readability-test-pages.tar.gz'

/** What is expected of a page, as far as it is compared here; null or left out where the page does not give it. */
type Expected = {
  readonly title?: string | null
  readonly byline?: string | null
  readonly siteName?: string | null
  readonly publishedTime?: string | null
  readonly lang?: string | null
}

/** One value that a page should give, and what was read. */
type Comparison = {
  readonly page: string
  readonly field: string
  readonly wanted: string
  readonly found: string | null
}

/** Words of any script in lower case, signs and spaces aside. */
function letters(value: string | null): string {
  return (
    (value ?? '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  )
}

/** Equal but for signs and case; "By" before a byline and a date behind it are none of it, and a language is its first subtag. */
function agrees({ field, wanted, found }: Comparison): boolean {
  const [want, got] = [letters(wanted), letters(found)]
  if (field === 'byline') return got !== '' && (want.includes(got) || got.includes(want))
  return field === 'language' ? want.split(' ')[0] === got.split(' ')[0] : want === got
}

/** What a difference is made of, in words for the list below the figures. */
function kindOf({ field, wanted, found }: Comparison): string {
  const [want, got] = [letters(wanted), letters(found)]
  if (found === null) return `${field}: none was read`
  if (field === 'published') return `${field}: another day`
  if (want.startsWith(got)) return `${field}: expected with a name or slogan behind it`
  return want.endsWith(got) || want.includes(got) ? `${field}: expected with more around it` : `${field}: other words`
}

async function compare(folder: string): Promise<{
  readonly comparisons: readonly Comparison[]
  readonly pages: number
  readonly faults: readonly string[]
}> {
  const comparisons: Comparison[] = []
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
    for (const [field, wanted, found] of fields) if (wanted) comparisons.push({ page, field, wanted, found })
  }
  return { comparisons, pages: pages.length, faults }
}

/** The share of `comparisons` for which `isRight` holds, in per cent. */
function share(comparisons: readonly Comparison[], isRight: (comparison: Comparison) => boolean): number {
  return Math.round((1000 * comparisons.filter(isRight).length) / comparisons.length) / 10
}

/** Equal to the letter, runs of white space aside. */
function isSame({ wanted, found }: Comparison): boolean {
  return wanted.replace(/\s+/g, ' ').trim() === found
}

function figuresOf(comparisons: readonly Comparison[]): readonly BenchFigure[] {
  const fields = [...Map.groupBy(comparisons, ({ field }) => field)]
  const named = (name: string, isRight: (comparison: Comparison) => boolean) =>
    fields.map(([field, of]) => ({ name: `${field}${name}`, value: share(of, isRight), unit: `% of ${of.length}` }))
  return [...named('', agrees), ...named(', to the letter', isSame)]
}

/** The differences by their kind, the most frequent first, each with the pages where it is found. */
function differences(comparisons: readonly Comparison[]): readonly string[] {
  const kinds = [
    ...Map.groupBy(
      comparisons.filter((comparison) => !agrees(comparison)),
      kindOf,
    ),
  ]
  return kinds
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([kind, of]) => `${of.length} ${kind} (${of.map(({ page }) => page).join(', ')})`)
}

/** How often headline, byline, outlet, date and language are what Readability's own tests expect, where they expect one. */
export const bench: Bench = async ({ data }) => {
  const archive = data === null ? USUAL_DATA : placeIn(data, 'pages/readability-test-pages.tar.gz')
  if (!existsSync(archive))
    return { ok: false, needs: `needs ${archive}, Mozilla Readability's test pages as a tar archive` }
  const work = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const { status, stderr } = spawnSync('tar', ['xzf', archive, '-C', work], { encoding: 'utf8' })
    if (status !== 0) return { ok: false, needs: `needs a tar archive at ${archive}: ${stderr.trim()}` }
    const { comparisons, pages, faults } = await compare(join(work, 'test-pages'))
    const figures: BenchFigure[] = [
      { name: 'pages', value: pages, unit: '' },
      { name: 'articles', value: pages - faults.length, unit: '' },
      ...figuresOf(comparisons),
    ]
    return { ok: true, figures, notes: [...differences(comparisons), ...faults] }
  } finally {
    rmSync(work, { recursive: true })
  }
}
