/** The command `remove`. */
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { type Command, type CommandParts, DONE, SOME_FAILED, WrongUse } from './command.ts'
import { forgetJobsOf } from './jobs/forget-jobs.ts'
import { openRecord } from './open-record.ts'
import { openQueue } from './queue/open-queue.ts'
import type { DossierPart, DossierRemovalExtent } from './record/dossier-removal.ts'
import { ExpectedError } from './record/expected-error.ts'
import type { Id } from './record/id.ts'
import type { RemovalExtent } from './record/removal.ts'
import type { Store } from './record/store.ts'
import type { Settings } from './settings.ts'
import { systemClock } from './store/system-clock.ts'

/** Why something goes stands in the ledger, where it is read as one line. */
const MAX_REASON_LENGTH = 500

type Removal = {
  /** An article's id or an address that it was captured at, or a dossier's id. */
  readonly named: string
  /** A part of the dossier; null for the whole. */
  readonly partId: string | null
  readonly extent: DossierPart['extent']
  readonly reason: string
  /** Whether it is done without asking. */
  readonly isSure: boolean
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

/** What goes and what stays, in lines for a person. */
function extentLines(what: string, { captures, texts, statements, speakers }: RemovalExtent, reason: string) {
  const words = `${counted(texts, 'text version', 'text versions')} with ${counted(statements, 'statement', 'statements')}`
  const names =
    speakers === 0 ? '' : `, and the names of ${counted(speakers, 'speaker', 'speakers')} heard in no other article`
  return [
    `${what}`,
    `  goes, for ever: the bytes of ${counted(captures, 'capture', 'captures')}, their addresses, ${words}${names}`,
    `  stays, for ever: the digests, the day, and the reason: ${reason}`,
    '  not reached: backups, exports and mails that were made before; they are yours to remove',
  ]
}

/** Asks twice, the second time for something that nobody types by habit. */
async function isConfirmed(articleId: Id): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new ExpectedError(
      'remove asks before it removes, and here is no terminal to ask at; add --yes to do it unasked',
    )
  const asking = createInterface({ input: process.stdin, output: process.stderr })
  try {
    if ((await asking.question('Remove it? Type "remove": ')).trim() !== 'remove') return false
    const end = articleId.slice(-4)
    const typed = await asking.question(`It cannot be brought back. Type the last four letters of its id (${end}): `)
    return typed.trim().toUpperCase() === end
  } finally {
    asking.close()
  }
}

async function articleNamed(store: Store, named: string): Promise<Id> {
  const found = await store.articleAt([named])
  return found?.id ?? named
}

async function forgetWork({ dataFolder: folder }: Settings, articleId: Id): Promise<void> {
  const queue = await openQueue({ folder, clock: systemClock })
  try {
    await forgetJobsOf(queue, articleId)
  } finally {
    await queue.close()
  }
}

/** Why there is nothing to remove. */
async function nothingThere(store: Store, named: string): Promise<ExpectedError> {
  const before = await store.removal(named)
  if (before !== null)
    return new ExpectedError(`${named}: it was removed on ${before.at.slice(0, 10)} already: ${before.reason}`)
  return new ExpectedError(`${named}: the record has no article of this id or address, and no dossier of this id`)
}

/** What goes of a dossier and what stays, in lines for a person. */
function dossierLines(part: DossierPart, { parts, rows }: DossierRemovalExtent, reason: string): readonly string[] {
  const { dossierId, partId, extent } = part
  const said = extent === 'earlier' ? 'only what was said before and changed since, ' : ''
  return [
    `dossier ${dossierId}${partId === null ? '' : `, part ${partId}`}`,
    `  goes, for ever: ${counted(parts, 'part', 'parts')} of the dossier, ${said}in ${counted(rows, 'version', 'versions')}`,
    `  stays, for ever: the ids, the digest of what is left, the day, and the reason: ${reason}`,
    '  not reached: other parts and dossiers that tell of the same, articles, backups and exports; they are yours to remove',
  ]
}

