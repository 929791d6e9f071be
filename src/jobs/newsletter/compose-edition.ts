import { composeMail, type DkimKey, type Mail } from '../../mail/compose-mail.ts'
import type { MovedItem } from '../../record/moved/moved-item.ts'
import type { Offer, SentMail } from '../../record/newsletter/delivery.ts'
import type { Edition, Editions } from '../../record/newsletter/editions.ts'
import type { PublicRecord } from '../../record/public-record.ts'
import { addressesAt } from '../../view/json-ld/addresses.ts'
import type { Messages } from '../../view/messages/messages.ts'
import { editionGroups } from '../../view/newsletter/edition-lines.ts'
import { type EditionView, paragraphsOf } from '../../view/newsletter/edition-view.ts'
import { type EditionLinks, mailHtml } from '../../view/newsletter/mail-html.ts'
import { mailText } from '../../view/newsletter/mail-text.ts'

/** Where the links of one subscriber's mail lead. */
export type OwnLinks = EditionLinks & {
  /** Of RFC 8058. */
  readonly oneClick: string
}

/** What the mails of editions are made with. */
export type EditionMailParts = {
  readonly editions: Pick<Editions, 'edition' | 'toldIn'>
  readonly publicRecord: Pick<PublicRecord, 'moved' | 'dossier' | 'statement'>
  /** Where the public reaches our pages, without a slash at its end. */
  readonly address: string
  readonly messages: Messages
  readonly from: Mail['from']
  readonly list: Mail['list']
  readonly key: DkimKey | null
  readonly linksOf: (offer: Offer, edition: Edition) => OwnLinks
  /** The address that failures of a delivery come back to. */
  readonly returnTo: (delivery: number) => string
}

/** All that was public up to an edition, by key: the same for each of its mails, and read once. */
type Known = { readonly editionId: string; readonly items: Promise<ReadonlyMap<string, MovedItem>> }

/** The words of an edition in a language, else in the first that it was written in. */
function wordsIn({ words }: Edition, language: string) {
  const [first] = Object.keys(words)
  const chosen = words[language] === undefined ? (first ?? language) : language
  return { language: chosen, ...(words[chosen] ?? { subject: '', text: '' }) }
}

/** Makes the message of each offer: the same whenever it is made, but for what was removed since. */
export class EditionMails {
  readonly #parts: EditionMailParts
  #known: Known | null = null

  constructor(parts: EditionMailParts) {
    this.#parts = parts
  }

  /** @throws where there is no such edition */
  async compose(offer: Offer): Promise<SentMail> {
    const { editions, messages, from, list, key, linksOf, returnTo } = this.#parts
    const edition = await editions.edition(offer.editionId)
    if (edition === null) throw new Error(`there is no edition ${offer.editionId}`)
    const view = await this.#viewOf(edition, offer)
    const { oneClick, ...links } = linksOf(offer, edition)
    const mail: Mail = {
      from,
      to: offer.address,
      subject: view.subject,
      text: mailText(view, links, messages),
      html: await mailHtml(view, links, messages),
      language: view.language,
      messageId: `<${offer.editionId}.${offer.seq}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
      date: new Date(edition.sentAt ?? edition.addedAt),
      list,
      unsubscribe: oneClick,
    }
    return { from: returnTo(offer.seq), to: offer.address, bytes: await composeMail(mail, key) }
  }

  async #viewOf(edition: Edition, { seq, language }: Offer): Promise<EditionView> {
    const { publicRecord, messages, address, editions } = this.#parts
    const keys = edition.kind === 'record' ? await editions.toldIn(seq) : []
    const known = keys.length === 0 ? new Map<string, MovedItem>() : await this.#itemsOf(edition)
    const items = keys.flatMap((one) => known.get(one) ?? [])
    const needs = { publicRecord, addresses: addressesAt(address), messages, at: edition.sentAt }
    const groups = await editionGroups(items, needs)
    const { subject, text, ...words } = wordsIn(edition, language)
    const count = groups.reduce((sum, { lines }) => sum + lines.length, 0)
    const first = groups[0]?.lines[0]?.title ?? messages.name
    const { editions: says } = messages
    return {
      subject: subject === '' ? says.subject(count, first) : subject,
      language: subject === '' ? messages.language : words.language,
      paragraphs: paragraphsOf(text),
      groups,
    }
  }

  #itemsOf(edition: Edition): Promise<ReadonlyMap<string, MovedItem>> {
    if (this.#known?.editionId === edition.id) return this.#known.items
    const read = async () => {
      const items = await this.#parts.publicRecord.moved({ after: '', upTo: edition.sentAt ?? edition.addedAt })
      return new Map(items.map((item) => [item.key, item]))
    }
    this.#known = { editionId: edition.id, items: read() }
    return this.#known.items
  }
}
