import type { Context } from 'hono'
import { isLanguage, type Language } from '../record/newsletter/languages.ts'
import type { PageBody } from '../view/layout.ts'
import { SIGN_UP_MESSAGES } from '../view/messages/sign-up.ts'
import { show, type Web } from '../web/web.ts'

/** The language that a page is asked for in, with its words; English where none is named. */
function languageOf(context: Context): Language {
  const named = context.req.query('language') ?? ''
  return isLanguage(named) ? named : 'en'
}

/** What pages say in the language that is asked for. */
export function saysIn(context: Context) {
  const language = languageOf(context)
  return { language, says: SIGN_UP_MESSAGES[language] }
}

/** The token that stands in the address of a page; one that is none grants nothing. */
export function tokenOf(context: Context): string {
  return context.req.param('token') ?? ''
}

/** The end of an address of ours, in a language. */
export function inLanguage(path: string, language: Language): string {
  return language === 'en' ? path : `${path}?language=${language}`
}

/** Answers with a page that is about one person: nothing between us keeps it, and no search engine lists it. */
export function showPrivate(web: Web, context: Context, body: PageBody, status: 200 | 410 = 200) {
  context.header('Cache-Control', 'no-store')
  context.header('X-Robots-Tag', 'noindex')
  return show(web, context, body, status)
}
