import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { expect, onTestFinished, test } from 'vitest'
import { addAccepted } from '../../test/accepted-record.ts'
import { openTestRecord } from '../../test/open-test-record.ts'
import { pagesOver } from '../../test/pages-over.ts'
import { saying, smallDossier, taken } from '../../test/small-dossier.ts'
import type { Dossier } from '../record/dossier/dossier.ts'
import type { Id } from '../record/id.ts'
import type { ActorName } from '../record/records.ts'
import { knownEdtf } from '../text/edtf-time.ts'

const clock = { now: () => '2026-11-24T05:41:00.000Z' }
const DAY = knownEdtf('2026-03-01')

/** What would run, break out of an attribute or of a drawing, or turn the line around, if a page let it. */
const PIECES = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  ' onfocus=alert(1) autofocus ',
  '</title></textarea></bdi></text></svg><svg onload=alert(1)>',
  '<animate onbegin=alert(1) attributeName=x>',
  '<a href="javascript:alert(1)">',
  '\u202egnol si siht',
  '\u2066\u2067open for ever',
  '{who} {what} {date}',
  '$& $1 $`',
  '&lt;script&gt;',
  'javascript:alert(1)',
  '新疆 ئۇيغۇر عربي עברית',
  'x'.repeat(300),
]

/** Words made of such pieces; 200 in all, the same in every run. */
const HOSTILE = [
  'x'.repeat(10_000),
  ...fc.sample(
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
    { numRuns: 199, seed: 200 },
  ),
]

function named(name: string): readonly ActorName[] {
  return [
    { name, language: null, script: 'Latn', kind: 'official' },
    { name, language: 'ar', script: 'Arab', kind: 'alias' },
  ]
}

/** A dossier in which everything that a person writes is hostile. */
function hostileDossier(words: string, articleId: Id, statementId: Id): Dossier {
  const evidence = [
    { ...saying(articleId, statementId), words, via: [words] },
    { ...saying(articleId, null, null), words },
  ]
  const dossier = smallDossier(evidence)
  const due = { date: knownEdtf('2026-06'), words }
  return {
    ...dossier,
    title: words,
    summary: words,
    actors: dossier.actors.map((actor) => ({
      ...actor,
      names: named(words),
      roles: [{ title: words, of: 'lee', when: null }],
      identifiers: [{ scheme: 'url', value: words }],
    })),
    places: [{ id: 'place', names: named(words), in: null, identifiers: [] }],
    commitments: dossier.commitments.map((commitment) => ({
      ...commitment,
      what: words,
      events: commitment.events.map((event) => ({ ...event, due })),
      terms: [{ id: 'term', what: words, steps: [{ id: 'step', state: 'sought', by: 'lee', date: DAY, evidence }] }],
    })),
    demands: [
      {
        id: 'demand',
        addresseeId: 'lee',
        what: words,
        date: DAY,
        commitmentId: null,
        listed: ['lee'],
        declared: { count: 9, of: words },
        evidence,
        replies: [{ id: 'reply', kind: 'answered', by: 'lee', date: DAY, evidence }],
      },
    ],
    figures: [
      {
        id: 'figure',
        what: words,
        claims: [
          {
            id: 'claim',
            by: null,
            claimant: words,
            comparator: '<=',
            value: 7,
            unit: words,
            date: DAY,
            since: null,
            evidence,
          },
        ],
      },
    ],
    quoted: [{ ...saying(articleId, statementId), id: 'quoted', words }],
  }
}

/** Everything in a page that would run, load or leave: none in a page that is safe. */
function dangersIn(page: string): readonly string[] {
  const { document } = parseHTML(page)
  const scripts = [...document.querySelectorAll('script')].filter(
    (script) =>
      script.getAttribute('type') !== 'application/ld+json' && !/^\/static\//.test(script.getAttribute('src') ?? ''),
  )
  const elements = [...document.querySelectorAll('img, iframe, object, embed, base, style, animate, set, use, image')]
  const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes].filter(
      ({ name, value }) =>
        /^on|^style$|^srcdoc$|^autofocus$/.test(name) ||
        (/href$|^action$|^src$/.test(name) && !/^(?:\/(?!\/)|#|https?:\/\/)/.test(value)),
    ),
  )
  return [...scripts, ...elements].map(String).concat(attributes.map(({ name, value }) => `${name}=${value}`))
}

test('200 hostile names, titles, terms and quotations do nothing on any page', { timeout: 240_000 }, async () => {
  const store = await openTestRecord({ folder: null, clock })
  onTestFinished(() => store.close())
  const { articleId, statementIds } = await addAccepted(store, {
    notation: '[S:Mara Lee] [C:said] [Q:“It will come.”]',
  })
  const { get } = await pagesOver(store, clock)
  for (const words of HOSTILE) {
    await store.dossiers.take(taken(hostileDossier(words, articleId, statementIds[0] ?? '')))
    const typed = encodeURIComponent(words.slice(0, 300))
    for (const path of ['/', `/dossiers?q=${typed}`, `/dossiers/dam?on=${typed}&asOf=${typed}`]) {
      const page = await (await get(path)).text()
      expect({ words, path, dangers: dangersIn(page) }).toEqual({ words, path, dangers: [] })
      expect(page.slice(0, page.indexOf('</title>'))).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
      // What a drawing says of somebody else's words is isolated by us, and closed by us.
      for (const [, text = ''] of page.matchAll(/<text[^>]*>(.*?)<\/text>/g))
        expect(text).not.toMatch(/[\u202a-\u202e\u2067]/)
    }
  }
})
