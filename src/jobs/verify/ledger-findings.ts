import canonicalize from 'canonicalize'
import type { BodyNow, Evidence, Misshown, SchemaFault, Unledgered } from '../../record/evidence.ts'
import type { Finding } from '../../record/finding.ts'
import { keyIdOf } from '../../record/keyed-digest.ts'
import { isKnownForm, type Json, type LedgerEntry, type LedgerFault, ledgerFaults } from '../../record/ledger.ts'
import { unknownFormFinding } from './unknown-form.ts'

const CHAIN: Readonly<Record<LedgerFault['code'], string>> = {
  altered: 'its hash is not the one its words have; the entry was altered',
  missing: 'one or more entries before it are missing; they were taken out',
  unlinked: 'it does not follow the entry before it; one of the two was altered or put in from outside',
  'clock-set-back': 'it was recorded at an earlier time than the entry before it; the clock was set back',
}

/** What it means that a field of an entry no longer holds. */
const FIELDS: Readonly<Record<string, string>> = {
  blob: 'which bytes it was made from was altered in the database',
  size: 'the size of its bytes was altered in the database',
  records: 'where its records lie in the archive was altered in the database',
  recordedAt: 'when it was recorded was altered in the database',
  'rendering capture': 'of which capture it is was altered in the database',
  'rendering facts': 'how it was made was altered in the database',
  'capture facts': 'how its bytes were received was altered in the database',
  'text facts': 'its headline, byline or another value beside its words was altered in the database',
  'text sha256': 'its words were altered in the database',
  'feed-decision sha256': 'what was decided about the feed was altered in the database',
  'page-decision sha256':
    'what was decided about the page that is watched, or its address, was altered in the database',
  'removal stays': 'what stays of what was removed was altered in the database',
  'same-text blob': 'which bytes the text stands in was altered in the database',
  'same-text text': 'which text stands in these bytes was altered in the database',
  covers: 'which entry it covers was altered in the database',
  request: 'what was asked of the authority was altered in the database',
  answer: "the authority's answer was altered in the database",
  'reading sha256': 'what the machine read, or the name of a speaker in it, was altered in the database',
  'decision rows': 'rows were added to what was decided, or taken out of it, in the database',
  'decision sha256': 'what was decided was altered in the database',
  'decision by': 'who decided was altered in the database',
  'consent words': 'the words that were agreed to were altered in the database',
  'consent subject': 'who agreed was altered in the database',
  'account-deed sha256': 'what was done to the account was altered in the database',
  'dossier-removal stands': 'what is left of the decisions that it emptied was altered in the database',
}

function chainFinding({ seq, code }: LedgerFault): Finding {
  return { place: `ledger entry ${seq}`, sentence: CHAIN[code], isFault: code !== 'clock-set-back' }
}

/** What an entry is about, as sentences name it: `text 01J…`. */
function subjectOf({ kind, body }: LedgerEntry): string {
  return `${kind.replace('-', ' ')} ${body[kind === 'archive-file' ? 'file' : kind]}`
}

/** An entry compared with what is stored `now`. */
function storedFindings(evidence: Evidence, entry: LedgerEntry, now: BodyNow): readonly Finding[] {
  if (now === 'removed') return entry.kind === 'dossier-removal' ? [dossierRemovalFinding(entry)] : []
  if (now === 'unknown-kind') return [unknownFormFinding(entry)]
  const place = `${subjectOf(entry)} (ledger entry ${entry.seq})`
  if (now === null)
    return [{ place, sentence: 'the ledger tells of it, and it is no longer in the database', isFault: true }]
  const fields = new Set([...Object.keys(now), ...Object.keys(entry.body)])
  const altered = [...fields].flatMap((field) => {
    if (canonicalize(now[field]) === canonicalize(entry.body[field])) return []
    if (isOfOtherKey(entry.body[field], evidence)) return []
    const sentence = FIELDS[`${entry.kind} ${field}`] ?? FIELDS[field] ?? `its "${field}" was altered in the database`
    return [{ place, sentence, isFault: true }]
  })
  if (altered.length > 0) return altered
  if (entry.kind === 'removal') return [removalFinding(entry)]
  return entry.kind === 'dossier-removal' ? [dossierRemovalFinding(entry)] : []
}

