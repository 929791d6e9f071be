import { expect, test } from 'vitest'
import { bylineOf } from './byline.ts'
import { readHeadLine } from './head-line.ts'

const LINES: readonly [line: string, byline: string | null, published: string | null, outlet: string | null][] = [
  ['By Ana Reyes', 'Ana Reyes', null, null],
  ['By Ana Reyes and Ben Osei', 'Ana Reyes and Ben Osei', null, null],
  ['Por Ana Reyes', 'Ana Reyes', null, null],
  ['8 March 2022', null, '2022-03-08', null],
  ['By Ana Reyes, Tuesday, 8 March 2022', 'Ana Reyes', '2022-03-08', null],
  ['Par Ana Reyes, publié le 8 mars 2022', 'Ana Reyes', '2022-03-08', null],
  ['By Ana Reyes | Harbour Post | 8 March 2022', 'Ana Reyes', '2022-03-08', 'Harbour Post'],
  ['The Harbour Gazette', null, null, 'The Harbour Gazette'],
  ['Texto: Ana Ruiz', 'Ana Ruiz', null, null],
  ['記者王小明／台北報導', '王小明', null, null],
  ['김철수 기자 kim@post.example', '김철수', null, null],
  ['By Ana Reyes in Geneva and Ben Osei in Port Elim', 'Ana Reyes in Geneva and Ben Osei in Port Elim', null, null],
  ['By the Associated Press', 'the Associated Press', null, null],
  ['2022年03月08日 10:21 来源：海港日报 作者：李文', '李文', '2022-03-08', null],
  ['2022年3月8日 火曜日 午前10:21', null, '2022-03-08', null],
  ['입력 2022.03.08. 오전 10:21', null, '2022-03-08', null],
]

test.each(LINES)('%s', (line, byline, published, outlet) => {
  expect(readHeadLine(line)).toEqual({ byline, published, outlet })
})

test.each([
  'By Tuesday the gates were open',
  'By Ana Reyes, who was there in March',
  'On 8 March 2022 the minister left',
  'World News',
  'Visit before May',
])('nothing beyond doubt: %s', (line) => {
  expect(readHeadLine(line)).toBeNull()
})

const NAMES: readonly [names: readonly string[], byline: string | null][] = [
  [['Ana Reyes', 'Ben Osei'], 'Ana Reyes, Ben Osei'],
  [['By ANA REYES'], 'ANA REYES'],
  [['Ana Reyes', 'Ana Reyes'], 'Ana Reyes'],
  [['Ana Reyes, Staff Writer'], 'Ana Reyes'],
  [['https://harbourpost.example/ana'], null],
  [['admin'], null],
  [['Harbour Post'], 'Harbour Post'],
  [['Harbour Post', 'Ana Reyes'], 'Ana Reyes'],
  [['Ana Reyes (https://harbourpost.example/ana)'], 'Ana Reyes'],
  [['By Ana Reyes March 25'], 'Ana Reyes'],
  [['Last updated: 8 March 2022'], null],
  [['ana2009'], null],
  [['责任编辑：王小明'], null],
  [['Fotos: Ben Osei'], null],
  [['Stand: 8. März 2022'], null],
  [['By Ana Reyes For The Harbour Post'], 'Ana Reyes'],
  [[''], null],
]

test.each(NAMES)('authors %j', (names, byline) => {
  expect(bylineOf(names, 'Harbour Post')).toBe(byline)
})
