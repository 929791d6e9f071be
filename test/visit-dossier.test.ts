import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Article } from '../src/article/article.ts'
import { readArticle } from '../src/article/read-article.ts'
import { sampleInputs } from '../src/gather/samples.ts'
import { dayInLastZone } from '../src/record/dossier/day-in-zones.ts'
import { dossierStanding } from '../src/record/dossier/dossier-standing.ts'
import type { Quoted } from '../src/record/dossier/quoted.ts'
import { parseDossierFile } from '../src/record/dossier-file/parse-dossier-file.ts'
import { writeDossierFile } from '../src/record/dossier-file/write-dossier-file.ts'
import { parseEdtf } from '../src/text/edtf-time.ts'
import { sampleMark } from '../src/web/sample-mark.ts'
import { answersInWords } from './commitment-cases.ts'

const FOLDER = join(import.meta.dirname, '../samples/visit')
const outcome = parseDossierFile(readFileSync(join(FOLDER, 'xinjiang-visit.dossier.json'), 'utf8'))
if (!outcome.ok) throw new Error(outcome.faults[0]?.sentence)
const { dossier } = outcome.file

async function articleIn(file: string): Promise<readonly [string, Article]> {
  const read = await readArticle(readFileSync(join(FOLDER, file)), { contentType: null, url: null })
  if (!read.ok) throw new Error(read.fault.sentence)
  return [file, read.article]
}

const files = readdirSync(FOLDER).filter((file) => file.endsWith('.html'))
const articles = new Map(await Promise.all(files.map(articleIn)))

function articleOf(file: string) {
  const article = articles.get(file)
  if (article === undefined) return null
  const published = parseEdtf(article.published ?? '')
  return { outlet: article.outlet, published: published.ok ? published.time : null }
}

function standingOn(day: string) {
  return dossierStanding(dossier, { today: dayInLastZone(`${day}T12:00:00Z`, dossier.timeZones), articleOf })
}

/** All words of articles that a value of the dossier names. */
function quotedIn(value: unknown): readonly Pick<Quoted, 'article' | 'words'>[] {
  if (value === null || typeof value !== 'object') return []
  const here = 'article' in value && 'words' in value ? [value as Quoted] : []
  return [...here, ...Object.values(value).flatMap(quotedIn)]
}

const quoted = quotedIn(dossier)

test.each(quoted)('$article prints “$words”, once', ({ article, words }) => {
  expect(articles.get(article)?.text.split(words)).toHaveLength(2)
})

test('every article is drawn on, and each has an outlet, a day and a language', () => {
  expect(new Set(quoted.map(({ article }) => article))).toEqual(new Set(files))
  for (const { outlet, published, language } of articles.values()) {
    expect(outlet).not.toBeNull()
    expect(published).toMatch(/^20(?:21|22)-\d\d-\d\d$/)
    expect(language).toMatch(/^en/)
  }
})

test('both papers that print the agency’s copy say so', () => {
  const printed = dossier.commitments[0]?.events[1]?.evidence.map(({ article, via }) => [
    articles.get(article)?.outlet,
    articles.get(article)?.byline,
    via,
  ])
  expect(printed).toEqual([
    ['The Straits Times', 'Reuters', ['Reuters']],
    ['WHTC', 'Reuters', ['Reuters']],
  ])
})

/** The words that were really said or written: no article puts any others between quotation marks. */
const REAL_WORDS = [
  'no concrete progress',
  'friendly visit',
  "However, this visit shall in no way become the so-called 'investigation' under the presumption of guilt",
  'I am pleased to announce that we have recently reached an agreement with the government of China for a visit.',
  'parameters',
  'ongoing',
  'meaningful access, including unsupervised interviews with civil society',
  'The release of the report without further delay is essential – to send a message to victims and perpetrators alike that no state, no matter how powerful, is above international law or the robust independent scrutiny of your office',
  'with a view to making it public',
  'credible reports',
  'not an investigation',
  'in an unsupervised manner',
  'remains concerned',
  'did not enable a complete and independent assessment of the human rights environment',
  'limitations, especially given the prevailing Covid restrictions',
  'accompanied by government officials throughout the visit',
  'I was not able to speak to any Uyghurs currently detained or their families during the visit',
  'I was not able to speak to any Uyghurs currently detained or their families during the visit.',
  'I had fully intended for it to be released before the end of my mandate and will try.',
  'serious human rights violations have been committed',
  'may constitute international crimes, in particular crimes against humanity',
  'I said that I would publish it before my mandate ended and I have',
  'firmly opposes the release',
]

test('nobody is given words that were not said, and none is left out', () => {
  const printed = [...articles.values()].flatMap(({ text }) =>
    [...text.matchAll(/“([^”]*)”/g)].map(([, words]) => words),
  )
  expect(new Set(printed)).toEqual(new Set(REAL_WORDS))
})

const NO_PROMISE = 'official: nothing; evidence: none; schedule: no date'
const VISIT_MADE = 'official: announced; evidence: supported (met); schedule: met on time'
const TO_BE_SHARED = 'official: announced; evidence: reported; schedule: no date'

