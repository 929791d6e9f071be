import type { Fault } from '../article/fault.ts'
import { MAX_INPUT_BYTES } from '../article/limits.ts'

const MEGABYTES = MAX_INPUT_BYTES / 1024 / 1024

/** What is said of a page that could not be fetched, and is otherwise of a feed. */
const OF_A_FEED: Readonly<Partial<Record<Fault['code'], string>>> = {
  'too-large': `it is larger than ${MEGABYTES} MB, as no feed of news is; follow another feed of the site`,
  'not-found': 'there is no feed at this address (404); follow the address of the site, and its feeds are looked for',
  gone: 'the site took this feed down for good (410); follow the address of the site, and its feeds are looked for',
  unsupported: 'there is no feed at this address, but something else; follow the address of the site instead',
}

/** Why a feed could not be fetched. */
export function feedFault({ code, sentence }: Fault): Fault {
  return { code, sentence: OF_A_FEED[code] ?? sentence }
}
