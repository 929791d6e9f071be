/** The commands `watch` and `unwatch`. */
import { parseArgs } from 'node:util'
import { type Command, type CommandParts, DONE, someFailed, WrongUse } from './command.ts'
import { openRecord } from './open-record.ts'
import type { Store } from './record/store.ts'
import { typedAddress } from './record/typed-address.ts'
import type { WatchedPage } from './record/watched-pages.ts'
import { systemClock } from './store/system-clock.ts'
import { groupLines, type NamedGroups, unwatchGroups, watchGroups } from './watch-groups.ts'

type Printing = Pick<CommandParts, 'settings' | 'out' | 'fault'>

async function withStore<T>({ settings }: Printing, work: (store: Store) => Promise<T>): Promise<T> {
  const { store } = await openRecord(settings, systemClock)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

function pageLine({ address, watchedSince, lookedAt, fault, goneSince }: WatchedPage): string {
  const looked = lookedAt === null ? 'not looked at yet' : `looked at ${lookedAt}`
  const state = goneSince !== null ? `; gone since ${goneSince}` : fault === null ? '' : `; ${fault.sentence}`
  return `${address}: watched since ${watchedSince}, ${looked}${state}`
}

function listPages(options: Printing): Promise<void> {
  return withStore(options, async (store) => {
    const lines = [...(await groupLines(store)), ...(await store.pages.watched()).map(pageLine)]
    if (lines.length === 0) await options.out('no page is watched; "npx onrecord watch URL" watches one')
    for (const line of lines) await options.out(line)
  })
}

/** Watches pages. @returns how many could not be; each of them got a sentence */
function watchNamed(addresses: readonly string[], groups: NamedGroups, options: Printing): Promise<number> {
  return withStore(options, async (store) => {
    const { pages } = store
    let failed = await watchGroups(store, groups, options)
    for (const typed of addresses) {
      const address = typedAddress(typed)
      if (address === null) {
        failed += 1
        options.fault(`${typed}: it is no address of a page; an address begins with https://`)
        continue
      }
      const { state } = await pages.watch(address)
      const words =
        state === 'watched' ? 'looked at every day from now on, while Onrecord serves' : 'was watched already'
      await options.out(`${address}: ${words}`)
    }
    return failed
  })
}

/** Stops watching pages. @returns how many were not watched; each of them got a sentence */
function unwatchNamed(addresses: readonly string[], groups: NamedGroups, options: Printing): Promise<number> {
  return withStore(options, async (store) => {
    const { pages } = store
    const watched = await pages.watched()
    let failed = await unwatchGroups(store, groups, options)
    for (const typed of addresses) {
      const address = typedAddress(typed)
      const page = watched.find((one) => one.address === address)
      if (page !== undefined && (await pages.stop(page.id))) {
        await options.out(`${typed}: no longer watched; what was captured stays`)
        continue
      }
      failed += 1
      options.fault(`${typed}: no page is watched under this address; "npx onrecord watch" lists those that are`)
    }
    return failed
  })
}

/** What was named: pages by their addresses, and feeds and dossiers. */
function namedIn(argv: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { feed: { type: 'string', multiple: true }, dossier: { type: 'string', multiple: true } },
  })
  const groups: NamedGroups = { feed: values.feed ?? [], dossier: values.dossier ?? [] }
  return {
    addresses: positionals,
    groups,
    isNothing: positionals.length + groups.feed.length + groups.dossier.length === 0,
  }
}

/** `watch [URL…] [--feed URL] [--dossier ID]`; where nothing is named it lists what is watched, and how it stands with each page. */
export const watch: Command = async (argv, parts) => {
  const { addresses, groups, isNothing } = namedIn(argv)
  if (!isNothing) return someFailed(await watchNamed(addresses, groups, parts))
  await listPages(parts)
  return DONE
}

/** `unwatch URL… [--feed URL] [--dossier ID]`. */
export const unwatch: Command = async (argv, parts) => {
  const { addresses, groups, isNothing } = namedIn(argv)
  if (isNothing) throw new WrongUse('name the pages; "npx onrecord watch" lists them')
  return someFailed(await unwatchNamed(addresses, groups, parts))
}
