import { NO_FETCHING } from '../article/fault.ts'
import { MAX_INPUT_BYTES } from '../article/limits.ts'
import type { AddOutcome, Input } from '../record/input.ts'
import { cleanOrNull } from '../text/clean-text.ts'
import type { Messages } from '../view/messages/messages.ts'
import type { FormLimits, FormPart } from './multipart.ts'

/** Ten thousand articles of usual size: what a folder of coverage holds, and an end to what a form can keep us busy with. */
export const FORM_LIMITS: FormLimits = { part: MAX_INPUT_BYTES, body: 4 * 1024 ** 3, parts: 10_000 }

/** An input to add, or what became of it already. */
export type Taken = { readonly input: Input } | { readonly outcome: AddOutcome }

/** Nothing but addresses, one or several. */
const ONLY_ADDRESSES = /^\s*(?:https?:\/\/\S+\s*)+$/i

/** A field of pasted text: one input, or a refusal for each address where it holds nothing else. */
function pastedText({ bytes }: FormPart, messages: Messages): readonly Taken[] {
  const text = Buffer.from(bytes).toString('utf8')
  if (text.trim() === '') return []
  if (!ONLY_ADDRESSES.test(text))
    return [{ input: { name: messages.pastedText, bytes, contentType: null, url: null, received: null } }]
  return text
    .trim()
    .split(/\s+/)
    .map((address) => ({
      outcome: { state: 'failed', input: address, fault: { ...NO_FETCHING, sentence: messages.noFetching } },
    }))
}

/** What one part of the form asks to be added. A file field that was left empty asks for nothing. */
export function inputsOf(part: FormPart, messages: Messages): readonly Taken[] {
  const { name, contentType, bytes, tooLarge } = part
  // A browser sends any name that the disk has, and a program any at all: the record takes no NUL in it.
  const fileName = cleanOrNull(part.fileName)
  const isFile = name === 'file' && fileName !== null
  const called = isFile ? fileName : name === 'html' ? messages.pastedPage : messages.pastedText
  if (tooLarge) {
    const limit = messages.megabytes(MAX_INPUT_BYTES)
    const sentence = isFile ? messages.tooLarge(limit) : messages.pastedTooLarge(limit)
    return [{ outcome: { state: 'failed', input: called, fault: { code: 'too-large', sentence } } }]
  }
  if (name === 'text') return pastedText(part, messages)
  if (name === 'html')
    return [{ input: { name: called, bytes, contentType: 'text/html; charset=utf-8', url: null, received: null } }]
  if (!isFile) return []
  return [{ input: { name: fileName, bytes, contentType, url: null, received: null } }]
}
