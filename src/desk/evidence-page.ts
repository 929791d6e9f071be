import { html } from 'hono/html'
import { bodyForm, hashedForm } from '../record/ledger.ts'
import type { ArticleSummary } from '../record/records.ts'
import type { SampleSet } from '../record/sample-set.ts'
import type { KeptBytes, StatementEvidence } from '../record/statement-evidence.ts'
import { headlineHtml, imprintHtml } from '../view/article-line.ts'
import { momentInWords } from '../view/dates.ts'
import type { Html } from '../view/html.ts'
import type { PageBody } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'
import { passageHtml } from '../view/passage-html.ts'
import { safeLink } from '../view/safe-link.ts'
import { checksHtml, type TakenOut } from './evidence-checks.ts'
import { renderingSection } from './rendering-section.ts'

/** One line of what is known. */
type Fact = readonly [term: string, says: Html | string] | null

function factsHtml(facts: readonly Fact[]): Html {
  return html`<dl class="facts">${facts.map(
    (fact) =>
      fact &&
      html`<div><dt>${fact[0]}</dt> <dd>${fact[1]}</dd></div>
`,
  )}</dl>`
}

function timeHtml(instant: string, messages: Messages): Html {
  return html`<time datetime="${instant}">${momentInWords(instant, messages)}</time>`
}

function addressHtml(url: string): Html {
  const link = safeLink(url)
  return link === null
    ? html`<bdi>${url}</bdi>`
    : html`<a href="${link.href}" rel="noopener noreferrer external"><bdi>${link.href}</bdi></a>`
}

/** When and how the bytes came, and where they are. */
function keptFacts({ capture, sha256, size, place, recordId }: KeptBytes, messages: Messages): readonly Fact[] {
  const says = messages.evidence.kept
  const { url, name, recordedAt, received } = capture
  return [
    [says.address, url === null ? says.noAddress : addressHtml(url)],
    url === null ? [says.name, html`<bdi>${name}</bdi>`] : null,
    [says.captured, timeHtml(received?.at ?? recordedAt, messages)],
    [says.how, received === null ? says.cameAs : messages.capture.via[received.via]],
    received?.address ? [says.from, html`<bdi>${received.address}</bdi>`] : null,
    [says.sha256, html`<code>${sha256}</code>`],
    [says.size, says.bytes(size)],
    [says.file, html`<code>${place.file}</code>`],
    [says.place, says.placeOf(place.offset, place.length)],
    [says.record, html`<code>${recordId}</code>`],
    [says.digest, html`<code>${place.sha256}</code>`],
  ]
}

function ledgerHtml({ entry }: KeptBytes, messages: Messages): Html {
  const says = messages.evidence.ledger
  return html`<section aria-labelledby="entry"><h2 id="entry">${says.title}</h2>
${
  entry === null
    ? html`<p class="wrong">${says.nothing}</p>`
    : html`<p>${says.about(entry.seq)}</p>
${factsHtml([
  [says.at, timeHtml(entry.at, messages)],
  [says.hash, html`<code>${entry.hash}</code>`],
  [says.previous, html`<code>${entry.previous}</code>`],
])}
<h3>${says.says}</h3>
<pre><code>${bodyForm(entry)}</code></pre>
<h3>${says.hashed}</h3>
<pre><code>${hashedForm(entry)}</code></pre>`
}</section>
`
}

function keptHtml(
  kept: KeptBytes,
  options: { readonly path: string; readonly taken: TakenOut; readonly messages: Messages },
): Html {
  const { path, taken, messages } = options
  const says = messages.evidence
  return html`<section aria-labelledby="kept"><h2 id="kept">${says.kept.title}</h2>
${factsHtml(keptFacts(kept, messages))}
${
  'fault' in taken
    ? html`<p class="wrong"><strong>${says.altered}:</strong> ${taken.fault}.</p>`
    : html`<p class="onward"><a href="${path}/record" download>${says.download.record}</a> <a href="${path}/bytes" download>${says.download.blob}</a></p>
<p class="hint">${says.download.about}</p>`
}</section>
${renderingSection(kept.rendering, path, messages)}${checksHtml(kept, { taken, messages })}
${ledgerHtml(kept, messages)}`
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
