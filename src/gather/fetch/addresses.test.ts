/** Which machine is connected to: the one whose address was checked, at every hop. */
import { expect, test } from 'vitest'
import { get, localFetcher, localSite, page, redirect, told } from '../../../test/local-web.ts'
import type { ResolveName } from './checked-addresses.ts'

/** A name server whose answers change: one for each look-up, the last one for ever. It counts how often it is asked. */
function changing(...answers: readonly (readonly string[])[]): { readonly resolve: ResolveName; asked(): number } {
  let asked = 0
  return {
    resolve: async () => {
      asked += 1
      return answers[Math.min(asked, answers.length) - 1] ?? []
    },
    asked: () => asked,
  }
}

const KEYS = '169.254.169.254'

test('without the setting, nothing on this machine or in its network is connected to', async () => {
  const site = await localSite({ '/': page('secret') })
  const fetcher = localFetcher({ allowPrivate: false })
  for (const host of [
    '127.0.0.1',
    'localhost',
    '2130706433',
    '0x7f.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
    '127.0.0.1.',
  ])
    expect(told(await get(fetcher, `http://${host}:${site.port}/`))).toMatch(/^bad-address: .* is an (?:IPv6 )?address/)
  expect(site.connections()).toBe(0)
})

test('a name is looked up once for each request, and the connection goes to the address that was checked', async () => {
  const first = await localSite({ '/': page('first') }, { address: '127.0.0.2' })
  const second = await localSite({ '/': page('second') }, { address: '127.0.0.3', port: first.port })
  const { resolve, asked } = changing(['127.0.0.2'], ['127.0.0.3'])
  const fetcher = localFetcher({ resolve, respectRobots: false })
  const url = `http://changing.example:${first.port}/`
  const outcome = await get(fetcher, url)
  expect(told(outcome)).toBe('first')
  expect(outcome).toMatchObject({ input: { url, received: { address: '127.0.0.2' } } })
  expect([asked(), first.connections(), second.connections()]).toEqual([1, 1, 0])
  expect(first.requests[0]).toContain(`Host: changing.example:${first.port}\r\n`)
})

test('a name that leads elsewhere the second time is refused the second time, and nothing is connected to', async () => {
  const site = await localSite({ '/': page('abc') })
  const { resolve } = changing(['127.0.0.1'], [KEYS])
  const fetcher = localFetcher({ resolve, respectRobots: false })
  const url = `http://changing.example:${site.port}/`
  expect(told(await get(fetcher, url))).toBe('abc')
  expect(told(await get(fetcher, url))).toMatch(/^bad-address: changing\.example leads to 169\.254\.169\.254, which is/)
  expect(site.connections()).toBe(1)
})

test('a name that changes between robots.txt and the page is checked again for the page', async () => {
  const site = await localSite({ '/': page('abc') })
  const { resolve, asked } = changing(['127.0.0.1'], [KEYS])
  const outcome = await get(localFetcher({ resolve }), `http://changing.example:${site.port}/`)
  expect(told(outcome)).toMatch(/^bad-address: changing\.example leads to/)
  expect([asked(), site.requests.length]).toEqual([2, 1])
})

test.each([
  [
    'an address',
    `http://${KEYS}/latest/`,
    /it leads on to http:\/\/169\.254\.169\.254\/latest\/: 169\.254\.169\.254 is/,
  ],
  ['an odd spelling of it', 'http://0xa9fea9fe/latest/', /it leads on to http:\/\/169\.254\.169\.254\/latest\/: /],
  ['a name', 'http://inside.example/', /it leads on to http:\/\/inside\.example\/: inside\.example leads to 169/],
  ['another scheme', 'file:///etc/passwd', /it leads on to "file:\/\/\/etc\/passwd": only http and https/],
  ['a password', 'http://me:secret@example.org/', /user name or password/],
  ['another port', 'http://example.org:25/', /port 25/],
  ['no address', 'http://', /it leads on to "http:\/\/": this is no address/],
])('a redirect to %s is not followed', async (_, to, says) => {
  const site = await localSite({ '/': redirect(to) })
  const resolve: ResolveName = async (name) => (name === 'public.example' ? ['127.0.0.1'] : ['127.0.0.1', KEYS])
  const said = told(await get(localFetcher({ resolve }), `http://public.example:${site.port}/`))
  expect(said).toMatch(/^bad-address: /)
  expect(said).toMatch(says)
})

test('where one address of a name does not answer, the next is tried', async () => {
  const site = await localSite({ '/': page('abc') })
  const fetcher = localFetcher({ resolve: async () => ['127.0.0.9', '127.0.0.1'] })
  const outcome = await get(fetcher, `http://two.example:${site.port}/`)
  expect(outcome).toMatchObject({ state: 'fetched', input: { received: { address: '127.0.0.1' } } })
})

test('a site of IPv6 alone', async () => {
  const site = await localSite({ '/': page('abc') }, { address: '::1' })
  const outcome = await get(localFetcher(), site.origin)
  expect(told(outcome)).toBe('abc')
  expect(outcome).toMatchObject({ input: { received: { address: '::1' } } })
})

test.each([
  ['ENOTFOUND', /^not-found: no site of this name was found; .*…$/],
  ['EAI_AGAIN', /^not-reached: the name of the site could not be looked up; .*…$/],
  ['EAI_FAIL', /^not-reached: the site could not be reached \(error EAI_FAIL\); .*…$/],
])('a look-up that ends with %s', async (code, says) => {
  const resolve = () => Promise.reject(Object.assign(new Error('the system says so'), { code }))
  expect(told(await get(localFetcher({ resolve }), 'http://lost.example/'))).toMatch(says)
})

test('a site where nothing answers', async () => {
  const said = told(await get(localFetcher({ resolve: async () => ['127.0.0.9'] }), 'http://down.example:4999/'))
  expect(said).toMatch(/^not-reached: nothing answers at this address; .*…$/)
})

test('what is no fault of the network is not made one', async () => {
  const resolve = () => Promise.reject(new TypeError('a fault of ours'))
  await expect(get(localFetcher({ resolve }), 'http://lost.example/')).rejects.toThrow('a fault of ours')
})
