import { text } from 'node:stream/consumers'
import DKIM from 'nodemailer/lib/dkim'
import MailComposer from 'nodemailer/lib/mail-composer'

/** Whose mail it is, as those who take it can check. */
export type DkimKey = {
  readonly domain: string
  readonly selector: string
  /** RSA or Ed25519, in PEM. */
  readonly privateKey: string
}

/** One message to one reader. */
export type Mail = {
  readonly from: { readonly name: string; readonly address: string }
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** BCP 47. */
  readonly language: string
  /** With its angle brackets: the same whenever the message is made. */
  readonly messageId: string
  readonly date: Date
  /** Of RFC 2919: the list's name, and what identifies it. */
  readonly list: { readonly name: string; readonly id: string }
  /** Where one click leaves the list: of RFC 8058, https. */
  readonly unsubscribe: string
}

/**
 * What the signature covers. The usual list leaves out those that make the one-click way of leaving trustworthy: a
 * server may act on them only where they are signed (RFC 8058, 4).
 */
export const SIGNED =
  'from:to:subject:date:message-id:mime-version:content-type:content-language:list-id:list-unsubscribe:list-unsubscribe-post:auto-submitted'

function nodeOf(mail: Mail) {
  const { from, to, subject, html, language, messageId, date, list, unsubscribe } = mail
  return new MailComposer({
    from,
    to: { name: '', address: to },
    subject,
    text: mail.text,
    html,
    messageId,
    date,
    headers: {
      'List-Id': `${JSON.stringify(list.name)} <${list.id}>`,
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      'Content-Language': language,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
}

/**
 * Makes the bytes of a message.
 *
 * @param key null leaves it unsigned
 */
export async function composeMail(mail: Mail, key: DkimKey | null): Promise<Uint8Array> {
  const bytes = await nodeOf(mail).build()
  if (key === null) return bytes
  const signer = new DKIM({
    domainName: key.domain,
    keySelector: key.selector,
    privateKey: key.privateKey,
    headerFieldNames: SIGNED,
  })
  // Latin-1 keeps each byte as it is, whatever the parts are encoded in.
  return Buffer.from(await text(signer.sign(bytes).setEncoding('latin1')), 'latin1')
}
