import { dkimVerify } from 'mailauth/lib/dkim/verify.js'

/** Asks the names of the internet for the records of one name: `TXT` of `news._domainkey.record.example`. */
export type AskDns = (name: string, type: string) => Promise<string[][]>

/** Headers that a mail program acts on: they count only where they are signed (RFC 8058, 4). */
const MUST_BE_SIGNED = ['from', 'list-unsubscribe', 'list-unsubscribe-post', 'auto-submitted', 'message-id'] as const

/** Whether a signature of one domain speaks for an address of another: the same, or one above it (DMARC, relaxed). */
function speaksFor(signing: string, from: string): boolean {
  return from === signing || from.endsWith(`.${signing}`)
}

/**
 * What is wrong with the signature of a message, as whoever takes it would find it.
 *
 * @param bytes of the message as it is sent
 * @param from  the address that it says it is from
 * @returns sentences; none where all is well
 */
export async function signatureFaults(bytes: Uint8Array, from: string, askDns: AskDns): Promise<readonly string[]> {
  const { results } = await dkimVerify(Buffer.from(bytes), { resolver: askDns })
  // Of a message without a signature it says so in a result that is of no domain.
  const found = results.flatMap(({ signingDomain, ...result }) =>
    signingDomain === undefined ? [] : [{ ...result, signingDomain }],
  )
  const [first] = found
  if (first === undefined) return ['The mail has no DKIM signature: set a key, or most providers will refuse it.']
  const good = found.filter(({ status }) => status.result === 'pass')
  if (good.length === 0) {
    const { status, signingDomain, selector } = first
    const why = status.comment ? ` (${status.comment})` : ''
    return [
      `The DKIM signature of ${signingDomain} is not good${why}: publish its public key at ${selector}._domainkey.${signingDomain}.`,
    ]
  }
  const domain = from.slice(from.lastIndexOf('@') + 1).toLowerCase()
  const aligned = good.filter(({ signingDomain }) => speaksFor(signingDomain.toLowerCase(), domain))
  if (aligned.length === 0)
    return [`The mail is from ${domain}, and signed by ${good[0]?.signingDomain}: sign it as ${domain}.`]
  const signed = new Set(
    aligned.flatMap(({ signingHeaders }) => signingHeaders?.keys.toLowerCase().split(/:\s*/u) ?? []),
  )
  const missing = MUST_BE_SIGNED.filter((header) => !signed.has(header))
  return missing.length === 0 ? [] : [`The signature does not cover ${missing.join(', ')}: sign these headers, too.`]
}
