import { daysBetween, edtfOf } from '../text/edtf.ts'
import { firstPrintedDate, type SlashOrder } from '../text/printed-date.ts'
import type { Block } from './blocks.ts'
import { isDatedLine, readHeadLine } from './head-line.ts'
import { microdataValue } from './microdata.ts'
import type { PageFacts } from './page-facts.ts'
import { elementsOf, type PageElement, textOf } from './page-tree.ts'

/** Names of `<meta>`s that give the time of publication, in the order in which they are believed. */
const PUBLISHED_METAS = (
  'article:published_time og:article:published_time article:published datepublished parsely-pub-date sailthru.date ' +
  'publishdate publish-date publication_date pubdate pdate ptime dc.date.issued dcterms.issued dc.date dcterms.created ' +
  'date weibo:article:create_at cxenseparse:recs:publishtime article_date_original originalpublicationdate ' +
  'citation_publication_date citation_online_date'
).split(' ')

/** ISO 8601 as pages write it: a date, then a time or nothing. */
const ISO = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?=$|[T\s,])/

/** `Tue, 08 Mar 2022 09:30:00 GMT` and `Tue Mar 08 2022 09:30:00 GMT+0100`. */
const WEEKDAY_FIRST = /^[A-Za-z]{3},? (.{6,12}?\d{4})\b/
const MONTH_DAY_YEAR = /^([A-Za-z]{3} \d{1,2}) (?:\d{2}:\d{2}:\d{2} )?.{0,12}?(\d{4})/

/** Names of elements that hold a date, among others. */
const DATE_NAME = /date|time|publish|posted|meta|byline/i

/**
 * The date of a machine-readable value, as its own offset gives it: 23:30-05:00 on the 8th is the 8th.
 *
 * @param value an ISO 8601 or RFC 2822 date and time, or a date as people print it
 * @returns EDTF as precise as the value, null where it gives none
 */
export function machineDate(value: string): string | null {
  const text = value.trim()
  const [, year, month, day] = ISO.exec(text) ?? []
  const number = (part: string | undefined) => (part === undefined ? null : Number(part))
  if (year !== undefined) return edtfOf({ year: Number(year), month: number(month), day: number(day) })
  const plain = text.replace(WEEKDAY_FIRST, '$1').replace(MONTH_DAY_YEAR, '$1, $2')
  return firstPrintedDate(plain)?.edtf ?? null
}

/** A time in UTC: its day need not be the day that the outlet's readers saw. */
function isUtc(value: string): boolean {
  return /\d{2}:\d{2}.*(?:Z|[+-]00:?00|GMT|UTC)\s*$/i.test(value.trim())
}

/**
 * The day an article was published.
 *
 * @param machine values of the page's metadata, best first
 * @param printed EDTF of the date that the page prints above its text, or null
 * @returns EDTF; where the metadata is in UTC and the page prints the day before or after, the printed one
 */
export function publishedOn(machine: readonly string[], printed: string | null): string | null {
  for (const value of machine) {
    const date = machineDate(value)
    if (date === null) continue
    const apart = printed === null ? null : daysBetween(date, printed)
    return isUtc(value) && apart !== null && Math.abs(apart) === 1 ? printed : date
  }
  return printed
}

/** A line of a date, its time and a word or two is no longer, in UTF-16 code units. */
const MAX_DATE_LINE = 40

/** How dates with strokes are written in a language: the month first in American English, the day first nearly everywhere else. */
function orderIn(language: string | null): SlashOrder {
  if (language === null || language === 'en' || language === 'en-CA') return null
  return language === 'en-US' ? 'month first' : 'day first'
}

/** The values of `<time>`s that are named for publication or stand near the text. */
function timesOf(body: PageElement, near: readonly Block[]): readonly string[] {
  const elements = new Set(near.map(({ element }) => element))
  const times: string[] = []
  for (const element of elementsOf(body)) {
    const { datetime, class: classes = '' } = element.attributes
    if (element.name !== 'time') continue
    const isNear = element.parent !== null && elements.has(element.parent)
    if (isNear || /publish|entry-date/i.test(classes)) times.push(datetime ?? textOf(element))
  }
  return times
}

/** The date that the page prints around the beginning of its text: in a line of its own, else in an element named for it. */
function printedDate(near: readonly Block[], order: SlashOrder): string | null {
  for (const { text } of near) {
    const date = readHeadLine(text)?.published ?? null
    if (date !== null) return date
  }
  for (const { text, element } of near) {
    const { class: classes = '', id = '' } = element.attributes
    if (!DATE_NAME.test(`${classes} ${id} ${element.parent?.attributes['class'] ?? ''}`)) continue
    const date = firstPrintedDate(text)
    if (date !== null) return date.edtf
  }
  // The line nearest to the text: those far above may be other articles' own.
  const line = near.flatMap(({ text }) => text.split('\n')).findLast(isDatedLine)
  const dated = line === undefined ? null : firstPrintedDate(line, order)
  if (dated !== null) return dated.edtf
  const lines = near.flatMap(({ text }) => text.split('\n')).filter((short) => short.length <= MAX_DATE_LINE)
  return lines.map((short) => firstPrintedDate(short, order)?.edtf ?? null).findLast((date) => date !== null) ?? null
}

/**
 * The day the page's article was published.
 *
 * @param near     blocks around the beginning of the text
 * @param language of the article, or null
 * @returns EDTF, as precise as the page is
 */
export function pagePublished(
  { page, head, linked }: PageFacts,
  { near, language }: { readonly near: readonly Block[]; readonly language: string | null },
): string | null {
  const given = [
    linked.published,
    head.first(...PUBLISHED_METAS),
    microdataValue(page.body, 'datePublished'),
    linked.created,
  ]
  const machine = [...given, ...timesOf(page.body, near)].filter((value) => value !== null)
  return publishedOn(machine, printedDate(near, orderIn(language)))
}
