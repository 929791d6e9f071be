import { isOutletName } from '../../article/outlet-name.ts'
import type { ArticleSummary } from '../../record/records.ts'
import { bylineNames } from '../byline-names.ts'
import { isTimeValue } from '../dates.ts'
import { outletPath } from '../public-paths.ts'
import { safeLink } from '../safe-link.ts'
import type { Addresses } from './addresses.ts'

/** The authors of a byline, as people or bodies; nothing where none is known. */
function authorsOf(byline: string | null): object {
  if (byline === null) return {}
  const author = bylineNames(byline).map((name) => ({ '@type': isOutletName(name) ? 'Organization' : 'Person', name }))
  return { author }
}

/** An outlet, for where it is named. */
export function outletNode(outlet: string, addresses: Addresses): object {
  const path = outletPath(outlet)
  const own = path === null ? {} : { '@id': addresses.thing(path), url: addresses.page(path) }
  return { ...own, '@type': 'NewsMediaOrganization', name: outlet }
}

/** An article as schema.org has it: what is known of it, and none of its text. */
export function articleNode(article: ArticleSummary, addresses: Addresses): object {
  const { headline, byline, outlet, published, language, url, sha256 } = article
  const link = safeLink(url)
  return {
    '@type': 'NewsArticle',
    ...(headline !== null && { headline }),
    ...authorsOf(byline),
    ...(outlet !== null && { publisher: outletNode(outlet, addresses) }),
    ...(published !== null && isTimeValue(published) && { datePublished: published }),
    ...(language !== null && { inLanguage: language }),
    ...(link !== null && { url: link.href }),
    identifier: `sha256:${sha256}`,
  }
}
