import { AT_THE_MACHINE } from '../../record/decisions.ts'
import type { Dossier } from '../../record/dossier/dossier.ts'
import type { DossierFault } from '../../record/dossier/dossier-fault.ts'
import { evidenceOf } from '../../record/dossier/evidence-faults.ts'
import type { Quoted } from '../../record/dossier/quoted.ts'
import { quotedIn, withQuoted } from '../../record/dossier/with-quoted.ts'
import type { DossierFile } from '../../record/dossier-file/dossier-file.ts'
import { faultsInFile, parseDossierFile } from '../../record/dossier-file/parse-dossier-file.ts'
import type { NamedArticle, TakeOutcome } from '../../record/dossiers.ts'
import type { Id } from '../../record/id.ts'
import type { Store } from '../../record/store.ts'
import { placesOfWords } from '../../text/find-words.ts'
import { type ArticleSources, type FoundArticle, findArticle } from './dossier-articles.ts'
import { statementOfWords } from './statement-of-words.ts'

/** What came of adding a dossier file; where it is refused, nothing of it was taken in, its articles neither. */
export type AddDossierOutcome =
  | (TakeOutcome & { readonly title: string; readonly articlesAdded: number; readonly withoutStatement: number })
  | { readonly state: 'refused'; readonly faults: readonly string[] }

type Articles = ReadonlyMap<string, FoundArticle>
type Use = readonly [quoted: Quoted, path: DossierFault['path']]

/** All quoted words of a dossier, by where they stand in its file. */
function usesIn(dossier: Dossier): readonly Use[] {
  return [
    ...evidenceOf(dossier).flatMap(([evidence, path]) => evidence.map((quoted, at): Use => [quoted, [...path, at]])),
    ...dossier.quoted.map((quoted, at): Use => [quoted, ['quoted', at]]),
  ]
}

/** Finds every article that is named, each once; what is wrong with one stands where it is named first. */
async function findArticles({ dossier, articles }: DossierFile, sources: ArticleSources) {
  const found = new Map<string, FoundArticle>()
  const faults: DossierFault[] = []
  const tried = new Set<string>()
  for (const [{ article }, path] of usesIn(dossier)) {
    if (tried.has(article)) continue
    tried.add(article)
    const entry = articles.find((one) => one.article === article) ?? null
    const outcome = await findArticle(article, entry, sources)
    if ('sentence' in outcome) faults.push({ path: [...path, 'article'], sentence: `"${article}" ${outcome.sentence}` })
    else found.set(article, outcome)
  }
  return { found, faults }
}

function isThere({ words }: Quoted, { headline, text }: FoundArticle): boolean {
  return [text, headline ?? ''].some((printed) => placesOfWords(printed, words).length > 0)
}

/** Quoted words that their article does not have. */
function missingWords(dossier: Dossier, articles: Articles): readonly DossierFault[] {
  return usesIn(dossier).flatMap(([quoted, path]) => {
    const article = articles.get(quoted.article)
    if (article === undefined || isThere(quoted, article)) return []
    const words = quoted.words.length > 80 ? `${quoted.words.slice(0, 80).toWellFormed()}…` : quoted.words
    const sentence = `are not in ${quoted.article}: "${words}"; copy them from there letter for letter`
    return [{ path: [...path, 'words'], sentence }]
  })
}

/** Adds the articles that are not in the record yet. @returns the ids of all of them, by their names in the file */
async function addArticles(store: Store, articles: Articles): Promise<ReadonlyMap<string, Id>> {
  const ids = new Map<string, Id>()
  for (const [name, article] of articles)
    ids.set(name, article.state === 'known' ? article.articleId : (await store.addCoverage(article.coverage)).articleId)
  return ids
}

/** The dossier with ids of the record in place of its names of articles, and the statements that its words are of. */
async function linked(store: Store, dossier: Dossier, ids: ReadonlyMap<string, Id>): Promise<Dossier> {
  const records = new Map<Id, NonNullable<Awaited<ReturnType<Store['article']>>>>()
  for (const id of new Set(ids.values())) {
    const record = await store.article(id)
    if (record !== null) records.set(id, record)
  }
  const names = new Map(dossier.actors.map((actor) => [actor.id, actor.names.map(({ name }) => name)]))
  return withQuoted(dossier, (quoted) => {
    const article = ids.get(quoted.article) ?? quoted.article
    const record = records.get(article)
    const statementId =
      record === undefined
        ? null
        : statementOfWords(quoted, {
            text: record.text,
            statements: record.statementRecords,
            names: names.get(quoted.speakerId ?? '') ?? [],
          })
    return { ...quoted, article, statementId }
  })
}

/** What the file calls its articles: those that it lists, then the others. */
function namesOf({ dossier, articles }: DossierFile, ids: ReadonlyMap<string, Id>): readonly NamedArticle[] {
  const listed = new Set(articles.map(({ article }) => article))
  const others = new Set(quotedIn(dossier).map(({ article }) => article)).difference(listed)
  return [
    ...articles.map((entry) => ({ ...entry, articleId: ids.get(entry.article) ?? null, isListed: true })),
    ...[...others].map((article) => ({
      article,
      url: null,
      sha256: null,
      articleId: ids.get(article) ?? null,
      isListed: false,
    })),
  ]
}

/**
 * Adds a dossier file: its articles first, then the dossier, which is published and accepts the statements that it
 * rests on. Where anything in it is wrong, nothing is added.
 *
 * @param text of the file
 */
export async function addDossier(text: string, sources: ArticleSources): Promise<AddDossierOutcome> {
  const parsed = parseDossierFile(text)
  if (!parsed.ok) return refused(parsed.faults)
  const { dossier } = parsed.file
  const { found, faults } = await findArticles(parsed.file, sources)
  const all = [...faults, ...missingWords(dossier, found)]
  if (all.length > 0) return refused(faultsInFile(text, all))
  const { store } = sources
  const ids = await addArticles(store, found)
  const own = await linked(store, dossier, ids)
  const taken = { dossier: own, articles: namesOf(parsed.file, ids), publish: true, by: AT_THE_MACHINE } as const
  const outcome = await store.dossiers.take(taken)
  return {
    ...outcome,
    title: dossier.title,
    articlesAdded: [...found.values()].filter(({ state }) => state === 'new').length,
    withoutStatement: quotedIn(own).filter((one) => one.speakerId !== null && one.statementId === null).length,
  }
}

function refused(faults: readonly { readonly line: number | null; readonly sentence: string }[]): AddDossierOutcome {
  const sentences = faults.map(({ line, sentence }) => (line === null ? sentence : `line ${line}: ${sentence}`))
  return { state: 'refused', faults: sentences }
}
