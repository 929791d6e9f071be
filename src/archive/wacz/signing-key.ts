import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { link, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ExpectedError } from '../../record/expected-error.ts'
import { CURVE } from '../../wacz/signature.ts'
import { fileFault } from './file-faults.ts'

/** The key's file in the data folder. */
const FILE = 'export-key.pem'

/** Writes a new key whole, or leaves the one that another process has just made. */
async function makeKey(path: string): Promise<void> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: CURVE })
  const partial = join(dirname(path), `.${randomUUID()}.part`)
  try {
    mkdirSync(dirname(path), { recursive: true })
    // 600: who has the key can sign in our place.
    const file = await open(partial, 'wx', 0o600)
    try {
      await file.writeFile(privateKey.export({ type: 'pkcs8', format: 'pem' }))
      await file.sync()
    } finally {
      await file.close()
    }
    await link(partial, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw fileFault(path, error)
  } finally {
    await rm(partial, { force: true })
  }
}

async function keyIn(path: string): Promise<KeyObject> {
  const pem = await readFile(path)
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyDetails?.namedCurve === 'secp384r1') return key
  } catch {
    // Said below: whatever is wrong with it, it is no key.
  }
  throw new ExpectedError(`${path}: this is not the key that signs exports; put it back, or take it away for a new one`)
}

/**
 * The key that signs the exports of a record. It is made at the first export and stays: by it people know that two exports
 * come from one record.
 *
 * @throws ExpectedError where it cannot be read or made
 */
export async function signingKey(dataFolder: string): Promise<KeyObject> {
  const path = join(dataFolder, FILE)
  try {
    return await keyIn(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES')
      throw new ExpectedError(`${path}: it may not be read; give this user the right to`, { cause: error })
    if (code !== 'ENOENT') throw error
  }
  await makeKey(path)
  return keyIn(path)
}
