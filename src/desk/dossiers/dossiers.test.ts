import { parseHTML } from 'linkedom'
import { beforeEach, expect, test } from 'vitest'
import { type DeskPages, openDesk } from '../../../test/desk-pages.ts'
import { coverageOf } from '../../../test/marked-coverage.ts'

const LEE =
  '[S:Mara Lee] [C:said] [Q:the report on the dam will come before the end of June].\n\nThe inspectors visited the dam in May.'
const NOW = { at: null, on: null }

let desk: DeskPages

beforeEach(async () => {
  desk = await openDesk()
})

/** The page that a form leads to. */
async function sent(path: string, fields: Readonly<Record<string, string>>) {
  const response = await desk.post(path, fields)
  expect(response.status).toBe(303)
  const location = response.headers.get('Location') ?? ''
  const { document } = parseHTML(await (await desk.get(location.split('#')[0] ?? '')).text())
  return { location, document }
}

async function page(path: string) {
  const response = await desk.get(path)
  return { status: response.status, document: parseHTML(await response.text()).document }
}

const textOf = (element: { textContent: string | null } | null) => (element?.textContent ?? '').replace(/\s+/g, ' ')

/** A dossier “The dam” with Mara Lee, and a statement that she made. */
async function withDam() {
  const { articleId } = await desk.store.addCoverage(coverageOf(LEE))
  const article = await desk.store.article(articleId)
  const statement = article?.statementRecords[0]
  const { location } = await sent('/desk/dossiers/new', { title: 'The dam', deed: 'save' })
  expect(location).toBe('/desk/dossiers/the-dam#part-the-dam')
  await sent('/desk/dossiers/the-dam/new/actor', { actorKind: 'person', names: 'Ola Ek', deed: 'save' })
  const [actor] = await dam().then(({ dossier }) => dossier.actors)
  const stance = `stance.${articleId}.${statement?.id}`
  return { articleId, speakerId: statement?.speakerId ?? '', actorId: actor?.id ?? '', stance }
}

async function dam() {
  const view = await desk.store.dossiers.dossier('the-dam', NOW)
  if (view === null || !('dossier' in view)) throw new Error('it is there')
  return view
}

const COMMITMENT = {
  what: 'publish the report',
  event: 'announced',
  date: '2026-02-03',
  due: '2026-06',
  state: 'sought',
}

test('a commitment with its terms is made of one statement in one form, and becomes public when the editor says so', async () => {
  const { actorId, stance } = await withDam()
  const found = await sent('/desk/dossiers/the-dam/new/commitment', { find: 'dam report', deed: 'find' })
  expect(found.document.querySelector(`select[name="${stance}"]`)).not.toBeNull()
  const typed = { ...COMMITMENT, actor: actorId, terms: 'in full\nin two languages', [stance]: 'supports' }
  const seen = await sent('/desk/dossiers/the-dam/new/commitment', { ...typed, deed: 'preview' })
  expect(textOf(seen.document.querySelector('.preview'))).toContain('publish the report')
  expect(textOf(seen.document.querySelector('[role="status"]'))).toContain('Mara Lee')
  expect((await dam()).dossier.commitments).toEqual([])
  await sent('/desk/dossiers/the-dam/new/commitment', { ...typed, deed: 'save' })
  const { dossier } = await dam()
  expect(dossier.commitments[0]).toMatchObject({
    what: 'publish the report',
    terms: [{ what: 'in full' }, { what: 'in two languages' }],
  })
  expect(dossier.commitments[0]?.events[0]).toMatchObject({ kind: 'announced', evidence: [{ stance: 'supports' }] })
  expect((await page('/dossiers/the-dam')).status).toBe(404)
  await sent('/desk/dossiers/the-dam/publish', {})
  expect(textOf((await page('/dossiers/the-dam')).document.body)).toContain('publish the report')
})

test('what is wrong is said field by field, and what was typed is kept', async () => {
  await withDam()
  const { document } = await sent('/desk/dossiers/the-dam/new/commitment', {
    ...COMMITMENT,
    date: 'some day',
    deed: 'save',
  })
  expect(document.querySelector('#date')?.getAttribute('value')).toBe('some day')
  expect(document.querySelector('#what')?.getAttribute('value')).toBe('publish the report')
  expect([...document.querySelectorAll('.failed [href]')].map((link) => link.getAttribute('href'))).toEqual([
    '#evidence',
    '#actor',
    '#date',
  ])
})

