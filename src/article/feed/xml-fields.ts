import { escapeMarkup } from '../page-tree.ts'

/** One element of a feed or of an entry, once it is closed. */
export type XmlField = {
  /** As `XmlNames` gives it. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** What stands in it: text with entities decoded, elements in it written as tags again. */
  readonly value: string
}

/** The attributes that elements within a text keep: an address is all that is ever used of them. */
const KEPT = ['href', 'src'] as const

/** Collects the inside of one open element. */
export class OpenField {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly #parts: string[] = []
  /** In XHTML text is text; elsewhere a feed's text is markup itself. */
  readonly #isXhtml: boolean

  constructor(name: string, attributes: Readonly<Record<string, string>>) {
    this.name = name
    this.attributes = attributes
    this.#isXhtml = attributes['type'] === 'xhtml' || name.startsWith('xhtml:')
  }

  open(local: string, attributes: Readonly<Record<string, string>>): void {
    const kept = KEPT.flatMap((name) =>
      attributes[name] === undefined ? [] : [` ${name}="${escapeMarkup(attributes[name])}"`],
    )
    this.#parts.push(`<${local}${kept.join('')}>`)
  }

  text(text: string): void {
    this.#parts.push(this.#isXhtml ? escapeMarkup(text) : text)
  }

  close(local: string): void {
    this.#parts.push(`</${local}>`)
  }

  finish(): XmlField {
    return { name: this.name, attributes: this.attributes, value: this.#parts.join('').trim() }
  }
}

/** The fields of a feed or of an entry, by name. */
export class XmlFields {
  readonly #fields: readonly XmlField[]

  constructor(fields: readonly XmlField[]) {
    this.#fields = fields
  }

  named(name: string): readonly XmlField[] {
    return this.#fields.filter((field) => field.name === name)
  }

  /** The first value that is not empty of the first of `names` that has one; null for none. */
  value(...names: readonly string[]): string | null {
    for (const name of names) for (const field of this.named(name)) if (field.value !== '') return field.value
    return null
  }

  /** All values of `names` that are not empty, in the order of the names. */
  values(...names: readonly string[]): readonly string[] {
    return names.flatMap((name) => this.named(name).flatMap(({ value }) => (value === '' ? [] : [value])))
  }
}
