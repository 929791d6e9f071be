/** How far into a file its head is looked at, in bytes. */
const REACH = 64 * 1024

/** Fields that messages have. Three of them at the top make a message; an article may well begin with a "Date:". */
const MAIL_FIELDS = new Set(
  'from to cc subject date message-id received return-path delivered-to reply-to mime-version content-type dkim-signature list-id list-unsubscribe x-mailer in-reply-to snapshot-content-location sender'.split(
    ' ',
  ),
)
const ENOUGH_FIELDS = 3

/** Whether bytes are a message as mail programs and browsers save it (.eml, .mht, .mhtml): it begins with its head. */
export function isMail(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, REACH)).toString('latin1')
  const found = new Set<string>()
  for (const line of head.replace(/^(?:\xef\xbb\xbf)?(?:\s*From [^\n]*\n)?\s*/, '').split(/\r?\n/)) {
    if (line === '') break
    if (/^[ \t]/.test(line)) continue
    const name = /^([\w-]{1,80}):/.exec(line)?.[1]?.toLowerCase()
    if (name === undefined) break
    if (MAIL_FIELDS.has(name)) found.add(name)
  }
  return found.size >= ENOUGH_FIELDS
}
