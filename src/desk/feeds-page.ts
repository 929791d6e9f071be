import { html } from 'hono/html'
import type { Feed } from '../record/feeds.ts'
import type { FollowOutcome } from '../record/following.ts'
import type { WatchedGroupState } from '../record/watched-groups.ts'
import { TOKEN_FIELD } from '../view/add-box.ts'
import { momentInWords } from '../view/dates.ts'
import type { Html } from '../view/html.ts'
import type { PageBody } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'
import { safeLink } from '../view/safe-link.ts'

/** What was typed into the form. */
export type FollowTyped = { readonly address: string; readonly words: string }

/** What can be done to a feed by a form of its line. */
export const FEED_DEEDS = ['filter', 'look', 'watch', 'unwatch', 'stop'] as const

export type FeedDeed = (typeof FEED_DEEDS)[number]

type Needs = { readonly token: string; readonly messages: Messages }

function tokenField(token: string): Html {
  return html`<input type="hidden" name="${TOKEN_FIELD}" value="${token}">`
}

function moment(instant: string, messages: Messages): Html {
  return html`<time datetime="${instant}">${momentInWords(instant, messages)}</time>`
}

/** The form that follows; filled in again, with the sentence, where that failed. */
function followForm(typed: FollowTyped, failed: string | null, { token, messages }: Needs): Html {
  const says = messages.feeds.form
  return html`<form class="box" action="/desk/feeds" method="post" enctype="multipart/form-data" aria-label="${says.label}">
${tokenField(token)}
<div class="field">
<label for="address">${says.address}</label>
<input id="address" type="text" name="address" value="${typed.address}" inputmode="url" autocomplete="url" spellcheck="false" required maxlength="4000"${failed !== null && html` aria-invalid="true" aria-describedby="failed"`}>
${failed !== null && html`<p class="failed" id="failed" role="alert"><strong>${messages.feeds.failed}</strong> ${failed}</p>`}
</div>
<div class="field">
<label for="words">${says.words}</label>
<input id="words" type="text" name="words" value="${typed.words}" maxlength="4000" aria-describedby="words-hint">
<p class="hint" id="words-hint">${says.wordsHint}</p>
</div>
<p><button type="submit">${says.submit}</button></p>
</form>`
}

type Fact = readonly [term: string, says: Html | string] | false

function facts(feed: Feed, messages: Messages): readonly Fact[] {
  const says = messages.feeds.state
  const { lookedAt, nextAt, counts, fault, failures, taken, words } = feed
  return [
    [says.filter, words === null ? says.noFilter : says.onlyWith(words)],
    fault !== null && [says.why, html`<strong>${says.failures(failures, fault.sentence)}</strong>`],
    [
      says.lookedAt,
      lookedAt === null
        ? says.new
        : html`${moment(lookedAt, messages)}${counts !== null && fault === null && `: ${says.found(counts)}`}`,
    ],
    lookedAt !== null && [says.next, nextAt === null ? says.notAgain : moment(nextAt, messages)],
    taken > 0 && [says.taken, says.takenCount(taken)],
  ]
}

/** Whether all pages of the feed are looked at again. */
function watchedFact(group: WatchedGroupState | undefined, messages: Messages): Fact {
  const says = messages.feeds.state
  return group !== undefined && [says.watched, says.watchedPages(group.pages)]
}

function deed(feed: Feed, kind: FeedDeed, { token, messages }: Needs): Html {
  return html`<form action="/desk/feeds/${feed.id}/${kind}" method="post" enctype="multipart/form-data">${tokenField(token)}<button type="submit" aria-describedby="title-${feed.id}">${messages.feeds.deeds[kind]}</button></form>`
}