test('of two editors the second is shown what the first changed, keeps what was typed, and may write it then', async () => {
  const { actorId, stance } = await withDam()
  await sent('/desk/dossiers/the-dam/new/commitment', {
    ...COMMITMENT,
    actor: actorId,
    [stance]: 'supports',
    deed: 'save',
  })
  const id = (await dam()).dossier.commitments[0]?.id ?? ''
  const path = `/desk/dossiers/the-dam/parts/${id}`
  const opened = (await page(path)).document
  const hidden = Object.fromEntries(
    [...opened.querySelectorAll('input[type="hidden"]')].map((input) => [
      input.getAttribute('name') ?? '',
      input.getAttribute('value') ?? '',
    ]),
  )
  const { token: _token, ...base } = hidden
  await sent(path, { ...base, actor: actorId, what: 'publish it soon', deed: 'save' })
  const second = await sent(path, { ...base, actor: actorId, what: 'publish it in full', deed: 'save' })
  expect((await dam()).dossier.commitments[0]?.what).toBe('publish it soon')
  expect(second.document.querySelector('#what')?.getAttribute('value')).toBe('publish it in full')
  const conflict = second.document.querySelector('#conflict')
  expect([textOf(conflict?.querySelector('del') ?? null), textOf(conflict?.querySelector('ins') ?? null)]).toEqual([
    'the report',
    'it soon',
  ])
  const row = second.document.querySelector('input[name="row"]')?.getAttribute('value') ?? ''
  await sent(path, { actor: actorId, what: 'publish it in full', row, deed: 'save' })
  expect((await dam()).dossier.commitments[0]?.what).toBe('publish it in full')
})

test('a pasted list of signatories becomes actors: who is known is found, and nobody is made before a person says so', async () => {
  const { actorId, speakerId, stance } = await withDam()
  const list = '1. Ola Ek\n- Human Rights House\n• River Watch'
  const typed = {
    addressee: actorId,
    asked: 'publish it',
    date: '2026-03',
    signatories: list,
    [stance]: 'supports',
    deed: 'save',
  }
  const { document } = await sent('/desk/dossiers/the-dam/new/demand', typed)
  expect((await dam()).dossier.actors).toHaveLength(1)
  const asked = [...document.querySelectorAll('#who select')].map((select) => select.getAttribute('name'))
  expect(asked).toEqual(['who.Human Rights House', 'who.River Watch'])
  const who = { 'who.Human Rights House': 'new organisation', 'who.River Watch': 'leave out' }
  await sent('/desk/dossiers/the-dam/new/demand', { ...typed, ...who })
  const { dossier } = await dam()
  const named = new Map(dossier.actors.map(({ id, names }) => [id, names[0]?.name]))
  expect(dossier.demands[0]?.listed.map((id) => named.get(id))).toEqual(['Ola Ek', 'Human Rights House'])
  expect(named.has(speakerId)).toBe(true)
})

test('a part is taken back with a reason, its page says so, and it can be brought back', async () => {
  const { actorId, stance } = await withDam()
  await sent('/desk/dossiers/the-dam/new/commitment', {
    ...COMMITMENT,
    actor: actorId,
    [stance]: 'supports',
    deed: 'save',
  })
  await sent('/desk/dossiers/the-dam/publish', {})
  const id = (await dam()).dossier.commitments[0]?.id ?? ''
  const path = `/desk/dossiers/the-dam/parts/${id}`
  const supersedes =
    (await page(`${path}/withdraw`)).document.querySelector('input[name="supersedes"]')?.getAttribute('value') ?? ''
  expect((await desk.post(`${path}/withdraw`, { supersedes, reason: ' ' })).status).toBe(400)
  await sent(`${path}/withdraw`, { supersedes, reason: 'She never said it.' })
  const shown = textOf((await page('/dossiers/the-dam')).document.body)
  expect(shown).toContain('She never said it.')
  expect(shown).toContain('24 November 2026')
  await sent(`${path}/restore`, {})
  expect((await dam()).dossier.commitments).toHaveLength(1)
})