/** Removes a dossier or a part of it. @returns null where there is none of it, false where the person did not confirm */
async function removeOfDossier(
  store: Store,
  { named, partId, extent, reason, isSure }: Removal,
  { settings, out }: CommandParts,
): Promise<boolean | null> {
  const part = { dossierId: named, partId, extent }
  const found = await store.dossiers.removalExtent(part)
  if (found === null) return null
  for (const line of dossierLines(part, found, reason)) await out(line)
  if (!isSure && !(await isConfirmed(partId ?? named))) return false
  await store.dossiers.remove({ ...part, reason, by: settings.collector })
  await out(`removed; "npx onrecord verify" says so from now on`)
  return true
}

/**
 * Removes an article, or of a dossier, once the person has confirmed it.
 *
 * @returns false where the person did not
 * @throws ExpectedError where there is no such article, or nobody can be asked
 */
async function removeNamed(removal: Removal, parts: CommandParts): Promise<boolean> {
  const { named, partId, extent: ofWhat, reason, isSure } = removal
  const { settings, out } = parts
  const { store } = await openRecord(settings, systemClock)
  try {
    const ofDossier = await removeOfDossier(store, removal, parts)
    if (ofDossier !== null) return ofDossier
    if (partId !== null || ofWhat === 'earlier')
      throw new ExpectedError(`${named}: there is no such part of a dossier, or it was removed already`)
    const articleId = await articleNamed(store, named)
    const extent = await store.removalExtent(articleId)
    if (extent === null) throw await nothingThere(store, named)
    for (const line of extentLines(`article ${articleId}`, extent, reason)) await out(line)
    if (!isSure && !(await isConfirmed(articleId))) return false
    await store.removeArticle({ articleId, reason, by: settings.collector })
    await forgetWork(settings, articleId)
    await out(`removed; "npx onrecord verify" says so from now on`)
    return true
  } finally {
    await store.close()
  }
}

/** Why, as it stays in the ledger. @throws WrongUse where it is empty or too long */
function reasonIn(typed: string | undefined): string {
  const reason = (typed ?? '').replace(/\s+/gu, ' ').trim()
  if (reason === '') throw new WrongUse('say why with --reason "…": it stays when the rest is gone')
  if (reason.length > MAX_REASON_LENGTH) throw new WrongUse(`--reason is at most ${MAX_REASON_LENGTH} letters long`)
  return reason
}

/** `remove ID|URL|DOSSIER [--part ID] [--earlier] --reason "…" [--yes]`. */
export const remove: Command = async (argv, parts) => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      reason: { type: 'string' },
      yes: { type: 'boolean' },
      part: { type: 'string' },
      earlier: { type: 'boolean' },
    },
  })
  const [named, another] = positionals
  if (named === undefined || another !== undefined)
    throw new WrongUse('name one article, by its id or its address, or one dossier')
  const reason = reasonIn(values.reason)
  const extent = values.earlier === true ? 'earlier' : 'whole'
  const removal: Removal = { named, partId: values.part ?? null, extent, reason, isSure: values.yes ?? false }
  if (await removeNamed(removal, parts)) return DONE
  parts.fault('nothing was removed')
  return SOME_FAILED
}

/** `readmit URL --reason "…"`. */
export const readmit: Command = async (argv, parts) => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { reason: { type: 'string' } },
  })
  const [address, another] = positionals
  if (address === undefined || another !== undefined) throw new WrongUse('name one address')
  const reason = reasonIn(values.reason)
  const { store } = await openRecord(parts.settings, systemClock)
  try {
    if (await store.readmit({ address, reason, by: parts.settings.collector })) {
      await parts.out(`${address}: what stands there now can be added again; what was removed stays removed`)
      return DONE
    }
    parts.fault(`${address}: nothing that was removed holds this address back`)
    return SOME_FAILED
  } finally {
    await store.close()
  }
}
