/** What the head of a forwarded message says, printed above it in the text of the one that forwards it. */
export type ForwardedHead = {
  readonly from: string | null
  readonly date: string | null
  readonly subject: string | null
}

/** The lines of a mail that are its sender's own, or those of the message that it forwards. */
export type MailLines = { readonly lines: readonly string[]; readonly forwarded: ForwardedHead | null }

/** What mail programs put above a message that they forward, or that they answer. */
const ORIGINAL =
  /^[-_ ]*(?:begin forwarded message|forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht|message transféré|message d’origine|message d'origine|mensaje reenviado|mensaje original|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht|пересылаемое сообщение|转发的邮件|转发邮件|原始邮件)\s*:?[-_ ]*$/i

/** "On Tue, 8 Mar 2022 at 09:30, Ana Reyes <ana@harbourpost.example> wrote:" */
const ANSWERED =
  /^(?:on|am|le|el|il|op|em|den)\b.{8,300}\b(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev)\b.{0,120}:\s*$/i

const FIELDS: readonly (readonly [keyof ForwardedHead, RegExp])[] = [
  ['from', /^(?:from|von|de|da|van|от|发件人)\s*[:：]\s*(.+)$/i],
  [
    'date',
    /^(?:date|sent|datum|gesendet|envoyé|fecha|enviado|data|inviato|verzonden|дата|日期|发送时间)\s*[:：]\s*(.+)$/i,
  ],
  ['subject', /^(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|тема|主题)\s*[:：]\s*(.+)$/i],
]
const OTHER_FIELD = /^(?:to|cc|reply-to|an|à|para|a|aan|кому|收件人|抄送)\s*[:：]/i

/** A signature stands this near to the end; further up, two dashes part something else. */
const SIGNATURE_REACH = 15

/** A subject that says that a message is passed on. */
export const FORWARDED_SUBJECT = /^\s*(?:fwd?|wg|tr|rv|enc|i|doorst|转发)\s*[:：]/i

const plain = (line: string) => line.replace(/[*_]/g, '').trim()

/** The head that begins at `start`, and where it ends; null where no sender stands there. */
function headAt(
  lines: readonly string[],
  start: number,
): { readonly head: ForwardedHead; readonly end: number } | null {
  const head: { -readonly [key in keyof ForwardedHead]: string | null } = { from: null, date: null, subject: null }
  let at = start
  for (; at < lines.length; at += 1) {
    const line = plain(lines[at] ?? '')
    const [field, match] =
      FIELDS.map(([name, pattern]) => [name, pattern.exec(line)] as const).find(([, found]) => found !== null) ?? []
    if (field !== undefined) head[field] ??= match?.[1]?.trim() ?? null
    else if (line !== '' && !OTHER_FIELD.test(line)) break
    else if (line === '' && head.from !== null && head.subject !== null) break
  }
  return head.from === null ? null : { head, end: at }
}

/** Where a signature begins, the number of lines where there is none. */
function signatureStart(lines: readonly string[]): number {
  const exact = lines.indexOf('-- ')
  if (exact > 0) return exact
  const near = lines.length - SIGNATURE_REACH
  const loose = lines.findIndex((line, at) => at >= near && /^--\s*$/.test(line))
  return loose > 0 ? loose : lines.length
}

/** Where the message that is answered begins: the line above it may be broken in two. */
function answeredStart(lines: readonly string[]): number {
  const at = lines.findIndex((line, index) => {
    const two = `${line.trim()} ${lines[index + 1]?.trim() ?? ''}`
    return (
      ANSWERED.test(line.trim()) ||
      (/^(?:on|am|le|el|il|op|em|den)\b/i.test(line) && line.trim() !== '' && ANSWERED.test(two))
    )
  })
  return at < 0 ? lines.length : at
}

const hasWords = (lines: readonly string[]) => lines.some((line) => /[\p{L}\p{N}]/u.test(line))

/** `lines` up to `end`, or all of them where nothing is said before it. */
function upTo(lines: readonly string[], end: number): readonly string[] {
  const before = lines.slice(0, end)
  return hasWords(before) ? before : lines
}

/** Lines that answer nothing and are no signature; where every line is quoted, without the signs of that. */
function ownLines(lines: readonly string[]): readonly string[] {
  const answered = upTo(lines, answeredStart(lines))
  const own = answered.filter((line) => !/^\s*>/.test(line))
  const kept = hasWords(own) ? own : answered.map((line) => line.replace(/^\s*(?:>\s?)+/, ''))
  return upTo(kept, signatureStart(kept))
}

/**
 * The lines of a mail that are to be read: without its signature and without what it answers. Where it forwards a
 * message, that message is what is read, and its head tells who wrote it.
 *
 * @param subject tells a message that is passed on from one that is answered
 */
export function mailLines(lines: readonly string[], subject: string | null): MailLines {
  const start = lines.findIndex((line) => ORIGINAL.test(plain(line)))
  if (start < 0) return { lines: ownLines(lines), forwarded: null }
  const original = headAt(lines, start + 1)
  const isPassedOn = FORWARDED_SUBJECT.test(subject ?? '') || !hasWords(lines.slice(0, start))
  if (original === null || !isPassedOn) return { lines: ownLines(upTo(lines, start)), forwarded: null }
  const inner = lines.slice(original.end)
  return hasWords(inner)
    ? { lines: ownLines(inner), forwarded: original.head }
    : { lines: ownLines(lines), forwarded: null }
}
