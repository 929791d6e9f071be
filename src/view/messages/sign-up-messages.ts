import type { signUpEn } from './en/sign-up.ts'
import type { Widened } from './messages.ts'

/** What signing up says, in one language. */
export type SignUpMessages = Widened<typeof signUpEn>
