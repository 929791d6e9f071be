import type { Context, Hono } from 'hono'
import type { FollowOutcome } from '../record/following.ts'
import { fieldsOf } from '../web/fields.ts'
import { fail, formNeeds, show } from '../web/web.ts'
import { needs } from '../web/who-asks.ts'
import type { Desk } from './desk.ts'
import { chooseFeedPage, FEED_DEEDS, type FeedDeed, type FollowTyped, feedsPage } from './feeds-page.ts'
import { recent } from './recent.ts'

const NOTHING_TYPED: FollowTyped = { address: '', words: '' }

/** What did not lead to a feed that is followed: a choice, or a failure. */
type Answered = {
  readonly typed: FollowTyped
  readonly outcome: Extract<FollowOutcome, { readonly state: 'choose' | 'failed' }>
}

/** The page of feeds, the form that follows one, and what can be done to each. */
export function mountFeeds(app: Hono, desk: Desk): void {
  const { following, messages } = desk
  const { groups } = desk.store
  const shown = async () => ({ feeds: await following.followed(), groups: await groups.watched() })
  const answers = recent<Answered>()
  const page = async (context: Context, asked: { readonly typed: FollowTyped; readonly failed: string | null }) => {
    const { token } = formNeeds(desk, context)
    return show(desk, context, feedsPage({ ...(await shown()), asked, token, messages }))
  }

  app.get('/feeds', needs('see-desk'), (context) => page(context, { typed: NOTHING_TYPED, failed: null }))
  app.post('/feeds', needs('add-coverage'), async (context) => {
    const { form, field } = await fieldsOf(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    const typed = { address: field('address'), words: field('words') }
    const outcome = await following.follow({ address: typed.address, words: typed.words.trim() || null })
    if (outcome.state === 'choose' || outcome.state === 'failed')
      return context.redirect(`/desk/feeds/asked/${answers.keep({ typed, outcome })}`, 303)
    return context.redirect(`/desk/feeds#feed-${outcome.id}`, 303)
  })
  app.get('/feeds/asked/:key', needs('see-desk'), (context) => {
    const answered = answers.find(context.req.param('key'))
    if (answered === null) return fail(desk, context, 404)
    const { typed, outcome } = answered
    if (outcome.state === 'failed') return page(context, { typed, failed: `${outcome.fault.sentence}.` })
    const { token } = formNeeds(desk, context)
    return show(desk, context, chooseFeedPage(outcome, { words: typed.words, token, messages }))
  })
  const deeds: Readonly<Record<FeedDeed, (id: string, words: string) => Promise<boolean>>> = {
    filter: (id, words) => following.filter(id, words),
    look: (id) => following.look(id),
    watch: async (id) => {
      const isFollowed = (await following.followed()).some((feed) => feed.id === id)
      if (isFollowed && (await groups.watch({ kind: 'feed', id }))) await groups.gather()
      return isFollowed
    },
    unwatch: (id) => groups.stop({ kind: 'feed', id }),
    stop: (id) => following.stop(id),
  }
  for (const deed of FEED_DEEDS)
    app.post(`/feeds/:id/${deed}`, needs('add-coverage'), async (context) => {
      const { form, field } = await fieldsOf(desk, context)
      if (!form.ok) return fail(desk, context, form.status)
      const id = context.req.param('id')
      if (!(await deeds[deed](id, field('words')))) return fail(desk, context, 404)
      return context.redirect(deed === 'stop' ? '/desk/feeds' : `/desk/feeds#feed-${id}`, 303)
    })
}
