import { expect, test } from 'vitest'
import { linkForMachine } from '../src/accounts/desk-link.ts'
import { withCookie } from './signed-in.ts'
import { ORIGIN, openTestPages, type TestPages } from './test-pages.ts'

const HEADERS = { Host: 'localhost:4600', Origin: ORIGIN }

/** A browser with its cookies. */
function browserOf({ app }: TestPages) {
  let cookies = ''
  const kept = (answer: Response) => {
    cookies = withCookie(cookies, answer)
    return answer
  }
  const get = async (path: string) =>
    kept(await app.request(`${ORIGIN}${path}`, { headers: { ...HEADERS, Cookie: cookies } }))
  /** Sends the form of a page with these fields. */
  const send = async (page: string, to: string, fields: Readonly<Record<string, string>> = {}) => {
    const body = new FormData()
    body.set('token', /name="token" value="([0-9a-f]{64})"/.exec(await (await get(page)).text())?.[1] ?? '')
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    return kept(await app.request(`${ORIGIN}${to}`, { method: 'POST', body, headers: { ...HEADERS, Cookie: cookies } }))
  }
  const setCookies = (words: string) => {
    cookies = words
  }
  return { get, send, cookies: () => cookies, setCookies }
}

async function machineLink({ store }: TestPages): Promise<string> {
  return new URL((await linkForMachine(store.accounts, { origin: ORIGIN, address: null })) ?? '').pathname
}

function sessionIn(cookies: string): string {
  return /onrecord-4600=([\w-]+)/u.exec(cookies)?.[1] ?? ''
}

/** The path of the link that the last mail holds. */
async function mailedLink({ mails }: TestPages, count: number): Promise<string> {
  await expect.poll(() => mails.length).toBe(count)
  return /\/sign-in\/with\/[\w-]+/u.exec(mails.at(-1)?.text ?? '')?.[0] ?? ''
}

test('looking at a link changes nothing; its button signs in, once, and a stolen copy opens nothing then', async () => {
  const pages = await openTestPages()
  const [person, thief] = [browserOf(pages), browserOf(pages)]
  const link = await machineLink(pages)
  for (let times = 0; times < 3; times += 1) expect((await person.get(link)).status).toBe(200)
  expect(await pages.store.accounts.hasOwner()).toBe(false)
  const answer = await person.send(link, link)
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/desk'])
  const [cookie = ''] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/^onrecord-4600=[\w-]{43};.*HttpOnly.*SameSite=Lax/u)
  expect((await person.get('/desk')).status).toBe(200)
  expect((await thief.send(link, link)).status).toBe(410)
  expect((await thief.get('/desk')).status).toBe(303)
})

test.each(['/sign-in/with/x', `/sign-in/with/${'A'.repeat(43)}`, '/sign-in/with/..%2f..'])(
  'a link that was made up says nothing and lets in nobody: %s',
  async (path) => {
    const pages = await openTestPages()
    const browser = browserOf(pages)
    expect((await browser.get(path)).status).toBe(200)
    expect((await browser.send(path, path)).status).toBe(410)
    expect(sessionIn(browser.cookies())).toBe('')
  },
)

test('who signs in gets a new token, whatever the browser was given before, and the session before ends', async () => {
  const pages = await openTestPages()
  const browser = browserOf(pages)
  const planted = 'A'.repeat(43)
  browser.setCookies(`onrecord-4600=${planted}`)
  const first = await machineLink(pages)
  await browser.send(first, first)
  const one = sessionIn(browser.cookies())
  expect(one).not.toBe(planted)
  const second = await machineLink(pages)
  await browser.send(second, second)
  expect(sessionIn(browser.cookies())).not.toBe(one)
  expect(await pages.store.accounts.sessions(null)).toHaveLength(1)
  const old = browserOf(pages)
  old.setCookies(`onrecord-4600=${one}`)
  expect((await old.get('/desk')).status).toBe(303)
})

test('who signs out is out, also with the cookie as it was', async () => {
  const pages = await openTestPages()
  const browser = browserOf(pages)
  const link = await machineLink(pages)
  await browser.send(link, link)
  const before = browser.cookies()
  expect((await browser.send('/desk/account', '/sign-out')).status).toBe(303)
  browser.setCookies(before)
  expect((await browser.get('/desk')).status).toBe(303)
})

