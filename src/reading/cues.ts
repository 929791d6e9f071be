import { wordSet } from '../text/word-set.ts'
import type { Act } from './statement.ts'

/** What a cue verb does, and whether its forms need care. */
export type Cue = {
  readonly act: Act
  /** Takes the one spoken to before the content: "told reporters that". */
  readonly takesAddressee: boolean
  /** Stands before its source too: “…,” said Ana Lee. */
  readonly inverts: boolean
  /** Also a common noun ("reports", "claims"): a cue only where its subject is plain. */
  readonly isNounToo: boolean
}

/** Verbs by act, in their plain form. All but a few are regular; `IRREGULAR` has the rest. */
const VERBS: Readonly<Record<Act, string>> = {
  assert:
    'say add write state note report announce explain tweet post declare argue claim continue conclude remark observe reply respond answer insist recall stress suggest reveal comment emphasize emphasise maintain contend indicate disclose tell hope believe think acknowledge mention testify joke quip assert allege tout boast reiterate repeat lament',
  deny: 'deny reject refute dispute rebut',
  confirm: 'confirm admit concede agree',
  commit: 'promise pledge vow undertake commit',
  demand: 'demand urge implore exhort recommend propose',
  accuse: 'accuse blame condemn denounce',
  concern: 'warn fear worry complain caution',
  predict: 'predict forecast expect',
  ask: 'ask wonder inquire',
}

const IRREGULAR: Readonly<Record<string, string>> = {
  say: 'said says saying',
  tell: 'told tells telling',
  write: 'wrote writes written writing',
  think: 'thought thinks thinking',
  undertake: 'undertook undertakes undertaking',
  forecast: 'forecast forecasts forecasting',
  commit: 'committed commits committing',
  admit: 'admitted admits admitting',
  rebut: 'rebutted rebuts rebutting',
  quip: 'quipped quips quipping',
}

const NOUNS_TOO = wordSet(
  'reports report claims claim states state notes note post posts tweet tweets promise promises pledge pledges vow vows demand demands warn fear fears forecast forecasts comment comments reply dispute disputes blame complaint thought joke jokes quip remark remarks continue recalls stress worry worries saying writing answer answers mention mentions',
)
/** Verbs of saying that do not stand before their source: of thought, of acts, and those that name whom they address first. */
const NEVER_INVERTED = wordSet(
  'tell hope believe think agree expect accuse blame condemn denounce reject refute dispute rebut promise pledge vow undertake commit deny confirm demand implore exhort propose fear disclose indicate mention',
)
const ADDRESSED = wordSet('tell ask urge warn promise caution implore exhort accuse blame')

/** The forms of a regular verb. */
function inflected(verb: string): readonly string[] {
  if (IRREGULAR[verb] !== undefined) return [verb, ...IRREGULAR[verb].split(' ')]
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb
  if (/[^aeou]y$/.test(verb)) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`]
  return [verb, /(?:s|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`, `${stem}ed`, `${stem}ing`]
}

const FORMS: ReadonlyMap<string, Cue> = new Map(
  Object.entries(VERBS).flatMap(([act, verbs]) =>
    verbs.split(' ').flatMap((verb) =>
      inflected(verb).map(
        (form) =>
          [
            form,
            {
              act: act as Act,
              takesAddressee: ADDRESSED.has(verb),
              inverts: !NEVER_INVERTED.has(verb),
              isNounToo: NOUNS_TOO.has(form),
            },
          ] as const,
      ),
    ),
  ),
)

/** @param word in small letters */
export function cueOf(word: string): Cue | null {
  return FORMS.get(word) ?? null
}
