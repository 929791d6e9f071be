import { expect, test } from 'vitest'
import { titleParts, withoutLastName, withoutOwner } from './title-parts.ts'

const PARTS: readonly [title: string, parts: readonly string[]][] = [
  ['Visit before May | World | Harbour Post', ['Visit before May', 'World', 'Harbour Post']],
  ['Visit before May – Harbour Post', ['Visit before May', 'Harbour Post']],
  ['Harbour Post: Visit before May', ['Harbour Post', 'Visit before May']],
  ['Visit to the north-east at 10:30', ['Visit to the north-east at 10:30']],
  ['外交部：访问将在五月进行_国内新闻_海港网', ['外交部：访问将在五月进行', '国内新闻', '海港网']],
  ['Un mot : «oui» | Le Port', ['Un mot', '«oui»', 'Le Port']],
  [' | ', []],
]

test.each(PARTS)('the parts of "%s"', (title, parts) => {
  expect(titleParts(title).map(({ text }) => text)).toEqual(parts)
  expect(titleParts(title).map(({ start, end }) => title.slice(start, end))).toEqual(parts)
})

const OWNED: readonly [title: string, outlet: string | null, host: string | null, rest: string][] = [
  ['Visit before May | Harbour Post', 'Harbour Post', null, 'Visit before May'],
  ['Visit before May | Harbour Post Online', 'Harbour Post', null, 'Visit before May'],
  ['Harbour Post - Visit before May', 'The Harbour Post', null, 'Visit before May'],
  ['Visit before May - Harbour Post', null, 'harbourpost.example', 'Visit before May'],
  ['Visit before May | Ana Reyes', 'Harbour Post', null, 'Visit before May | Ana Reyes'],
  ['World - Harbour Post', 'Harbour Post', null, 'World - Harbour Post'],
]

test.each(OWNED)('"%s" of %s, %s', (title, outlet, host, rest) => {
  expect(withoutOwner(title, { outlet, host })).toBe(rest)
})

const NAMED: readonly [title: string, rest: string][] = [
  ['The visit will take place before May – Harbour Post', 'The visit will take place before May'],
  ['Visit before May – Harbour Post', 'Visit before May – Harbour Post'],
  ['外交部：访问将在五月进行_国内新闻_海港网', '外交部：访问将在五月进行'],
  ['The minister said it again today: no', 'The minister said it again today: no'],
]

test.each(NAMED)('without what stands where a name does: "%s"', (title, rest) => {
  expect(withoutLastName(title)).toBe(rest)
})
