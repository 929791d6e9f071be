import type { StampFault } from '../stamp/check-stamp.ts'

/** What is wrong with a time stamp, as the rest of a sentence. */
export const STAMP_FAULTS: Readonly<Record<StampFault, string>> = {
  'other-digest': 'it stands over something else than the ledger',
  'other-request': 'it answers another request than the one that was sent',
  'no-certificate': 'the certificate that it names is not in it, so that nobody can say who signed it',
  signature: 'its signature is not that of the certificate in it: it was altered, or another key signed it',
  'not-for-time-stamps': 'its certificate was not made for time stamps alone',
  'not-valid-then': 'its certificate, or one that vouches for it, was not valid at its time',
  'unknown-authority': 'no certificate that ONRECORD_TSA_CA names vouches for who signed it',
}