function filterForm(feed: Feed, { token, messages }: Needs): Html {
  const says = messages.feeds
  const id = `words-${feed.id}`
  return html`<details><summary aria-describedby="title-${feed.id}">${says.deeds.filter}</summary>
<form class="filter" action="/desk/feeds/${feed.id}/filter" method="post" enctype="multipart/form-data">${tokenField(token)}
<label for="${id}">${says.form.words}</label>
<div><input id="${id}" type="text" name="words" value="${feed.words ?? ''}" maxlength="4000"> <button type="submit">${says.deeds.filter}</button></div>
</form></details>`
}

function feedLine(feed: Feed, needs: Needs & { readonly groups: readonly WatchedGroupState[] }): Html {
  const { messages, groups } = needs
  const group = groups.find(({ kind, id }) => kind === 'feed' && id === feed.id)
  const isWatched = group !== undefined
  const link = safeLink(feed.address)
  return html`<li id="feed-${feed.id}"><h2 id="title-${feed.id}"><bdi>${feed.title ?? messages.feeds.untitled}</bdi></h2>
<p class="where">${link === null ? feed.address : html`<a href="${link.href}" rel="noopener noreferrer external">${link.href}</a>`}</p>
<dl class="facts">${[...facts(feed, messages), watchedFact(group, messages)].map((fact) => fact && html`<div><dt>${fact[0]}</dt> <dd>${fact[1]}</dd></div>`)}</dl>
<div class="deeds">${deed(feed, 'look', needs)} ${deed(feed, isWatched ? 'unwatch' : 'watch', needs)} ${deed(feed, 'stop', needs)}</div>
${filterForm(feed, needs)}
</li>`
}

/**
 * The feeds that are followed, how it stands with each, and the form to follow another.
 *
 * @param options.asked what was typed before, and why it was not followed
 */
export function feedsPage(options: {
  readonly feeds: readonly Feed[]
  /** What all pages of are looked at again. */
  readonly groups: readonly WatchedGroupState[]
  readonly asked: { readonly typed: FollowTyped; readonly failed: string | null }
  readonly token: string
  readonly messages: Messages
}): PageBody {
  const { feeds, asked, messages } = options
  const says = messages.feeds
  return {
    title: says.title,
    section: 'feeds',
    script: null,
    main: html`<h1>${says.title}</h1>
<p class="lead">${says.lead}</p>
${followForm(asked.typed, asked.failed, options)}
<p class="total">${feeds.length === 0 ? says.none : says.total(feeds.length)}</p>
${feeds.length > 0 && html`<ol class="followed">${feeds.map((feed) => feedLine(feed, options))}</ol>`}`,
  }
}

/** A page named several feeds: which of them is followed. */
export function chooseFeedPage(
  { page, links }: Extract<FollowOutcome, { readonly state: 'choose' }>,
  { words, token, messages }: Needs & { readonly words: string },
): PageBody {
  const says = messages.feeds
  return {
    title: says.choose.title,
    section: 'feeds',
    script: null,
    main: html`<h1>${says.choose.title}</h1>
<p class="lead">${says.choose.lead(page)}</p>
<form class="box" action="/desk/feeds" method="post" enctype="multipart/form-data">
${tokenField(token)}
<fieldset>
<legend>${says.choose.legend}</legend>
${links.map(
  (
    { url, title, isComments },
    at,
  ) => html`<p class="choice"><input type="radio" id="feed-${at}" name="address" value="${url}"${at === 0 && html` checked`}> <label for="feed-${at}"><bdi>${title ?? says.untitled}</bdi>${isComments && ` (${says.choose.comments})`}<br><span class="hint"><bdi>${url}</bdi></span></label></p>
`,
)}</fieldset>
<div class="field">
<label for="words">${says.form.words}</label>
<input id="words" type="text" name="words" value="${words}" maxlength="4000" aria-describedby="words-hint">
<p class="hint" id="words-hint">${says.form.wordsHint}</p>
</div>
<p><button type="submit">${says.form.submit}</button></p>
</form>
<p class="onward"><a href="/desk/feeds">${says.choose.back}</a></p>`,
  }
}
