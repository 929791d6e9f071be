import type { Block } from './blocks.ts'
import { isProse, weightOf } from './prose.ts'
import { squeezed } from './title-parts.ts'

/** Lines below which a press release speaks to editors: whom to call, and that it is over. */
const END_MARK =
  /^(?:#{2,}|[-–—*]+ ?(?:ends?|ende|fin|fim|конец) ?[-–—*]+|(?:media|press|news)(?: \p{L}+)? (?:contacts?|enquiries|inquiries|office)s? ?:?|contacts?(?: information| details)? ?:?|for (?:more|further|media|press|additional) (?:information|enquiries|inquiries|details).{0,60}|press?ekontakt ?:?|contacts? presse ?:?|contacto (?:de|para) (?:la )?prensa ?:?|contatos? (?:de|para a) imprensa ?:?|contatti (?:per la )?stampa ?:?|perscontact ?:?|контакты для (?:сми|прессы) ?:?|媒体联系(?:人|方式)? ?[:：]?|聯絡人 ?[:：]?)$/iu

/** A line that announces what an organisation says of itself everywhere. */
const ABOUT = /^(?:about|über|à propos de|acerca de|sobre|informazioni su|over|о компании|关于|關於) ?(.{2,60}?):?$/iu

/** How far into the next text the name has to stand, in UTF-16 code units. */
const NAME_REACH = 100

/** The end is cut where it weighs less than this share of what stands before it. */
const END_SHARE = 0.8

/** And has no more running text than so many blocks. */
const MAX_END = 3

/** What a line announces to be described next: "About the Harbour Commission" above what it is. */
function isAbout(text: string, next: string): boolean {
  const name = squeezed(ABOUT.exec(text)?.[1] ?? '').replace(/^(?:the|das|die|der|les?|la|el|los)/, '')
  return name.length > 1 && squeezed(next.slice(0, NAME_REACH)).includes(name)
}

/**
 * Drops what stands below a press release: whom to call, and before that who sent it.
 *
 * @param blocks of the article, in order
 */
export function withoutHouseEnd(blocks: readonly Block[]): readonly Block[] {
  const lastMark = blocks.findLastIndex(({ text }) => END_MARK.test(text))
  let [weight, prose] = [0, 0]
  const all = blocks.reduce((sum, { text }) => sum + weightOf(text), 0)
  const allProse = blocks.filter(isProse).length
  for (const [at, block] of blocks.slice(0, lastMark + 1).entries()) {
    const isEnd = END_MARK.test(block.text) || isAbout(block.text, blocks[at + 1]?.text ?? '')
    if (isEnd && prose > 0 && allProse - prose <= MAX_END && all - weight < weight * END_SHARE)
      return blocks.slice(0, at)
    weight += weightOf(block.text)
    if (isProse(block)) prose += 1
  }
  return blocks
}
