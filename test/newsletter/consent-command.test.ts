import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { systemClock } from '../../src/store/system-clock.ts'
import { openTestRecord } from '../open-test-record.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { mailsOf, signingUp, subscribersIn } from './subscribers-in.ts'

const CLI = new URL('../../src/cli.ts', import.meta.url).pathname
const ADDRESS = "o'neil@example.org"

/** Somebody agrees and leaves, in a data folder of its own; the ledger was not told yet. */
async function agreedAndLeft(): Promise<string> {
  const folder = temporaryFolder()
  const store = await openTestRecord({ folder, clock: systemClock })
  const { database, subscribers } = subscribersIn(folder, systemClock, store)
  await subscribers.ask(signingUp(ADDRESS))
  const [mail] = await mailsOf(subscribers)
  await subscribers.confirm(mail?.signUp ?? '')
  await subscribers.leave(mail?.subscriber ?? '', null, 'one-click')
  database.close()
  await store.close()
  return folder
}

function consent(folder: string, ...argv: readonly string[]) {
  const env = { ...process.env, ONRECORD_DATA: folder }
  return spawnSync(process.execPath, [CLI, 'consent', ...argv], { env, encoding: 'utf8' })
}

test('consent prints what was agreed to, and every command that it names prints what it says', async () => {
  const folder = await agreedAndLeft()
  const { status, stdout } = consent(folder, ADDRESS)
  expect(status).toBe(0)
  expect(stdout).toContain('| I agree to the terms')
  expect(stdout).toContain('took it back, by the button of the mail program')
  const [, checks = ''] = stdout.split('To check this without us.')
  const commands = [...checks.matchAll(/\n {2}(printf .*?)\n {2}prints (\S+)/gsu)]
  expect(commands).toHaveLength(4)
  for (const [, command = '', prints] of commands)
    expect(spawnSync('bash', ['-c', command], { encoding: 'utf8' }).stdout).toContain(prints)
  const { acts, chain, head } = JSON.parse(consent(folder, '--json', ADDRESS).stdout)
  expect([acts.length, chain.length, chain.at(-1).hash]).toEqual([2, 2, head.hash])
})

test('consent of who never agreed says so, and of what is no address that', async () => {
  const folder = await agreedAndLeft()
  expect(consent(folder, 'nobody@example.org')).toMatchObject({
    status: 1,
    stdout: 'the ledger tells nothing of nobody@example.org\n',
  })
  expect(consent(folder, 'nobody')).toMatchObject({ status: 2, stdout: '' })
})
