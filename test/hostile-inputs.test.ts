import { describe, expect, test } from 'vitest'
import { readArticle } from '../src/article/read-article.ts'
import { READABLE, REFUSED, UNSEEN } from './hostile-inputs.ts'

const HINTS = { contentType: null, url: null }

describe('bytes without a readable article are refused', () => {
  test.each(REFUSED)('$name', async ({ bytes }) => {
    const outcome = await readArticle(bytes(), HINTS)
    if (outcome.ok) throw new Error(`read: ${JSON.stringify(outcome.article).slice(0, 300)}`)
    // One sentence: what is wrong, and after it what to do.
    expect(outcome.fault.sentence).toMatch(/^[a-z0-9][^\n]{10,}; [^\n]{5,}$/)
  })
})

describe('an article amid hostile mark-up is read, and nothing else', () => {
  test.each(READABLE)('$name', async ({ bytes }) => {
    const outcome = await readArticle(bytes(), HINTS)
    if (!outcome.ok) throw new Error(outcome.fault.sentence)
    const { article } = outcome
    expect(article.text).toContain('because the wheel has to be cut again.')
    expect(article.text).toContain('said the miller, Ansel Quillby')
    expect(article.published).toBeNull()
    const everything = JSON.stringify(article)
    expect(everything).not.toContain(UNSEEN)
    expect(everything).not.toMatch(/<|&lt;|\\u0000/)
    expect(everything.isWellFormed() && !everything.includes('\\ud')).toBe(true)
  })
})
