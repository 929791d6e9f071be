import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { pageTokenFile } from './page-token-file.ts'

test('the token stays until it is renewed, for every process, and only its owner can read it', async () => {
  const folder = temporaryFolder()
  const [first, other] = [pageTokenFile(folder), pageTokenFile(folder)]
  const token = await first.current()
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(await other.current()).toBe(token)
  const renewed = await other.renew()
  expect(renewed).not.toBe(token)
  expect(await first.current()).toBe(renewed)
  expect(statSync(join(folder, 'bookmarklet-token')).mode & 0o077).toBe(0)
})
