import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addAccepted } from '../../test/accepted-record.ts'
import { openTestRecord } from '../../test/open-test-record.ts'
import { publicSite } from '../../test/public-site.ts'
import { saying, smallDossier } from '../../test/small-dossier.ts'
import type { Commitment } from '../record/commitments/commitment.ts'
import { AT_THE_MACHINE } from '../record/decisions.ts'
import type { Store } from '../record/store.ts'
import { knownEdtf } from '../text/edtf-time.ts'

let store: Store
let ask: ReturnType<typeof publicSite>

beforeEach(async () => {
  store = await openTestRecord({ folder: null, clock: { now: () => '2026-03-01T12:00:00.000Z' } })
  ask = publicSite(store)
})
afterEach(() => store.close())

async function pageAt(path: string) {
  return parseHTML(await (await ask(path)).text()).document
}

function text(element: { readonly textContent: string | null } | null): string {
  return (element?.textContent ?? '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const NOTATION = '[S:Mara Lee] [C:said] [Q:it would come].'

test('names in every script with their language, roles over time, and who it is elsewhere', async () => {
  const { speakerId } = await addAccepted(store, {
    notation: NOTATION,
    actor: {
      names: [
        { name: 'Mara Lee', language: 'en', script: 'Latn', kind: 'official' },
        { name: '李玛拉', language: 'zh', script: 'Hani', kind: 'official' },
        { name: 'مارا لي', language: 'ar', script: 'Arab', kind: 'transliteration' },
      ],
      roles: [
        { title: 'mayor', of: null, when: knownEdtf('2018/2022') },
        { title: 'minister for water', of: null, when: knownEdtf('2024-03/..') },
      ],
    },
  })
  const document = await pageAt(`/speakers/${speakerId}`)
  expect(text(document.querySelector('h1'))).toBe('Mara Lee 李玛拉 مارا لي')
  const names = [...document.querySelectorAll('h1 bdi')].map((name) => [
    name.getAttribute('lang'),
    name.getAttribute('dir'),
  ])
  expect(names).toEqual([
    ['en', 'ltr'],
    ['zh', 'ltr'],
    ['ar', 'rtl'],
  ])
  expect([...document.querySelectorAll('.facts div')].map(text)).toEqual([
    'Names Mara Lee (English) 李玛拉 (Chinese) مارا لي (Arabic)',
    'Roles mayor, 2018 to 2022 minister for water, since March 2024',
    'Elsewhere www.wikidata.org',
  ])
})

/** A commitment of Lee's with these events, each `DATE kind`. */
function commitment(id: string, evidence: ReturnType<typeof saying>, ...events: readonly string[]): Commitment {
  const [first] = smallDossier([]).commitments
  if (first === undefined) throw new Error('there is one')
  return {
    ...first,
    id,
    what: `do what ${id} says`,
    events: events.map((words, at) => {
      const [date = '', kind = '', due] = words.split(' ')
      return {
        id: `${id}.${at}`,
        kind: kind as 'met',
        date: knownEdtf(date),
        due: due === undefined ? null : { date: knownEdtf(due), words: null },
        evidence: [evidence],
      }
    }),
  }
}

test('commitments stand by what became of them', async () => {
  const { articleId, statementIds, speakerId } = await addAccepted(store, { notation: NOTATION })
  const evidence = saying(articleId, statementIds[0] ?? '')
  const commitments = [
    commitment('kept', evidence, '2026-01-01 announced 2026-02', '2026-02-03 met'),
    commitment('late', evidence, '2026-01-01 announced 2026-01'),
    commitment('broken', evidence, '2026-01-01 announced', '2026-02-01 broken'),
    commitment('running', evidence, '2026-01-01 announced 2026-12'),
  ]
  await store.dossiers.take({
    dossier: smallDossier([evidence], { commitments }),
    articles: [],
    publish: true,
    by: AT_THE_MACHINE,
  })
  const document = await pageAt(`/speakers/${speakerId}`)
  const groups = [...document.querySelectorAll('.speaker h3')].map((heading) => [
    text(heading),
    [...(heading.nextElementSibling?.querySelectorAll('li') ?? [])].map((line) => text(line).split(' in The dam')[0]),
  ])
  expect(groups).toEqual([
    [
      'Broken, withdrawn or overdue',
      ['to do what late says overdue by 29 days, due in January 2026', 'to do what broken says broken'],
    ],
    ['Under way', ['to do what running says due in 305 days, due in December 2026']],
    ['Kept', ['to do what kept says met on time, due in February 2026']],
  ])
})

test('who was merged into another leads to the other; whom nobody accepted words of has no page', async () => {
  const { speakerId } = await addAccepted(store, {
    notation: `${NOTATION}\n\n[S2:M. Lee] [C2:said] [Q2:no].`,
  })
  const other = (await store.speakers({ words: 'M. Lee', cursor: null, limit: 9 })).items.find(
    ({ id }) => id !== speakerId,
  )
  expect((await ask(`/speakers/${other?.id}`)).status).toBe(404)
  await store.dossiers.decideIdentity({ kind: 'merge', gone: other?.id ?? '', into: speakerId }, AT_THE_MACHINE)
  const response = await ask(`/speakers/${other?.id}`)
  expect([response.status, response.headers.get('Location')]).toEqual([302, `/speakers/${speakerId}`])
})
