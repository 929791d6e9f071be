/** What the commands `watch` and `unwatch` do with all pages of a feed or a dossier. */
import type { Store } from './record/store.ts'
import { typedAddress } from './record/typed-address.ts'
import type { WatchedGroup } from './record/watched-groups.ts'

/** As a person names it on the command line: `--feed URL`, `--dossier ID`. */
export type NamedGroups = { readonly feed: readonly string[]; readonly dossier: readonly string[] }

type Groups = Pick<Store, 'groups' | 'feeds' | 'dossiers'>

/** A group that is named and is there, or the sentence that says it is not. */
type Found = { readonly name: string; readonly group: WatchedGroup | null; readonly fault: string }

async function feedNamed({ feeds }: Groups, name: string): Promise<Found> {
  const address = typedAddress(name)
  const feed = (await feeds.followed()).find((one) => one.address === address || one.id === name)
  const fault = 'no feed is followed under this address; "npx onrecord follow" lists those that are'
  return { name, group: feed === undefined ? null : { kind: 'feed', id: feed.id }, fault }
}

async function dossierNamed({ dossiers }: Groups, id: string): Promise<Found> {
  const dossier = await dossiers.dossier(id, { at: null, on: null })
  const fault = 'there is no such dossier; "npx onrecord show" lists them'
  return { name: id, group: dossier === null ? null : { kind: 'dossier', id }, fault }
}

async function foundGroups(store: Groups, { feed, dossier }: NamedGroups): Promise<readonly Found[]> {
  const feeds = await Promise.all(feed.map((name) => feedNamed(store, name)))
  return [...feeds, ...(await Promise.all(dossier.map((name) => dossierNamed(store, name))))]
}

type Printing = { readonly out: (line: string) => Promise<void>; readonly fault: (sentence: string) => void }

/** Watches all pages of feeds and dossiers. @returns how many are not there; each of them got a sentence */
export async function watchGroups(store: Groups, named: NamedGroups, { out, fault }: Printing): Promise<number> {
  let failed = 0
  for (const { name, group, fault: sentence } of await foundGroups(store, named)) {
    if (group === null) {
      failed += 1
      fault(`${name}: ${sentence}`)
      continue
    }
    const isNew = await store.groups.watch(group)
    const pages = await store.groups.gather()
    const words = isNew
      ? `its pages are looked at every day from now on, while Onrecord serves, those that come later too; ${pages} so far`
      : 'its pages were watched already'
    await out(`${name}: ${words}`)
  }
  return failed
}

/** Stops watching the pages of feeds and dossiers. @returns how many were not watched; each of them got a sentence */
export async function unwatchGroups(store: Groups, named: NamedGroups, { out, fault }: Printing): Promise<number> {
  let failed = 0
  for (const { name, group, fault: sentence } of await foundGroups(store, named)) {
    if (group !== null && (await store.groups.stop(group))) {
      await out(`${name}: its pages are no longer watched; what was captured stays`)
      continue
    }
    failed += 1
    fault(`${name}: ${group === null ? sentence : 'its pages are not watched'}`)
  }
  return failed
}

/** A line for each feed and dossier whose pages are watched. */
export async function groupLines(store: Groups): Promise<readonly string[]> {
  const feeds = new Map((await store.feeds.followed()).map(({ id, address }) => [id, address]))
  return (await store.groups.watched()).map(({ kind, id, watchedSince, pages }) => {
    const count = pages === 1 ? '1 page' : `${pages} pages`
    return `${kind} ${feeds.get(id) ?? id}: its pages are watched since ${watchedSince}; ${count} because of it`
  })
}
