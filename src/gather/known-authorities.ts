import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ExpectedError } from '../record/expected-error.ts'
import { systemFault } from './system-fault.ts'

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu

function parsed(path: string, pem: string): X509Certificate {
  try {
    return new X509Certificate(pem)
  } catch (error) {
    throw new ExpectedError(`${path}: it holds a certificate that cannot be read`, { cause: error })
  }
}

/**
 * The certificates in a file of PEM, by which authorities for time stamps are known.
 *
 * @param path null where none is named
 * @throws ExpectedError where the file cannot be read, or holds none
 */
export function knownAuthorities(path: string | null): readonly X509Certificate[] {
  if (path === null) return []
  let words: string
  try {
    words = readFileSync(path, 'utf8')
  } catch (error) {
    throw new ExpectedError(`${path}: ${systemFault(error).sentence}`, { cause: error })
  }
  const certificates = [...words.matchAll(CERTIFICATE)].map(([pem]) => parsed(path, pem))
  if (certificates.length === 0)
    throw new ExpectedError(`${path}: there is no certificate in it ("-----BEGIN CERTIFICATE-----")`)
  return certificates
}
