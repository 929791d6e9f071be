import { expect, onTestFinished, test } from 'vitest'
import { changingSite, feedAnswer, rssOf, status } from '../../test/feed-site.ts'
import { localFetcher, page, type RawAnswer, redirect } from '../../test/local-web.ts'
import { openTestRecord } from '../../test/open-test-record.ts'
import { openQueue } from '../queue/open-queue.ts'
import type { FollowOutcome } from '../record/following.ts'
import { followingWith } from './follow-feed.ts'

const FEED = feedAnswer(rssOf([{ title: 'One', link: 'https://example.org/1' }]))
const ATOM = feedAnswer('<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Atom</title></feed>')
const JSON_FEED = feedAnswer('{"version":"https://jsonfeed.org/version/1.1","title":"Harbour JSON","items":[]}')

const html = (head: string) => page(`<!doctype html><html><head>${head}</head><body><p>Welcome.</p></body></html>`)
const link = (href: string, title = '', type = 'application/rss+xml') =>
  `<link rel="alternate" type="${type}" title="${title}" href="${href}">`

async function desk(answers: Readonly<Record<string, RawAnswer>>) {
  const clock = { now: () => '2026-11-24T06:00:00.000Z' }
  const store = await openTestRecord({ folder: null, clock })
  const queue = await openQueue({ folder: null, clock })
  onTestFinished(async () => {
    await queue.close()
    await store.close()
  })
  const site = await changingSite(answers)
  const following = followingWith({ feeds: store.feeds, fetcher: localFetcher(), queue })
  const looks = async () =>
    (await queue.jobs({ state: 'waiting', kinds: ['look-at-feed'], cursor: null, limit: 10 })).total
  return { following, site, looks, feeds: store.feeds }
}

/** An outcome in a line, without the site's own origin. */
function told(outcome: FollowOutcome, origin: string): string {
  const words =
    outcome.state === 'failed'
      ? outcome.fault.sentence
      : outcome.state === 'choose'
        ? outcome.links.map(({ url, isComments }) => `${url}${isComments ? ' (comments)' : ''}`).join(' ')
        : `${outcome.title} ${outcome.address}`
  return `${outcome.state}: ${words.replaceAll(origin, '')}`
}

const CASES: readonly [what: string, path: string, answers: Readonly<Record<string, RawAnswer>>, outcome: RegExp][] = [
  ['RSS', '/rss', { '/rss': FEED }, /^followed: Harbour Post \/rss$/],
  ['Atom', '/atom', { '/atom': ATOM }, /^followed: Harbour Atom \/atom$/],
  ['JSON Feed', '/json', { '/json': JSON_FEED }, /^followed: Harbour JSON \/json$/],
  ['a page with one feed', '/', { '/': html(link('/rss')), '/rss': FEED }, /^followed: Harbour Post \/rss$/],
  [
    'a page with several',
    '/',
    {
      '/': html(
        link('/comments/feed', 'Comments') + link('/rss', 'News') + link('/atom', 'News', 'application/atom+xml'),
      ),
    },
    /^choose: \/rss \/atom \/comments\/feed \(comments\)$/,
  ],
  [
    'a page that names none',
    '/news/',
    { '/news/': html(''), '/atom.xml': ATOM },
    /^followed: Harbour Atom \/atom\.xml$/,
  ],
  [
    'a page below which one stands',
    '/news/',
    { '/news/': html(''), '/news/feed': FEED, '/feed': ATOM },
    /^followed: Harbour Post \/news\/feed$/,
  ],
  ['a site without a feed', '/', { '/': html('') }, /^failed: no feed was found at \/: the page names none/],
  [
    'a page that leads on',
    '/',
    { '/': redirect('/home/'), '/home/': html(link('feed')), '/home/feed': FEED },
    /^followed: Harbour Post \/home\/feed$/,
  ],
  [
    'a feed that moved for good',
    '/old',
    { '/old': redirect('/rss', 301), '/rss': FEED },
    /^followed: Harbour Post \/rss$/,
  ],
  [
    'a feed that is elsewhere today',
    '/rss',
    { '/rss': redirect('/today', 302), '/today': FEED },
    /^followed: Harbour Post \/rss$/,
  ],
  [
    'a link that leads to no feed',
    '/',
    { '/': html(link('/rss')) },
    /^failed: there is no feed at this address \(404\)/,
  ],
  ['a server that fails', '/', { '/': status(500) }, /^failed: the server failed \(500\)/],
]

test.each(CASES)('%s', async (_, path, answers, outcome) => {
  const { following, site, looks } = await desk(answers)
  const followed = await following.follow({ address: `${site.origin}${path}`, words: null })
  expect(told(followed, site.origin)).toMatch(outcome)
  expect(await looks()).toBe(followed.state === 'followed' ? 1 : 0)
})

test.each(['', '  ', 'no address', 'ftp://example.org/', 'javascript:alert(1)', 'https://'])(
  '"%s" is no address',
  async (address) => {
    const { following } = await desk({})
    expect(await following.follow({ address, words: null })).toMatchObject({ state: 'failed' })
    expect(await following.followed()).toEqual([])
  },
)

test('a feed is followed once; its filter stays unless another is given', async () => {
  const { following, site, feeds } = await desk({ '/rss': FEED })
  const address = `${site.origin}/rss`
  const first = await following.follow({ address, words: ' bridge, ' })
  if (first.state !== 'followed') expect.fail('it was not followed')
  expect(await following.follow({ address: `${address}/`, words: null })).toEqual({ ...first, state: 'known' })
  expect(await following.followed()).toMatchObject([{ words: 'bridge,' }])
  expect(await following.follow({ address, words: '' })).toEqual({ ...first, state: 'known' })
  expect(await following.followed()).toMatchObject([{ words: null }])
  expect(await following.filter(first.id, '"the bridge"')).toBe(true)
  expect(await following.stop(first.id)).toBe(true)
  expect([await following.filter(first.id, 'x'), await following.look(first.id)]).toEqual([false, false])
  expect((await feeds.decisions(first.id)).map(({ deed }) => deed)).toEqual(['follow', 'filter', 'filter', 'stop'])
})
