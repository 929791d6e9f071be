import { html } from 'hono/html'
import type { PublicEvidence } from '../record/public-record.ts'
import type { SampleSet } from '../record/sample-set.ts'
import type { PublicKeptBytes } from '../record/statement-evidence.ts'
import { checksHtml } from '../view/evidence-checks.ts'
import { entryHtml, evidenceFacts, evidenceTime, placeFacts } from '../view/evidence-facts.ts'
import type { Html } from '../view/html.ts'
import type { PageBody } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'
import { passageHtml } from '../view/passage-html.ts'
import { speakerName } from '../view/told/speaker-name.ts'

function keptHtml(kept: PublicKeptBytes, messages: Messages): Html {
  const says = messages.evidence
  const { where, altered } = says.public
  return html`<section aria-labelledby="kept"><h2 id="kept">${says.kept.title}</h2>
${evidenceFacts([[says.kept.captured, evidenceTime(kept.capturedAt, messages)], ...placeFacts(kept, messages)])}
${kept.body === null && html`<p class="wrong"><strong>${says.altered}:</strong> ${altered}.</p>`}</section>
${checksHtml(kept, { body: kept.body, where, messages })}
${entryHtml(kept, messages)}`
}

/** An accepted statement with the digests it stands on, and the commands with which a stranger checks them: none of the bytes. */
export function evidencePage(
  evidence: PublicEvidence,
  { sample, messages }: { readonly sample: SampleSet | null; readonly messages: Messages },
): PageBody {
  const { statement, kept } = evidence
  const says = messages.evidence
  const speaker = speakerName(evidence)
  const title = speaker === null ? says.titleWithoutSpeaker : says.titleOf(speaker)
  return {
    title,
    section: 'statements',
    script: null,
    main: html`<div class="evidence"><h1>${title}</h1>
<p class="about">${says.lead}</p>
${passageHtml(evidence, messages)}
<p class="printed"><a href="/statements/${encodeURIComponent(statement.id)}">${says.public.origin}</a></p>
${sample !== null && html`<p class="sample">${messages.samples[sample]}</p>`}
${kept === null ? html`<p class="wrong">${says.public.nothing}</p>` : keptHtml(kept, messages)}</div>`,
  }
}
