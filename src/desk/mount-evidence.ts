import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Context, Hono } from 'hono'
import type { BodyPlace, Place } from '../record/archive.ts'
import type { StatementEvidence } from '../record/statement-evidence.ts'
import { StoreError } from '../record/store-error.ts'
import { RECORD_FILE } from '../view/evidence-commands.ts'
import { BYTES_HEADERS } from '../web/headers.ts'
import { fail, show } from '../web/web.ts'
import { needs } from '../web/who-asks.ts'
import type { Desk } from './desk.ts'
import { evidencePage, type TakenOut } from './evidence-page.ts'

/** A record that was altered is what the page is there to say. */
async function takenOut({ store }: Desk, place: Place): Promise<TakenOut> {
  try {
    return { record: await store.evidence.record(place) }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return { fault: error.message }
  }
}

const gunzipped = promisify(gunzip)

/** The bytes in a record of a resource. */
async function blockOf(member: Uint8Array, { start, length }: BodyPlace): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array((await gunzipped(member)).subarray(start, start + length))
}

/** Bytes that others made, to be saved and never shown: in a window they would be a page of ours. */
function download(context: Context, bytes: Uint8Array, name: string) {
  return context.body(new Uint8Array(bytes), 200, {
    ...BYTES_HEADERS,
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}

/** A statement's evidence, and the bytes it stands in. */
export function mountEvidence(app: Hono, desk: Desk): void {
  const { store, messages } = desk
  const evidenceOf = (context: Context): Promise<StatementEvidence | null> =>
    store.evidence.ofStatement(context.req.param('id') ?? '')
  app.get('/statements/:id/evidence', needs('see-desk'), async (context) => {
    const evidence = await evidenceOf(context)
    if (evidence === null) return fail(desk, context, 404)
    const { kept, article } = evidence
    const taken = kept === null ? { fault: messages.evidence.kept.nothing } : await takenOut(desk, kept.place)
    const sample = (await desk.sampleMark())(article)
    return show(desk, context, evidencePage(evidence, { taken, sample, messages }))
  })
  app.get('/statements/:id/evidence/record', needs('see-desk'), async (context) => {
    const kept = (await evidenceOf(context))?.kept ?? null
    if (kept === null) return fail(desk, context, 404)
    return download(context, (await store.evidence.record(kept.place)).member, RECORD_FILE)
  })
  app.get('/statements/:id/evidence/picture', needs('see-desk'), async (context) => {
    const rendering = (await evidenceOf(context))?.kept?.rendering ?? null
    if (rendering === null) return fail(desk, context, 404)
    // Made by our own browser: a picture, and nothing else.
    const { body, member } = await store.evidence.record(rendering.picture)
    return context.body(await blockOf(member, body), 200, { ...BYTES_HEADERS, 'Content-Type': 'image/png' })
  })
  app.get('/statements/:id/evidence/pdf', needs('see-desk'), async (context) => {
    const rendering = (await evidenceOf(context))?.kept?.rendering ?? null
    if (rendering === null) return fail(desk, context, 404)
    const { body, member } = await store.evidence.record(rendering.pdf)
    return download(context, await blockOf(member, body), 'page.pdf')
  })
  app.get('/statements/:id/evidence/bytes', needs('see-desk'), async (context) => {
    const kept = (await evidenceOf(context))?.kept ?? null
    const bytes = kept && (await store.blob(kept.sha256))
    if (kept === null || bytes === null) return fail(desk, context, 404)
    return download(context, bytes, `${kept.sha256}.bin`)
  })
}
