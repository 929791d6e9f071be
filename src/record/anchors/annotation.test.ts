import { expect, test } from 'vitest'
import { readingOf } from '../../../test/marked-coverage.ts'
import { markedText } from '../../../test/marked-text.ts'
import { annotationOf } from './annotation.ts'
import { searchedText } from './searched-text.ts'

const NOTATION = '\u{1f642} News.\n\n[Q:“It is over,”] [C:said] [S:Mara Lee], [Q:“now.”]'
const BYTES = 'ni:///sha-256;AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

function annotation(url: string | null) {
  const [statement] = readingOf(NOTATION).statements
  if (statement === undefined) throw new Error('no statement')
  const at = '2026-03-01T12:00:00.000Z'
  return annotationOf(
    { id: 'urn:onrecord:statement:1', statement, created: at },
    { searched: searchedText(markedText(NOTATION).text), capture: { url, sha256: '0'.repeat(64), at } },
  )
}

test('a statement in two pieces has a target for each stretch, in code points', () => {
  const stretch = (part: string, quote: object, start: number, end: number) => ({
    type: 'SpecificResource',
    source: 'https://example.org/a',
    styleClass: part,
    state: { type: 'TimeState', sourceDate: '2026-03-01T12:00:00.000Z', cached: BYTES },
    selector: [
      { type: 'TextQuoteSelector', ...quote },
      { type: 'TextPositionSelector', start, end },
    ],
  })
  expect(annotation('https://example.org/a')).toEqual({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:onrecord:statement:1',
    type: 'Annotation',
    motivation: 'identifying',
    created: '2026-03-01T12:00:00.000Z',
    body: { type: 'TextualBody', value: 'Mara Lee', format: 'text/plain', purpose: 'identifying' },
    target: [
      stretch(
        'source',
        { exact: 'Mara Lee', prefix: '\u{1f642} News.\n\n“It is over,” said ', suffix: ', “now.”' },
        28,
        36,
      ),
      stretch(
        'cue',
        { exact: 'said', prefix: '\u{1f642} News.\n\n“It is over,” ', suffix: ' Mara Lee, “now.”' },
        23,
        27,
      ),
      stretch(
        'content',
        { exact: '“It is over,”', prefix: '\u{1f642} News.\n\n', suffix: ' said Mara Lee, “now.”' },
        9,
        22,
      ),
      stretch('content', { exact: '“now.”', prefix: '.\n\n“It is over,” said Mara Lee, ' }, 38, 44),
    ],
  })
})

test('a file is named by its bytes', () => {
  expect(annotation(null)).toMatchObject({ target: [{ source: BYTES }, {}, {}, {}] })
})
