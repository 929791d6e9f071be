import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { floorFaults } from './floors.ts'

/** Lays out a house in a temporary folder: path to code. */
function house(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'onrecord-floors-'))
  for (const [path, code] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), code)
  }
  return root
}

const GROUND = { 'text/span.ts': 'export type Span = [number, number]\nexport const a = 1\n' }

const CASES: readonly [name: string, files: Readonly<Record<string, string>>, fault: RegExp | null][] = [
  ['a downward import', { 'article/read.ts': "import { a } from '../text/span.ts'\nexport const b = a" }, null],
  ['an import in the same room', { 'text/b.ts': "export { a } from './span.ts'" }, null],
  [
    'an upward import',
    { 'text/b.ts': "import { c } from '../record/c.ts'", 'record/c.ts': 'export const c = 1' },
    /text\/b\.ts:1: .* up to record\//,
  ],
  [
    'an upward import of the wiring',
    { 'text/b.ts': "import { c } from '../cli.ts'", 'cli.ts': 'export const c = 1' },
    /up to wiring\//,
  ],
  [
    'a sideways import',
    { 'store/b.ts': "import { c } from '../mail/c.ts'", 'mail/c.ts': 'export const c = 1' },
    /sideways to mail\//,
  ],
  [
    'an upward type-only import',
    { 'text/b.ts': "import type { C } from '../record/c.ts'", 'record/c.ts': 'export type C = 1' },
    /up to record\//,
  ],
  [
    'an upward import inside a type',
    { 'text/b.ts': "export type B = import('../record/c.ts').C", 'record/c.ts': 'export type C = 1' },
    /up to record\//,
  ],
  [
    'an upward dynamic import',
    { 'text/b.ts': "export const b = () => import('../record/c.ts')", 'record/c.ts': 'export type C = 1' },
    /up to record\//,
  ],
  [
    'an upward re-export',
    { 'text/b.ts': "export * from '../record/c.ts'", 'record/c.ts': 'export const c = 1' },
    /up to record\//,
  ],
  [
    'a type-only circle',
    {
      'text/b.ts': "import type { C } from './c.ts'\nexport type B = C",
      'text/c.ts': "import type { B } from './b.ts'\nexport type C = B | 1",
    },
    /circle/,
  ],
  ['a folder that is on no floor', { 'utils/b.ts': 'export const b = 1' }, /utils\/ is on no floor/],
]

test.each(CASES)('%s', (_, files, fault) => {
  const faults = floorFaults(house({ ...GROUND, ...files }))
  if (fault === null) expect(faults).toEqual([])
  else expect(faults.join('\n')).toMatch(fault)
})

test('the house as it stands has no fault', () => {
  expect(floorFaults('src')).toEqual([])
})