test('an invited editor comes in by mail, and again by a mailed link; nobody learns who has an account', async () => {
  const pages = await openTestPages()
  const [owner, editor] = [browserOf(pages), browserOf(pages)]
  const link = await machineLink(pages)
  await owner.send(link, link)
  const invited = await owner.send('/desk/accounts', '/desk/accounts', { address: 'Ada@Example.org', role: 'editor' })
  expect(invited.status).toBe(303)
  const invitation = await mailedLink(pages, 1)
  expect((await owner.get(invited.headers.get('Location') ?? '')).status).toBe(200)
  await editor.send(invitation, invitation)
  expect((await editor.get('/desk')).status).toBe(200)
  expect((await editor.get('/desk/accounts')).status).toBe(403)

  const stranger = browserOf(pages)
  const answers = []
  for (const address of ['nobody@example.org', 'ada@example.org']) {
    const answer = await stranger.send('/sign-in', '/sign-in', { address })
    answers.push([answer.status, [...answer.headers].toString(), await answer.text()])
  }
  expect(answers[0]).toEqual(answers[1])
  const again = await mailedLink(pages, 2)
  await stranger.send(again, again)
  expect((await stranger.get('/desk')).status).toBe(200)
  expect(pages.mails.map(({ to }) => to)).toEqual(['ada@example.org', 'ada@example.org'])
  expect(pages.reported).toEqual([])
})

test('floods are held off: mails to one address in silence, asks and tries of one network with a page', async () => {
  const pages = await openTestPages()
  const owner = browserOf(pages)
  const link = await machineLink(pages)
  await owner.send(link, link)
  await owner.send('/desk/account', '/desk/account', { name: 'Ada', address: 'ada@example.org' })
  const statuses = []
  for (let times = 0; times < 21; times += 1)
    statuses.push((await owner.send('/sign-in', '/sign-in', { address: 'ada@example.org' })).status)
  expect(statuses).toEqual([...Array(20).fill(303), 429])
  await mailedLink(pages, 4)
  const guess = `/sign-in/with/${'A'.repeat(43)}`
  const tries = []
  for (let times = 0; times < 60; times += 1) tries.push((await owner.send(guess, guess)).status)
  expect(tries).toEqual([...Array(59).fill(410), 429])
})

test('a role that is taken away, and an account that is removed, count from the next page on', async () => {
  const pages = await openTestPages()
  const [owner, editor] = [browserOf(pages), browserOf(pages)]
  const link = await machineLink(pages)
  await owner.send(link, link)
  await owner.send('/desk/accounts', '/desk/accounts', { address: 'ada@example.org', role: 'owner' })
  const invitation = await mailedLink(pages, 1)
  await editor.send(invitation, invitation)
  const { id } = (await pages.store.accounts.accountAt('ada@example.org')) ?? { id: '' }
  expect((await editor.get('/desk/accounts')).status).toBe(200)
  await owner.send('/desk/accounts', `/desk/accounts/${id}/role`, { role: 'reviewer' })
  expect((await editor.get('/desk/accounts')).status).toBe(403)
  await owner.send('/desk/accounts', `/desk/accounts/${id}/remove`)
  expect((await editor.get('/desk')).status).toBe(303)
})

test('over https the cookie belongs to this host alone', async () => {
  const pages = await openTestPages({ address: 'https://record.example' })
  const link = await machineLink(pages)
  const headers = { Host: 'record.example', Origin: 'https://record.example' }
  const page = await pages.app.request(`https://record.example${link}`, { headers })
  const body = new FormData()
  body.set('token', /name="token" value="([0-9a-f]{64})"/.exec(await page.text())?.[1] ?? '')
  const answer = await pages.app.request(`https://record.example${link}`, {
    method: 'POST',
    body,
    headers: { ...headers, Cookie: withCookie('', page) },
  })
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-onrecord=[\w-]{43};.*Path=\/;.*HttpOnly; Secure/u)
})
