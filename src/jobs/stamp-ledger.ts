import type { X509Certificate } from 'node:crypto'
import { ExpectedError } from '../record/expected-error.ts'
import type { LedgerHead } from '../record/ledger.ts'
import type { Store } from '../record/store.ts'
import type { AskAuthority } from '../record/time-stamps.ts'
import { type CheckedStamp, checkStamp } from '../stamp/check-stamp.ts'
import { NoStamp } from '../stamp/read-stamp.ts'
import { stampRequest } from '../stamp/stamp-request.ts'
import { STAMP_FAULTS } from './stamp-words.ts'

export type StampOptions = {
  readonly store: Pick<Store, 'evidence' | 'addTimeStamp'>
  /** The authority's address, kept with its stamps. */
  readonly authority: string
  readonly ask: AskAuthority
  /** Breaks it off; nothing is kept then. */
  readonly signal: AbortSignal
  readonly known: readonly X509Certificate[]
  /** Eight random bytes at each call. */
  readonly random: () => Uint8Array
}

/** What became of it: `current` where nothing was recorded since the last stamp. */
export type StampOutcome =
  | { readonly state: 'stamped'; readonly covers: LedgerHead; readonly at: string; readonly by: string }
  | { readonly state: 'current'; readonly seq: number }
  | { readonly state: 'empty' }

function checked(answer: Uint8Array, asked: Parameters<typeof checkStamp>[1], authority: string): CheckedStamp {
  try {
    return checkStamp(answer, asked)
  } catch (error) {
    if (error instanceof NoStamp) throw new ExpectedError(`${authority} gave no time stamp: ${error.message}`)
    throw error
  }
}

/**
 * Asks for a time stamp over the last entry of the ledger, and with it over everything before it, checks it, and keeps
 * it. One that is not good is not kept.
 *
 * @throws ExpectedError where there is no answer, or no good one
 */
export async function stampLedger(options: StampOptions): Promise<StampOutcome> {
  const { store, authority, ask, known, random, signal } = options
  const last = await store.evidence.lastEntry()
  if (last === null) return { state: 'empty' }
  if (last.kind === 'time-stamp') return { state: 'current', seq: last.seq }
  const { seq, hash } = last
  const request = stampRequest(hash, random())
  const answer = await ask(request, signal)
  const { at, authority: by, fault } = checked(answer, { sha256: hash, request, known }, authority)
  if (fault !== null)
    throw new ExpectedError(`${authority} gave a time stamp that was not kept: ${STAMP_FAULTS[fault]}`)
  await store.addTimeStamp({ covers: { seq, hash }, authority, request, answer })
  return { state: 'stamped', covers: { seq, hash }, at, by: by?.name ?? authority }
}
