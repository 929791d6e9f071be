import { expect, test } from 'vitest'
import { robotsRules } from './robots-rules.ts'

/** Lines of a robots.txt, "/" between them written as "|"; what each path gets: "+" may, "-" may not be fetched. */
test.each<[what: string, lines: string, paths: string]>([
  ['nothing', '', '+/ +/a'],
  ['nothing is asked', 'User-agent: *|Disallow:', '+/ +/a'],
  ['all is forbidden', 'User-agent: *|Disallow: /', '-/ -/a?b +/robots.txt'],
  ['a start of a path', 'User-agent: *|Disallow: /a', '-/a -/ab -/a/b +/b +/A'],
  ['our group, whatever is said to all', 'User-agent: *|Disallow: /|User-agent: onrecord|Disallow: /a', '+/b -/a'],
  ['our group before that of all', 'User-agent: OnRecord|Disallow: /a|User-agent: *|Disallow: /', '+/b -/a'],
  ['our name with a version', 'User-agent: Onrecord/1.0|Disallow: /', '-/a'],
  ['a name that ours begins with', 'User-agent: on|Disallow: /', '+/a'],
  ['a name that begins with ours', 'User-agent: onrecorder|Disallow: /', '+/a'],
  [
    'two groups of ours',
    'User-agent: onrecord|Disallow: /a|User-agent: x|Allow: /|User-agent: onrecord|Disallow: /b',
    '-/a -/b +/c',
  ],
  ['one group of several', 'User-agent: x|User-agent: onrecord|User-agent: y|Disallow: /a', '-/a +/b'],
  ['lines that mean something else end no group', 'User-agent: onrecord|Sitemap: /s|User-agent: x|Disallow: /a', '-/a'],
  ['rules before any group', 'Disallow: /|User-agent: x|Disallow: /', '+/a'],
  ['the longest rule counts', 'User-agent: *|Disallow: /a|Allow: /a/b|Disallow: /a/b/c', '-/a +/a/b -/a/b/c'],
  ['of two as long, the kinder', 'User-agent: *|Disallow: /a|Allow: /a', '+/a'],
  ['the order says nothing', 'User-agent: *|Allow: /a/b|Disallow: /a', '+/a/b -/a/c'],
  ['a star', 'User-agent: *|Disallow: /*.pdf', '-/a.pdf -/a/b.pdf?c +/a.html'],
  ['an end', 'User-agent: *|Disallow: /*.pdf$', '-/a.pdf +/a.pdf?c +/a.pdfs'],
  ['an end without a star', 'User-agent: *|Disallow: /a$', '-/a +/ab'],
  ['stars and an end', 'User-agent: *|Disallow: /*a*b$', '-/xaxb -/ab +/abc -/aab +/b'],
  ['parts that would overlap', 'User-agent: *|Disallow: /*ab*ba$', '+/aba -/abba'],
  ['a star at the end', 'User-agent: *|Disallow: /a*', '-/a -/ab +/b'],
  ['a query', 'User-agent: *|Disallow: /*?print=', '-/a?print=1 +/a?b'],
  ['letters beyond ASCII', 'User-agent: *|Disallow: /é', '-/é -/%C3%A9 -/%c3%a9 +/e'],
  ['letters that are encoded', 'User-agent: *|Disallow: /%62%61%7A', '-/baz +/b'],
  ['a slash that is encoded is another', 'User-agent: *|Disallow: /a%2fb', '-/a%2Fb +/a/b'],
  ['a star that is meant', 'User-agent: *|Disallow: /a-%2A', '-/a-* +/a-b'],
  ['a dollar within', 'User-agent: *|Disallow: /a$b', '-/a$b +/a'],
  ['cases and blanks', '  uSER-aGENT :  *  |  DISALLOW:/a   # why', '-/a +/b'],
  ['a comment', '# User-agent: *|User-agent: * # all|#Disallow: /a|Disallow: /b', '+/a -/b'],
  ['a byte order mark', '\ufeffUser-agent: *|Disallow: /a', '-/a'],
  ['a page instead', '<!doctype html>|<p>Disallow: /|<p style="a: b">', '+/a'],
  ['a damaged character', 'User-agent: *|Disallow: /\ud800', '+/a'],
  ['no colon', 'User-agent *|Disallow /', '+/a'],
])('%s', (_, lines, paths) => {
  const ends = ['\n', '\r\n', '\r']
  for (const end of ends) {
    const { mayFetch } = robotsRules(lines.replaceAll('|', end), 'Onrecord')
    for (const path of paths.split(' '))
      expect(`${mayFetch(new URL(path.slice(1), 'https://example.org')) ? '+' : '-'}${path.slice(1)}`).toBe(path)
  }
})

test.each<[lines: string, ms: number | null]>([
  ['User-agent: *|Crawl-delay: 2.5', 2_500],
  ['User-agent: *|Crawl-delay: 5|Disallow:|User-agent: onrecord|Disallow:', null],
  // RFC 9309 knows no Crawl-delay: it ends no group.
  ['User-agent: *|Crawl-delay: 5|User-agent: onrecord|Disallow:', 5_000],
  ['User-agent: *|Crawl-delay: soon', null],
  ['User-agent: *|Crawl-delay: -5', null],
  ['Crawl-delay: 5', null],
])('the pause of %s', (lines, ms) => {
  expect(robotsRules(lines.replaceAll('|', '\n'), 'Onrecord').crawlDelayMs).toBe(ms)
})

test('half a megabyte of stars is read at once', () => {
  const { mayFetch } = robotsRules(`User-agent: *\nDisallow: /${'*a'.repeat(250_000)}$`, 'Onrecord')
  expect(mayFetch(new URL(`https://example.org/${'a'.repeat(8_000)}b`))).toBe(true)
})
