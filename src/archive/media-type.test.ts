import { expect, test } from 'vitest'
import { mediaTypeOf } from './media-type.ts'

const TEXT = 'text/plain; charset=utf-8'

const CASES: readonly [bytes: string | Buffer, type: string][] = [
  ['<!DOCTYPE html><p>Rain.', 'text/html'],
  ['\ufeff\n<!-- saved --><html lang="en">', 'text/html'],
  ['<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', 'text/html'],
  ['<hr> is a tag', TEXT],
  ['%PDF-1.7\n', 'application/pdf'],
  ['Rain fell, “für immer” 🙂.', TEXT],
  [`${'x'.repeat(1023)}ü`, TEXT],
  [Buffer.from('f\xfcr immer', 'latin1'), 'text/plain'],
  [Buffer.of(0x50, 0x4b, 3, 4, 0, 0), 'application/octet-stream'],
  ['', 'application/octet-stream'],
]

test.each(CASES)('%j is %s', (bytes, type) => {
  expect(mediaTypeOf(Buffer.from(bytes))).toBe(type)
})