/** Whether a digest was made with a key that is not the record's: nobody can say then whether it still holds. */
function isOfOtherKey(digest: Json | undefined, { keyId }: Evidence): boolean {
  const made = keyIdOf(digest)
  return made !== null && made !== keyId
}

/** Said once a key. */
function otherKeyFinding(key: string): Finding {
  const sentence = `the ledger was written with another key (${key}), which is missing or was replaced; what it says of addresses, headlines and names cannot be checked until it is put back`
  return { place: 'record.key', sentence, isFault: true }
}

/** What is said of an article that was removed, and of all that went with it. */
function removalFinding({ seq, at, body: { article, reason } }: LedgerEntry): Finding {
  const sentence = `removed on ${at.slice(0, 10)}: ${reason}; its bytes, words and names are gone, their digests stay`
  return { place: `article ${article} (ledger entry ${seq})`, sentence, isFault: false }
}

/** What is said of a dossier, or a part of it, that was removed. */
function dossierRemovalFinding({ seq, at, body: { dossier, part, extent, reason } }: LedgerEntry): Finding {
  const what = part === null ? `dossier ${dossier}` : `dossier ${dossier}, part ${part}`
  const gone = extent === 'earlier' ? 'what was said of it before' : 'what was said of it'
  const sentence = `removed on ${at.slice(0, 10)}: ${reason}; ${gone} is gone, the digest of what is left stays`
  return { place: `${what} (ledger entry ${seq})`, sentence, isFault: false }
}

/** What is stored without an entry, in one sentence a thing. */
function unledgeredFinding({ kind, id }: Unledgered): Finding {
  const sentence = 'the ledger says nothing of it: it was put in from outside, or the ledger was cut short'
  return { place: `${kind.replace('-', ' ')} ${id}`, sentence, isFault: true }
}

/** What a list was made to show. */
function misshownFinding({ kind, id }: Misshown): Finding {
  const sentence =
    'the record has it otherwise than lists and pages show it; what they show was altered in the database'
  return { place: `${kind} ${id}`, sentence, isFault: true }
}

/** What is said of the database's own rules. */
const SCHEMA: Readonly<Record<SchemaFault['state'], string>> = {
  missing: 'it is not in the database any more: what it kept from being altered may have been',
  altered: 'it is not as Onrecord makes it; it was altered in the database',
  added: 'Onrecord makes no such thing; it was put into the database from outside',
}

function schemaFinding({ name, state }: SchemaFault): Finding {
  return { place: name, sentence: SCHEMA[state], isFault: true }
}

/**
 * Checks the ledger's chain, and what is stored against it.
 *
 * @returns how many entries were checked
 */
export async function* ledgerFindings(evidence: Evidence): AsyncGenerator<Finding, number> {
  let [before, count]: [LedgerEntry | null, number] = [null, 0]
  const otherKeys = new Set<string>()
  for (let more = await evidence.ledger(0); more.length > 0; more = await evidence.ledger(before?.seq ?? 0)) {
    const bodies = await evidence.bodiesNow(more)
    for (const [at, entry] of more.entries()) {
      const faults = ledgerFaults(before, entry)
      yield* faults.map(chainFinding)
      // One that was altered itself says nothing of what is stored.
      if (!faults.some(({ code }) => code === 'altered'))
        yield* isKnownForm(entry) ? storedFindings(evidence, entry, bodies[at] ?? null) : [unknownFormFinding(entry)]
      for (const digest of Object.values(entry.body))
        if (isOfOtherKey(digest, evidence)) otherKeys.add(keyIdOf(digest) ?? '')
      before = entry
      count += 1
    }
  }
  yield* [...otherKeys].map(otherKeyFinding)
  yield* (await evidence.unledgered()).map(unledgeredFinding)
  yield* (await evidence.misshown()).map(misshownFinding)
  yield* (await evidence.schemaFaults()).map(schemaFinding)
  return count
}
