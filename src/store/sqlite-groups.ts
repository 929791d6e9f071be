import type { Kysely } from 'kysely'
import type { Id } from '../record/id.ts'
import type { WatchedGroup, WatchedGroups } from '../record/watched-groups.ts'
import type { Access } from './access.ts'
import { pagesOfGroup } from './group-pages.ts'
import { decidedPages, decidePage, newPage } from './page-decisions.ts'
import type { Tables } from './tables.ts'
import { watchDecisionBody } from './watch-bodies.ts'
import { writeLedger } from './write-ledger.ts'
import type { Writer } from './writer.ts'

type Db = Kysely<Tables>

/** Pages that are newly watched in one transaction, so that no other process waits for long. */
const AT_ONCE = 200

/** Feeds and dossiers about whose pages something was decided, with the last decision. */
function decidedGroups(db: Db) {
  return db
    .selectFrom('watch_decisions as d')
    .where('d.seq', '=', ({ selectFrom }) =>
      selectFrom('watch_decisions as last')
        .select(({ fn }) => fn.max('last.seq').as('seq'))
        .whereRef('last.kind', '=', 'd.kind')
        .whereRef('last.thing_id', '=', 'd.thing_id'),
    )
    .select(['d.id as decision', 'd.kind', 'd.thing_id as id', 'd.deed', 'd.recorded_at as watchedSince'])
    .orderBy('d.seq')
}

async function decisionOf(db: Db, { kind, id }: WatchedGroup) {
  return decidedGroups(db).where('d.kind', '=', kind).where('d.thing_id', '=', id).executeTakeFirst()
}

type Supersedes = { readonly deed: 'watch' | 'stop'; readonly supersedes: Id | null }

async function decide(writer: Writer, { kind, id }: WatchedGroup, { deed, supersedes }: Supersedes): Promise<Id> {
  const { trx, now, newId } = writer
  const decision = newId()
  const row = { id: decision, kind, thing_id: id, supersedes, deed, recorded_at: now }
  await trx.insertInto('watch_decisions').values(row).execute()
  await writeLedger(writer, 'watch-decision', await watchDecisionBody(trx, decision))
  return decision
}

async function watchGroup(writer: Writer, group: WatchedGroup): Promise<boolean> {
  const known = await decisionOf(writer.trx, group)
  if (known?.deed === 'watch') return false
  await decide(writer, group, { deed: 'watch', supersedes: known?.decision ?? null })
  return true
}

/** Pages whose last decision comes of one about a group. */
function pagesBecauseOf(db: Db, { kind, id }: WatchedGroup) {
  const decisions = db.selectFrom('watch_decisions').select('id').where('kind', '=', kind).where('thing_id', '=', id)
  return decidedPages(db).where('d.deed', '=', 'watch').where('d.because', 'in', decisions)
}

async function stopGroup(writer: Writer, group: WatchedGroup): Promise<boolean> {
  const { trx } = writer
  const known = await decisionOf(trx, group)
  if (known?.deed !== 'watch') return false
  const because = await decide(writer, group, { deed: 'stop', supersedes: known.decision })
  for (const page of await pagesBecauseOf(trx, group).execute())
    await decidePage(writer, page, { deed: 'stop', because })
  return true
}

type WatchedNow = WatchedGroup & { readonly decision: Id; readonly watchedSince: string }

/** The pages of a group that are to be watched: not those that are, nor those that a person stopped since. */
async function pagesToWatch(db: Db, group: WatchedNow) {
  const decided = new Map((await decidedPages(db).execute()).map((page) => [page.address, page]))
  return (await pagesOfGroup(db, group)).flatMap((address) => {
    const page = decided.get(address) ?? null
    const isWatched = page?.deed === 'watch'
    const isStopped = page?.deed === 'stop' && page.because === null && page.watchedSince >= group.watchedSince
    return isWatched || isStopped ? [] : [{ address, page }]
  })
}

async function gatherPages(writer: Writer): Promise<number> {
  const { trx } = writer
  let count = 0
  for (const group of await decidedGroups(trx).where('d.deed', '=', 'watch').execute())
    for (const { address, page } of (await pagesToWatch(trx, group)).slice(0, AT_ONCE - count)) {
      await decidePage(writer, page ?? (await newPage(writer, address)), { deed: 'watch', because: group.decision })
      count += 1
    }
  return count
}

/** Whether there is anything to gather; asked first, so that no writer waits for what mostly is nothing. */
async function isAnythingNew(db: Db): Promise<boolean> {
  for (const group of await decidedGroups(db).where('d.deed', '=', 'watch').execute())
    if ((await pagesToWatch(db, group)).length > 0) return true
  return false
}

/** Feeds and dossiers whose pages are looked at again, in the record's own file. */
export function sqliteGroups({ read, write }: Access): WatchedGroups {
  return {
    watch: (group) => write((writer) => watchGroup(writer, group)),
    stop: (group) => write((writer) => stopGroup(writer, group)),
    watched: () =>
      read(async (db) => {
        const groups = await decidedGroups(db).where('d.deed', '=', 'watch').execute()
        return Promise.all(
          groups.map(async ({ kind, id, watchedSince }) => {
            const pages = await pagesBecauseOf(db, { kind, id }).execute()
            return { kind, id, watchedSince, pages: pages.length }
          }),
        )
      }),
    gather: async () => ((await read(isAnythingNew)) ? write(gatherPages) : 0),
  }
}
