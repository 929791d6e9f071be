import type { Feed } from '../record/feeds.ts'
import type { FollowOutcome } from '../record/following.ts'
import { terminalWords } from '../view/terminal.ts'

/** "2026-11-24 05:41 UTC" */
function moment(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

function lookLine({ lookedAt, nextAt, counts, fault, failures }: Feed): string {
  if (lookedAt === null) return 'not looked at yet; that is next when Onrecord serves'
  const next = nextAt === null ? 'not looked at again by itself' : `next look ${moment(nextAt)}`
  if (fault !== null) {
    const times = failures > 1 ? `${failures} times in a row, last ` : ''
    return `failed ${times}on ${moment(lookedAt)}: ${terminalWords(fault.sentence)}; ${next}`
  }
  const found = counts === null ? '' : `, ${counted(counts.entries, 'entry', 'entries')}, ${counts.added} new`
  return `looked at ${moment(lookedAt)}${found}; ${next}`
}

/** How it stands with a feed, for a terminal. */
export function feedLines(feed: Feed): readonly string[] {
  const { address, title, words, taken } = feed
  return [
    `${terminalWords(title ?? 'A feed without a title')}  ${terminalWords(address)}`,
    `  ${words === null ? 'every entry' : `only with: ${terminalWords(words)}`}; ${counted(taken, 'article', 'articles')} put on the list of work so far`,
    `  ${lookLine(feed)}`,
  ]
}

/** What came of following, for a terminal; what was typed is named by who prints it. */
export function followLines(outcome: Exclude<FollowOutcome, { readonly state: 'failed' }>): readonly string[] {
  if (outcome.state === 'choose')
    return [
      `${terminalWords(outcome.page)} has several feeds; follow one of them by its address:`,
      ...outcome.links.map(
        ({ url, title, isComments }) =>
          `  ${terminalWords(url)}${title === null ? '' : `  ${terminalWords(title)}`}${isComments ? ' (comments of readers)' : ''}`,
      ),
    ]
  const name = `${terminalWords(outcome.title ?? 'A feed without a title')}  ${terminalWords(outcome.address)}`
  return [
    outcome.state === 'followed' ? `followed: ${name}` : `was followed already: ${name}`,
    'its entries are fetched and read while Onrecord serves ("npm start")',
  ]
}
