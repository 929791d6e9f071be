import type { ConsentAct, RecordedConsent } from './consent.ts'

/** What people agreed to, and took back. */
export interface Consents {
  /** Writes an act down, with the ledger's entry, in one transaction. One that is there already is left as it is. */
  add(act: ConsentAct): Promise<void>
  /** What stands for an address in the ledger. */
  subjectOf(address: string): string
  /** The key of one address, in hex: with it anybody can check what stands for the address. */
  subjectKeyOf(address: string): string
  /** All acts of one person, the first one first. */
  of(subject: string): Promise<readonly RecordedConsent[]>
}
