import { escapeMarkup } from '../page-tree.ts'
import type { RawEntry, RawOutcome } from './feed.ts'
import { MAX_VALUES, NO_FEED, TOO_MUCH_FEED } from './limits.ts'

type Members = Readonly<Record<string, unknown>>

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {}
}

/** A string, or the number that some write for one. */
function words(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeMarkup(paragraph)}</p>`)
    .join('')
}

function entryOf(value: unknown): RawEntry {
  const item = membersOf(value)
  const given = (...names: readonly string[]) => names.flatMap((name) => words(item[name]) ?? [])
  const text = words(item['content_text'])
  const id = words(item['id'])
  const [author] = [...list(item['authors']), item['author']].flatMap((one) => words(membersOf(one)['name']) ?? [])
  const content = words(item['content_html']) ?? (text === null ? null : paragraphs(text))
  return {
    id,
    links: [...given('url', 'external_url'), ...(content === null && /^https?:/i.test(id ?? '') ? [id ?? ''] : [])],
    base: null,
    title: words(item['title']),
    dates: given('date_published', 'date_modified'),
    author: author ?? null,
    summary: words(item['summary']),
    content,
  }
}

/** How many values the text can hold at most: each but the first has a comma, a colon or a bracket before it. */
function mostValues(text: string): number {
  let count = 1
  for (let at = 0; at < text.length && count <= MAX_VALUES; at += 1) {
    const code = text.charCodeAt(at)
    // , : [ {
    if (code === 0x2c || code === 0x3a || code === 0x5b || code === 0x7b) count += 1
  }
  return count
}

/** Reads JSON Feed 1.0 and 1.1. Members of a wrong type are passed over. */
export function readJsonFeed(text: string): RawOutcome {
  if (mostValues(text) > MAX_VALUES) return { ok: false, fault: TOO_MUCH_FEED }
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    const sentence =
      'it is JSON that breaks off or is written wrongly; open it in a browser and see whether it is whole'
    return { ok: false, fault: { code: 'unreadable', sentence } }
  }
  const top = membersOf(parsed)
  if (!Array.isArray(top['items'])) return { ok: false, fault: NO_FEED }
  return {
    ok: true,
    feed: {
      format: 'json',
      title: words(top['title']),
      home: words(top['home_page_url']),
      language: words(top['language']),
      restMs: null,
      skipHours: [],
      skipDays: [],
      entries: top['items'].map(entryOf),
    },
  }
}
