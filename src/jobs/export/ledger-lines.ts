import canonicalize from 'canonicalize'
import type { Evidence } from '../../record/evidence.ts'
import type { Json, LedgerEntry, LedgerHead } from '../../record/ledger.ts'

/** What is exported, by which the ledger's entries about it are known. */
export type Exported = {
  readonly captures: ReadonlySet<string>
  readonly files: ReadonlySet<string>
  readonly articles: ReadonlySet<string>
  /** Every entry goes with it, whatever it is about. */
  readonly isEverything: boolean
}

/** Says of entries, in their order, whether they are about what is exported: an article's texts, and the readings of these, too. */
function aboutExported({ captures, files, articles, isEverything }: Exported): (entry: LedgerEntry) => boolean {
  const texts = new Set<Json | undefined>()
  const about: Readonly<Record<string, (body: LedgerEntry['body']) => boolean>> = {
    capture: ({ capture }) => captures.has(String(capture)),
    rendering: ({ capture }) => captures.has(String(capture)),
    'archive-file': ({ file }) => files.has(String(file)),
    text: ({ article, text }) => articles.has(String(article)) && texts.add(text).has(text),
    'same-text': ({ text }) => texts.has(text),
    reading: ({ text }) => texts.has(text),
  }
  return ({ kind, body }) => isEverything || (Object.hasOwn(about, kind) && about[kind]?.(body) === true)
}

/**
 * The ledger's entries about what is exported, in order and each in the form that is hashed.
 *
 * @param reached is told where the ledger ends
 */
export async function* ledgerLines(
  evidence: Evidence,
  exported: Exported,
  reached: (head: LedgerHead) => void,
): AsyncGenerator<string> {
  const isAbout = aboutExported(exported)
  let head = { seq: 0, hash: '' }
  for (;;) {
    const entries = await evidence.ledger(head.seq)
    const last = entries.at(-1)
    if (last === undefined) break
    for (const entry of entries) if (isAbout(entry)) yield canonicalize(entry) ?? ''
    head = { seq: last.seq, hash: last.hash }
  }
  reached(head)
}
