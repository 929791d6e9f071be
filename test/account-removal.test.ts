import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AT_THE_MACHINE } from '../src/record/decisions.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { openTestRecord } from './open-test-record.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('of an account that is removed no file keeps name and address', async () => {
  const folder = temporaryFolder()
  const { accounts, close } = await openTestRecord({ folder, clock: systemClock }).then((store) => ({
    accounts: store.accounts,
    close: () => store.close(),
  }))
  const holders = () =>
    globSync('**/*', { cwd: folder, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes('mara.lindqvist'))
      .map(({ name }) => name)
  const invited = await accounts.invite({ address: 'mara.lindqvist@example.org', role: 'editor' }, AT_THE_MACHINE)
  if (invited.outcome !== 'done') throw new Error('nobody was invited')
  expect(holders().length).toBeGreaterThan(0)
  expect(await accounts.remove(invited.account.id, AT_THE_MACHINE)).toBe('done')
  expect(holders()).toEqual([])
  await close()
  expect(holders()).toEqual([])
})
