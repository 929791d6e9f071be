import { normaliseName } from '../actor-name.ts'
import type { ArticleOf, Evidence } from '../dossier/quoted.ts'

/** How well something is evidenced. */
export type Support = 'none' | 'reported' | 'supported' | 'disputed'

/** How well something is evidenced, and by how many. */
export type SupportAnswer = {
  readonly support: Support
  /** Outlets that print what supports it, each once; primary documents apart. */
  readonly supporting: number
  /** Primary documents that support it. */
  readonly documents: number
  /** Outlets and documents that print what disputes it. */
  readonly disputing: number
  /**
   * What `supporting` counts. Two outlets that print one agency's copy are two outlets and one origin: whoever shows
   * the answer says what was counted.
   */
  readonly countedBy: 'outlets'
}

/** From so many on, what is reported is supported. */
const ENOUGH = 2

/** How many outlets printed it. Articles whose outlet nobody knows may all be of one outlet, and of one that is known. */
function outlets(evidence: readonly Evidence[], articleOf: ArticleOf): number {
  const named = new Set(
    evidence.flatMap(({ article }) => {
      const outlet = articleOf(article)?.outlet ?? null
      return outlet === null ? [] : [normaliseName(outlet)]
    }),
  )
  return named.size === 0 && evidence.length > 0 ? 1 : named.size
}

const articlesOf = (evidence: readonly Evidence[]) => new Set(evidence.map(({ article }) => article)).size

/**
 * How well a thing is evidenced: by nothing; by one outlet; by two outlets or a primary document; and disputed as soon
 * as anything disputes it. What only mentions it counts for nothing.
 */
export function supportOf(evidence: readonly Evidence[], articleOf: ArticleOf): SupportAnswer {
  const supports = evidence.filter(({ stance }) => stance === 'supports')
  const disputes = evidence.filter(({ stance }) => stance === 'disputes')
  const supporting = outlets(
    supports.filter(({ isPrimary }) => !isPrimary),
    articleOf,
  )
  const documents = articlesOf(supports.filter(({ isPrimary }) => isPrimary))
  const disputing =
    outlets(
      disputes.filter(({ isPrimary }) => !isPrimary),
      articleOf,
    ) + articlesOf(disputes.filter(({ isPrimary }) => isPrimary))
  const counts = { supporting, documents, disputing, countedBy: 'outlets' } as const
  if (disputing > 0) return { support: 'disputed', ...counts }
  if (documents > 0 || supporting >= ENOUGH) return { support: 'supported', ...counts }
  return { support: supporting > 0 ? 'reported' : 'none', ...counts }
}
