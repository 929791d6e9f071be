import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quotationsOf } from './quotation-marks.ts'

/** What is found, as printed; pieces of one quotation joined by ⏎, one more > a level of depth. */
function found(text: string): readonly string[] {
  return quotationsOf(text).map(
    ({ spans, depth }) => `${'>'.repeat(depth)}${spans.map(([start, end]) => text.slice(start, end)).join('⏎')}`,
  )
}

const CASES: readonly [name: string, text: string, quotations: readonly string[]][] = [
  ['curly', '“It is over,” she said.', ['“It is over,”']],
  ['straight', '"It is over," she said. "Go."', ['"It is over,"', '"Go."']],
  ['fullwidth', '她说：＂结束了。＂', ['＂结束了。＂']],
  ['straight between Chinese letters', '她说"结束了"然后走了', ['"结束了"']],
  ['single curly', '‘It is over,’ she said.', ['‘It is over,’']],
  ['single straight', "'It is over,' she said.", ["'It is over,'"]],
  ['doubled straight', "''It is over,'' she said.", ["''It is over,''"]],
  ['grave and straight, as typesetters type them', "``It is over,'' she said.", ["``It is over,''"]],
  ['French, with spaces', 'Elle dit : « C’est fini. » Puis rien.', ['« C’est fini. »']],
  ['German', 'Sie sagte: „Es ist vorbei.“ Dann ging sie.', ['„Es ist vorbei.“']],
  ['German, singles within', '„Er rief ‚halt‘ und ging.“', ['„Er rief ‚halt‘ und ging.“', '>‚halt‘']],
  ['German books', 'Sie sagte: »Es ist vorbei.« Dann ging sie.', ['»Es ist vorbei.«']],
  ['Polish', 'Powiedziała: „To koniec”.', ['„To koniec”']],
  ['Swedish', '”Det är över”, sade hon.', ['”Det är över”']],
  ['Finnish', '»Se on ohi», hän sanoi.', ['»Se on ohi»']],
  ['single angles', 'Il dit ‹ non › et partit.', ['‹ non ›']],
  ['corners, nested', '她说：「他喊『停』。」', ['「他喊『停』。」', '>『停』']],
  ['a book title is no quotation', '他读了《红楼梦》。', []],
  ['a book title within', '他说：“我读了《红楼梦》。”', ['“我读了《红楼梦》。”']],
  ['nested, American', '“He said ‘no,’ then left.”', ['“He said ‘no,’ then left.”', '>‘no,’']],
  ['nested, British', '‘He said “no,” then left.’', ['‘He said “no,” then left.’', '>“no,”']],
  ['nested, straight', `"He said 'no,' then left."`, [`"He said 'no,' then left."`, `>'no,'`]],
  ['three deep', '“A ‘b “c” d’ e”', ['“A ‘b “c” d’ e”', '>‘b “c” d’', '>>“c”']],
  ['apostrophes', 'O’Malley and the groups’ letter, ’90s style; it’s rock ’n’ roll', []],
  ['straight apostrophes', "O'Malley and the groups' letter, '90s style; 'tis rock 'n' roll", []],
  ['an apostrophe turned the wrong way', 'It was ‘90s music.', []],
  ['apostrophes within singles', '‘It’s the groups’ letter,’ she said.', ['‘It’s the groups’ letter,’']],
  ['a plural’s apostrophe within doubles', '“The groups’ letter is out,” she said.', ['“The groups’ letter is out,”']],
  ['inches and feet', `He is 6'2" tall and said "hello" twice.`, ['"hello"']],
  ['inches within', `"He is 6'2" tall," she said.`, [`"He is 6'2" tall,"`]],
  ['inches alone', 'A 12" record and a 7" single', []],
  ['a nickname', 'Ana “The Fox” Lee', ['“The Fox”']],
  ['after a dash', 'One word—“no”—was heard.', ['“no”']],
  ['in brackets', '(“No,” she said.)', ['“No,”']],
  ['an opening mark alone', '“It is over, she said.', []],
  ['an opening mark alone, then a pair', '“It is over, she said. “Go,” he said.', ['“Go,”']],
  ['a closing mark alone', 'It is over,” she said. “Go,” he said.', ['“Go,”']],
  ['marks around nothing', 'He typed “” and "" and “ ”.', []],
  ['over paragraphs', '“It is over.\n\n“We go home,” she said.', ['“It is over.⏎“We go home,”']],
  ['over three paragraphs', '“A is.\n\n“B is.\n\n“C is.” He left.', ['“A is.⏎“B is.⏎“C is.”']],
  ['straight over paragraphs', '"It is over.\n\n"We go home," she said.', ['"It is over.⏎"We go home,"']],
  ['doubled straight over paragraphs', "''It is over.\n\n''We go home,'' she said.", ["''It is over.⏎''We go home,''"]],
  ['a British quotation over paragraphs', '‘It is over.\n\n‘We go home,’ she said.', ['‘It is over.⏎‘We go home,’']],
  ['corners over paragraphs', '「結束了。\n\n「我們回家。」他說。', ['「結束了。⏎「我們回家。」']],
  ['French over paragraphs', '« C’est fini.\n\n» Nous rentrons. »', ['« C’est fini.⏎» Nous rentrons. »']],
  ['a single line break stays inside', '“It is\nover,” she said.', ['“It is\nover,”']],
  ['a quotation that no paragraph goes on with', '“It is over, she said.\n\nThey left.', []],
  ['a quotation after a slip in the paragraph before', '“A is. “B,” he said.\n\n“C,” she said.', ['“B,”', '“C,”']],
  ['right to left', '‏قالت: “انتهى الأمر”، ثم غادرت.', ['“انتهى الأمر”']],
  ['emoji beside', '😀“It is over,”😀 she said.', ['“It is over,”']],
]

