/** The command `consent`. */
import { parseArgs } from 'node:util'
import { type Command, DONE, SOME_FAILED, WrongUse } from './command.ts'
import { tellConsents } from './jobs/newsletter/tell-consents.ts'
import { openNewsletter } from './open-newsletter.ts'
import { openRecord } from './open-record.ts'
import { mailAddress } from './record/accounts/mail-address.ts'
import { type LedgerLink, linkOf } from './record/ledger.ts'
import type { Store } from './record/store.ts'
import { systemClock } from './store/system-clock.ts'
import { type ConsentProof, consentJson, consentLines } from './view/consent-proof.ts'

/** The ledger's chain from an entry to its end. */
async function chainFrom({ evidence }: Pick<Store, 'evidence'>, first: number): Promise<readonly LedgerLink[]> {
  const links: LedgerLink[] = []
  for (
    let more = await evidence.ledger(first - 1);
    more.length > 0;
    more = await evidence.ledger(links.at(-1)?.seq ?? 0)
  )
    links.push(...more.map(linkOf))
  return links
}

/** What shows what a person agreed to, and took back. */
async function proofOf(store: Store, address: string): Promise<ConsentProof> {
  const { consents, evidence } = store
  const subject = consents.subjectOf(address)
  const acts = await consents.of(subject)
  const [first] = acts
  const chain = first === undefined ? [] : await chainFrom(store, first.entry.seq)
  return { address, subject, subjectKey: consents.subjectKeyOf(address), acts, chain, head: await evidence.lastEntry() }
}

/** `consent ADDRESS`: prints what somebody agreed to, when and how, with what proves it; status 1 where there is nothing. */
export const consent: Command = async (argv, { settings, out }) => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [typed = '', ...more] = positionals
  const address = mailAddress(typed)
  if (address === null || more.length > 0) throw new WrongUse('consent takes one mail address, and --json')
  const { store } = await openRecord(settings, systemClock)
  const newsletter = openNewsletter(settings.dataFolder, store)
  try {
    await tellConsents(newsletter.subscribers, store.consents)
    const proof = await proofOf(store, address)
    await out(values.json ? consentJson(proof) : consentLines(proof).join('\n'))
    return proof.acts.length > 0 ? DONE : SOME_FAILED
  } finally {
    newsletter.close()
    await store.close()
  }
}
