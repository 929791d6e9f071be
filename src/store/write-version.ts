import { isDeepStrictEqual } from 'node:util'
import type { Article } from '../article/article.ts'
import type { Reading } from '../reading/statement.ts'
import type { Capture, Coverage } from '../record/coverage.ts'
import type { Id } from '../record/id.ts'
import { lastCaptured, lastReading, storedText } from './stored-texts.ts'
import { indexWords } from './word-index.ts'
import { writeReading } from './write-reading.ts'
import { writeSameText, writeText } from './write-text.ts'
import type { Writer } from './writer.ts'

/** An article that is there, and the text that stands of it. */
export type StandingArticle = { readonly articleSeq: number; readonly articleId: Id; readonly standing: Id }

/** What a person reads of an article: where none of it changed, it is the same text, whatever else the page holds. */
function isSameText(one: Article, other: Article): boolean {
  const read = ({ headline, byline, text, timeCodes }: Article) => ({ headline, byline, text, timeCodes })
  return isDeepStrictEqual(read(one), read(other))
}

/** Whether a capture shows the page later than the text that stands. An archive may tell of it as it was before. */
export async function isLater({ trx, now }: Writer, { received }: Capture, standing: Id): Promise<boolean> {
  return Date.parse(received?.at ?? now) >= (await lastCaptured(trx, standing))
}

/** The text version with these words, of an article; null where there is none. */
async function versionWith({ trx }: Writer, articleId: Id, article: Article): Promise<Id | null> {
  const rows = await trx
    .selectFrom('texts')
    .select('id')
    .where('article_id', '=', articleId)
    .where('text', '=', article.text)
    .orderBy('id', 'desc')
    .execute()
  for (const { id } of rows) if (isSameText(await storedText(trx, id), article)) return id
  return null
}

type Read = { readonly sha256: string; readonly article: Article; readonly reading: Reading }

/** Adds a text version that stands from now on. */
async function writeStanding(writer: Writer, of: StandingArticle, { sha256, article, reading }: Read): Promise<void> {
  const { articleSeq: seq, articleId, standing } = of
  const textId = await writeText(writer, article, { articleId, sha256, supersedes: standing })
  const { headline, byline, outlet, text } = article
  await indexWords(writer.trx, 'article_words', { seq, fields: [headline, byline, outlet, text] })
  await writeReading(writer, { articleSeq: seq, articleId, textId }, { reading, supersedes: null })
}

/** Adds a text version that stood before the one that stands. */
async function writeFormer(writer: Writer, of: StandingArticle, { sha256, article, reading }: Read): Promise<void> {
  const { articleSeq, articleId } = of
  const textId = await writeText(writer, article, { articleId, sha256, supersedes: null })
  await writeReading(writer, { articleSeq, articleId, textId }, { reading, supersedes: null, isFormer: true })
}

/**
 * Adds what other bytes gave that were captured at the article's address, the capture being written already.
 *
 * @returns whether there is a new text version
 */
export async function writeVersion(
  writer: Writer,
  coverage: Coverage,
  of: StandingArticle & { readonly later: boolean },
): Promise<'known' | 'changed'> {
  const { sha256, article } = coverage
  const same = isSameText(await storedText(writer.trx, of.standing), article)
    ? of.standing
    : of.later
      ? null
      : await versionWith(writer, of.articleId, article)
  if (same !== null) {
    await writeSameText(writer, same, sha256)
    return 'known'
  }
  if (of.later) await writeStanding(writer, of, coverage)
  else await writeFormer(writer, of, coverage)
  return 'changed'
}

/** Makes a text stand again that stood before: the page went back to bytes that are known. */
export async function writeReturn(
  writer: Writer,
  capture: Capture,
  of: StandingArticle & { readonly textId: Id },
): Promise<'known' | 'changed'> {
  const article = await storedText(writer.trx, of.textId)
  if (isSameText(article, await storedText(writer.trx, of.standing))) return 'known'
  const { id: _, ...reading } = await lastReading(writer.trx, of.textId)
  await writeStanding(writer, of, { sha256: capture.sha256, article, reading })
  return 'changed'
}
