import { html } from 'hono/html'
import type { RecordBytes } from '../record/archive.ts'
import type { ArticleSummary } from '../record/records.ts'
import type { SampleSet } from '../record/sample-set.ts'
import type { KeptBytes, StatementEvidence } from '../record/statement-evidence.ts'
import { headlineHtml, imprintHtml } from '../view/article-line.ts'
import { checksHtml } from '../view/evidence-checks.ts'
import { type EvidenceFact, entryHtml, evidenceFacts, evidenceTime, placeFacts } from '../view/evidence-facts.ts'
import type { Html } from '../view/html.ts'
import type { PageBody } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'
import { passageHtml } from '../view/passage-html.ts'
import { safeLink } from '../view/safe-link.ts'
import { renderingSection } from './rendering-section.ts'

/** A record as it was taken out of the archive, or a sentence that says why it could not be. */
export type TakenOut = { readonly record: RecordBytes } | { readonly fault: string }

function addressHtml(url: string): Html {
  const link = safeLink(url)
  return link === null
    ? html`<bdi>${url}</bdi>`
    : html`<a href="${link.href}" rel="noopener noreferrer external"><bdi>${link.href}</bdi></a>`
}

/** When and how the bytes came, and where they are. */
function keptFacts(kept: KeptBytes, messages: Messages): readonly EvidenceFact[] {
  const says = messages.evidence.kept
  const { url, name, recordedAt, received } = kept.capture
  return [
    [says.address, url === null ? says.noAddress : addressHtml(url)],
    url === null ? [says.name, html`<bdi>${name}</bdi>`] : null,
    [says.captured, evidenceTime(received?.at ?? recordedAt, messages)],
    [says.how, received === null ? says.cameAs : messages.capture.via[received.via]],
    received?.address ? [says.from, html`<bdi>${received.address}</bdi>`] : null,
    ...placeFacts(kept, messages),
  ]
}

function keptHtml(
  kept: KeptBytes,
  options: { readonly path: string; readonly taken: TakenOut; readonly messages: Messages },
): Html {
  const { path, taken, messages } = options
  const says = messages.evidence
  const { checks } = says
  const body = 'record' in taken ? taken.record.body : null
  return html`<section aria-labelledby="kept"><h2 id="kept">${says.kept.title}</h2>
${evidenceFacts(keptFacts(kept, messages))}
${
  'fault' in taken
    ? html`<p class="wrong"><strong>${says.altered}:</strong> ${taken.fault}.</p>`
    : html`<p class="onward"><a href="${path}/record" download>${says.download.record}</a> <a href="${path}/bytes" download>${says.download.blob}</a></p>
<p class="hint">${says.download.about}</p>`
}</section>
${renderingSection(kept.rendering, path, messages)}${checksHtml(kept, { body, where: `${checks.where} ${checks.without}`, messages })}
${entryHtml(kept, messages)}`
}

function printedHtml(article: ArticleSummary, statementId: string, messages: Messages): Html {
  const href = `/desk/articles/${article.id}?statement=${statementId}#s-${statementId}`
  return html`<p class="printed">${messages.evidence.printed} <a href="${href}">${headlineHtml(article, messages)}</a>, ${imprintHtml(article, messages)}. ${messages.article.reader}.</p>`
}

/** A statement with what it stands in, and the commands with which a stranger checks that. */
export function evidencePage(
  evidence: StatementEvidence,
  {
    taken,
    sample,
    messages,
  }: { readonly taken: TakenOut; readonly sample: SampleSet | null; readonly messages: Messages },
): PageBody {
  const { statement, article, kept } = evidence
  const says = messages.evidence
  const title = statement.speaker === null ? says.titleWithoutSpeaker : says.titleOf(statement.speaker.name)
  const path = `/desk/statements/${statement.id}/evidence`
  return {
    title,
    section: 'articles',
    script: null,
    main: html`<div class="evidence"><h1>${title}</h1>
<p class="about">${says.lead}</p>
${passageHtml(evidence, messages)}
${printedHtml(article, statement.id, messages)}
${sample !== null && html`<p class="sample">${messages.samples[sample]}</p>`}
${!statement.stillRead && html`<p>${says.gone}</p>`}
${kept === null ? html`<p class="wrong">${says.kept.nothing}</p>` : keptHtml(kept, { path, taken, messages })}</div>`,
  }
}
