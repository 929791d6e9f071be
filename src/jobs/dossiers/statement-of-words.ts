import { normaliseName } from '../../record/actor-name.ts'
import type { Quoted } from '../../record/dossier/quoted.ts'
import type { Id } from '../../record/id.ts'
import type { StatementRecord } from '../../record/records.ts'
import { placesOfWords } from '../../text/find-words.ts'
import type { Span } from '../../text/span.ts'

/** How many UTF-16 units of a statement's words lie in `place`. */
function shared({ content }: StatementRecord, [from, to]: Span): number {
  return content.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0)
}

const lengthOf = ({ content }: StatementRecord) => content.reduce((sum, [start, end]) => sum + end - start, 0)

/**
 * The statement that quoted words are of: one whose words they share, rather one of whoever is said to speak, rather
 * the one that shares more and is shorter.
 *
 * @param names what the speaker is called
 * @returns null where the words are in nobody's mouth, or the machine read no statement there
 */
export function statementOfWords(
  { words, speakerId }: Quoted,
  {
    text,
    statements,
    names,
  }: { readonly text: string; readonly statements: readonly StatementRecord[]; readonly names: readonly string[] },
): Id | null {
  if (speakerId === null) return null
  const places = placesOfWords(text, words)
  const own = new Set(names.map(normaliseName))
  const found = statements
    .map((statement) => ({
      statement,
      isOwn: statement.speaker !== null && own.has(normaliseName(statement.speaker.name)),
      share: Math.max(0, ...places.map((place) => shared(statement, place))),
    }))
    .filter(({ share }) => share > 0)
    .toSorted(
      (a, b) => Number(b.isOwn) - Number(a.isOwn) || b.share - a.share || lengthOf(a.statement) - lengthOf(b.statement),
    )
  return found[0]?.statement.id ?? null
}
