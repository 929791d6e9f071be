import type { Hono } from 'hono'
import { mountConfirm } from './mount-confirm.ts'
import { mountLeave } from './mount-leave.ts'
import { mountPreferences } from './mount-preferences.ts'
import { mountSignUp } from './mount-sign-up.ts'
import type { Newsletter } from './newsletter.ts'

/** All that people who want to be written to see. No address of it changes anything when it is only opened. */
export function mountNewsletter(app: Hono, newsletter: Newsletter): void {
  mountSignUp(app, newsletter)
  mountConfirm(app, newsletter)
  mountLeave(app, newsletter)
  mountPreferences(app, newsletter)
}
