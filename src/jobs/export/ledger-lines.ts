import canonicalize from 'canonicalize'
import type { Evidence } from '../../record/evidence.ts'
import { type Json, type LedgerEntry, type LedgerHead, linkOf } from '../../record/ledger.ts'

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

export type LedgerLines = {
  readonly exported: Exported
  /** The entries that time stamps cover, in order. */
  readonly stamped: readonly number[]
  /** Is told where the ledger ends. */
  readonly reached: (head: LedgerHead) => void
  /** Is told of each of `stamped` to which the lines lead from an entry about what is exported. */
  readonly covered: (seq: number) => void
}

/**
 * The ledger's entries about what is exported, in order and each in canonical form; from each of them on up to the next that
 * was stamped all others as links, which do not say what they are about.
 */
export async function* ledgerLines(evidence: Evidence, options: LedgerLines): AsyncGenerator<string> {
  const { exported, reached, covered } = options
  const isAbout = aboutExported(exported)
  const stamped = [...options.stamped]
  let [head, isLinking] = [{ seq: 0, hash: '' }, false]
  for (;;) {
    const entries = await evidence.ledger(head.seq)
    const last = entries.at(-1)
    if (last === undefined) break
    for (const entry of entries) {
      const isExported = isAbout(entry)
      isLinking ||= isExported
      if (isExported) yield canonicalize(entry) ?? ''
      else if (isLinking && stamped.length > 0) yield canonicalize(linkOf(entry)) ?? ''
      if (stamped[0] !== entry.seq) continue
      if (isLinking) covered(entry.seq)
      stamped.shift()
      isLinking = false
    }
    head = { seq: last.seq, hash: last.hash }
  }
  reached(head)
}
