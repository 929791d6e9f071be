import type { PublicStatement } from '../../record/public-record.ts'
import { isTimeValue } from '../dates.ts'
import { contentWords, saidOn } from '../statement-facts.ts'
import { actorReference } from './actor-node.ts'
import type { Addresses } from './addresses.ts'
import { articleNode } from './article-node.ts'

/** When it was said: a plain date by its own name, any other by that of a time in general. */
function whenSaid(shown: PublicStatement): object {
  const date = saidOn(shown)
  if (date === null) return {}
  return isTimeValue(date) ? { dateCreated: date } : { temporal: date }
}

function speakerOf({ speaker, statement }: PublicStatement, addresses: Addresses): object | null {
  if (speaker !== null) return actorReference(speaker, addresses)
  return statement.speaker === null ? null : { name: statement.speaker.name }
}

/** A statement as schema.org has it: a direct one is a Quotation, any other a Claim, which appears in an article. */
export function statementNode(shown: PublicStatement, addresses: Addresses): object {
  const { statement, article, decision } = shown
  const path = `/statements/${statement.id}`
  const speaker = speakerOf(shown, addresses)
  const isDirect = statement.kind === 'direct'
  const printed = articleNode(article, addresses)
  return {
    '@id': addresses.thing(path),
    '@type': isDirect ? 'Quotation' : 'Claim',
    text: contentWords(shown),
    url: addresses.page(path),
    ...(speaker !== null && { [isDirect ? 'spokenByCharacter' : 'author']: speaker }),
    ...whenSaid(shown),
    ...(article.language !== null && { inLanguage: article.language }),
    [isDirect ? 'isPartOf' : 'appearance']: printed,
    sdDatePublished: decision.recordedAt,
  }
}
