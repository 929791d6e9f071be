import { lineFault, MAX_LINE, MAX_WORDS, wordsFault } from '../../record/line-fault.ts'
import { type Edtf, knownEdtf, parseEdtf } from '../../text/edtf-time.ts'

/** What somebody typed into a form, by the names of its fields. */
export type Typed = ReadonlyMap<string, string>

/** What is wrong with fields, by their names: the rest of a sentence that begins with the field's label. */
export type FieldFaults = ReadonlyMap<string, string>

/** Stands in for a date that was not understood; what is made with it is never kept. */
const NO_DATE = knownEdtf('1900')

/** Reads fields one by one and keeps what is wrong with each, so that one answer names all of it. */
export class TypedFields {
  readonly #typed: Typed
  readonly #faults = new Map<string, string>()

  constructor(typed: Typed) {
    this.#typed = typed
  }

  /** Empty where everything was understood: what was read is only then to be used. */
  get faults(): FieldFaults {
    return this.#faults
  }

  refuse(name: string, sentence: string): void {
    if (!this.#faults.has(name)) this.#faults.set(name, sentence)
  }

  /** As it was typed, without spaces around it; '' where nothing was. */
  text(name: string): string {
    return (this.#typed.get(name) ?? '').trim()
  }

  /** One line; '' where it is missing, and then refused. */
  line(name: string, max = MAX_LINE): string {
    const text = this.text(name)
    const fault = lineFault(text, max)
    if (fault !== null) this.refuse(name, fault)
    return text
  }

  lineOrNull(name: string, max = MAX_LINE): string | null {
    return this.text(name) === '' ? null : this.line(name, max)
  }

  /** Several lines of running words. */
  wordsOrNull(name: string): string | null {
    const text = this.text(name).replaceAll('\r\n', '\n')
    if (text === '') return null
    const fault = wordsFault(text, MAX_WORDS)
    if (fault !== null) this.refuse(name, fault)
    return text
  }

  /** Lines of a list, empty ones left out. */
  lines(name: string, max = MAX_LINE): readonly string[] {
    const lines = this.text(name)
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    for (const [at, line] of lines.entries()) {
      const fault = lineFault(line, max)
      if (fault !== null) this.refuse(name, `${fault} (line ${at + 1})`)
    }
    return lines
  }

  dateOrNull(name: string): Edtf | null {
    return this.text(name) === '' ? null : this.date(name)
  }

  date(name: string): Edtf {
    const text = this.text(name)
    const parsed = parseEdtf(text)
    if (parsed.ok) return parsed.time
    this.refuse(name, text === '' ? 'is empty; write a day, a month or a year' : `is no date: ${parsed.sentence}`)
    return NO_DATE
  }

  /** When something happened: it has a first and a last day. */
  pastDate(name: string): Edtf {
    const date = this.date(name)
    if (date.kind === 'interval' && (typeof date.from === 'string' || typeof date.to === 'string'))
      this.refuse(name, 'has no beginning or no end; write on what day or days it happened, with ~ for about')
    return date
  }

  /** One of a few. */
  choice<T extends string>(name: string, choices: readonly [T, ...T[]]): T {
    const text = this.text(name)
    const found = choices.find((choice) => choice === text)
    if (found === undefined) this.refuse(name, 'is none of those that can be chosen')
    return found ?? choices[0]
  }

  /** The id of one of a few, or null for none. */
  idOrNull(name: string, ids: readonly string[]): string | null {
    const text = this.text(name)
    if (text === '') return null
    if (!ids.includes(text)) this.refuse(name, 'is not in this dossier any more; choose another')
    return text
  }

  id(name: string, ids: readonly string[]): string {
    const id = this.idOrNull(name, ids)
    if (id === null) this.refuse(name, 'is empty; choose one')
    return id ?? ''
  }
}
