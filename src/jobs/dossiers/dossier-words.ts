import { terminalWords } from '../../view/terminal.ts'
import type { AddDossierOutcome } from './add-dossier.ts'

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`
}

/** What came of adding a dossier file, in a sentence. */
export function dossierSentence(name: string, outcome: Exclude<AddDossierOutcome, { state: 'refused' }>): string {
  const file = terminalWords(name)
  const title = terminalWords(outcome.title)
  if (outcome.state === 'known') return `${file}: the dossier “${title}” was there already, nothing changed`
  const what = outcome.state === 'added' ? 'added' : 'changed'
  const parts = [
    counted(outcome.parts, 'part', 'parts'),
    ...(outcome.articlesAdded > 0 ? [`${counted(outcome.articlesAdded, 'article', 'articles')} added`] : []),
    ...(outcome.accepted > 0 ? [`${counted(outcome.accepted, 'statement', 'statements')} accepted by it`] : []),
  ]
  const published = outcome.isPublished ? 'it is published' : 'it is not published'
  const loose =
    outcome.withoutStatement === 0
      ? ''
      : `; in ${counted(outcome.withoutStatement, 'place', 'places')} somebody is quoted where no statement was read: the words stand as a passage`
  const refused =
    outcome.refused.length === 0
      ? ''
      : `; ${counted(outcome.refused.length, 'statement', 'statements')} it rests on had been rejected or withdrawn, and stay so`
  return `${file}: dossier “${title}” ${what} (${parts.join(', ')}); ${published}${loose}${refused}`
}
