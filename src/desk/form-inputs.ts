import type { Fault } from '../article/fault.ts'
import { MAX_INPUT_BYTES } from '../article/limits.ts'
import type { Input } from '../record/input.ts'
import type { Work } from '../record/queue.ts'
import { cleanOrNull } from '../text/clean-text.ts'
import type { Messages } from '../view/messages/messages.ts'
import type { FormPart } from '../web/multipart.ts'
import { placesIn } from './form-places.ts'

/** What a form asks for, or why some of it is refused. */
export type Asked = { readonly work: Work } | { readonly name: string; readonly fault: Fault }

function handedIn(name: string, { bytes, contentType }: Pick<Input, 'bytes' | 'contentType'>): Asked {
  return { work: { kind: 'add-input', input: { name, bytes, contentType, url: null, received: null } } }
}

/** A field of pasted text: one input, or an address or an archive's path each where it holds nothing else. */
function pastedText({ bytes }: FormPart, kind: 'add-url' | 'add-page', messages: Messages): readonly Asked[] {
  const text = Buffer.from(bytes).toString('utf8')
  if (text.trim() === '') return []
  const places = placesIn(text, messages)
  if (places === null) return [handedIn(messages.pastedText, { bytes, contentType: null })]
  return places.map((place) => {
    if ('url' in place) return { work: { kind, url: place.url } }
    return 'path' in place ? { work: { kind: 'add-archive', path: place.path } } : place
  })
}

/** Whether a part of the form asks for pictures of the pages that those behind it name. */
export function asksForPictures({ name, bytes }: Pick<FormPart, 'name' | 'bytes'>): boolean {
  return name === 'picture' && Buffer.from(bytes).toString() === 'yes'
}

/** What one part of the form asks for. A file field that was left empty asks for nothing. */
export function askedIn(
  part: FormPart,
  { withPicture, messages }: { readonly withPicture: boolean; readonly messages: Messages },
): readonly Asked[] {
  const { name, contentType, bytes, tooLarge, savedAt } = part
  // A browser sends any name that the disk has, and a program any at all: the record takes no NUL in it.
  const fileName = cleanOrNull(part.fileName)
  const isFile = name === 'file' && fileName !== null
  if (savedAt !== null && fileName !== null) return [{ work: { kind: 'add-archive', path: savedAt, name: fileName } }]
  const called = isFile ? fileName : name === 'html' ? messages.pastedPage : messages.pastedText
  if (tooLarge) {
    const limit = messages.megabytes(MAX_INPUT_BYTES)
    const sentence = isFile ? messages.tooLarge(limit) : messages.pastedTooLarge(limit)
    return [{ name: called, fault: { code: 'too-large', sentence } }]
  }
  if (name === 'text') return pastedText(part, withPicture ? 'add-page' : 'add-url', messages)
  if (name === 'html') return [handedIn(called, { bytes, contentType: 'text/html; charset=utf-8' })]
  return isFile ? [handedIn(fileName, { bytes, contentType })] : []
}
