import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { openDesk } from '../../../test/desk-pages.ts'
import { coverageOf } from '../../../test/marked-coverage.ts'

/** Words that would run, break out of an attribute, or turn the line around, if a page let them. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  ' onfocus=alert(1) autofocus ',
  '</title></textarea></select></option></bdi><svg onload=alert(1)>',
  '\u202egnol si siht',
  '\u2066\u2067open for ever',
  '&lt;script&gt;',
  'javascript:alert(1)',
  '$& $1 {who}',
  'x'.repeat(10_000),
]

const FIELDS = [
  'title',
  'summary',
  'timeZones',
  'names',
  'roles',
  'relations',
  'identifiers',
  'actor',
  'what',
  'supersedes',
  'event',
  'date',
  'due',
  'dueWords',
  'terms',
  'state',
  'by',
  'condition',
  'addressee',
  'asked',
  'about',
  'count',
  'countOf',
  'signatories',
  'reply',
  'counted',
  'claimant',
  'figure',
  'since',
  'find',
  'row',
  'was.what',
  'was.title',
  'passage.1.words',
  'passage.1.article',
  'passage.1.stance',
  'who.x',
  'reason',
]

test.each(HOSTILE)(
  '%j does nothing in any field of any form of a dossier',
  async (words) => {
    const desk = await openDesk()
    await desk.store.addCoverage(coverageOf('[S:Mara Lee] [C:said] [Q:“It is over.”]'))
    const made = await desk.post('/desk/dossiers/new', { title: 'The dam', summary: 'A dam', deed: 'save' })
    expect(made.headers.get('Location')).toContain('/desk/dossiers/the-dam')
    const typed = Object.fromEntries(FIELDS.map((name) => [name, words]))
    const look = async (path: string) => {
      const html = await (await desk.get(path)).text()
      const { document } = parseHTML(html)
      expect([...document.querySelectorAll('script')].every((one) => one.textContent === '')).toBe(true)
      expect(document.querySelectorAll('img, iframe, object, embed, base, style')).toHaveLength(0)
      expect(document.querySelectorAll('main')).toHaveLength(1)
      for (const element of document.querySelectorAll('*'))
        for (const { name, value } of element.attributes) {
          expect(name).not.toMatch(/^on|^style$|^srcdoc$|^autofocus$/)
          if (name === 'href' || name === 'action') expect(value).toMatch(/^(?:\/(?!\/)|#|https?:\/\/)/)
        }
    }
    const types = ['actor', 'place', 'commitment', 'demand', 'figure', 'quoted']
    for (const path of ['/desk/dossiers/new', ...types.map((type) => `/desk/dossiers/the-dam/new/${type}`)])
      for (const deed of ['find', 'preview', 'save']) {
        const response = await desk.post(path, { ...typed, deed })
        expect([path, deed, response.status]).toEqual([path, deed, 303])
        await look(response.headers.get('Location')?.split('#')[0] ?? '')
      }
    for (const { id } of await desk.store.dossiers.list()) {
      await look(`/desk/dossiers/${id}`)
      await look(`/desk/dossiers/${id}/preview`)
    }
    await look(`/desk/dossiers/the-dam/new/commitment?${new URLSearchParams(typed).toString().slice(0, 20_000)}`)
  },
  60_000,
)
