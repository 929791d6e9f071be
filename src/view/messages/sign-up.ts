import type { Language } from '../../record/newsletter/languages.ts'
import { signUpDe } from './de/sign-up.ts'
import { signUpEn } from './en/sign-up.ts'
import type { SignUpMessages } from './sign-up-messages.ts'

/** What signing up says, in each language in which one can. */
export const SIGN_UP_MESSAGES: Readonly<Record<Language, SignUpMessages>> = { en: signUpEn, de: signUpDe }
