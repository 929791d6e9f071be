import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { READABLE, REFUSED, UNSEEN } from './hostile-inputs.ts'

const ROOT = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'onrecord-hostile-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs `onrecord` as a person does; `data` is the folder of the record. */
function onrecord(args: readonly string[], data = 'data') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'bin/onrecord.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ONRECORD_DATA: join(folder, data) },
    maxBuffer: 64 * 1024 * 1024,
  })
  return {
    status,
    lines: stdout.split('\n').filter((line) => line !== ''),
    faults: stderr.split('\n').filter((line) => line !== ''),
  }
}

const GOOD = join(ROOT, 'samples/01-minister-sets-date.html')

for (const { name, bytes } of [...REFUSED, ...READABLE]) writeFileSync(join(folder, name), bytes())
// Larger than anything that is read; sparse, so that it takes no room.
writeFileSync(join(folder, '200-megabytes.html'), '')
truncateSync(join(folder, '200-megabytes.html'), 200 * 1024 * 1024)
mkdirSync(join(folder, 'empty-folder'))

const REFUSED_PATHS = [
  ...REFUSED.map(({ name }) => name),
  '200-megabytes.html',
  'empty-folder',
  'not-there.html',
  'https://portanseystandard.example/world',
]

/** Each fault names its input and says what to do; none of them is about Onrecord itself. */
function expectFaults(faults: readonly string[], paths: readonly string[]): void {
  const wanted = paths.map((path) =>
    expect.stringMatching(new RegExp(`^onrecord: ${path.replaceAll('.', '\\.')}: [a-z0-9].+; .+$`)),
  )
  expect(faults).toEqual(wanted)
}

/** Forty inputs made to be slow: seconds on an idle machine, minutes on a busy one. */
const LONG = { timeout: 300_000 }

describe('inputs without a readable article', () => {
  test('read names each, says what to do, reads the others, and exits 1', LONG, () => {
    const { status, lines, faults } = onrecord(['read', '--format', 'json', ...REFUSED_PATHS, GOOD])
    expectFaults(faults, REFUSED_PATHS)
    expect(lines.map((line) => JSON.parse(line).input)).toEqual([GOOD])
    expect(status).toBe(1)
  })

  test('add names each, adds the others, and writes nothing for the refused', LONG, () => {
    const { status, lines, faults } = onrecord(['add', ...REFUSED_PATHS, GOOD])
    expectFaults(faults, REFUSED_PATHS)
    expect(lines).toEqual([expect.stringContaining(`${GOOD}: added`)])
    expect(status).toBe(1)
    expect(onrecord(['add', GOOD])).toMatchObject({ status: 0, lines: [expect.stringContaining('nothing changed')] })
  })
})

test('an article amid hostile mark-up is read, and nothing that was hidden beside it is printed', () => {
  for (const format of ['text', 'json', 'jsonld']) {
    const { status, lines, faults } = onrecord(['read', '--format', format, ...READABLE.map(({ name }) => name)])
    expect(faults).toEqual([])
    expect(status).toBe(0)
    expect(lines.join('\n')).not.toContain(UNSEEN)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal would obey them
    expect(lines.join('\n')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
  }
})
