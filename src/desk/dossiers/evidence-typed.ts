import type { Evidence, Stance } from '../../record/dossier/quoted.ts'
import type { Id } from '../../record/id.ts'
import { lineFault, MAX_WORDS, wordsFault } from '../../record/line-fault.ts'
import type { ArticleRecord, StatementRecord } from '../../record/records.ts'
import type { Store } from '../../record/store.ts'
import { parseEdtf } from '../../text/edtf-time.ts'
import { placesOfWords } from '../../text/find-words.ts'
import { wordsOf } from '../../text/span.ts'
import type { Typed, TypedFields } from './typed.ts'

/** How evidence stands in a form: `stance.ARTICLE.STATEMENT`, and `passage.N.words` with its article and stance. */
export const STANCES = ['supports', 'disputes', 'mentions'] as const satisfies readonly Stance[]
/** So many passages can be written into one form at once. */
export const MAX_PASSAGES = 20

/** The field of a statement's stance. */
export function stanceField(articleId: Id, statementId: Id): string {
  return `stance.${articleId}.${statementId}`
}

/** Evidence as a form has it. */
export function evidenceFields(evidence: readonly Evidence[]): readonly (readonly [string, string])[] {
  let passages = 0
  return evidence.flatMap(({ article, statementId, words, stance }): readonly (readonly [string, string])[] => {
    if (statementId !== null) return [[stanceField(article, statementId), stance]]
    passages += 1
    const field = `passage.${passages}`
    return [
      [`${field}.article`, article],
      [`${field}.words`, words],
      [`${field}.stance`, stance],
    ]
  })
}

const stanceOf = (word: string | undefined): Stance | null => STANCES.find((stance) => stance === word) ?? null

/** The words attributed, as evidence quotes them. */
export function contentOf({ content }: StatementRecord, text: string): string {
  return content
    .map((span) => wordsOf(text, span))
    .join(' … ')
    .slice(0, MAX_WORDS)
}

/** A statement as evidence. What a person corrected of who said it, and when, is kept where it stood before. */
function ofStatement(statement: StatementRecord, article: ArticleRecord, stance: Stance): Evidence {
  const said = statement.saidOn === null ? null : parseEdtf(statement.saidOn)
  return {
    article: article.id,
    words: contentOf(statement, article.text),
    statementId: statement.id,
    speakerId: statement.speakerId,
    saidOn: said?.ok === true ? said.time : null,
    via: statement.chain.map(({ name }) => name).filter((name) => lineFault(name, 200) === null),
    isPrimary: false,
    stance,
  }
}

type Sources = { readonly store: Pick<Store, 'article'>; readonly before: readonly Evidence[] }

async function statementsTyped(
  typed: Typed,
  fields: TypedFields,
  { store, before }: Sources,
): Promise<readonly Evidence[]> {
  const found: Evidence[] = []
  for (const [name, value] of typed) {
    const [, articleId = '', statementId = ''] = /^stance\.([^.]+)\.([^.]+)$/.exec(name) ?? []
    const stance = stanceOf(value)
    if (articleId === '' || stance === null) continue
    const known = before.find((one) => one.article === articleId && one.statementId === statementId)
    const article = known === undefined ? await store.article(articleId) : null
    const statement = article?.statementRecords.find(({ id }) => id === statementId)
    if (known !== undefined) found.push({ ...known, stance })
    else if (article != null && statement !== undefined) found.push(ofStatement(statement, article, stance))
    else fields.refuse('evidence', 'names a statement that is not in the record any more; choose another')
  }
  return found
}

async function passagesTyped(
  typed: Typed,
  fields: TypedFields,
  { store, before }: Sources,
): Promise<readonly Evidence[]> {
  const found: Evidence[] = []
  for (let at = 1; at <= MAX_PASSAGES; at += 1) {
    const part = (key: string) => typed.get(`passage.${at}.${key}`) ?? ''
    const words = part('words').replaceAll('\r\n', '\n').trim()
    const stance = stanceOf(part('stance'))
    if (words === '' || stance === null) continue
    const articleId = part('article')
    const known = before.find((one) => one.statementId === null && one.article === articleId && one.words === words)
    const fault = wordsFault(words, MAX_WORDS)
    const article = known === undefined ? await store.article(articleId) : null
    if (known !== undefined) found.push({ ...known, stance })
    else if (fault !== null) fields.refuse('evidence', fault)
    else if (article === null || placesOfWords(article.text, words).length === 0)
      fields.refuse('evidence', `quotes “${words.slice(0, 60)}”, which does not stand in that article; copy its words`)
    else
      found.push({
        article: articleId,
        words,
        statementId: null,
        speakerId: null,
        saidOn: null,
        via: [],
        isPrimary: false,
        stance,
      })
  }
  return found
}

/**
 * The evidence of a form, statements first.
 *
 * @param before what the part rested on: what is known of it is kept
 */
export async function evidenceTyped(typed: Typed, fields: TypedFields, sources: Sources): Promise<readonly Evidence[]> {
  const found = [...(await statementsTyped(typed, fields, sources)), ...(await passagesTyped(typed, fields, sources))]
  if (!found.some(({ stance }) => stance === 'supports'))
    fields.refuse(
      'evidence',
      'holds nothing that supports it; find a statement or a passage below and choose “supports”',
    )
  return found
}
