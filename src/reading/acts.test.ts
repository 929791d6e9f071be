import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markedText } from '../../test/marked-text.ts'
import { actOf } from './acts.ts'
import type { Act } from './statement.ts'

const CASES: Readonly<Record<Act, readonly string[]>> = {
  ask: [
    '[Q:“When will they be paid?”] [S:she] [C:asked].',
    '[S:She] [C:wondered] [Q:whether the dam would hold].',
    '[S:He] [C:said]: [Q:“What do they want?”]',
    '[S:The paper] [C:questioned] [Q:why the bridge was closed].',
  ],
  commit: [
    '[S:The mayor] [C:said] [Q:she would close the bridge].',
    '[S:He] [C:vowed] [Q:to run again].',
    '[S:The firm] [C:agreed] [Q:to lower the fee].',
    '[S:He] [C:refuses] [Q:to pay].',
    '[Q:“We will not pay,”] [S:a spokesman] [C:said].',
    '[S:A spokesman] [C:said] [Q:the ministry would release the files].',
    '[S:The company] [C:said] [Q:it will pay them].',
  ],
  demand: [
    '[S:The union] [C:said] [Q:the ministry should pay the drivers].',
    '[S:The ministry] [C:asked] [Q:the embassy to help].',
    '[S:She] [C:called on] [Q:the ministry to pay].',
    '[S:She] [C:warned] [Q:the firm to repair the dam].',
    '[Q:“Stop the works now,”] [S:he] [C:said].',
    '[Q:“I think they must leave,”] [S:he] [C:said].',
    '[Q:“We need a leader,”] [S:he] [C:said].',
    '[S:She] [C:proposed] [Q:a lower fee].',
    '[S:They] sent a note [C:asking] [Q:that the fee be lowered].',
  ],
  accuse: [
    '[S:She] [C:accused] [Q:him of theft].',
    '[S:The union] [C:said] [Q:the ministry had cheated the drivers].',
    '[S:She] [C:called] [Q:him “a crook”].',
    '[S:They] [C:blasted] [Q:the plan].',
    '[S:The groups] [C:said] [Q:guards had tortured the men].',
  ],
  deny: [
    '[S:He] [C:denied] [Q:that he took the money].',
    '[S:He] [C:said] [Q:he never took the money].',
    '[Q:“There is no truth in it,”] [S:he] [C:said].',
    '[S:She] [C:dismissed] [Q:the report].',
    '[S:She] [C:rejected] [Q:the allegations of the union].',
    '[S:He] [C:said] [Q:the reports were completely false].',
    '[S:He] [C:called] [Q:the claims “nonsense”].',
    '[S:He] [C:said] [Q:there was no torture in the camp].',
    '[S:He] [C:said] [Q:they had never harassed anybody].',
  ],
  confirm: [
    '[S:He] [C:admitted] [Q:taking the money].',
    '[S:He] [C:agreed] [Q:that the fee should fall].',
    '[S:She] [C:said] [Q:there was indeed a leak].',
    '[Q:“I am sorry for it,”] [S:he] [C:said].',
  ],
  concern: [
    '[S:She] [C:warned] [Q:that the dam could burst].',
    '[S:They] [C:fear] [Q:the rain won’t stop].',
    '[Q:“I am deeply worried about the dam,”] [S:she] [C:said].',
  ],
  predict: [
    '[S:She] [C:said] [Q:the bridge would fall by Monday].',
    '[S:He] [C:expects] [Q:rain].',
    '[Q:“The dam will hold,”] [S:she] [C:said].',
  ],
  assert: [
    '[S:The bank] [C:said] [Q:it had sent a letter].',
    '[S:She] [C:called] [Q:him “a brilliant cook”].',
    '[S:He] [C:declined to comment] [Q:on the letter].',
    '[S:He] [C:explained] [Q:why the bridge was closed].',
    '[S:She] [C:wants] [Q:to run].',
    '[Q:“I have to say I liked it,”] [S:he] [C:said].',
    '[S:She] [C:said] [Q:she was not worried about the dam].',
    '[S:A poll] [C:found] [Q:that 40 percent of likely voters agreed].',
  ],
}

test.each(Object.entries(CASES).flatMap(([act, cases]) => cases.map((marked) => [act, marked] as const)))(
  '%s: %s',
  (act, marked) => {
    const { text, statements } = markedText(marked)
    expect(statements.map((statement) => actOf(text, { ...statement, confidence: 1 }))).toEqual([act])
  },
)

test('without a cue nobody knows', () => {
  expect(actOf('“It is over.”', { source: [], cue: [], content: [[0, 13]], confidence: 1 })).toBeNull()
})

test('whatever the words, there is an act', () => {
  const words = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('asked', 'he would', 'must', '“No”?'))
  fc.assert(
    fc.property(words, words, (cue, content) => {
      const text = `${cue} ${content}`
      const from = cue.length + 1
      const draft = { source: [], cue: [[0, from]], content: [[from, text.length]], confidence: 1 } as const
      expect(Object.keys(CASES)).toContain(actOf(text, draft))
    }),
  )
})