/** A day, and where the report, the visit, the sharing of the assessment, and the letter stand on it. */
const DAYS: readonly (readonly [day: string, report: string, visit: string, sharing: string, letter: string])[] = [
  ['2021-08-31', NO_PROMISE, NO_PROMISE, NO_PROMISE, 'not made yet'],
  ['2021-10-01', 'official: announced; evidence: reported; schedule: no date', NO_PROMISE, NO_PROMISE, 'not made yet'],
  [
    '2021-12-11',
    'official: scheduled; evidence: supported; schedule: due in 21 to 51 days',
    'official: announced; evidence: reported; schedule: no date',
    NO_PROMISE,
    'not made yet',
  ],
  [
    '2022-01-15',
    'official: scheduled; evidence: supported; schedule: perhaps overdue by up to 14 days',
    'official: announced; evidence: reported; schedule: no date',
    NO_PROMISE,
    'not made yet',
  ],
  [
    '2022-03-08',
    'official: scheduled; evidence: supported; schedule: overdue by 36 to 66 days',
    'official: announced; evidence: supported (agreed); schedule: due in 84 days',
    NO_PROMISE,
    'open for 0 days',
  ],
  [
    '2022-04-01',
    'official: scheduled; evidence: supported; schedule: overdue by 60 to 90 days',
    'official: announced; evidence: supported (agreed); schedule: due in 60 days',
    NO_PROMISE,
    'open for 24 days',
  ],
  [
    '2022-05-28',
    'official: scheduled; evidence: supported; schedule: overdue by 117 to 147 days',
    VISIT_MADE,
    NO_PROMISE,
    'open for 81 days',
  ],
  [
    '2022-08-24',
    'official: scheduled; evidence: supported; schedule: overdue by 205 to 235 days',
    VISIT_MADE,
    TO_BE_SHARED,
    'open for 169 days',
  ],
  [
    '2022-08-30',
    'official: scheduled; evidence: reported; schedule: due soon, in 1 day, 211 to 241 days past the first date',
    VISIT_MADE,
    TO_BE_SHARED,
    'open for 175 days',
  ],
  [
    '2022-08-31',
    'official: met; evidence: supported; schedule: met on time, 212 to 242 days past the first date',
    VISIT_MADE,
    TO_BE_SHARED,
    'met for 176 days',
  ],
  [
    '2026-11-24',
    'official: met; evidence: supported; schedule: met on time, 212 to 242 days past the first date',
    VISIT_MADE,
    TO_BE_SHARED,
    'met for 176 days',
  ],
]

test.each(DAYS)('on %s', (day, report, visit, sharing, letter) => {
  const { commitments, demands } = standingOn(day)
  expect(commitments.map(({ answers }) => answersInWords(answers))).toEqual([report, visit, sharing])
  const standings = demands.map(({ standing: { state, openFor } }) => {
    return openFor === null ? state : `${state} for ${openFor.most} days`
  })
  expect(standings).toEqual([letter])
})

/** A term, and what each side says of it when all is over. */
const TERMS = [
  ['interviews', 'ohchr: sought, granted'],
  ['access', 'ohchr: sought, restricted', 'blinken: restricted'],
  ['detained', 'ohchr: refused'],
  ['no-investigation', 'china: sought', 'ohchr: granted'],
  ['hold-off', 'china: sought'],
]

test('what was asked for, and what came of it', () => {
  const [, visit] = standingOn('2022-09-01').commitments
  const terms = visit?.terms.map(({ term, sides }) => [
    term.id,
    ...sides.map(({ side, steps }) => `${side ?? 'outlets'}: ${steps.map(({ state }) => state).join(', ')}`),
  ])
  expect(terms).toEqual(TERMS)
})

test('the three figures stand side by side', () => {
  const [held] = standingOn('2022-09-01').figures
  const claims = held?.rows.map(({ claim }) => [claim.by ?? claim.claimant, claim.comparator, claim.value, claim.unit])
  expect(claims).toEqual([
    ['experts', '>', 1_000_000, 'people'],
    ['campaigners', '>=', 1_000_000, 'people'],
    ['investigative reports', '<=', 1_800_000, 'people'],
  ])
})

test('the letter names two of those who signed, and counts all', () => {
  const [letter] = dossier.demands
  expect([letter?.listed, letter?.declared]).toEqual([['hrw', 'amnesty'], { count: 192, of: 'rights groups' }])
})

test('the place has its two names', () => {
  const names = dossier.places.find(({ id }) => id === 'xinjiang')?.names.map(({ name, script }) => [name, script])
  expect(names).toEqual([
    ['Xinjiang', 'Latn'],
    ['新疆', 'Hani'],
  ])
})

test('each article is marked as one whose words are ours', async () => {
  const sampleOf = await sampleMark(sampleInputs)()
  for (const input of await sampleInputs('retold'))
    expect(sampleOf({ name: 'mine.html', sha256: createHash('sha256').update(input.bytes).digest('hex') })).toBe(
      'retold',
    )
})

test('what is written is what was read', () => {
  const again = parseDossierFile(writeDossierFile(outcome.file))
  expect(again).toEqual(outcome)
})
