import { Parser } from 'htmlparser2'
import type { Fault } from '../fault.ts'
import type { RawEntry, RawFeed, RawOutcome } from './feed.ts'
import { MAX_DEPTH, MAX_ELEMENTS, NO_FEED, TOO_MUCH_FEED } from './limits.ts'
import { type EntryTag, xmlEntry } from './xml-entry.ts'
import { OpenField, type XmlField, XmlFields } from './xml-fields.ts'
import { XmlNames } from './xml-names.ts'

/** How much is read in one step, in UTF-16 code units: some milliseconds. */
const STEP = 64 * 1024

const FORMATS: Readonly<Record<string, RawFeed['format']>> = {
  rss: 'rss',
  channel: 'rss',
  'rdf:rdf': 'rdf',
  feed: 'atom',
}

/** Elements that hold what the feed says of itself. */
const FEED_ELEMENTS = new Set(['rss', 'rdf:rdf', 'channel', 'feed'])
const ENTRY_ELEMENTS = new Set(['item', 'entry'])

const UPDATE_PERIODS: Readonly<Record<string, number>> = {
  hourly: 3_600_000,
  daily: 86_400_000,
  weekly: 7 * 86_400_000,
  monthly: 30 * 86_400_000,
  yearly: 365 * 86_400_000,
}

const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')

/** An entry that is open: its fields so far. */
type OpenEntry = { readonly tag: EntryTag; readonly fields: XmlField[]; readonly depth: number }

