import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { FORM_COOKIE } from './form-token.ts'
import { sessionToken } from './session-cookie.ts'
import { type FormOptions, type FormOutcome, takeForm } from './take-form.ts'
import type { Web } from './web.ts'

/** Takes a form in, when it came from a page of ours. */
export function takeOurForm(
  web: Web,
  context: Context,
  taking: Pick<FormOptions, 'take' | 'save'>,
): Promise<FormOutcome> {
  const from = { cookie: getCookie(context, FORM_COOKIE), session: sessionToken(web, context) }
  return takeForm(context.req.raw, { isValidToken: (token) => web.tokens.isValid(token, from), ...taking })
}

/** Takes in a form of ours in which nothing but its token counts. */
export function takeButton(web: Web, context: Context): Promise<FormOutcome> {
  return takeOurForm(web, context, { take: async () => undefined })
}
