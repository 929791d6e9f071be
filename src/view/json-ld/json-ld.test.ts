import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AcceptedArticle, addAccepted } from '../../../test/accepted-record.ts'
import { openTestRecord } from '../../../test/open-test-record.ts'
import { expandedJsonLd } from '../../../test/schema-org.ts'
import type { StatementKind } from '../../reading/statement.ts'
import type { Store } from '../../record/store.ts'
import { addressesAt } from './addresses.ts'
import { dossierGraph, outletGraph, speakerGraph, statementGraph, statementsGraph } from './page-nodes.ts'
import { jsonLdScript } from './script.ts'

const NOON = '2026-03-01T12:00:00.000Z'
const SITE = 'https://record.example'
const QUERY = { words: null, cursor: null, limit: 50, at: null, on: null }
const addresses = addressesAt(SITE)

let store: Store
beforeEach(async () => {
  store = await openTestRecord({ folder: null, clock: { now: () => NOON } })
})
afterEach(() => store.close())

function lee(kind: StatementKind): AcceptedArticle {
  return {
    notation: '[S:Mara Lee] [C:said]: [Q:“The report will come before the end of June.”]',
    article: {
      headline: 'Report in June',
      byline: 'Ana Ruiz and Bo Li',
      outlet: 'The Harbour Post',
      published: '2026-02-03',
      language: 'en',
      url: 'https://post.example/1',
    },
    statement: { kind, saidOn: '2026-02-02' },
    actor: {
      names: [
        { name: 'Mara Lee', language: 'en', script: 'Latn', kind: 'official' },
        { name: '李玛拉', language: 'zh', script: 'Hani', kind: 'official' },
      ],
    },
  }
}

/** All pages of a record with one statement. */
async function graphs(made: AcceptedArticle) {
  const { statementIds, speakerId } = await addAccepted(store, made)
  const { publicRecord } = store
  const statement = await publicRecord.statement(statementIds[0] ?? '', null)
  const speaker = await publicRecord.speaker(speakerId, QUERY)
  const outlet = await publicRecord.outlet(made.article?.outlet ?? '', QUERY)
  const dossier = await publicRecord.dossier('dam', QUERY)
  if (statement === null || !('statement' in statement) || speaker === null || dossier === null)
    throw new Error('they are public')
  if (!('dossier' in dossier) || outlet === null) throw new Error('they are public')
  return {
    statement: statementGraph(statement, addresses),
    speaker: speakerGraph(speaker, addresses),
    outlet: outletGraph(outlet, { path: '/outlets/x', addresses }),
    dossier: dossierGraph(dossier, addresses),
    statements: statementsGraph([statement], { path: '/statements', name: 'Statements', addresses }),
    ids: { statement: statementIds[0], speaker: speakerId },
  }
}

const iri = (name: string) => `https://schema.org/${name}`
const value = (words: string) => [{ '@value': words }]

