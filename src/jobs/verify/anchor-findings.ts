import { isMisplaced } from '../../record/anchors/misplaced.ts'
import { searchedText } from '../../record/anchors/searched-text.ts'
import type { Evidence } from '../../record/evidence.ts'
import type { Finding } from '../../record/finding.ts'

const MISPLACED = 'its words are not where the reading says; the text or the reading was altered in the database'

/**
 * Makes the anchor of every statement anew, and looks whether it stands in its text where the reading says.
 *
 * @returns how many statements were checked
 */
export async function* anchorFindings(evidence: Evidence): AsyncGenerator<Finding, number> {
  let count = 0
  let after = ''
  for (let read = await evidence.readText(after); read !== null; read = await evidence.readText(after)) {
    const searched = searchedText(read.text)
    for (const { id, statement } of read.statements) {
      count += 1
      // What is no statement any more was altered, which the ledger says of the reading.
      if (statement !== null && isMisplaced(searched, statement))
        yield { place: `statement ${id} (reading ${read.readingId})`, sentence: MISPLACED, isFault: true }
    }
    after = read.readingId
  }
  return count
}
