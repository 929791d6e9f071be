import { expect, test } from 'vitest'
import { dataPackageBytes, digestBytes, readDataPackage, readSigned } from './data-package.ts'
import { RESOURCE_NAMES } from './part-names.ts'

const DESCRIBED = {
  created: '2026-03-01T12:00:00Z',
  software: 'Onrecord/test',
  title: '1 article of a record',
  head: { seq: 7, hash: 'ab' },
  resources: RESOURCE_NAMES.map((path, bytes) => ({ path, sha256: String(bytes).repeat(64), bytes })),
}

test('what is written is read', () => {
  expect(readDataPackage(dataPackageBytes(DESCRIBED))).toEqual(DESCRIBED)
  const signed = { publicKey: 'AA==', signature: 'BB==' }
  expect(readSigned(digestBytes('sha256:ab', DESCRIBED, signed))).toEqual(signed)
})

test.each(['', '{', 'null', '{"resources":[]}', '{"signedData":{"publicKey":1}}'])('%j is neither', (words) => {
  expect(readDataPackage(Buffer.from(words))).toBe(null)
  expect(readSigned(Buffer.from(words))).toBe(null)
})
