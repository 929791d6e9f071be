import type { Id } from '../record/id.ts'

/** What writing to the newsletter's file needs beside it. */
export type MailingParts = {
  readonly newId: (now: string) => Id
  /** What stands for an address where the address itself must not: a keyed digest. */
  readonly subjectOf: (address: string) => string
}

/** The part of an address behind its "@". */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}
