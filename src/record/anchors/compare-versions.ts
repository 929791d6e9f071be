import { type Span, wordsOf } from '../../text/span.ts'
import type { Id } from '../id.ts'
import type { StatementRecord } from '../records.ts'
import type { ReadVersion } from '../text-versions.ts'
import { compareStatements, type Fate } from './compare-statements.ts'
import { searchedText } from './searched-text.ts'
import { type PartDifference, partDifferences, statementWords } from './statement-words.ts'

/** A statement that another version has otherwise. */
export type ChangedStatement = {
  readonly before: StatementRecord
  readonly after: StatementRecord
  readonly parts: readonly PartDifference[]
}

/** What became of the statements of a text version in the next one. */
export type VersionChange = {
  readonly kept: readonly Id[]
  readonly changed: readonly ChangedStatement[]
  /** With their words, since the next version has them no more. */
  readonly gone: readonly { readonly statement: StatementRecord; readonly words: string }[]
  /** Those that nothing before is the earlier form of. */
  readonly added: readonly StatementRecord[]
}

function reachOf({ source, cue, content }: StatementRecord): Span {
  const spans = [...source, ...cue, ...content]
  return [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))]
}

function fatesOf(before: ReadVersion, after: ReadVersion): readonly Fate[] {
  return compareStatements(
    {
      searched: searchedText(before.text),
      statements: before.statementRecords.map((each) => ({ id: each.id, statement: each })),
    },
    { searched: searchedText(after.text), statements: after.statementRecords },
  )
}

/** Compares two versions of a text, the second one captured later. */
export function compareVersions(before: ReadVersion, after: ReadVersion): VersionChange {
  const fates = fatesOf(before, after)
  const earlier = new Map(before.statementRecords.map((statement) => [statement.id, statement]))
  const claimed = new Set(fates.map((fate) => (fate.fate === 'gone' ? null : fate.later)))
  return {
    kept: fates.filter(({ fate }) => fate === 'kept').map(({ id }) => id),
    changed: fates.flatMap((fate) => {
      const [was, is] = [earlier.get(fate.id), fate.fate === 'changed' ? after.statementRecords[fate.later] : undefined]
      if (was === undefined || is === undefined) return []
      const parts = partDifferences(statementWords(before.text, was), statementWords(after.text, is))
      return [{ before: was, after: is, parts }]
    }),
    gone: fates.flatMap(({ fate, id }) => {
      const statement = earlier.get(id)
      return fate !== 'gone' || statement === undefined
        ? []
        : [{ statement, words: wordsOf(before.text, reachOf(statement)) }]
    }),
    added: after.statementRecords.filter((_, at) => !claimed.has(at)),
  }
}
