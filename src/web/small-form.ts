/** Nobody types more into a form of a few fields; in bytes, as it is sent. */
const MAX_BYTES = 32 * 1024

/** The bytes of a request; null where there are more than allowed. */
async function bytesOf({ body }: Request): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > MAX_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * The fields of a small form without files, as browsers send it where the form says nothing else. The record takes no NUL
 * and no half of a character.
 *
 * @returns null where it is no such form, or larger than any person fills in
 */
export async function smallForm(request: Request): Promise<URLSearchParams | null> {
  const contentType = request.headers.get('Content-Type') ?? ''
  if (!/^application\/x-www-form-urlencoded(?:;|$)/iu.test(contentType)) return null
  const bytes = await bytesOf(request)
  if (bytes === null) return null
  const fields = new URLSearchParams()
  const clean = (words: string) => words.toWellFormed().replaceAll('\0', '')
  for (const [name, typed] of new URLSearchParams(bytes.toString('latin1'))) fields.append(clean(name), clean(typed))
  return fields
}

/**
 * Whether a request is the one click of RFC 8058, which mail programs send as either kind of form.
 */
export async function isOneClick(request: Request): Promise<boolean> {
  const words = (await bytesOf(request))?.toString('latin1') ?? ''
  return /(?:^|&)List-Unsubscribe=One-Click(?:&|\s*$)|name="?List-Unsubscribe"?\r?\n\r?\nOne-Click\r?\n/iu.test(words)
}
