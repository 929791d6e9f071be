import { ALLOWANCES, bucketsOf, type Counted, takeFromAll } from '../record/newsletter/sign-up-limits.ts'
import { type Bucket, isFull } from '../record/newsletter/token-bucket.ts'
import type { Queries } from './mailing-database.ts'
import type { MailingParts } from './mailing-parts.ts'

type BucketRow = { readonly key: string; readonly counted: Counted; readonly left_over: number; readonly at: number }

const bucketOf = ({ left_over, at }: BucketRow): Bucket => ({ left: left_over, at })

/**
 * Whether work that was shown counts: each does once, so that nobody works once and asks a thousand times.
 *
 * @param proof null where none was shown
 */
export function spendProof({ run }: Queries, proof: string | null, now: string): boolean {
  return proof !== null && run('insert or ignore into spent_proofs (proof, at) values (?, ?)', proof, now) === 1
}

/** Counts one request against each limit. @returns whether it is within all of them; otherwise nothing was counted */
export function takeAllowance(
  { all, run }: Queries,
  asked: { readonly address: string; readonly network: string; readonly hasProof: boolean },
  { now, subjectOf }: Pick<MailingParts, 'subjectOf'> & { readonly now: string },
): boolean {
  const buckets = bucketsOf(asked).map(([counted, of]) => {
    const key = subjectOf(`${counted} ${of}`)
    const [row] = all<BucketRow>('select * from buckets where key = ?', key)
    return { key, counted, bucket: row === undefined ? null : bucketOf(row) }
  })
  const taken = takeFromAll(buckets, Date.parse(now))
  if (taken === null) return false
  for (const [at, { key, counted }] of buckets.entries()) {
    const bucket = taken[at]
    if (bucket === undefined) continue
    const values = [key, counted, bucket.left, bucket.at] as const
    run('insert or replace into buckets (key, counted, left_over, at) values (?, ?, ?, ?)', ...values)
  }
  return true
}

/** Forgets buckets that are full again, and work that is too old to be shown again. */
export function forgetCounts(
  { all, run }: Queries,
  { now, proofsBefore }: { now: string; proofsBefore: string },
): void {
  for (const row of all<BucketRow>('select * from buckets'))
    if (isFull(bucketOf(row), ALLOWANCES[row.counted], Date.parse(now)))
      run('delete from buckets where key = ?', row.key)
  run('delete from spent_proofs where at < ?', proofsBefore)
}
