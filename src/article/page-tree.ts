/** An element of a page: what is left of it after `slimHtml`. Built once, then only read. */
export type PageElement = {
  /** Lower case. */
  readonly name: string
  /** Names lower case, values with entities decoded, at most `MAX_ATTRIBUTE` code units each. */
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: PageElement | null
  /** In the order of the page; a string is text with entities decoded. */
  readonly children: readonly (PageElement | string)[]
}

/** Elements written without an end tag. */
const VOID = new Set(['br', 'hr', 'meta'])

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** @returns `text` so that it reads the same between tags and inside a quoted attribute */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)
}

/** Well-formed markup of `element` and all below it. */
export function markupOf(element: PageElement): string {
  const parts: string[] = []
  const write = (node: PageElement | string): void => {
    if (typeof node === 'string') return void parts.push(escapeMarkup(node))
    parts.push('<', node.name)
    for (const [name, value] of Object.entries(node.attributes)) parts.push(' ', name, '="', escapeMarkup(value), '"')
    parts.push('>')
    if (VOID.has(node.name)) return
    for (const child of node.children) write(child)
    parts.push('</', node.name, '>')
  }
  write(element)
  return parts.join('')
}

/** Every element below `root`, `root` included, in the order of the page. */
export function* elementsOf(root: PageElement): Generator<PageElement> {
  yield root
  for (const child of root.children) if (typeof child !== 'string') yield* elementsOf(child)
}

/** `element` and everything around it, innermost first. */
export function* ancestorsOf(element: PageElement): Generator<PageElement> {
  for (let at: PageElement | null = element; at !== null; at = at.parent) yield at
}

/** All text below `element`, as it stands in the markup. */
export function textOf(element: PageElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}
