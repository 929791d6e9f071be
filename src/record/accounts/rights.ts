import type { Role } from './role.ts'

/**
 * For each thing that is done on the desk, who may do it. Whatever has no line here cannot be declared by a page, and
 * a page that declares nothing is shown to nobody.
 */
const MAY = {
  /** See the desk's pages: articles whole, drafts, the list of work. */
  'see-desk': ['owner', 'editor', 'reviewer'],
  /** Change one's own name, address, passkeys and sessions. */
  'keep-own-account': ['owner', 'editor', 'reviewer'],
  /** Accept, reject, adjust statements. */
  'decide-statements': ['owner', 'editor', 'reviewer'],
  /** Write private notes, and say who looks after what. */
  'write-notes': ['owner', 'editor', 'reviewer'],
  /** Add coverage: addresses, files, feeds, pages to look at again, pictures of pages. */
  'add-coverage': ['owner', 'editor'],
  /** Say who is who: merge and split actors, their names. */
  'decide-actors': ['owner', 'editor'],
  /** Write dossiers, commitments, demands, events. */
  'edit-dossiers': ['owner', 'editor'],
  /** Show to everybody what was not, or no longer. */
  publish: ['owner', 'editor'],
  /** Correct or withdraw what was shown to everybody. */
  correct: ['owner', 'editor'],
  /** Take the record out as a file, or part of it. */
  export: ['owner', 'editor'],
  /** Remove bytes and names for ever. */
  remove: ['owner'],
  /** Invite people, change what they may do, end their sessions. */
  'keep-accounts': ['owner'],
} as const satisfies Readonly<Record<string, readonly Role[]>>

/** Something that only some may do. */
export type Right = keyof typeof MAY

/** Every right. */
export const RIGHTS = Object.keys(MAY) as readonly Right[]

/** Whether somebody in a role may do something. */
export function may(role: Role, right: Right): boolean {
  return (MAY[right] as readonly Role[]).includes(role)
}
