import { html } from 'hono/html'
import type { Evidence } from '../../record/dossier/quoted.ts'
import type { ArticleRecord, StatementRecord } from '../../record/records.ts'
import { languageAttributes, shownHeadline } from '../../view/article-line.ts'
import { dateInWords } from '../../view/dates.ts'
import type { Html } from '../../view/html.ts'
import type { Messages } from '../../view/messages/messages.ts'
import { beginningOf } from '../../view/plain-line.ts'
import { contentOf, MAX_PASSAGES, STANCES, stanceField } from './evidence-typed.ts'
import { selectHtml } from './field-html.ts'
import type { FoundStatements } from './find-statements.ts'
import type { FieldFaults, Typed } from './typed.ts'

/** What the box of evidence shows. */
export type EvidenceBox = {
  /** What was chosen so far. */
  readonly chosen: readonly Evidence[]
  readonly found: FoundStatements
  readonly typed: Typed
  readonly faults: FieldFaults
  readonly messages: Messages
}

/** As much of quoted words as tells which they are, in UTF-16 code units. */
const SHOWN = 200

function stanceSelect(name: string, value: string, words: string, messages: Messages): Html {
  const says = messages.dossierDesk.evidence
  const options = (['', ...STANCES] as const).map((stance) => [stance, says.stances[stance]] as const)
  return selectHtml({ id: name, name, value }, options, html` aria-label="${says.stance(beginningOf(words, 80))}"`)
}

function statementLine(
  { id, words, who }: { readonly id: string; readonly words: string; readonly who: string },
  {
    article,
    typed,
    messages,
  }: Pick<EvidenceBox, 'typed' | 'messages'> & { readonly article: Pick<ArticleRecord, 'id' | 'language'> },
): Html {
  const name = stanceField(article.id, id)
  return html`<li>${stanceSelect(name, typed.get(name) ?? '', words, messages)} “<bdi${languageAttributes(article.language)}>${beginningOf(words, SHOWN)}</bdi>” <span class="by"><bdi>${who}</bdi></span></li>
`
}

function whoSays(statement: StatementRecord, { notKnown }: Messages): string {
  return statement.speaker?.name ?? notKnown
}

/** Passages as they were typed, right or wrong: nothing of them is lost. */
function typedPassages({ typed, messages }: EvidenceBox): readonly Html[] {
  const says = messages.dossierDesk.evidence
  return typedPlaces(typed).map((field) => {
    const part = (key: string) => typed.get(`${field}.${key}`) ?? ''
    const words = part('words')
    return html`<li>${stanceSelect(`${field}.stance`, part('stance'), words, messages)} <input type="text" name="${field}.words" value="${words}" aria-label="${says.passage}" autocomplete="off"><input type="hidden" name="${field}.article" value="${part('article')}"></li>
`
  })
}

/** The fields of passages that were typed: `passage.1`. */
function typedPlaces(typed: Typed): readonly string[] {
  return Array.from({ length: MAX_PASSAGES }, (_, at) => `passage.${at + 1}`).filter(
    (field) => (typed.get(`${field}.words`) ?? '').trim() !== '',
  )
}

function chosenLines(box: EvidenceBox): Html | '' {
  const { chosen, typed, messages } = box
  const statements = chosen.flatMap(({ article, statementId, words }) =>
    statementId === null
      ? []
      : [
          statementLine(
            { id: statementId, words, who: '' },
            { article: { id: article, language: null }, typed, messages },
          ),
        ],
  )
  const lines = [...statements, ...typedPassages(box)]
  return lines.length === 0 ? '' : html`<ul class="evidence-lines">${lines}</ul>`
}

function foundArticle(
  { article, statements }: FoundStatements[number],
  box: EvidenceBox,
  passage: number | null,
): Html {
  const { chosen, messages } = box
  const says = messages.dossierDesk.evidence
  const others = statements.filter(({ id }) => !chosen.some(({ statementId }) => statementId === id))
  const field = `passage.${passage}`
  const date = article.published === null ? '' : `, ${dateInWords(article.published, messages)}`
  return html`<section><h2 class="article-of"><bdi${languageAttributes(article.language)}>${shownHeadline(article) ?? article.name}</bdi></h2><p class="hint"><bdi>${article.outlet ?? messages.dossier.evidence.outletNotKnown}</bdi>${date}</p>
<ul class="evidence-lines">${others.map((statement) =>
    statementLine(
      { id: statement.id, words: contentOf(statement, article.text), who: whoSays(statement, messages) },
      { article, typed: box.typed, messages },
    ),
  )}</ul>
${passage !== null && html`<p><label for="${field}">${says.passage}</label><input id="${field}" type="text" name="${field}.words" autocomplete="off"><input type="hidden" name="${field}.article" value="${article.id}"> ${stanceSelect(`${field}.stance`, 'supports', says.passage, messages)}</p>`}</section>
`
}

/** The evidence of a form: what was chosen, a search, and what it found, each with its stance. Works without script. */
export function evidenceBox(box: EvidenceBox): Html {
  const { found, typed, faults, messages } = box
  const says = messages.dossierDesk.evidence
  const [asked, fault] = [typed.get('find') ?? '', faults.get('evidence') ?? null]
  const used = new Set(typedPlaces(typed))
  const free = Array.from({ length: MAX_PASSAGES }, (_, at) => at + 1).filter((at) => !used.has(`passage.${at}`))
  return html`<fieldset class="evidence-box" id="evidence"><legend>${says.title}</legend>
${fault !== null && html`<p class="failed">${says.title} ${fault}.</p>`}
${chosenLines(box)}
<div class="field"><label for="find">${says.find}</label>
<input id="find" type="text" name="find" value="${asked}" autocomplete="off"> <button type="submit" name="deed" value="find" formnovalidate>${says.button}</button></div>
${asked !== '' && found.length === 0 && html`<p role="status">${says.nothing}</p>`}
${found.map((one, at) => foundArticle(one, box, free[at] ?? null))}</fieldset>
`
}
