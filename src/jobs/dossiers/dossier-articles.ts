import { createHash } from 'node:crypto'
import { spellings } from '../../article/feed/link-key.ts'
import type { Coverage } from '../../record/coverage.ts'
import { type ArticleEntry, isAddress } from '../../record/dossier-file/dossier-file.ts'
import type { Id } from '../../record/id.ts'
import type { Input } from '../../record/input.ts'
import type { Reader } from '../../record/reader.ts'
import type { Store } from '../../record/store.ts'

/** An article that a dossier rests on: in the record, or read and not added yet. */
export type FoundArticle = {
  readonly headline: string | null
  readonly text: string
} & ({ readonly state: 'known'; readonly articleId: Id } | { readonly state: 'new'; readonly coverage: Coverage })

/** What is wrong with an article: the rest of a sentence that begins with its name. */
export type ArticleFault = { readonly sentence: string }

export type ArticleSources = {
  readonly store: Store
  readonly reader: Reader
  /** Reads a file beside the dossier file; null where there is none. */
  readonly beside: (file: string) => Promise<Input | { readonly fault: string } | null>
}

async function known(store: Store, articleId: Id | null): Promise<FoundArticle | null> {
  const article = articleId === null ? null : await store.article(articleId)
  return article === null
    ? null
    : { state: 'known', articleId: article.id, headline: article.headline, text: article.text }
}

/** What a file holds: an article of the record, or one that is read now. */
async function fromFile(input: Input, { store, reader }: ArticleSources): Promise<FoundArticle | ArticleFault> {
  const { bytes, ...from } = input
  const capture = { ...from, sha256: createHash('sha256').update(bytes).digest('hex') }
  const there = await known(store, (await store.addCapture(capture))?.id ?? null)
  if (there !== null) return there
  const outcome = await reader.read(input)
  if (!outcome.ok) return { sentence: `cannot be read: ${outcome.fault.sentence}` }
  const { article, reading } = outcome
  const coverage = { ...capture, bytes, article, reading }
  return { state: 'new', coverage, headline: article.headline, text: article.text }
}

/** An article that is in the record under one of the addresses that the file gives. */
async function fromRecord(store: Store, addresses: readonly (string | null)[]): Promise<FoundArticle | null> {
  for (const address of addresses) {
    if (address === null) continue
    const found = await known(store, (await store.articleAt(spellings(address)))?.id ?? null)
    if (found !== null) return found
  }
  return null
}

/** The article of the record that was read from bytes with this digest. */
async function byDigest(store: Store, name: string, sha256: string | null): Promise<FoundArticle | null> {
  if (sha256 === null) return null
  const capture = { name, sha256, url: null, contentType: null, received: null }
  return known(store, (await store.addCapture(capture))?.id ?? null)
}

/**
 * Finds the article that a dossier file means: the file beside it, or what the record has under its address or with its
 * digest.
 *
 * @param entry what the dossier file says of it, null where it only names it
 */
export async function findArticle(
  name: string,
  entry: ArticleEntry | null,
  sources: ArticleSources,
): Promise<FoundArticle | ArticleFault> {
  const file = isAddress(name) ? null : await sources.beside(name)
  if (file !== null && 'fault' in file) return { sentence: `cannot be read: ${file.fault}` }
  if (file !== null) {
    const sha256 = createHash('sha256').update(file.bytes).digest('hex')
    if (entry !== null && entry.sha256 !== null && entry.sha256 !== sha256)
      return { sentence: `is not the file that was meant: its SHA-256 is ${sha256}` }
    return fromFile(file, sources)
  }
  const found =
    (await fromRecord(sources.store, [isAddress(name) ? name : null, entry?.url ?? null])) ??
    (await byDigest(sources.store, name, entry?.sha256 ?? null))
  if (found !== null) return found
  return {
    sentence: isAddress(name)
      ? `is not in the record; add it first: npx onrecord add ${name}`
      : 'is neither beside the dossier file nor, by a "url" or "sha256" in "articles", in the record; put the file there',
  }
}