test('a direct statement is a Quotation, by whom and where it is printed', async () => {
  const { statement, ids } = await graphs(lee('direct'))
  const { nodes, faults } = await expandedJsonLd(statement)
  expect(faults).toEqual([])
  expect(nodes).toEqual([
    {
      '@id': `${SITE}/statements/${ids.statement}#it`,
      '@type': [iri('Quotation')],
      [iri('text')]: value('“The report will come before the end of June.”'),
      [iri('url')]: [{ '@id': `${SITE}/statements/${ids.statement}` }],
      [iri('spokenByCharacter')]: [
        {
          '@id': `${SITE}/speakers/${ids.speaker}#it`,
          '@type': [iri('Person')],
          [iri('name')]: [{ '@value': 'Mara Lee', '@language': 'en' }],
        },
      ],
      [iri('dateCreated')]: value('2026-02-02'),
      [iri('inLanguage')]: value('en'),
      [iri('isPartOf')]: [
        {
          '@type': [iri('NewsArticle')],
          [iri('headline')]: value('Report in June'),
          [iri('author')]: [
            { '@type': [iri('Person')], [iri('name')]: value('Ana Ruiz') },
            { '@type': [iri('Person')], [iri('name')]: value('Bo Li') },
          ],
          [iri('publisher')]: [
            {
              '@id': `${SITE}/outlets/The%20Harbour%20Post#it`,
              '@type': [iri('NewsMediaOrganization')],
              [iri('name')]: value('The Harbour Post'),
              [iri('url')]: [{ '@id': `${SITE}/outlets/The%20Harbour%20Post` }],
            },
          ],
          [iri('datePublished')]: value('2026-02-03'),
          [iri('inLanguage')]: value('en'),
          [iri('url')]: [{ '@id': 'https://post.example/1' }],
          [iri('identifier')]: [{ '@value': expect.stringMatching(/^sha256:[0-9a-f]{64}$/) }],
        },
      ],
      [iri('sdDatePublished')]: value(NOON),
      [iri('subjectOf')]: [
        {
          '@id': `${SITE}/dossiers/dam#it`,
          '@type': [iri('DigitalDocument')],
          [iri('name')]: value('The dam'),
          [iri('url')]: [{ '@id': `${SITE}/dossiers/dam` }],
        },
      ],
    },
  ])
})

test.each(['mixed', 'indirect'] as const)(
  'a statement that is %s is a Claim that appears in an article',
  async (kind) => {
    const { statement } = await graphs(lee(kind))
    const { nodes, faults } = await expandedJsonLd(statement)
    expect(faults).toEqual([])
    expect(nodes[0]).toMatchObject({
      '@type': [iri('Claim')],
      [iri('author')]: [{ '@type': [iri('Person')] }],
      [iri('appearance')]: [{ '@type': [iri('NewsArticle')] }],
    })
  },
)

test('a person has names in every language, roles with their dates, and who it is elsewhere', async () => {
  const { speaker } = await graphs(lee('direct'))
  const { nodes, faults } = await expandedJsonLd(speaker)
  expect(faults).toEqual([])
  expect(nodes[0]).toMatchObject({
    '@type': [iri('ProfilePage')],
    [iri('mainEntity')]: [
      {
        '@type': [iri('Person')],
        [iri('name')]: [{ '@value': 'Mara Lee', '@language': 'en' }],
        [iri('alternateName')]: [{ '@value': '李玛拉', '@language': 'zh' }],
        [iri('hasOccupation')]: [
          {
            '@type': [iri('Role')],
            [iri('hasOccupation')]: [{ '@type': [iri('Occupation')], [iri('name')]: value('minister for water') }],
            [iri('startDate')]: value('2024-03'),
          },
        ],
        [iri('sameAs')]: [{ '@id': 'https://www.wikidata.org/entity/Q1' }],
      },
    ],
    [iri('hasPart')]: [{ '@type': [iri('Quotation')] }],
  })
})

test('every page is read without anything dropped, whatever is known of an article', async () => {
  for (const made of [
    lee('direct'),
    {
      ...lee('mixed'),
      article: {
        outlet: 'The <b>"Post" & \u202e</script><!--',
        language: 'no language',
        published: 'soon',
        url: 'javascript:1',
      },
      statement: { saidOn: '2026-02~', speaker: null },
      actor: { kind: 'group', names: [{ name: '</script>', language: 'x y', script: 'Latn', kind: 'alias' }] },
      dossier: { summary: '<b>' },
      notation: '[S:She] [C:said] [Q:it would come].',
    } as const,
  ]) {
    const { ids: _, ...pages } = await graphs(made)
    for (const graph of Object.values(pages)) expect((await expandedJsonLd(graph)).faults).toEqual([])
  }
})

test('no word ends the script that holds it, and all come back', async () => {
  const words = ['</script><script>alert(1)</script>', '<!--<script>', ']]>', '&lt;', '\u2028']
  const script = String(await jsonLdScript({ words }))
  expect(script.match(/<\/?script|<!--/g)).toEqual(['<script', '</script'])
  expect(JSON.parse(/>(.*)</s.exec(script)?.[1] ?? '')).toEqual({ words })
})
