import { Parser } from 'htmlparser2'
import { type Fault, TOO_MUCH } from './fault.ts'
import {
  MAX_ATTRIBUTE,
  MAX_DEPTH,
  MAX_ELEMENTS,
  MAX_JSON_LD,
  MAX_NESTED_TEXT,
  MAX_NESTING,
  MAX_PAGE_TEXT,
  MAX_TEXT_RUNS,
} from './limits.ts'
import type { PageElement } from './page-tree.ts'

/** A tag of the head: its name and its attributes. */
export type HeadTag = { readonly name: string; readonly attributes: Readonly<Record<string, string>> }

/** A page reduced to what an article can stand in, and what its head says about it. */
export type SlimPage = {
  /** No scripts, handlers, styles, comments or media in it; at most `MAX_DEPTH` deep. */
  readonly body: PageElement
  /** The texts of all `<title>` elements outside pictures, first one first. */
  readonly titles: readonly string[]
  /** Every `<html>`, `<meta>` and `<link>`, in order. */
  readonly head: readonly HeadTag[]
  /** The raw texts of all JSON-LD scripts, in order. */
  readonly jsonLd: readonly string[]
}

export type SlimOutcome = { readonly ok: true; readonly page: SlimPage } | { readonly ok: false; readonly fault: Fault }

/** Never shown as text, or never part of an article: their whole content goes. */
const DROPPED = new Set(
  'script style template noscript iframe object embed svg math canvas audio video select textarea button input datalist map dialog frameset applet title'.split(
    ' ',
  ),
)

/** Shown only where no script runs, or put in place by one. */
const LATE = new Set(['noscript', 'template'])

/** Left out without their content: `html`, `head` and `body` stand around all, the others have none. */
const UNWRAPPED = new Set('html head body meta link base img area col param source track wbr'.split(' '))

/** Attributes that say what an element is. All others, handlers first, go. */
const KEPT_ATTRIBUTES: readonly string[] =
  'id class role itemprop itemtype rel href datetime content property aria-hidden aria-label lang dir data-component data-testid data-type'.split(
    ' ',
  )

const HIDING_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i

/** How much is handed to the parser before the bounds are looked at again, in UTF-16 code units. */
const FEED = 64 * 1024

const TOO_DEEP: Fault = {
  code: 'too-deep',
  sentence: `its elements are nested more than ${MAX_DEPTH} deep, as no article's are; save the text itself and add that`,
}

type OpenElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: OpenElement | null
  readonly children: (PageElement | string)[]
}

function keptAttributes(attributes: Record<string, string>): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {}
  for (const name of KEPT_ATTRIBUTES) {
    const value = attributes[name]
    if (value !== undefined) kept[name] = value.slice(0, MAX_ATTRIBUTE)
  }
  const style = attributes['style']?.slice(0, MAX_ATTRIBUTE) ?? ''
  if (attributes['hidden'] !== undefined || HIDING_STYLE.test(style)) kept['hidden'] = ''
  return kept
}

/** Collects the slim page while the parser streams through the markup, and says when a bound is passed. */
class Slimmer {
  readonly titles: string[] = []
  readonly head: HeadTag[] = []
  readonly jsonLd: string[] = []
  readonly body: OpenElement = { name: 'body', attributes: {}, parent: null, children: [] }
  fault: Fault | null = null
  private at = this.body
  private depth = 0
  private elements = 0
  private nesting = 0
  private textRuns = 0
  private textLength = 0
  private nestedText = 0
  /** How many dropped elements are open: above 0 nothing is kept. */
  private dropped = 0
  /** The text of the open `<title>` or JSON-LD script. */
  private captured: string[] | null = null
  /** For each open `<template>`, whether its content is shown. */
  private readonly templates: boolean[] = []
  private readonly withLate: boolean

  constructor(withLate: boolean) {
    this.withLate = withLate
  }

  /** Whether an element goes with its content. A template that is the shadow of its parent is what people see of it. */
  private isDropped(name: string): boolean {
    if (name === 'template' && this.templates.at(-1) === true) return false
    return DROPPED.has(name) && !(this.withLate && LATE.has(name))
  }

  open(name: string, attributes: Record<string, string>): void {
    this.depth += 1
    this.elements += 1
    if (this.depth > MAX_DEPTH) this.fault ??= TOO_DEEP
    this.nesting += this.depth
    if (this.elements > MAX_ELEMENTS || this.nesting > MAX_NESTING) this.fault ??= TOO_MUCH
    if (this.fault !== null) return
    if (name === 'html' || name === 'meta' || name === 'link') this.head.push({ name, attributes: { ...attributes } })
    if (name === 'title' && this.dropped === 0) this.captured = []
    if (name === 'script' && /ld\+json/i.test(attributes['type'] ?? '')) this.captured = []
    if (name === 'template') this.templates.push(attributes['shadowrootmode'] !== undefined)
    if (this.isDropped(name)) this.dropped += 1
    if (this.dropped > 0) return
    // Microdata keeps its values in `<meta>`s between the text. They hold nothing, so nothing is put into them.
    if (name === 'meta' && attributes['itemprop'] !== undefined)
      this.at.children.push({ name, attributes: keptAttributes(attributes), parent: this.at, children: [] })
    if (UNWRAPPED.has(name)) return
    const element: OpenElement = {
      // What is kept of them is a box like any other.
      name: LATE.has(name) ? 'div' : name,
      attributes: keptAttributes(attributes),
      parent: this.at,
      children: [],
    }
    this.at.children.push(element)
    this.at = element
  }

  text(text: string): void {
    if (this.fault !== null) return
    this.captured?.push(text)
    if (this.dropped > 0) return
    this.textRuns += 1
    this.textLength += text.length
    this.nestedText += text.length * this.depth
    if (this.textRuns > MAX_TEXT_RUNS || this.textLength > MAX_PAGE_TEXT || this.nestedText > MAX_NESTED_TEXT)
      this.fault ??= TOO_MUCH
    this.at.children.push(text)
  }

  close(name: string): void {
    this.depth -= 1
    if (this.fault !== null) return
    if (this.captured !== null && (name === 'title' || name === 'script')) {
      const text = this.captured.join('')
      if (name === 'title') this.titles.push(text.slice(0, MAX_ATTRIBUTE))
      else if (text.length <= MAX_JSON_LD) this.jsonLd.push(text)
      this.captured = null
    }
    if (this.isDropped(name)) this.dropped -= 1
    else if (this.dropped === 0 && !UNWRAPPED.has(name)) this.at = this.at.parent ?? this.body
    if (name === 'template') this.templates.pop()
  }
}

/**
 * Streams through `html` once and keeps what an article can stand in, so that everything after it works on a
 * bounded tree without code.
 *
 * @param withLate also what stands in `<noscript>` and `<template>`, where a page keeps its text for later
 * Cost: linear in `html`; stops within `FEED` code units of the first bound passed.
 */
export function slimHtml(html: string, withLate = false): SlimOutcome {
  const slimmer = new Slimmer(withLate)
  const parser = new Parser({
    onopentag: (name, attributes) => slimmer.open(name, attributes),
    ontext: (text) => slimmer.text(text),
    onclosetag: (name) => slimmer.close(name),
  })
  for (let at = 0; at < html.length && slimmer.fault === null; at += FEED) parser.write(html.slice(at, at + FEED))
  if (slimmer.fault === null) parser.end()
  if (slimmer.fault !== null) return { ok: false, fault: slimmer.fault }
  const { body, titles, head, jsonLd } = slimmer
  return { ok: true, page: { body, titles, head, jsonLd } }
}
