import type { Candidate, Statement } from '../../reading/statement.ts'
import type { Span } from '../../text/span.ts'
import type { Id } from '../id.ts'
import type { PersonsValues } from './persons-values.ts'

/** What is known of a statement that no machine read, but what persons say of it. */
const UNREAD: Statement = {
  source: [],
  cue: [],
  content: [],
  kind: 'indirect',
  act: null,
  confidence: 1,
  speaker: null,
  candidates: [],
  addressee: null,
  occasion: null,
  chain: [],
  saidOn: null,
  figures: [],
}

/** A person names an addressee whom the text may name nowhere: its place is then that of the content. */
function addresseeOf(name: string | null, read: Statement, content: readonly Span[]): Candidate | null {
  if (name === null) return null
  return { name, mention: read.addressee?.name === name ? read.addressee.mention : (content[0] ?? [0, 1]) }
}

/** A statement with the actor who speaks. */
export type Spoken = { readonly statement: Statement; readonly speakerId: Id | null }

/**
 * A statement as it stands: with what persons say of it, and the rest as it was read.
 *
 * @param read null where no machine read it
 */
export function withValues(read: Spoken | null, values: PersonsValues): Statement {
  const base = read?.statement ?? UNREAD
  const { words, kind, act, speaker, saidOn, addressee } = values
  const content = words?.content ?? base.content
  return {
    ...base,
    ...(words ?? {}),
    kind: kind ?? base.kind,
    act: act === null ? base.act : act.is,
    // The text's name for whom the machine took for the speaker is not another's name.
    speaker: speaker === null || speaker.is === read?.speakerId ? base.speaker : null,
    candidates: speaker === null ? base.candidates : [],
    saidOn: saidOn === null ? base.saidOn : (saidOn.is?.edtf ?? null),
    addressee: addressee === null ? base.addressee : addresseeOf(addressee.is, base, content),
  }
}
