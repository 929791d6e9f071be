import type { Clock } from '../record/clock.ts'
import type { Following } from '../record/following.ts'
import type { HandedIn } from '../record/handed-in.ts'
import type { Id } from '../record/id.ts'
import type { Input } from '../record/input.ts'
import type { Mailer } from '../record/mailer.ts'
import type { PageToken } from '../record/page-token.ts'
import type { Queue } from '../record/queue.ts'
import type { SampleSet } from '../record/sample-set.ts'
import type { Store } from '../record/store.ts'
import type { SampleOf } from '../web/sample-mark.ts'
import type { Web } from '../web/web.ts'

/** What the desk needs from the rest of the house. */
export type DeskOptions = {
  readonly store: Pick<
    Store,
    | 'accounts'
    | 'articles'
    | 'article'
    | 'removal'
    | 'speakers'
    | 'speaker'
    | 'versions'
    | 'version'
    | 'pages'
    | 'groups'
    | 'blob'
    | 'evidence'
    | 'reviews'
    | 'dossiers'
  >
  readonly queue: Queue
  readonly following: Following
  readonly pageToken: PageToken
  readonly handedIn: Pick<HandedIn, 'keep'>
  readonly clock: Clock
  /** For links that sign people in. */
  readonly mailer: Mailer
  /** The sample articles of a set, read when somebody asks for them. */
  readonly samples: (set: SampleSet) => Promise<readonly Input[]>
  /** Adds the dossier that ships with the program, and the articles it rests on. @returns the dossier's id */
  readonly addSampleDossier: () => Promise<Id>
}

/** The options, what every page needs, and what the desk holds in memory. */
export type Desk = DeskOptions & Web & { readonly sampleMark: () => Promise<SampleOf> }
