import type { Context, Hono } from 'hono'
import type { Place } from '../record/archive.ts'
import type { StatementEvidence } from '../record/statement-evidence.ts'
import { StoreError } from '../record/store-error.ts'
import { RECORD_FILE } from '../view/evidence-commands.ts'
import type { TakenOut } from './evidence-checks.ts'
import { evidencePage } from './evidence-page.ts'
import { BYTES_HEADERS } from './headers.ts'
import { fail, type Site, show } from './site.ts'

/** A record that was altered is what the page is there to say. */
async function takenOut({ store }: Site, place: Place): Promise<TakenOut> {
  try {
    return { record: await store.evidence.record(place) }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return { fault: error.message }
  }
}

/** Bytes that others made, to be saved and never shown: in a window they would be a page of ours. */
function download(context: Context, bytes: Uint8Array, name: string) {
  return context.body(new Uint8Array(bytes), 200, {
    ...BYTES_HEADERS,
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}

/** A statement's evidence, and the bytes it stands in. */
export function mountEvidence(app: Hono, site: Site): void {
  const { store, messages } = site
  const evidenceOf = (context: Context): Promise<StatementEvidence | null> =>
    store.evidence.ofStatement(context.req.param('id') ?? '')
  app.get('/statements/:id/evidence', async (context) => {
    const evidence = await evidenceOf(context)
    if (evidence === null) return fail(site, context, 404)
    const { kept, article } = evidence
    const taken = kept === null ? { fault: messages.evidence.kept.nothing } : await takenOut(site, kept.place)
    const sample = (await site.sampleMark())(article)
    return show(site, context, evidencePage(evidence, { taken, sample, messages }))
  })
  app.get('/statements/:id/evidence/record', async (context) => {
    const kept = (await evidenceOf(context))?.kept ?? null
    if (kept === null) return fail(site, context, 404)
    return download(context, (await store.evidence.record(kept.place)).member, RECORD_FILE)
  })
  app.get('/statements/:id/evidence/bytes', async (context) => {
    const kept = (await evidenceOf(context))?.kept ?? null
    const bytes = kept && (await store.blob(kept.sha256))
    if (kept === null || bytes === null) return fail(site, context, 404)
    return download(context, bytes, `${kept.sha256}.bin`)
  })
}
