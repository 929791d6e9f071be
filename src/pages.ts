/** Wires the pages together: what they stand on, the desk's and the public's. */
import { type Context, Hono } from 'hono'
import type { DeskOptions } from './desk/desk.ts'
import { mountDesk } from './desk/mount-desk.ts'
import { deskNavigation } from './desk/navigation.ts'
import { isOneClickPath } from './newsletter/mount-leave.ts'
import { mountNewsletter } from './newsletter/mount-newsletter.ts'
import { proofOfWork } from './newsletter/proof-of-work.ts'
import { signUpBox } from './newsletter/sign-up-box.ts'
import type { RecordKey } from './record/keyed-digest.ts'
import { SIGN_UP } from './record/newsletter/link-paths.ts'
import { linkTokens } from './record/newsletter/link-token.ts'
import type { Subscribers } from './record/newsletter/subscribers.ts'
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
    readonly store: DeskOptions['store'] & Pick<Store, 'publicRecord' | 'consents'>
    readonly subscribers: Subscribers
    /** With which links in mails are signed. */
    readonly recordKey: RecordKey
    /** Where the public reaches its pages; null where that is here. */
    readonly address: string | null
  }

/** The pages of the newsletter have their own forms. */
const isSigningUp = (path: string) => path === SIGN_UP || path.startsWith(`${SIGN_UP}/`)

/** All pages: `fetch` answers requests, the wiring listens. */
export function createPages({ port, report, address, subscribers, recordKey, ...options }: PagesOptions): Hono {
  const web: Web = {
    assets: loadAssets(),
    messages: en,
    tokens: formTokens(),
    // Who is not signed in sees nothing of the desk, not even where it leads to.
    navigation: async (context: Context) =>
      isDeskPath(context.req.path) && signedInOrNull(context) !== null
        ? deskNavigation(options.queue, en)
        : { ...siteNavigation(en), signUp: isSigningUp(context.req.path) ? null : signUpBox(context.req.path) },
    port,
    reachedAt: address,
    report,
  }
  const app = new Hono()
  mountGround(app, web, { isOpenToForms: isOneClickPath })
  const ground = { ...web, sampleMark: sampleMark(options.samples) }
  mountDesk(app, { ...options, ...ground })
  mountNewsletter(app, {
    ...web,
    subscribers,
    consents: options.store.consents,
    links: linkTokens(recordKey),
    proofs: proofOfWork(recordKey, options.clock),
    publicRecord: options.store.publicRecord,
    clock: options.clock,
  })
  mountSite(app, {
    ...ground,
    publicRecord: options.store.publicRecord,
    address: () => address ?? `http://localhost:${port()}`,
  })
  return app
}
