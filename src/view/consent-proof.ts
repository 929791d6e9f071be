import type { Json, LedgerEntry, LedgerLink } from '../record/ledger.ts'
import type { ConsentKind, ConsentWay, RecordedConsent } from '../record/newsletter/consent.ts'
import { type Check, entryHash, quoted } from './evidence-commands.ts'

/** What shows what a person agreed to. */
export type ConsentProof = {
  readonly address: string
  /** What stands for the address in the ledger. */
  readonly subject: string
  /** The address's own key, in hex. */
  readonly subjectKey: string
  readonly acts: readonly RecordedConsent[]
  /** From the first act's entry to the ledger's end; empty where there is no act. */
  readonly chain: readonly LedgerLink[]
  readonly head: Pick<LedgerEntry, 'seq' | 'hash' | 'at'> | null
}

const KINDS: Readonly<Record<ConsentKind, string>> = {
  consent: 'agreed',
  'consent-withdrawn': 'took it back',
  erasure: 'had everything erased; never to be written to again',
}

const WAYS: Readonly<Record<ConsentWay, string>> = {
  'confirmation-link': 'by the button on the page that the link of a mail to the address opened',
  'preferences-link': 'on the page of preferences, which the link of a mail to the address opened',
  'leave-link': 'by the button on the page that the link of an edition opened',
  'one-click': 'by the button of the mail program (RFC 8058)',
  imported: 'elsewhere, and taken over from there',
}

/** Whose consent it is: HMAC-SHA-256 of the address with its own key. */
function subjectCheck({ address, subject, subjectKey }: ConsentProof): Check {
  const command = `printf %s ${quoted(address)} | openssl dgst -sha256 -mac HMAC -macopt hexkey:${subjectKey}`
  return { command, prints: subject.split(':').at(-1) ?? '' }
}

const checkLines = ({ command, prints }: Check) => [`  ${command}`, `  prints ${prints}`]

function actLines(act: RecordedConsent): readonly string[] {
  const { kind, at, way, words, wordsSha256, form, topics, cadence, askedAt, entry } = act
  return [
    `${at}  ${KINDS[kind]}, ${WAYS[way]}`,
    ...(form === null ? [] : [`  form: ${form}, sent at ${askedAt}`]),
    ...(topics === null ? [] : [`  to be written to about: ${topics.join(', ')}; how often: ${cadence}`]),
    ...(words === null
      ? []
      : [
          `  terms: version ${words.version}, language ${words.language}; the words have the SHA-256 ${wordsSha256}:`,
          ...words.words.split('\n').map((line) => `  | ${line}`),
        ]),
    `  ledger: entry ${entry.seq} of ${entry.at}, hash ${entry.hash}`,
    '',
  ]
}

/** The proof for people, line by line, with how a stranger checks it on any machine. */
export function consentLines(proof: ConsentProof): readonly string[] {
  const { address, subject, acts, head } = proof
  const [first] = acts
  if (first === undefined || head === null) return [`the ledger tells nothing of ${address}`]
  const words = acts.find((act) => act.words !== null)
  return [
    `${address} stands in the ledger as ${subject}`,
    '',
    ...acts.flatMap(actLines),
    `The ledger ends with entry ${head.seq} of ${head.at}, hash ${head.hash}.`,
    '',
    'To check this without us. Whose it is:',
    ...checkLines(subjectCheck(proof)),
    ...(words?.words
      ? [
          'The words:',
          ...checkLines({
            command: `printf %s ${quoted(words.words.words)} | sha256sum`,
            prints: words.wordsSha256 ?? '',
          }),
        ]
      : []),
    ...acts.flatMap((act) => [`Entry ${act.entry.seq}:`, ...checkLines(entryHash(act.entry))]),
    'Each entry names the hash of the one before it ("previous"); "--json" prints all of them up to the last one.',
  ]
}

/** The same for programs, in one line. */
export function consentJson({ acts, ...proof }: ConsentProof): string {
  return JSON.stringify({ ...proof, acts: acts as readonly unknown[] as Json })
}
