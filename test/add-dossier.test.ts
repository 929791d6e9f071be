import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseDossierFile } from '../src/record/dossier-file/parse-dossier-file.ts'
import { temporaryFolder } from './temporary-folder.ts'

const CLI = new URL('../src/cli.ts', import.meta.url).pathname
const SAMPLES = new URL('../samples/visit', import.meta.url).pathname
const FILE = 'xinjiang-visit.dossier.json'

/** A copy of the sample dossier with its articles, and the command over a data folder of its own. */
function sampleDossier() {
  const [folder, data] = [temporaryFolder(), temporaryFolder()]
  cpSync(SAMPLES, folder, { recursive: true })
  const path = join(folder, FILE)
  const onrecord = (...args: readonly string[]) => {
    const env = { ...process.env, ONRECORD_DATA: data }
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { env, encoding: 'utf8' })
    return { status, stdout, stderr }
  }
  return { folder, path, onrecord, text: readFileSync(path, 'utf8') }
}

/** The dossier that a file is read as, or what is wrong with it. */
function dossierIn(text: string) {
  const parsed = parseDossierFile(text)
  return parsed.ok ? parsed.file.dossier : parsed.faults
}

test('a dossier file brings its articles with it; again it changes nothing; what is changed supersedes', {
  timeout: 120_000,
}, () => {
  const { path, onrecord, text } = sampleDossier()
  const added = onrecord('add', path)
  expect(added).toMatchObject({ status: 0, stderr: '' })
  expect(added.stdout).toMatch(
    /added \(\d+ parts, 12 articles added, \d+ statements accepted by it\); it is published/u,
  )
  expect(onrecord('add', path).stdout).toContain('was there already, nothing changed')
  expect(dossierIn(onrecord('export', 'xinjiang-visit').stdout)).toEqual(dossierIn(text))
  expect(onrecord('show', 'xinjiang-visit', '--on', '2022-04-01').stdout).toMatch(/schedule: (?:perhaps )?overdue/u)
  expect(onrecord('show', 'xinjiang-visit', '--as-of', '2022-04-01').stderr).toContain('there was no dossier')
  const changed = { ...(JSON.parse(text) as Record<string, unknown>), title: 'The visit' }
  writeFileSync(path, JSON.stringify(changed))
  expect(onrecord('add', path).stdout).toContain('dossier “The visit” changed (1 part); it is published')
  expect(onrecord('verify')).toMatchObject({ status: 0 })
  expect(onrecord('unpublish', 'xinjiang-visit')).toMatchObject({ status: 0 })
  expect(onrecord('show').stdout).toBe('xinjiang-visit: The visit (not published)\n')
})

test('what export writes is added again without the articles beside it, wherever the record has them', {
  timeout: 120_000,
}, () => {
  const [first, second] = [sampleDossier(), sampleDossier()]
  first.onrecord('add', first.path)
  const exported = join(temporaryFolder(), 'alone.json')
  expect(first.onrecord('export', 'xinjiang-visit', '--out', exported)).toMatchObject({ status: 0 })
  expect(first.onrecord('add', exported).stdout).toContain('was there already, nothing changed')
  expect(second.onrecord('add', exported)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('put the file there'),
  })
  second.onrecord('add', second.folder)
  second.onrecord('remove', 'xinjiang-visit', '--reason', 'to be made anew', '--yes')
  const again = join(temporaryFolder(), 'again.json')
  writeFileSync(again, readFileSync(exported, 'utf8').replace('"id": "xinjiang-visit"', '"id": "again"'))
  expect(second.onrecord('add', again)).toMatchObject({ status: 0, stderr: '' })
  expect(dossierIn(second.onrecord('export', 'again').stdout)).toEqual(dossierIn(readFileSync(again, 'utf8')))
})

test('a dossier file with anything wrong in it adds nothing, and each wrong line is named', {
  timeout: 120_000,
}, () => {
  const { path, onrecord, text } = sampleDossier()
  const lines = text.split('\n')
  const at = lines.findIndex((line) => line.includes('"words":'))
  writeFileSync(
    path,
    lines.with(at, (lines[at] ?? '').replace(/"words": "/u, '"words": "Nobody wrote this. ')).join('\n'),
  )
  const refused = onrecord('add', path)
  expect(refused).toMatchObject({ status: 1, stdout: '' })
  expect(refused.stderr).toContain(`line ${at + 1}: `)
  expect(refused.stderr).toMatch(
    /words are not in \S+: "Nobody wrote this\. .*"; copy them from there letter for letter/u,
  )
  expect(refused.stderr).toContain('nothing of it was added')
  expect(onrecord('verify').stdout).toContain('checked 0 ledger entries')
})

test('a folder with a dossier file in it brings both, and once more nothing', { timeout: 120_000 }, () => {
  const { folder, onrecord, text } = sampleDossier()
  writeFileSync(join(folder, 'package.json'), '{"name": "not a dossier"}')
  const added = onrecord('add', folder)
  expect(added.status).toBe(0)
  expect(added.stdout).toMatch(
    /added \(\d+ parts, 12 articles added, \d+ statements accepted by it\); it is published/u,
  )
  expect(added.stdout.match(/was there already, nothing changed/gu)).toHaveLength(12)
  expect(added.stderr).toContain('were left out')
  expect(dossierIn(onrecord('export', 'xinjiang-visit').stdout)).toEqual(dossierIn(text))
  expect(onrecord('add', folder).stdout.match(/was there already, nothing changed/gu)).toHaveLength(13)
})

test('a part of a dossier is removed by a command, which says what goes, and verify that it went', {
  timeout: 120_000,
}, () => {
  const { path, onrecord, text } = sampleDossier()
  onrecord('add', path)
  const { actors } = JSON.parse(text) as { readonly actors: readonly { readonly id: string }[] }
  const part = actors[0]?.id ?? ''
  const asked = ['remove', 'xinjiang-visit', '--part', part, '--reason', 'the court ordered it']
  expect(onrecord(...asked)).toMatchObject({ status: 1, stderr: expect.stringContaining('add --yes') })
  expect(onrecord(...asked, '--yes').stdout).toContain('goes, for ever: 1 part of the dossier')
  expect(onrecord(...asked, '--yes')).toMatchObject({ status: 1 })
  expect(onrecord('export', 'xinjiang-visit').stdout).not.toContain(`"id": "${part}"`)
  expect(onrecord('show', 'xinjiang-visit').stdout).toMatch(/actor \w+: removed on .*, the court ordered it/u)
  expect(onrecord('verify')).toMatchObject({ status: 0, stdout: expect.stringContaining('the court ordered it') })
})
