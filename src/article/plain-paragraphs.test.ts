import { expect, test } from 'vitest'
import { paragraphsOf } from './plain-paragraphs.ts'

const WRAPPED = [
  'The minister said on Tuesday that the visit to the',
  'northern camps would take place before the end of',
  'May.',
]
const SECOND = [
  '“We will open every gate,” Ms Lee told the assembly',
  'on Monday, “and nobody will be kept from speaking”.',
]

const CASES: readonly [what: string, text: string, paragraphs: readonly string[]][] = [
  ['blank lines', 'One.\n\nTwo.\n\n\n\nThree.', ['One.', 'Two.', 'Three.']],
  ['Windows line ends', 'One.\r\n\r\nTwo.', ['One.', 'Two.']],
  ['blank lines with spaces', 'One.\n \t \nTwo.', ['One.', 'Two.']],
  ['a line each', 'One is here.\nTwo is here.', ['One is here.', 'Two is here.']],
  ['wrapped lines', `${WRAPPED.join('\n')}\n\n${SECOND.join('\n')}`, [WRAPPED.join(' '), SECOND.join(' ')]],
  ['wrapped lines without blank ones', [...WRAPPED, ...SECOND].join('\n'), [WRAPPED.join(' '), SECOND.join(' ')]],
  ['a form feed', 'One.\fTwo.', ['One.', 'Two.']],
  ['white space of any kind', ' One\t two\u00a0 three. ', ['One two three.']],
  ['nothing', ' \n\n ', []],
]

test.each(CASES)('%s', (_, text, paragraphs) => {
  expect(paragraphsOf(text)).toEqual(paragraphs)
})