/** Builds the feed while the parser streams through it. No entity but XML's own five is ever replaced. */
class FeedBuilder {
  readonly entries: RawEntry[] = []
  readonly own: XmlField[] = []
  format: RawFeed['format'] | null = null
  language: string | null = null
  fault: Fault | null = null
  readonly #names = new XmlNames()
  /** The names of the open elements, outermost first. */
  readonly #path: string[] = []
  #entry: OpenEntry | null = null
  #field: { readonly open: OpenField; readonly depth: number } | null = null
  #base: string | null = null
  #elements = 0

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    this.#names.declare(attributes)
    const name = this.#names.nameOf(tag)
    this.#elements += 1
    if (this.#elements > MAX_ELEMENTS || this.#path.length >= MAX_DEPTH) this.fault ??= TOO_MUCH_FEED
    if (this.#path.length === 0 && this.format === null) this.#root(name, attributes)
    if (this.fault !== null) return
    this.#path.push(name)
    // Within a text it is a part of that; within an entry that was never closed it begins the next.
    if (this.#field !== null) this.#field.open.open(localName(name), attributes)
    else if (ENTRY_ELEMENTS.has(name)) this.#openEntry(attributes)
    else if (this.#entry !== null || this.#isOwnField(name))
      this.#field = { open: new OpenField(name, attributes), depth: this.#path.length }
  }

  text(text: string): void {
    this.#field?.open.text(text)
  }

  close(): void {
    if (this.fault !== null) return
    const depth = this.#path.length
    const name = this.#path.pop() ?? ''
    if (this.#field !== null && depth > this.#field.depth) this.#field.open.close(localName(name))
    else if (this.#field !== null) this.#closeField()
    else if (this.#entry !== null && depth <= this.#entry.depth) this.#closeEntry()
  }

  finish(): RawFeed | null {
    this.#closeField()
    this.#closeEntry()
    if (this.format === null) return null
    const own = new XmlFields(this.own)
    return {
      format: this.format,
      title: own.value('title'),
      home: homeOf(own),
      language: own.value('language', 'dc:language') ?? this.language,
      restMs: restOf(own),
      ...skipped(own),
      entries: this.entries,
    }
  }

  #root(name: string, attributes: Readonly<Record<string, string>>): void {
    const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined
    if (format === undefined) this.fault = NO_FEED
    else this.format = format
    this.language = attributes['xml:lang'] ?? null
    this.#base = attributes['xml:base'] ?? null
  }

  #isOwnField(name: string): boolean {
    return !FEED_ELEMENTS.has(name) && FEED_ELEMENTS.has(this.#path.at(-2) ?? '')
  }

  #openEntry(attributes: Readonly<Record<string, string>>): void {
    this.#closeField()
    this.#closeEntry()
    const tag = { about: attributes['rdf:about'] ?? null, base: attributes['xml:base'] ?? this.#base }
    this.#entry = { tag, fields: [], depth: this.#path.length }
  }

  #closeField(): void {
    if (this.#field === null) return
    const target = this.#entry?.fields ?? this.own
    target.push(this.#field.open.finish())
    this.#field = null
  }

  #closeEntry(): void {
    if (this.#entry === null) return
    this.entries.push(xmlEntry(new XmlFields(this.#entry.fields), this.#entry.tag))
    this.#entry = null
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function homeOf(own: XmlFields): string | null {
  const atom = own.named('link').find(({ attributes: { rel = 'alternate', href } }) => href && rel === 'alternate')
  return own.value('link') ?? atom?.attributes['href'] ?? null
}

/** `<ttl>` in minutes, or the period of RSS's syndication module by how often in it. */
function restOf(own: XmlFields): number | null {
  const minutes = Number(own.value('ttl') ?? Number.NaN)
  if (minutes > 0) return minutes * 60_000
  const period = UPDATE_PERIODS[own.value('sy:updateperiod')?.toLowerCase() ?? '']
  const frequency = Number(own.value('sy:updatefrequency') ?? 1)
  return period === undefined ? null : period / Math.max(1, frequency || 1)
}

/** `<skipHours><hour>3</hour>…` and `<skipDays><day>Sunday</day>…`. */
function skipped(own: XmlFields): Pick<RawFeed, 'skipHours' | 'skipDays'> {
  const inner = (value: string | null, tag: string) =>
    [...(value ?? '').matchAll(new RegExp(`<${tag}>\\s*([^<]{1,20})`, 'gi'))].map(([, word = '']) => word.trim())
  const hours = inner(own.value('skiphours'), 'hour').map(Number)
  const days = inner(own.value('skipdays'), 'day').map((day) => DAYS.indexOf(day.toLowerCase()))
  return {
    // Some write 24 for midnight.
    skipHours: hours.filter((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 24).map((hour) => hour % 24),
    skipDays: days.filter((day) => day >= 0),
  }
}

/** Where the feed begins: servers print white space, warnings and comments in front of it. */
function startOf(text: string): number {
  const head = text.slice(0, STEP)
  const start = head.search(/<(?:[\w-]+:)?(?:rss|feed|RDF)[\s>]/i)
  return start < 0 || /<(?:!doctype\s+html|html|head|body)[\s>]/i.test(head.slice(0, start)) ? 0 : start
}

/**
 * Reads RSS 0.9 to 2.0, RDF and Atom, in steps between which the caller may do something else.
 *
 * What a strict parser refuses is read as far as it goes: unescaped `&`, HTML's entities, prefixes that nobody
 * declared, elements that are never closed, a feed that breaks off. Declared entities are never replaced, so that
 * none can grow or reach for a file.
 *
 * Cost: linear in `text`; stops within a step of the first bound passed.
 */
export function* readXmlFeed(text: string): Generator<undefined, RawOutcome> {
  const builder = new FeedBuilder()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes),
      ontext: (words) => builder.text(words),
      onclosetag: () => builder.close(),
    },
    { xmlMode: true },
  )
  for (let at = startOf(text); at < text.length && builder.fault === null; at += STEP) {
    parser.write(text.slice(at, at + STEP))
    yield
  }
  if (builder.fault === null) parser.end()
  if (builder.fault !== null) return { ok: false, fault: builder.fault }
  const feed = builder.finish()
  return feed === null ? { ok: false, fault: NO_FEED } : { ok: true, feed }
}
