import { expect, test } from 'vitest'
import { coverageOf } from '../../../test/marked-coverage.ts'
import { ownerCookie, withCookie } from '../../../test/signed-in.ts'
import { ORIGIN, openTestPages, type TestPages } from '../../../test/test-pages.ts'

const TEXT = '[S:Mara Lee] [C:said]: [Q:“It is over.”]\n\n“Non,” répondit Tom Okoro.'
const HEADERS = { Host: 'localhost:4600', Origin: ORIGIN }
const HOSTILE = ['<script>document.title="x"</script>', '"><img src=x onerror=alert(1)>', "'--", '\u202e{{7*7}}']

/** Pages over one article, as its owner's browser has them. */
async function opened({ app, store }: TestPages) {
  let cookie = await ownerCookie(store.accounts)
  const { articleId } = await store.addCoverage(coverageOf(TEXT))
  const get = async () => {
    const answer = await app.request(`${ORIGIN}/desk/review/${articleId}`, { headers: { ...HEADERS, Cookie: cookie } })
    cookie = withCookie(cookie, answer)
    return answer.text()
  }
  /** Sends a form of a page as it was got, with fields as they are typed. */
  const send = async (page: string, typed: Readonly<Record<string, string>>) => {
    const form = new FormData()
    for (const name of ['token', 'text', 'statement', 'seen'])
      form.append(name, new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(page)?.[1] ?? '')
    for (const [name, value] of Object.entries(typed)) form.append(name, value)
    const headers = { ...HEADERS, Cookie: cookie }
    return app.request(`${ORIGIN}/desk/review/${articleId}`, { method: 'POST', headers, body: form })
  }
  return { articleId, get, send, store }
}

test('of two who decide at once the second is told, what now stands is shown, and what was typed is kept', async () => {
  const { get, send } = await opened(await openTestPages())
  const page = await get()
  expect((await send(page, { deed: 'reject' })).status).toBe(303)
  const late = await send(page, { deed: 'save', speaker: 'Ana Ruiz', saidOn: '2022-05' })
  const words = await late.text()
  expect(late.status).toBe(400)
  expect(words).toContain('Somebody decided about this statement since you opened it.')
  expect(words).toContain('<strong>Rejected.</strong>')
  expect([words.includes('value="Ana Ruiz"'), words.includes('value="2022-05"')]).toEqual([true, true])
  expect((await send(words, { deed: 'save', speaker: 'Ana Ruiz', saidOn: '2022-05' })).status).toBe(303)
})

test('a statement in a language that no machine reads here is added by its words', async () => {
  const { articleId, get, send, store } = await opened(await openTestPages())
  const typed = { deed: 'add', content: '“Non,”', source: 'Tom Okoro', cue: 'répondit' }
  const nowhere = await send(await get(), { ...typed, content: 'Oui' })
  expect(await nowhere.text()).toContain('stand nowhere in this text')
  expect((await send(await get(), typed)).status).toBe(303)
  const added = (await store.reviews.article(articleId))?.statements[1]
  expect(added).toMatchObject({ machine: null, state: { verdict: 'open' } })
})

test.each(HOSTILE)('%s in every field is words, and nothing else', async (hostile) => {
  const { get, send } = await opened(await openTestPages())
  const fields = { speaker: hostile, addressee: hostile, language: hostile, translation: hostile, content: hostile }
  for (const deed of ['save', 'translate', 'add', hostile]) {
    const answer = await send(await get(), {
      ...fields,
      source: hostile,
      cue: hostile,
      act: hostile,
      kind: hostile,
      deed,
    })
    expect([303, 400, 404]).toContain(answer.status)
    expect(await answer.text()).not.toMatch(/<script>|<img/u)
    expect(await get()).not.toMatch(/<script>|<img/u)
  }
})
