import { expect, test } from 'vitest'
import { get, localFetcher, localSite, page, type RawAnswer, redirect, told } from '../../../test/local-web.ts'

/** A site by its lines: "A > B" leads on from A to B, "A = text" is a page. "@" stands for the site's own address. */
async function outcome(lines: readonly string[], start: string, redirects?: number): Promise<string> {
  const answers: Record<string, RawAnswer> = {}
  const site = await localSite(answers)
  for (const line of lines) {
    const [, from = '', kind = '', to = ''] = /^(\S+) ([>=]|30\d) (.*)$/.exec(line) ?? []
    const target = Buffer.from(to.replace('@', site.origin)).toString('latin1')
    answers[from] = kind === '=' ? page(to) : redirect(target, kind === '>' ? 302 : Number(kind))
  }
  const fetcher = localFetcher(redirects === undefined ? {} : { limits: { redirects } })
  const fetched = await get(fetcher, site.origin + start)
  const at = fetched.state === 'fetched' ? ` at ${fetched.input.url}` : ''
  return (told(fetched) + at).replaceAll(site.origin, '@')
}

test.each<[what: string, lines: readonly string[], told: string]>([
  ['no redirect', ['/a = abc'], 'abc at @/a'],
  ['an absolute address', ['/a > @/b', '/b = abc'], 'abc at @/b'],
  ['a path', ['/a > /b', '/b = abc'], 'abc at @/b'],
  ['a relative path', ['/a > c/b', '/c/b = abc'], 'abc at @/c/b'],
  ['a query', ['/a > ?x', '/a?x = abc'], 'abc at @/a?x'],
  ['letters beyond ASCII', ['/a > /é', '/%C3%A9 = abc'], 'abc at @/%C3%A9'],
  ['a fragment', ['/a > /b#c', '/b = abc'], 'abc at @/b'],
  ['301', ['/a 301 /b', '/b = abc'], 'abc at @/b'],
  ['303', ['/a 303 /b', '/b = abc'], 'abc at @/b'],
  ['307', ['/a 307 /b', '/b = abc'], 'abc at @/b'],
  ['308', ['/a 308 /b', '/b = abc'], 'abc at @/b'],
  ['several', ['/a > /b', '/b > /c', '/c = abc'], 'abc at @/c'],
  [
    'to where nothing is',
    ['/a > /b'],
    'not-found: it leads on to @/b: there is no page at this address (404); check it',
  ],
])('%s', async (_, lines, expected) => {
  expect(await outcome(lines, '/a')).toBe(expected)
})

test.each<[what: string, lines: readonly string[], circle: string]>([
  ['itself', ['/a > /a'], '(@/a → @/a)'],
  ['itself with a fragment', ['/a > /a#b'], '(@/a → @/a)'],
  ['each other', ['/a > /b', '/b > /a'], '(@/a → @/b → @/a)'],
])('addresses that lead to %s', async (_, lines, circle) => {
  const said = await outcome(lines, '/a')
  expect(said).toBe(
    `not-reached: its addresses lead in a circle ${circle}; open it in a browser, save the page, and add that`,
  )
})

test('as many as are allowed, and one more', async () => {
  const chain = ['/0 > /1', '/1 > /2', '/2 > /3', '/3 = abc']
  expect(await outcome(chain, '/0', 3)).toBe('abc at @/3')
  expect(await outcome(chain, '/0', 2)).toMatch(/^not-reached: it leads on to another address more than 2 times; /)
})

test('a redirect that leads nowhere by its headers is no page', async () => {
  const site = await localSite({ '/': 'HTTP/1.1 301 Moved\r\nContent-Length: 3\r\n\r\nabc' })
  expect(told(await get(localFetcher(), site.origin))).toMatch(/^not-allowed: .*status 301/)
})
