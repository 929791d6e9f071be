/** The commands `watch` and `unwatch`. */
import { type Command, type CommandParts, DONE, plainWords, someFailed, WrongUse } from './command.ts'
import { openRecord } from './open-record.ts'
import { typedAddress } from './record/typed-address.ts'
import type { WatchedPage, WatchedPages } from './record/watched-pages.ts'
import { systemClock } from './store/system-clock.ts'

type Printing = Pick<CommandParts, 'settings' | 'out' | 'fault'>

async function withPages<T>({ settings }: Printing, work: (pages: WatchedPages) => Promise<T>): Promise<T> {
  const { store } = await openRecord(settings, systemClock)
  try {
    return await work(store.pages)
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
  return withPages(options, async (pages) => {
    const watched = await pages.watched()
    if (watched.length === 0) await options.out('no page is watched; "npx onrecord watch URL" watches one')
    for (const page of watched) await options.out(pageLine(page))
  })
}

/** Watches pages. @returns how many could not be; each of them got a sentence */
function watchUrls(addresses: readonly string[], options: Printing): Promise<number> {
  return withPages(options, async (pages) => {
    let failed = 0
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
function unwatchUrls(addresses: readonly string[], options: Printing): Promise<number> {
  return withPages(options, async (pages) => {
    const watched = await pages.watched()
    let failed = 0
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

/** `watch [URL…]`; without an address it lists the pages, and how it stands with each. */
export const watch: Command = async (argv, parts) => {
  const addresses = plainWords(argv)
  if (addresses.length > 0) return someFailed(await watchUrls(addresses, parts))
  await listPages(parts)
  return DONE
}

/** `unwatch URL…`. */
export const unwatch: Command = async (argv, parts) => {
  const addresses = plainWords(argv)
  if (addresses.length === 0) throw new WrongUse('name the pages; "npx onrecord watch" lists them')
  return someFailed(await unwatchUrls(addresses, parts))
}