test('a passage has to stand in its article, and a wrong one is kept to be mended', async () => {
  const { articleId, actorId } = await withDam()
  const passage = (words: string) => ({
    'passage.1.article': articleId,
    'passage.1.words': words,
    'passage.1.stance': 'supports',
  })
  const typed = { ...COMMITMENT, actor: actorId, deed: 'save' }
  const wrong = await sent('/desk/dossiers/the-dam/new/commitment', { ...typed, ...passage('They never came') })
  expect(wrong.document.querySelector('[name="passage.1.words"]')?.getAttribute('value')).toBe('They never came')
  await sent('/desk/dossiers/the-dam/new/commitment', { ...typed, ...passage('The inspectors visited the dam') })
  expect((await dam()).dossier.commitments[0]?.events[0]?.evidence).toMatchObject([
    { speakerId: null, statementId: null },
  ])
})

test('every kind of part has a form that is filled in with what stands, and saved again changes nothing', async () => {
  const { actorId, stance } = await withDam()
  const rests = { [stance]: 'supports', deed: 'save' }
  const make = (type: string, fields: Readonly<Record<string, string>>, of = 'the-dam') =>
    sent(`/desk/dossiers/the-dam/new/${type}?of=${of}`, { ...fields, deed: 'save' })
  await make('place', { names: 'Xinjiang\n新疆 | zh | official' })
  await make('actor', {
    actorKind: 'public body',
    names: 'Ministry',
    roles: '',
    relations: 'part of | Ola Ek | 2020/..',
    identifiers: 'wikidata | Q1',
  })
  await make('commitment', { ...COMMITMENT, actor: actorId, terms: 'in full', ...rests })
  const { commitments } = (await dam()).dossier
  const [commitment, term] = [commitments[0]?.id ?? '', commitments[0]?.terms[0]?.id ?? '']
  await make(
    'event',
    { event: 'postponed', date: '2026-06', due: '2026-09', dueWords: 'after the summer', ...rests },
    commitment,
  )
  await make('term', { condition: 'on time', state: 'refused', by: actorId, date: '2026-05~', ...rests }, commitment)
  await make('step', { state: 'granted', by: '', date: '2026-05-01', ...rests }, term)
  await make('demand', {
    addressee: actorId,
    asked: 'publish it',
    date: '2026',
    about: commitment,
    count: '12',
    countOf: 'groups',
    signatories: 'Ola Ek',
    ...rests,
  })
  await make(
    'reply',
    { reply: 'promised', by: actorId, date: '2026-07', ...rests },
    (await dam()).dossier.demands[0]?.id,
  )
  await make('figure', {
    counted: 'people moved',
    claimant: 'reports',
    figure: '>= 1,000 people',
    date: '2026',
    ...rests,
  })
  await make(
    'claim',
    { by: actorId, figure: '~ 2 million people', date: '2026', since: '2020/..', ...rests },
    (await dam()).dossier.figures[0]?.id,
  )
  await make('quoted', rests)
  const parts = await desk.store.dossiers.parts('the-dam')
  expect(new Set([...parts.values()].map(({ type }) => type)).size).toBe(12)
  for (const [id, { rowId }] of parts) {
    const { document } = await page(`/desk/dossiers/the-dam/parts/${id}`)
    const fields = [...document.querySelectorAll('main form input, main form textarea, main form select')].map(
      (input) => [
        input.getAttribute('name') ?? '',
        input.querySelector('option[selected]')?.getAttribute('value') ??
          input.getAttribute('value') ??
          input.textContent?.replace(/^\n/, '') ??
          '',
      ],
    )
    const { token: _token, ...filled } = Object.fromEntries(fields)
    await sent(`/desk/dossiers/the-dam/parts/${id}`, { ...filled, deed: 'save' })
    expect([id, (await desk.store.dossiers.parts('the-dam')).get(id)?.rowId]).toEqual([id, rowId])
  }
})

test.each(['nothing', 'step', 'dossier', 'toString'])('there is no form for a new %s of a dossier', async (type) => {
  await withDam()
  expect((await desk.get(`/desk/dossiers/the-dam/new/${type}`)).status).toBe(404)
})
