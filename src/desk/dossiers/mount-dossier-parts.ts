import { randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import type { DossierView } from '../../record/public-record.ts'
import { ulids } from '../../record/ulid.ts'
import { fieldsOf } from '../../web/fields.ts'
import { takeButton } from '../../web/our-form.ts'
import { fail, formNeeds, show } from '../../web/web.ts'
import { decidedBy, needs } from '../../web/who-asks.ts'
import type { Desk } from '../desk.ts'
import { recent } from '../recent.ts'
import { calledBy } from './actor-lines.ts'
import { type AskedPart, attemptOf } from './attempt.ts'
import { deskPath, partLine, withdrawPage } from './dossier-desk-page.ts'
import { findStatements } from './find-statements.ts'
import { emptyDossier, type KeptDossier, keptDossier } from './kept-dossier.ts'
import { newDossierId } from './new-dossier-id.ts'
import { fieldsOfPart, isPartType, parentType, restsOnEvidence } from './part-forms.ts'
import { type PartPage, partPage } from './part-page.ts'
import { typedOf } from './part-typed.ts'
import type { Typed } from './typed.ts'

/** A pasted list of a thousand signatories, in UTF-16 code units. */
const MAX_FIELD = 100_000

/** What was sent and not written. */
type Sent = { readonly typed: Typed; readonly deed: string }

/** A form with the dossier that it belongs to. */
type Form = { readonly kept: KeptDossier; readonly asked: AskedPart; readonly action: string }

const EMPTY: Typed = new Map()

/** The part of an address; null where there is none such, or what it is to belong to is not there. */
async function formOf(desk: Desk, context: Context, newId: () => string): Promise<Form | null> {
  const { id = '', type = '', part = '' } = context.req.param() as Readonly<Partial<Record<string, string>>>
  const kept = await keptDossier(desk, id)
  if (kept === null) return null
  if (part !== '') {
    const now = kept.parts.get(part)
    if (now?.entry.kind !== 'value') return null
    const asked: AskedPart = { type: now.type, mode: 'change', id: part, of: now.of ?? id, before: now.entry.value }
    return { kept, asked, action: deskPath(id, 'parts', part) }
  }
  if (!isPartType(type) || type === 'dossier') return null
  const of = context.req.query('of') ?? id
  if (kept.parts.get(of)?.type !== parentType(type)) return null
  const action = `${deskPath(id, 'new', type)}?of=${encodeURIComponent(of)}`
  return { kept, asked: { type, mode: 'make', id: newId(), of, before: null }, action }
}

/** The forms in which dossiers and their parts are made, changed, taken back and brought back. */
export function mountDossierParts(app: Hono, desk: Desk): void {
  const { messages, store, clock } = desk
  const ulid = ulids(() => randomBytes(10))
  const newId = () => ulid(clock.now())
  const kept = recent<Sent>()

  /** Ids mean nothing to people: where a sentence has one, it gets the name. */
  const inNames = ({ kept: { dossier } }: Form, sentence: string) =>
    [...dossier.actors, ...dossier.places].reduce((words, one) => words.replaceAll(one.id, calledBy(one)), sentence)

  const pageOf = async (context: Context, form: Form, sent: Sent | null): Promise<PartPage> => {
    const { dossier, parts, isPublished } = form.kept
    const { type, mode, id, before } = form.asked
    const stands = before === null ? EMPTY : typedOf(before, dossier)
    const asked: Typed = mode === 'make' ? new Map(Object.entries(context.req.query())) : stands
    const typed = sent?.typed ?? asked
    const now = parts.get(id) ?? null
    const attempt = await attemptOf(desk, form.kept, { asked: form.asked, typed, newId })
    const isTried = sent !== null && sent.deed !== 'find'
    const outcome = isTried && attempt.edit !== null ? await store.dossiers.preview(attempt.edit) : null
    const refusal = outcome !== null && 'state' in outcome ? outcome : null
    const isConflict = refusal?.state === 'conflict'
    const was =
      sent === null
        ? stands
        : new Map(
            [...typed].flatMap(([name, value]) => (name.startsWith('was.') ? [[name.slice(4), value] as const] : [])),
          )
    const preview: DossierView | null =
      outcome !== null && !('state' in outcome) && sent?.deed === 'preview' ? outcome : null
    return {
      dossier,
      type,
      isNew: mode === 'make',
      action: form.action,
      fields: fieldsOfPart(type, mode, { dossier, messages }),
      typed,
      was: isConflict ? stands : was,
      supersedes: (isConflict || sent === null ? now?.rowId : typed.get('row')) ?? null,
      faults: isTried ? attempt.faults : EMPTY,
      sentences:
        refusal?.state === 'refused'
          ? refusal.sentences.map((sentence) => inNames(form, sentence))
          : conflictOfNew(isConflict, now === null),
      conflict:
        isConflict && now !== null ? { theirs: now, now: now.entry.kind === 'value' ? stands : null, was } : null,
      evidence: restsOnEvidence(type, mode)
        ? { chosen: attempt.evidence, found: await findStatements(store, typed.get('find') ?? '') }
        : null,
      open: sent === null ? [] : attempt.open,
      adds: isTried ? attempt.adds : [],
      preview,
      isPublished,
      token: formNeeds(desk, context).token,
      messages,
    }
  }
  const conflictOfNew = (isConflict: boolean, isNew: boolean) =>
    isConflict && isNew ? [messages.dossierDesk.conflict.taken] : []

  const ask = async (context: Context, form: Form | null) => {
    if (form === null) return fail(desk, context, 404)
    const sent = kept.find(context.req.query('typed') ?? '')
    return show(desk, context, partPage(await pageOf(context, form, sent)))
  }
  const send = async (context: Context, find: (typed: Typed) => Promise<Form | null>) => {
    const { form: taken, field, typed } = await fieldsOf(desk, context, MAX_FIELD)
    if (!taken.ok) return fail(desk, context, taken.status)
    const form = await find(typed)
    if (form === null) return fail(desk, context, 404)
    const deed = field('deed')
    if (deed !== 'preview' && deed !== 'find') {
      const { edit } = await attemptOf(desk, form.kept, { asked: form.asked, typed, newId })
      const outcome = edit && (await store.dossiers.edit({ ...edit, by: decidedBy(context) }))
      const { dossier } = form.kept
      if (outcome?.state === 'written' || outcome?.state === 'known')
        return context.redirect(`${deskPath(dossier.id)}#part-${form.asked.id}`, 303)
    }
    const sign = form.action.includes('?') ? '&' : '?'
    return context.redirect(`${form.action}${sign}typed=${kept.keep({ typed, deed })}`, 303)
  }

  const making = (title: string): Form => {
    const id = newDossierId(title, newId())
    const asked: AskedPart = { type: 'dossier', mode: 'make', id, of: id, before: null }
    return { kept: emptyDossier(id), asked, action: '/desk/dossiers/new' }
  }
  app.get('/dossiers/new', needs('edit-dossiers'), (context) => {
    const sent = kept.find(context.req.query('typed') ?? '')
    return ask(context, making(sent?.typed.get('title') ?? ''))
  })
  app.post('/dossiers/new', needs('edit-dossiers'), (context) =>
    send(context, async (typed) => making(typed.get('title') ?? '')),
  )
  app.get('/dossiers/:id/new/:type', needs('edit-dossiers'), async (context) =>
    ask(context, await formOf(desk, context, newId)),
  )
  app.post('/dossiers/:id/new/:type', needs('edit-dossiers'), (context) =>
    send(context, () => formOf(desk, context, newId)),
  )
  app.get('/dossiers/:id/parts/:part', needs('edit-dossiers'), async (context) =>
    ask(context, await formOf(desk, context, newId)),
  )
  app.post('/dossiers/:id/parts/:part', needs('edit-dossiers'), (context) =>
    send(context, () => formOf(desk, context, newId)),
  )
  mountTakingBack(app, desk, newId)
}

/** What is taken back with a reason, and brought back. */
function mountTakingBack(app: Hono, desk: Desk, newId: () => string): void {
  const { messages, store } = desk
  const asked = async (
    context: Context,
    { reason, sentences }: { readonly reason: string; readonly sentences: readonly string[] },
  ) => {
    const form = await formOf(desk, context, newId)
    if (form === null || form.asked.before === null) return fail(desk, context, 404)
    const { dossier, parts } = form.kept
    const line = partLine(form.asked.before, { dossier, messages })
    const supersedes = parts.get(form.asked.id)?.rowId ?? ''
    const page = withdrawPage(
      { line, action: `${form.action}/withdraw`, supersedes, reason, sentences },
      { dossier, token: formNeeds(desk, context).token, messages },
    )
    return show(desk, context, page, sentences.length > 0 ? 400 : 200)
  }
  app.get('/dossiers/:id/parts/:part/withdraw', needs('correct'), (context) =>
    asked(context, { reason: '', sentences: [] }),
  )
  app.post('/dossiers/:id/parts/:part/withdraw', needs('correct'), async (context) => {
    const { form, field } = await fieldsOf(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    const { id, part } = context.req.param()
    const [reason, supersedes] = [field('reason').trim(), field('supersedes')]
    const changes = [{ kind: 'withdrawn', thingId: part, supersedes } as const]
    const outcome = await store.dossiers.edit({ dossierId: id, changes, reason, by: decidedBy(context) })
    if (outcome.state === 'refused') return asked(context, { reason, sentences: outcome.sentences })
    if (outcome.state === 'conflict')
      return asked(context, { reason, sentences: [messages.dossierDesk.conflict.changed] })
    return context.redirect(part === id ? '/desk/dossiers' : deskPath(id), 303)
  })
  app.post('/dossiers/:id/parts/:part/restore', needs('correct'), async (context) => {
    const form = await takeButton(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    const { id, part } = context.req.param()
    const now = (await store.dossiers.parts(id)).get(part)
    const last = await store.dossiers.lastValue(id, part)
    if (now?.entry.kind !== 'withdrawn' || last === null) return fail(desk, context, 404)
    const changes = [{ kind: 'value', thing: last, supersedes: now.rowId } as const]
    const outcome = await store.dossiers.edit({ dossierId: id, changes, reason: null, by: decidedBy(context) })
    return outcome.state === 'refused' ? fail(desk, context, 400) : context.redirect(deskPath(id), 303)
  })
}
