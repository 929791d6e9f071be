import { cleanLine, cleanOrNull } from '../text/clean-text.ts'
import { ancestorsOf, elementsOf, type PageElement, textOf } from './page-tree.ts'

/** Comments and reviews of readers have authors and dates of their own. */
function isOthers({ attributes }: PageElement): boolean {
  return (
    /(?:^|\s)(?:comments?|reviews?)(?:\s|$)/i.test(attributes['itemprop'] ?? '') ||
    /\/(?:User)?Comments?$/i.test(attributes['itemtype'] ?? '')
  )
}

/** Elements with this property, none of which stands within another. */
function* propertiesOf(root: PageElement, property: string): Generator<PageElement> {
  for (const child of root.children) {
    if (typeof child === 'string' || isOthers(child)) continue
    if ((child.attributes['itemprop'] ?? '').split(/\s+/).includes(property)) yield child
    else yield* propertiesOf(child, property)
  }
}

/** The name of a person or organisation in microdata: its `name` property, its content, or its text. */
function nameOf(element: PageElement): string | null {
  const name = elementsOf(element).find(({ attributes }) => attributes['itemprop'] === 'name') ?? element
  return cleanOrNull(name.attributes['content'] ?? textOf(name))
}

/** The first value of a property that holds a text or a date: its `datetime`, its content, or its text. */
export function microdataValue(root: PageElement, property: string): string | null {
  const [element] = propertiesOf(root, property)
  if (element === undefined) return null
  return cleanOrNull(element.attributes['datetime'] ?? element.attributes['content'] ?? cleanLine(textOf(element)))
}

/** The names that a property of persons or organisations gives, in the order of the page. */
export function microdataNames(root: PageElement, property: string): readonly string[] {
  return [...propertiesOf(root, property)].flatMap((element) => nameOf(element) ?? [])
}

/** The item of an article that an element stands in, as its page marks it; null where it is in none. */
export function articleScope(element: PageElement): PageElement | null {
  const isArticle = ({ attributes }: PageElement) =>
    /(?:Article|BlogPosting|Report)$/i.test(attributes['itemtype'] ?? '')
  return ancestorsOf(element).find(isArticle) ?? null
}