test.each(CASES)('%s', (_, text, quotations) => {
  expect(found(text)).toEqual(quotations)
})

/** What the rules get wrong, with the reason. */
const KNOWN_FAILURES: readonly [reason: string, text: string, quotations: readonly string[]][] = [
  [
    'a paragraph that goes on without a mark looks like one after a forgotten mark',
    '“It is over.\n\nWe go home,” she said.',
    ['“It is over.⏎We go home,”'],
  ],
  [
    'inches within straight marks look like the closing mark',
    '"A 12" record is here," she said.',
    ['"A 12" record is here,"'],
  ],
]

test.fails.each(KNOWN_FAILURES)('not yet: %s', (_, text, quotations) => {
  expect(found(text)).toEqual(quotations)
})

/** Texts full of marks. */
const ANY_TEXT = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'“”‘’"\'«»‹›„‚「」『』＂ a8s.,\n–'),
      fc.constantFrom('\n\n', 'word ', "''", '\ud800', '😀'),
    ),
  )
  .map((parts) => parts.join(''))

test('spans are ordered, in range and properly nested, whatever the text', () => {
  fc.assert(
    fc.property(ANY_TEXT, (text) => {
      const around: number[] = []
      let last = -1
      for (const { spans, depth } of quotationsOf(text)) {
        for (const [index, [start, end]] of spans.entries()) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(start).toBeGreaterThanOrEqual(index === 0 ? 0 : (spans[index - 1]?.[1] ?? 0))
        }
        const [start, end] = [spans[0][0], spans.at(-1)?.[1] ?? 0]
        expect(start).toBeGreaterThan(last)
        while ((around.at(-1) ?? Number.POSITIVE_INFINITY) <= start) around.pop()
        expect(depth).toBe(around.length)
        expect(end).toBeLessThanOrEqual(around.at(-1) ?? text.length)
        around.push(end)
        last = start
      }
    }),
    { numRuns: 2000 },
  )
})
