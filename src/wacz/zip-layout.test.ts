import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { headLength, headOf, headOffsets, listLength, listOf, sizeInHead, sizesInList } from './zip-layout.ts'

const FILES = [
  ['a/one.txt', 'one\n'],
  ['empty', ''],
  ['b/two.txt', 'two\n'.repeat(1000)],
] as const

const parts = FILES.map(([name, words]) => ({ name, size: words.length, crc: crc32(words) }))
const names = parts.map(({ name }) => name)

test('another program unpacks it', () => {
  const path = join(temporaryFolder(), 'a.zip')
  const files = parts.flatMap((part, at) => [headOf(part), Buffer.from(FILES[at]?.[1] ?? '')])
  writeFileSync(path, Buffer.concat([...files, listOf(parts)]))
  const script =
    'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), *(i.file_size for i in z.infolist()))'
  expect(execFileSync('python3', ['-c', script, path], { encoding: 'utf8' })).toBe('None 4 0 4000\n')
})

test('sizes come back, however large', () => {
  const size = fc.integer({ min: 0, max: 2 ** 50 })
  fc.assert(
    fc.property(fc.tuple(size, size, size), (sizes) => {
      const sized = parts.map((part, at) => ({ ...part, size: sizes[at] ?? 0 }))
      expect(sized.map((part) => sizeInHead(headOf(part), part.name))).toEqual(sizes)
      expect(sizesInList(listOf(sized), names)).toEqual(sizes)
      expect(listOf(sized).length).toBe(listLength(names))
      expect(headOffsets(sized)[1]).toBe(headLength(names[0] ?? '') + sizes[0])
    }),
  )
})
