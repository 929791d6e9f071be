import { expect, test } from 'vitest'
import { nameMentionsOf } from './name-mentions.ts'
import { namesOf } from './names.ts'
import { actorsOf } from './speakers/actors.ts'

/** Names as found: a name in another script behind "=", with its language and its script. */
function found(text: string): readonly string[] {
  return nameMentionsOf(text, actorsOf(text, namesOf(text))).map(({ name, span, also }) => {
    if (also.length === 0) expect(text.slice(...span).replace(/\s+/g, ' ')).toBe(name)
    for (const other of also) expect(text.slice(...other.span)).toBe(other.name)
    return [name, ...also.map((other) => `${other.name}@${other.language}-${other.script}`)].join(' = ')
  })
}

test.each([
  ['Chinese, checked by its reading', 'She left Xinjiang 新疆 in May.', ['Xinjiang = 新疆@zh-Hani']],
  ['in brackets', 'Governor Wen Shuyuan (闻书原) left.', ['Wen Shuyuan = 闻书原@zh-Hani']],
  ['not read so', 'She left Tokyo 東京 in May.', ['Tokyo = 東京@null-Hani']],
  ['Korean by its script', 'She left Seoul (서울) in May.', ['Seoul = 서울@ko-Hang']],
  ['Arabic letters have many languages', 'She left Lahore (لاہور) in May.', ['Lahore = لاہور@null-Arab']],
  ['a script with capitals', 'She met Ana Lee (Анна Ли) in May.', ['Ana Lee = Анна Ли@null-Cyrl']],
  ['a month is no name', 'She left in June. June was warm.', []],
  ['a month that is a surname', 'Ana May left in June. May was warm.', ['Ana May']],
  ['the letters of an interview', 'Q: Who? A: Ana Lee. Q: When? A: Now.', ['Ana Lee']],
  ['each once, in full', 'Lee left. Ana Lee stayed. Ms Lee slept. Ana Lee woke.', ['Ana Lee']],
  ['an acronym', 'The World Health Organization (WHO) met. The WHO left.', ['World Health Organization']],
  ['a people, not what is theirs', 'The Uyghurs saw a Turkish film.', ['Uyghurs']],
  ['a first word is no name', 'Farmers left. Sadly it rained. Voters saw Ana Lee.', ['Ana Lee']],
  [
    'no words of headlines',
    'Minister Ana Lee Sets Date for Long Visit\n\nThe minister, Ana Lee, sets a date for a long visit.',
    ['Ana Lee'],
  ],
])('%s', (_, text, names) => {
  expect(found(text)).toEqual(names)
})
