import type { Fault } from '../article/fault.ts'
import type { Id } from './id.ts'

/** How it stands with a page; changed at every look. */
export type PageState = {
  /** What it was read as; null until it was. */
  readonly articleId: Id | null
  /** What the server gave with the page, to be asked with whether it changed. */
  readonly etag: string | null
  readonly lastModified: string | null
  /** UTC; null until the first look. */
  readonly lookedAt: string | null
  /** UTC; null where it is not looked at again. */
  readonly nextAt: string | null
  /** Looks that failed since the last one that did not. */
  readonly failures: number
  /** Why the last look failed; null where it did not. */
  readonly fault: Fault | null
  /** UTC, the first look at which nothing stood there any more; null where a page does. */
  readonly goneSince: string | null
}

/** A page that is looked at again every day. */
export type WatchedPage = PageState & {
  readonly id: Id
  readonly address: string
  /** UTC. */
  readonly watchedSince: string
}

/** What a person did: each is kept, and the last one holds. */
export type PageDecision = { readonly id: Id; readonly deed: 'watch' | 'stop'; readonly recordedAt: string }

/** The pages that are looked at again. Who asked for it is kept for ever; how it stands with a page changes. */
export interface WatchedPages {
  /** Looks at a page from now on, for the first time at once. */
  watch(address: string): Promise<{ readonly state: 'watched' | 'known'; readonly id: Id }>
  /** False where it is not looked at. */
  stop(id: Id): Promise<boolean>
  /** All that are looked at, in the order in which they first were. */
  watched(): Promise<readonly WatchedPage[]>
  /** Null where it is not looked at. */
  page(id: Id): Promise<WatchedPage | null>
  /** The page of an article that is looked at; null where none is. */
  ofArticle(articleId: Id): Promise<WatchedPage | null>
  /** All decisions about a page, the first one first. */
  decisions(id: Id): Promise<readonly PageDecision[]>
  /** The pages whose time has come, the longest due first. */
  due(now: string): Promise<readonly WatchedPage[]>
  /** Changes what is given of a page's state. */
  update(id: Id, state: Partial<PageState>): Promise<void>
}
