import type { Context, MiddlewareHandler } from 'hono'
import { may, type Right } from '../record/accounts/rights.ts'
import type { SignedIn } from '../record/accounts/session.ts'
import type { DecidedBy } from '../record/decisions.ts'

declare module 'hono' {
  interface ContextVariableMap {
    signedIn: SignedIn
  }
}

/** The rights that pages have declared, by the handler that stands for each. */
const declared = new WeakMap<object, Right>()

/**
 * Declares what somebody has to be allowed to do who asks for this page or sends this form. Every route of the desk
 * names it first; one that names none is open to nobody (`desk-door.ts`).
 */
export function needs(right: Right): MiddlewareHandler {
  const handler: MiddlewareHandler = (_context, next) => next()
  declared.set(handler, right)
  return handler
}

/** What a handler stands for; null for one that is a page itself. */
export function rightOf(handler: object): Right | null {
  return declared.get(handler) ?? null
}

/** Who asks for a page of the desk; null on pages that are everybody's. */
export function signedInOrNull(context: Context): SignedIn | null {
  return context.get('signedIn') ?? null
}

/** Who asks for a page of the desk. No page of the desk is made for anybody else. */
export function signedInOf(context: Context): SignedIn {
  const signedIn = signedInOrNull(context)
  if (signedIn === null) throw new Error('a page asks who is signed in that does not stand behind the door of the desk')
  return signedIn
}

/** Whether who asks may do something: for buttons that are shown to some. */
export function mayDo(context: Context, right: Right): boolean {
  const signedIn = signedInOrNull(context)
  return signedIn !== null && may(signedIn.account.role, right)
}

/** Who decides by this request, as the record keeps it. */
export function decidedBy(context: Context): DecidedBy {
  const { account } = signedInOf(context)
  return { role: account.role, account: account.id }
}
