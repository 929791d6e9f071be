/** What stands for bytes of which nothing is known: programs that replay archives do not show them. */
export const UNKNOWN_TYPE = 'application/octet-stream'

/** How far into bytes it is looked for what they are. */
const REACH = 1024

/** Tags with which pages begin, behind what may stand before them. */
const PAGE = /^<(?:!doctype html|html|head|body|title|meta|article|section|main|div|p|h1)\b/iu
const BEFORE_PAGE = /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*/u

/** Whether a byte is a control that no text holds: not a tab, an end of a line or of a page, nor an escape. */
function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 27)
}

/** Whether bytes are UTF-8, a letter that is cut at their end left aside. */
function isUtf8(head: Uint8Array): boolean {
  return !new TextDecoder().decode(head, { stream: true }).includes('\ufffd')
}

/**
 * The media type of bytes that came without one, so that programs that replay archives show them: PDF, HTML or plain text,
 * else `UNKNOWN_TYPE`.
 */
export function mediaTypeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, REACH))
  if (head.includes('%PDF-')) return 'application/pdf'
  const begin = head.toString('latin1')
  if (PAGE.test(begin.replace(BEFORE_PAGE, ''))) return 'text/html'
  if (head.length === 0 || head.some(isControl)) return UNKNOWN_TYPE
  return isUtf8(head) ? 'text/plain; charset=utf-8' : 'text/plain'
}
