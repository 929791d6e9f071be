/** Quotations of 25 characters or more, as the scorer of article texts counts them. */
const QUOTATION = /“([^“”]{25,})”|"([^"\n]{25,})"|«([^«»]{25,})»/g

type Texts = Readonly<Record<string, { readonly articleBody: string }>>

const squeezed = (text: string) => text.replace(/\s+/g, '')

/**
 * The share of the quotations in `truth` that stand to the letter in the text found for the same page, white space left
 * out on both sides.
 *
 * @returns from 0 to 1; 1 where there are no quotations
 */
export function quotationsKept(truth: Texts, found: Texts): number {
  const kept = Object.entries(truth).flatMap(([id, { articleBody }]) => {
    const text = squeezed(found[id]?.articleBody ?? '')
    return [...articleBody.matchAll(QUOTATION)].map(([, ...groups]) =>
      text.includes(squeezed(groups.find((group) => group !== undefined) ?? '')),
    )
  })
  return kept.length === 0 ? 1 : kept.filter((is) => is).length / kept.length
}
