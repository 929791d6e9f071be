import type { Article } from '../article/article.ts'
import type { NameMention, ReaderVersion, Statement } from '../reading/statement.ts'
import type { TimeCode } from '../text/time-code.ts'
import type { Capture } from './coverage.ts'
import type { Id } from './id.ts'
import type { Received } from './received.ts'

/** An article as lists show it. */
export type ArticleSummary = Omit<Article, 'text' | 'timeCodes'> & {
  readonly id: Id
  readonly sha256: string
  /** The name the first capture came under: a path, a file's name, "pasted text". */
  readonly name: string
  /** UTC. */
  readonly recordedAt: string
  /** Statements of the current reading. */
  readonly statements: number
}

/** One time that an article's bytes were received. */
export type CaptureRecord = Omit<Capture, 'sha256' | 'received'> & {
  readonly id: Id
  /** UTC, when it came into the record. */
  readonly recordedAt: string
  /** Null for a file or a paste. */
  readonly received: Omit<Received, 'headers' | 'exchanges'> | null
}

/** A statement with what the record adds to it. */
export type StatementRecord = Statement & {
  readonly id: Id
  readonly articleId: Id
  /** The actor that the machine took the speaker for. */
  readonly speakerId: Id | null
  /** False once a later reading no longer found it; its spans are then those of the reading that last did. */
  readonly stillRead: boolean
}

/** One article whole, in its current text version and current reading. */
export type ArticleRecord = ArticleSummary & {
  readonly textId: Id
  readonly text: string
  /** When the words of a transcript were said. */
  readonly timeCodes: readonly TimeCode[]
  readonly readingId: Id
  readonly reader: ReaderVersion
  readonly readAt: string
  readonly names: readonly NameMention[]
  /** The first ones in the order of the record, as many as a page can show. */
  readonly captures: readonly CaptureRecord[]
  /** How many there are in all. */
  readonly captureCount: number
  /** Those still read, in the order of the text. */
  readonly statementRecords: readonly StatementRecord[]
}

/** A name of an actor. */
export type ActorName = {
  readonly name: string
  readonly language: string | null
  readonly script: string
  readonly kind: 'official' | 'alias' | 'transliteration'
}

/** A person, organisation, public body or group, as lists show it. */
export type ActorSummary = {
  readonly id: Id
  readonly names: readonly ActorName[]
  /** Statements still read, over all articles. */
  readonly statements: number
  readonly articles: number
}

/** A statement where it stands: with its article and the paragraph around it. */
export type PlacedStatement = {
  readonly statement: StatementRecord
  readonly article: ArticleSummary
  /** The paragraphs that the statement touches, and where they start in the article's text (UTF-16). */
  readonly passage: string
  readonly passageStart: number
}
