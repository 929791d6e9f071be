import { beforeEach, expect, test } from 'vitest'
import { TEST_KEY } from '../../test/newsletter/newsletter-of.ts'
import { ORIGIN, openTestPages, type TestPages } from '../../test/test-pages.ts'
import { answerVisitors } from '../jobs/newsletter/answer-visitors.ts'
import type { Mail } from '../record/mailer.ts'
import { leavePath, oneClickPath, preferencesPath } from '../record/newsletter/link-paths.ts'
import { linkTokens } from '../record/newsletter/link-token.ts'

const ADA = 'ada@example.org'
const HEADERS = { Host: 'localhost:4600', Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' }
const links = linkTokens(TEST_KEY)

let now: string
let pages: TestPages

beforeEach(async () => {
  now = '2026-11-24T12:00:00.000Z'
  pages = await openTestPages({ clock: { now: () => now } })
})

/** @param hours */
function later(hours: number): void {
  now = new Date(Date.parse(now) + hours * 3_600_000).toISOString()
}

const get = (path: string, method = 'GET') =>
  pages.app.request(`${ORIGIN}${path}`, { method, headers: { Host: 'localhost:4600' } })

const post = (
  path: string,
  fields: readonly (readonly [string, string])[],
  headers: Record<string, string> = HEADERS,
) =>
  pages.app.request(`${ORIGIN}${path}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields.map(([name, typed]): [string, string] => [name, typed])),
  })

/** A sign-up as the form sends it, some fields other than they mostly are. */
function form(address: string, other: Readonly<Record<string, string | null>> = {}): [string, string][] {
  const fields = { language: 'en', proof: '', address, topic: 'everything', cadence: 'daily', agreed: '1', ...other }
  return Object.entries(fields).flatMap(([name, typed]) => (typed === null ? [] : [[name, typed] as [string, string]]))
}

/** Answers what waits. @returns the mails that go out for it */
async function answered(): Promise<readonly Mail[]> {
  const before = pages.mails.length
  const { subscribers, store, mailer } = pages
  const parts = { subscribers, consents: store.consents, mailer, links, address: ORIGIN, clock: { now: () => now } }
  await answerVisitors(parts, (error) => expect.fail(String(error)))
  return pages.mails.slice(before)
}

/** The addresses in a mail, without where they begin. */
const linksIn = ({ text }: Mail) => [...text.matchAll(/http:\/\/localhost:4600(\S+)/gu)].map(([, path = '']) => path)

async function linkInMail(): Promise<string> {
  return linksIn((await answered())[0] ?? expect.fail('no mail'))[0] ?? ''
}

/** Signs somebody up, all the way. @returns who that is */
async function subscribed(address: string, topic = 'everything'): Promise<string> {
  // Long enough for the limits of one network.
  later(6)
  await post('/sign-up', form(address, { topic }))
  expect((await post(await linkInMail(), [['deed', 'confirm']])).status).toBe(200)
  await answered()
  await post('/sign-up/preferences', [['address', address]])
  const path = await linkInMail()
  return links.read(path.split('/').at(-1) ?? '', 'preferences', now)?.subscriber ?? ''
}

/** What the ledger tells of an address. */
async function acts(address: string): Promise<readonly string[]> {
  await answered()
  const { consents } = pages.store
  return (await consents.of(consents.subjectOf(address))).map(
    ({ kind, topics }) => `${kind} ${topics?.join(' ') ?? '-'}`,
  )
}

test('signing up, confirming, changing, taking along, leaving, erasing', async () => {
  const reader = await subscribed(ADA)
  const path = preferencesPath(links.of({ scope: 'preferences', subscriber: reader }, now))
  expect(await (await get(path)).text()).toContain(ADA)
  const change = [
    ['deed', 'change'],
    ['topic', 'dossier:a'],
    ['topic', 'actor:b'],
    ['cadence', 'weekly'],
  ] as const
  expect((await post(path, change)).headers.get('Location')).toBe(`${path}?saved=yes`)
  await answered()
  expect(await (await get(`${path}/data.json`)).json()).toMatchObject({
    address: ADA,
    howOften: 'weekly',
    follows: [{ topic: 'actor:b' }, { topic: 'dossier:a' }],
    consents: [{ kind: 'consent', words: { words: expect.stringContaining('I agree') } }, { kind: 'consent' }],
  })
  await post(path, [['deed', 'leave']])
  expect(await (await get(path)).text()).toContain('You left the list')
  expect(await (await post(path, [['deed', 'erase']])).text()).toContain('It is erased')
  expect((await get(path)).status).toBe(410)
  expect(await acts(ADA)).toEqual([
    'consent everything',
    'consent actor:b dossier:a',
    'consent-withdrawn -',
    'erasure -',
  ])
})

test('whatever is known of an address, the answer is the same', async () => {
  await subscribed('known@example.org')
  await post('/sign-up', form('waiting@example.org'))
  const left = await subscribed('left@example.org')
  await pages.subscribers.leave(left, null, 'one-click')
  await pages.subscribers.erase(await subscribed('erased@example.org'))
  const answers = new Set<string>()
  const pagesAfter = new Set<string>()
  for (const name of ['new', 'known', 'waiting', 'left', 'erased'])
    for (let times = 0; times < 5; times += 1)
      for (const more of [{}, { 'confirm-url': 'https://spam.example' }, { proof: 'none' }]) {
        const answer = await post('/sign-up', form(`${name}@example.org`, more))
        answers.add(JSON.stringify([answer.status, [...answer.headers], await answer.text()]))
        const after = await get(answer.headers.get('Location') ?? '')
        pagesAfter.add(JSON.stringify([after.status, [...after.headers], await after.text()]))
        const asked = await post('/sign-up/preferences', [['address', `${name}@example.org`]])
        answers.add(JSON.stringify([asked.status, [...asked.headers], await asked.text()]))
      }
  expect([answers.size, pagesAfter.size]).toEqual([1, 1])
})

test('nothing that a visitor typed stands in a mail', async () => {
  const typed = { topic: 'dossier:buy-now.example', language: '<b>', cadence: 'x"y', proof: 'https://spam.example' }
  await post('/sign-up', form(ADA, typed))
  const [mail] = await answered()
  expect(mail?.to).toBe(ADA)
  for (const words of Object.values(typed)) expect(JSON.stringify(mail)).not.toContain(words)
})

test('a program that opens every link of every mail, at any time, changes nothing', async () => {
  const reader = await subscribed(ADA, 'dossier:a')
  later(24)
  await post('/sign-up', form(ADA))
  await post('/sign-up', form('new@example.org'))
  await post('/sign-up/preferences', [['address', ADA]])
  const mailed = (await answered()).flatMap(linksIn)
  const grant = { subscriber: reader, topic: 'dossier:a' }
  const paths = [
    ...mailed,
    leavePath(links.of({ scope: 'leave', ...grant }, now)),
    oneClickPath(links.of({ scope: 'one-click', ...grant }, now)),
  ]
  expect(mailed).toHaveLength(3)
  const signedUp = links.read(mailed[1]?.split('/').at(-1) ?? '', 'confirm', now)?.signUp ?? ''
  const standing = async () =>
    JSON.stringify([
      await pages.subscribers.everythingOf(reader),
      await pages.subscribers.signUp(signedUp),
      await acts(ADA),
      await acts('new@example.org'),
    ])
  const before = await standing()
  for (const hours of [0, 1, 24, 6 * 24]) {
    later(hours)
    for (const path of paths)
      for (const method of ['GET', 'HEAD', 'OPTIONS']) {
        const answer = await get(path, method)
        const forward = [...(await answer.text()).matchAll(/(?:href|action)="(\/sign-up[^"]*)"/gu)]
        for (const [, link = ''] of forward) await get(link.replaceAll('&amp;', '&'))
      }
    if (hours < 24 * 6) expect(await standing()).toBe(before)
  }
  expect(await pages.subscribers.subscription(reader)).toMatchObject({ state: 'subscribed', topics: ['dossier:a'] })
  expect((await acts(ADA)).length).toBe(1)
})

test('whoever has a mail can leave its topic, and sees nothing', async () => {
  const reader = await subscribed(ADA, 'dossier:a')
  const leave = leavePath(links.of({ scope: 'leave', subscriber: reader, topic: 'dossier:a' }, now))
  const nobody = leavePath(links.of({ scope: 'leave', subscriber: 'nobody', topic: 'dossier:a' }, now))
  expect(await (await get(leave)).text()).toBe(await (await get(nobody)).text())
  expect(await (await get(leave)).text()).not.toContain('ada')
  const [answer, other] = [await post(leave, [['deed', 'leave']]), await post(nobody, [['deed', 'leave']])]
  expect([answer.status, await answer.text()]).toEqual([other.status, await other.text()])
  expect(await pages.subscribers.subscription(reader)).toMatchObject({ state: 'left' })
  const token = leave.split('/').at(-1) ?? ''
  for (const path of [preferencesPath(token), `/sign-up/confirm/${token}`]) expect((await get(path)).status).toBe(410)
})

test('one click leaves, from anywhere, in either form, without a cookie; anything else does not', async () => {
  const reader = await subscribed(ADA, 'dossier:a')
  const path = oneClickPath(links.of({ scope: 'one-click', subscriber: reader, topic: 'dossier:a' }, now))
  const state = async () => (await pages.subscribers.subscription(reader))?.state
  for (const body of ['', 'x=y', 'List-Unsubscribe=Two-Clicks', 'x'.repeat(100_000)])
    expect(
      (await pages.app.request(`${ORIGIN}${path}`, { method: 'POST', headers: { Host: 'localhost:4600' }, body }))
        .status,
    ).toBe(400)
  expect(await state()).toBe('subscribed')
  const form = new FormData()
  form.set('List-Unsubscribe', 'One-Click')
  const elsewhere = { Host: 'localhost:4600', Origin: 'https://mail.example', 'Sec-Fetch-Site': 'cross-site' }
  const click = (body: FormData | URLSearchParams, headers: Record<string, string>) =>
    pages.app.request(`${ORIGIN}${path}`, { method: 'POST', headers, body })
  expect((await click(form, elsewhere)).status).toBe(200)
  expect(await state()).toBe('left')
  const again = await click(new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), { Host: 'localhost:4600' })
  expect(again.status).toBe(200)
  expect(await acts(ADA)).toEqual(['consent dossier:a', 'consent-withdrawn -'])
})

test.each([
  ['no address', { address: 'ada' }, 'This is no mail address'],
  ['a script as an address', { address: '<script>alert(1)</script>@example.org' }, '&lt;script&gt;'],
  ['two addresses', { address: 'a@example.org,b@example.org' }, 'This is no mail address'],
  ['a header', { address: 'a@example.org\r\nBcc: b@example.org' }, 'This is no mail address'],
  ['no box ticked', { agreed: null }, 'tick the box'],
  ['terms of another day', { agreed: '0' }, 'tick the box'],
  ['no topic', { topic: null }, 'Choose at least one'],
  ['a topic that is none', { topic: 'outlet:x' }, 'Choose at least one'],
])('%s: the form comes back and says what is wrong', async (_, other, says) => {
  const answer = await post('/sign-up', form(ADA, other))
  expect(answer.status).toBe(400)
  const words = await answer.text()
  expect(words).toContain(says)
  expect(words).not.toContain('<script>alert')
  expect(await answered()).toEqual([])
})

test('no box of agreement is ticked before a person ticks it, on any page', async () => {
  for (const path of ['/', '/sign-up', '/sign-up/embed', '/sign-up?language=de', '/dossiers', '/statements']) {
    const words = await (await get(path)).text()
    const box = /<input type="checkbox" id="agreed"[^>]*>/u.exec(words)?.[0]
    expect([path, box]).toEqual([path, '<input type="checkbox" id="agreed" name="agreed" value="1" required>'])
    expect(words).toContain(path.endsWith('de') ? 'Wir beobachten nicht' : 'We do not watch')
  }
})

test('what others put into their pages may be framed, and nothing else may', async () => {
  for (const [path, mayBe] of [
    ['/sign-up/embed', true],
    ['/sign-up/embed/asked', true],
    ['/sign-up', false],
    ['/sign-up/asked', false],
    ['/sign-up/preferences', false],
  ] as const) {
    const { headers } = await get(path)
    expect([path, headers.has('X-Frame-Options')]).toEqual([path, !mayBe])
    expect(headers.get('Content-Security-Policy')).toContain(mayBe ? 'frame-ancestors *' : "frame-ancestors 'none'")
  }
})

test('a form of another site is not taken, but for the one click', async () => {
  const elsewhere = { ...HEADERS, Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }
  for (const path of ['/sign-up', '/sign-up/preferences', '/sign-up/confirm/x', '/sign-up/preferences/x'])
    expect((await post(path, form(ADA), elsewhere)).status).toBe(403)
})

test('terms stand at their own address, in each language', async () => {
  for (const [path, status] of [
    ['/sign-up/terms/1/en', 200],
    ['/sign-up/terms/1/de', 200],
    ['/sign-up/terms/2/en', 404],
    ['/sign-up/terms/x/en', 404],
  ] as const)
    expect([path, (await get(path)).status]).toEqual([path, status])
})

test('who signs up in German is written to in German', async () => {
  await post('/sign-up', form(ADA, { language: 'de' }))
  const [mail] = await answered()
  expect(mail).toMatchObject({ subject: expect.stringContaining('Bitte'), headers: { 'Content-Language': 'de' } })
  expect(await (await get(linksIn(mail ?? expect.fail('no mail'))[0] ?? '')).text()).toContain('Ja, schreiben Sie mir')
})
