import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { inputFiles } from './input-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-inputs-'))
for (const inner of ['saved/more', 'saved/.hidden', 'saved/page.html', 'none'])
  mkdirSync(join(folder, inner), { recursive: true })
for (const name of [
  'saved/b.html',
  'saved/A.HTM',
  'saved/more/c.txt',
  'saved/picture.png',
  'saved/._b.html',
  'saved/.hidden/d.txt',
])
  writeFileSync(join(folder, name), name)
symlinkSync('..', join(folder, 'saved/more/around'))

/** What `paths` below the folder give: a name for each input, "name: why" for each other. */
async function given(paths: readonly string[]): Promise<readonly string[]> {
  const named = paths.map((path) => (/^-$|:/.test(path) ? path : join(folder, path)))
  const outcomes = await Array.fromAsync(inputFiles(named, Readable.from([])))
  return outcomes.map((outcome) =>
    (outcome.ok ? outcome.input.name : `${outcome.name}: ${outcome.fault.code}`).replace(`${folder}/`, ''),
  )
}

test.each<[what: string, paths: readonly string[], given: readonly string[]]>([
  ['a folder', ['saved'], ['saved/A.HTM', 'saved/b.html', 'saved/more/c.txt']],
  ['a file of any name', ['saved/picture.png'], ['saved/picture.png']],
  ['a folder without articles', ['none'], ['none: not-found']],
  ['no such file, and the one after it', ['lost.txt', 'saved/b.html'], ['lost.txt: not-found', 'saved/b.html']],
  ['an address', ['https://example.org/a'], ['https://example.org/a: unsupported']],
  ['standard input among files', ['saved/b.html', '-'], ['saved/b.html', 'standard input']],
])('%s', async (_, paths, expected) => {
  expect(await given(paths)).toEqual(expected)
})

test('standard input named twice has nothing more to give', async () => {
  const [first, second] = await Array.fromAsync(inputFiles(['-', '-'], Readable.from([Buffer.from('words')])))
  expect(first).toMatchObject({ ok: true, input: { bytes: Buffer.from('words') } })
  expect(second).toMatchObject({ ok: true, input: { bytes: Buffer.from('') } })
})
