import type { Statement } from '../reading/statement.ts'
import { compareStatements } from '../record/anchors/compare-statements.ts'
import { searchedText } from '../record/anchors/searched-text.ts'
import type { Id } from '../record/id.ts'
import { keepIds } from '../record/keep-ids.ts'
import type { KnownWords } from './earlier-statements.ts'
import { storedText } from './stored-texts.ts'
import type { Writer } from './writer.ts'

/** A page that changes every day has a text version a day: what no version of so many had is not looked for any more. */
const VERSIONS_BACK = 10

/** The texts in which statements were found last, other than `textId`: those still read first, then the newest. */
function otherTexts(earlier: readonly KnownWords[], textId: Id): readonly (readonly KnownWords[])[] {
  const byText = Map.groupBy(
    earlier.filter((each) => each.textId !== textId),
    (each) => each.textId,
  )
  const isRead = (some: readonly KnownWords[]) => some.some(({ stillRead }) => stillRead)
  return [...byText]
    .toSorted(([a, ones], [b, others]) => Number(isRead(others)) - Number(isRead(ones)) || (a < b ? 1 : -1))
    .map(([, some]) => some)
    .slice(0, VERSIONS_BACK)
}

/**
 * Gives each statement of a reading the id it had: in the same text by its spans, in another version of the text by its
 * anchor. One that persons worded is known by their words too.
 *
 * @param earlier all statements ever found in the article, and all that persons worded, in their words
 * @returns for each of `later` its id, or null for a new one
 */
export async function keptIds(
  { trx }: Writer,
  earlier: readonly KnownWords[],
  { textId, later }: { readonly textId: Id; readonly later: readonly Statement[] },
): Promise<readonly (Id | null)[]> {
  const kept = [
    ...keepIds(
      earlier.filter((each) => each.textId === textId),
      later,
    ),
  ]
  const others = otherTexts(earlier, textId)
  if (others.length === 0) return kept
  const after = { searched: searchedText((await storedText(trx, textId)).text), statements: later }
  for (const statements of others) {
    const { text } = await storedText(trx, statements[0]?.textId ?? textId)
    for (const fate of compareStatements({ searched: searchedText(text), statements }, after))
      if (fate.fate === 'kept' && fate.later !== null && !kept.includes(fate.id)) kept[fate.later] ??= fate.id
  }
  return kept
}
