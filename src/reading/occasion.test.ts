import { expect, test } from 'vitest'
import { markedText } from '../../test/marked-text.ts'
import { sentencesOf } from '../text/sentences.ts'
import { cueClauseOf } from './cue-clause.ts'
import { occasionOf } from './occasion.ts'
import { saidOn } from './said-on.ts'

function clauseIn(marked: string) {
  const { text, statements } = markedText(marked)
  const [statement] = statements
  if (statement === undefined) throw new Error(`nothing is said: ${marked}`)
  const draft = { ...statement, confidence: 1 }
  return { text, draft, clause: cueClauseOf(text, draft, sentencesOf(text)) }
}

test.each([
  ['[S:She] [C:said] in a letter [Q:that it was over].', 'letter', 'in a letter'],
  ['[S:She] [C:said] in an open letter to the mayor [Q:that it was over].', 'letter', 'in an open letter'],
  ['[Q:“It is over,”] [S:she] [C:said in a statement].', 'document', 'in a statement'],
  ['[Q:“It is over,”] [S:she] [C:said] in a court filing.', 'document', 'in a court filing'],
  ['[Q:“It is over,”] [S:she] [C:wrote] in an op-ed.', 'document', 'in an op-ed'],
  ['At a press conference, [S:she] [C:said] [Q:it was over].', 'briefing', 'At a press conference'],
  ['[S:She] [C:said at a briefing] [Q:that it was over].', 'briefing', 'at a briefing'],
  [
    '[S:She] [C:said] during Tuesday’s conference call [Q:that it was over].',
    'briefing',
    'during Tuesday’s conference call',
  ],
  ['In her speech on Monday [S:she] [C:said] [Q:it was over].', 'speech', 'In her speech'],
  ['[S:She] [C:said] at a rally in Ellen [Q:that it was over].', 'speech', 'at a rally'],
  ['[S:She] [C:said] in a recent interview [Q:that it was over].', 'interview', 'in a recent interview'],
  ['[Q:“It is over,”] [S:she] [C:tweeted].', 'post', 'tweeted'],
  ['[Q:“It is over,”] [S:she] [C:wrote] on Twitter.', 'post', 'on Twitter'],
  ['[Q:“It is over,”] [S:she] [C:said] in a Facebook post.', 'post', 'in a Facebook post'],
  ['[Q:“It is over,”] [S:she] [C:wrote in an e-mail].', 'letter', 'in an e-mail'],
  ['[S:The report] [C:said] [Q:it was over].', 'document', 'The report'],
  ['[S:A joint letter by 30 groups] [C:says] [Q:it is over].', 'letter', 'A joint letter'],
  ['[S:She] [C:said] [Q:that it was over in a letter].', null, null],
  ['[S:She] [C:said] [Q:that it was over].', null, null],
  ['In Ellen. [S:She] [C:said] [Q:it was over]. In a speech, he left.', null, null],
])('%s: %s', (marked, kind, words) => {
  const { text, draft, clause } = clauseIn(marked)
  const occasion = occasionOf(text, draft, clause)
  expect(occasion?.kind ?? null).toBe(kind)
  expect(occasion === null ? null : text.slice(...occasion.span)).toBe(words)
})

/** All printed on Wednesday, 9 March 2022. */
test.each([
  ['[S:She] [C:said] on Tuesday [Q:that it was over].', '2022-03-08'],
  ['[S:She] [C:said Tuesday] [Q:that it was over].', '2022-03-08'],
  ['On Tuesday, [S:she] [C:said] [Q:it was over].', '2022-03-08'],
  ['[S:She] on Tuesday [C:said] [Q:it was over].', '2022-03-08'],
  ['[Q:“It is over,”] [C:said] [S:Ana Lee] on Tuesday.', '2022-03-08'],
  ['[Q:“It is over,”] [S:she] [C:said] in a 2013 speech.', '2013'],
  ['[Q:“It is over,”] [S:she] [C:told] Reuters last month.', '2022-02'],
  ['Speaking Monday in Ellen, [S:Lee] [C:said] [Q:it was over].', '2022-03-07'],
  // What is told of something else is not when it was said.
  ['[S:She] [C:said] [Q:that it was over on Tuesday].', null],
  ['[S:She] [C:said] after the vote on Tuesday [Q:that it was over].', null],
  ['[S:Lee, who left on Tuesday,] [C:said] [Q:it was over].', null],
  ['Rain fell on Tuesday. [S:She] [C:said] [Q:it was over].', null],
  ['[S:She] [C:will speak] on Wednesday [Q:about the bridge].', null],
  ['[S:She] [C:said] on March 8, 2030 [Q:that it was over].', null],
  ['[S:She] [C:said] [Q:it was over].', null],
])('%s on %s', (marked, edtf) => {
  const { clause } = clauseIn(marked)
  expect(clause === null ? undefined : saidOn(clause, '2022-03-09')).toBe(edtf)
})
