/** Wires the pages together: what they stand on, the desk's and the public's. */
import { type Context, Hono } from 'hono'
import type { DeskOptions } from './desk/desk.ts'
import { mountDesk } from './desk/mount-desk.ts'
import { deskNavigation } from './desk/navigation.ts'
import type { Store } from './record/store.ts'
import { mountSite } from './site/mount-site.ts'
import { siteNavigation } from './site/navigation.ts'
import { loadAssets } from './view/assets.ts'
import { en } from './view/messages/en.ts'
import { isDeskPath } from './web/desk-door.ts'
import { formTokens } from './web/form-token.ts'
import { mountGround } from './web/mount-ground.ts'
import { sampleMark } from './web/sample-mark.ts'
import type { Web } from './web/web.ts'
import { signedInOrNull } from './web/who-asks.ts'

/** What the pages need from the rest of the house. */
export type PagesOptions = Omit<DeskOptions, 'store'> &
  Pick<Web, 'port' | 'report'> & {
    readonly store: DeskOptions['store'] & Pick<Store, 'publicRecord'>
    /** Where the public reaches its pages; null where that is here. */
    readonly address: string | null
  }

/** All pages: `fetch` answers requests, the wiring listens. */
export function createPages({ port, report, address, ...options }: PagesOptions): Hono {
  const web: Web = {
    assets: loadAssets(),
    messages: en,
    tokens: formTokens(),
    // Who is not signed in sees nothing of the desk, not even where it leads to.
    navigation: async (context: Context) =>
      isDeskPath(context.req.path) && signedInOrNull(context) !== null
        ? deskNavigation(options.queue, en)
        : siteNavigation(en),
    port,
    reachedAt: address,
    report,
  }
  const app = new Hono()
  mountGround(app, web)
  const ground = { ...web, sampleMark: sampleMark(options.samples) }
  mountDesk(app, { ...options, ...ground })
  mountSite(app, {
    ...ground,
    publicRecord: options.store.publicRecord,
    address: () => address ?? `http://localhost:${port()}`,
  })
  return app
}
