import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readingOf } from '../../../test/marked-coverage.ts'
import { markedText } from '../../../test/marked-text.ts'
import type { Act } from '../../reading/statement.ts'
import type { SpeakerMatch } from '../actors/match-speaker.ts'
import type { Due } from '../commitments/commitment.ts'
import { parseDossierFile } from '../dossier-file/parse-dossier-file.ts'
import { dossierMatters } from './dossier-matters.ts'
import { matterWords } from './matter-words.ts'
import type { Draft, Proposal } from './proposal.ts'
import { proposalOf } from './proposal-of.ts'

const EXAMPLE = readFileSync(join(import.meta.dirname, '../dossier-file/example.dossier.json'), 'utf8')

function dossierIn(file: string) {
  const outcome = parseDossierFile(file)
  if (!outcome.ok) throw new Error(outcome.faults[0]?.sentence)
  return dossierMatters(outcome.file.dossier)
}

const DAM = dossierIn(EXAMPLE)
const OTHER = dossierIn(
  '{"format": "onrecord dossier 1", "id": "lighthouse", "title": "The lighthouse of Selbrick and its keeper"}',
)

function dueInWords(due: Due | null): string {
  return due === null ? '' : `, due ${due.date?.edtf ?? 'no date'} “${due.words}”`
}

function draftInWords(draft: Draft): string {
  switch (draft.kind) {
    case 'commitment':
      return `new commitment “${draft.what}”${dueInWords(draft.due)}`
    case 'event':
      return `${draft.commitmentId} ${draft.event}${dueInWords(draft.due)}`
    case 'demand':
      return `new demand “${draft.what}” to ${nameOf(draft.addressee)}${draft.commitmentId === null ? '' : ` about ${draft.commitmentId}`}${draft.declared === null ? '' : `, ${draft.declared.count} ${draft.declared.of}`}`
    case 'reply':
      return `${draft.demandId} ${draft.reply}`
    case 'term':
      return `new term “${draft.what}” of ${draft.commitmentId} ${draft.state}`
    case 'step':
      return `${draft.termId} ${draft.state}`
    case 'evidence':
      return `evidence for ${draft.for}`
  }
}

function nameOf(match: SpeakerMatch): string {
  if (match.kind === 'none') return 'nobody known'
  return match.kind === 'certain' ? match.match.actorId : `${match.matches.map(({ actorId }) => actorId).join('/')}?`
}

function inWords(proposal: Proposal | null): string {
  if (proposal === null) return 'nothing'
  const stance = proposal.evidence.stance === 'supports' ? '' : ` (${proposal.evidence.stance})`
  return `${proposal.dossierId ?? 'no dossier'}: ${draftInWords(proposal.draft)}${stance}, by ${nameOf(proposal.speaker)}`
}

/** What is printed on 26 June 2026, the act that was read in it, and what it proposes. */
const CASES: readonly [printed: string, act: Act, proposal: string][] = [
  [
    '[S:Teodor Halvane] [C:said] [Q:inspectors would be let onto the Tarsil Dam in October]',
    'commit',
    'tarsil-dam: inspection scheduled, due 2026-10 “in October”, by halvane',
  ],
  [
    '[S:Halvane] [C:promised] [Q:to let inspectors onto the Tarsil Dam]',
    'commit',
    'tarsil-dam: inspection announced, by halvane?',
  ],
  [
    '[S:The waters ministry] [C:said] [Q:“the inspectors’ visit to the dam has been postponed to the end of the year”]',
    'commit',
    'tarsil-dam: inspection postponed, by ministry',
  ],
  [
    '[S:The Ministry for Waters and Energy] [C:refused] [Q:to let inspectors onto the Tarsil Dam]',
    'commit',
    'tarsil-dam: inspection withdrawn, by ministry',
  ],
  [
    '[S:Teodor Halvane] [C:said] [Q:nobody would be entering the lower galleries]',
    'commit',
    'tarsil-dam: galleries refused, by halvane',
  ],
  [
    '[S:Teodor Halvane] [C:promised] [Q:that inspectors would be free to enter the lower galleries]',
    'commit',
    'tarsil-dam: galleries promised, by halvane',
  ],
  [
    '[S:Teodor Halvane] [C:vowed] [Q:to publish the readings of all gauges]',
    'commit',
    'tarsil-dam: letter promised, by halvane',
  ],
  [
    '[S:The waters ministry] [C:refused] [Q:to publish the readings of its gauges]',
    'commit',
    'tarsil-dam: letter refused, by ministry',
  ],
  [
    '[S:Ilka Morrand] [C:pledged] [Q:a new bridge for Port Ansey by 2030]',
    'commit',
    'no dossier: new commitment “a new bridge for Port Ansey by 2030”, due 2030~ “by 2030”, by nobody known',
  ],
  ['[S:Ilka Morrand] [C:refused] [Q:to pay for a new bridge in Port Ansey]', 'commit', 'nothing'],
  ['[C:promised] [Q:a new bridge for Port Ansey]', 'commit', 'nothing'],
  [
    '[S:River Watch] [C:called for] [Q:publishing the readings of the gauges]',
    'demand',
    'tarsil-dam: evidence for letter, by river-watch',
  ],
  [
    '[S:The Seven Rivers Inspectorate] [C:asked] [Q:to enter the lower galleries]',
    'demand',
    'tarsil-dam: galleries sought, by inspectorate',
  ],
  [
    '[S:A coalition of 147 civil society groups] [C:called on the ministry] [Q:to let inspectors onto the dam of Tarsil at once]',
    'demand',
    'tarsil-dam: new demand “to let inspectors onto the dam of Tarsil at once” to ministry? about inspection, 147 civil society groups, by nobody known',
  ],
  [
    '[S:Amaya Trevessin] [C:urged] [Q:the school board to hire more teachers]',
    'demand',
    'no dossier: new demand “the school board to hire more teachers” to nobody known, by nobody known',
  ],
  [
    '[S:Teodor Halvane] [C:denied] [Q:that inspectors were kept off the Tarsil Dam]',
    'deny',
    'tarsil-dam: evidence for inspection.2026-06-26.postponed (disputes), by halvane',
  ],
  [
    '[S:The Seven Rivers Inspectorate] [C:confirmed] [Q:that the visit of its inspectors to the Tarsil Dam took place]',
    'confirm',
    'tarsil-dam: inspection met, by inspectorate',
  ],
  [
    '[S:The Seven Rivers Inspectorate] [C:confirmed] [Q:that its inspectors wait to be let onto the Tarsil Dam]',
    'confirm',
    'tarsil-dam: evidence for inspection.2026-06-26.postponed, by inspectorate',
  ],
  ['[S:Teodor Halvane] [C:denied] [Q:that he drinks tea]', 'deny', 'nothing'],
  [
    'The Tarsil Dam: [Q:“For technical reasons it has been rescheduled to the first half of October,”] [S:the waters ministry] [C:said].',
    'assert',
    'tarsil-dam: inspection postponed, due 2026-10-01/2026-10-15 “to the first half of October”, by ministry',
  ],
  [
    '[S:The waters ministry] [C:said] [Q:the inspectors would see the Tarsil Dam before the year is out]',
    'predict',
    'tarsil-dam: inspection scheduled, due 2026 “before the year is out”, by ministry',
  ],
  ['[S:Ilka Morrand] [C:said] [Q:the inspectors at the Tarsil Dam would be there in October]', 'predict', 'nothing'],
  [
    '[S:Ilka Morrand] [C:said] [Q:the inspection of the Tarsil Dam had been cancelled]',
    'assert',
    'tarsil-dam: inspection withdrawn, by nobody known',
  ],
  ['[S:Ilka Morrand] [C:asked] [Q:whether the inspectors’ visit to the Tarsil Dam was cancelled]', 'ask', 'nothing'],
  ['[S:Teodor Halvane] [C:said] [Q:that inspectors were on the Tarsil Dam]', 'assert', 'nothing'],
  [
    'The Tarsil Dam: [S:Ilka Morrand] [C:said] [Q:that the visit would only go ahead if her staff could work unescorted]',
    'predict',
    'tarsil-dam: new term “that the visit would only go ahead if her staff could work unescorted” of inspection sought, by nobody known',
  ],
  [
    '[S:The waters ministry] [C:said] [Q:that whoever comes to the Tarsil Dam would be free to choose whom to speak to]',
    'predict',
    'tarsil-dam: new term “that whoever comes to the Tarsil Dam would be free to choose whom to speak to” of inspection promised, by ministry',
  ],
  [
    '[S:The candidate’s aides] [C:said] [Q:she would publish her tax returns in October]',
    'predict',
    'no dossier: new commitment “she would publish her tax returns in October”, due 2026-10 “in October”, by nobody known',
  ],
  [
    '[S:Ilka Morrand] [C:said] [Q:the party leaders should at once agree on a successor]',
    'assert',
    'no dossier: new demand “the party leaders should at once agree on a successor” to nobody known, by nobody known',
  ],
  ['[S:the crowd] [C:shouted] [Q:“Lock the gates!”]', 'demand', 'nothing'],
  [
    '[S:Ilka Morrand] [C:said] [Q:that, if elected, she’d close the port at night]',
    'predict',
    'no dossier: new commitment “that, if elected, she’d close the port at night”, by nobody known',
  ],
  [
    '[S:Ilka Morrand] [C:said] [Q:the harbour was full, and “we’re going to build another”]',
    'assert',
    'no dossier: new commitment “the harbour was full, and “we’re going to build another””, by nobody known',
  ],
  [
    '[S:Ilka Morrand] [C:said] [Q:it could not wait; she would decide in July whether to dredge the port]',
    'assert',
    'no dossier: new commitment “it could not wait; she would decide in July whether to dredge the port”, due 2026-07 “in July”, by nobody known',
  ],
  [
    '[S:Ilka Morrand] [C:said] [Q:that her party would repair the bridge]',
    'predict',
    'no dossier: new commitment “that her party would repair the bridge”, by nobody known',
  ],
  [
    '[S:A campaign spokesman] [C:said] [Q:the mayor’s plan for the port would extend to fishermen]',
    'predict',
    'no dossier: new commitment “the mayor’s plan for the port would extend to fishermen”, by nobody known',
  ],
  ['[S:A visitor] [C:said] [Q:the mayor’s plan for the port would extend to fishermen]', 'predict', 'nothing'],
  ['[S:The harbour board] [C:promised] [Q:a veto]', 'commit', 'no dossier: new commitment “a veto”, by nobody known'],
  [
    '[S:The harbour board] [C:vowed] [Q:not to raise its fees]',
    'commit',
    'no dossier: new commitment “not to raise its fees”, by nobody known',
  ],
  ['[S:The harbour board] [C:did not unveil] [Q:plans to pay for the bridge]', 'assert', 'nothing'],
  ['[S:The harbour board] [C:does not want] [Q:to pay for the bridge]', 'assert', 'nothing'],
  [
    '[S:Ilka Morrand] [C:also wants] [Q:to lengthen the quay]',
    'assert',
    'no dossier: new commitment “to lengthen the quay”, by nobody known',
  ],
  ['[S:Half of the voters] [C:said] [Q:they would vote for Ilka Morrand]', 'predict', 'nothing'],
  [
    '[S:Ilka Morrand] [C:calling for] [Q:his dismissal]',
    'demand',
    'no dossier: new demand “his dismissal” to nobody known, by nobody known',
  ],
  [
    '[S:The council] [C:calls] [Q:to try those who burnt the boats]',
    'accuse',
    'no dossier: new demand “to try those who burnt the boats” to nobody known, by nobody known',
  ],
  ['[S:Ilka Morrand] [C:called] [Q:the fire “a crime”]', 'accuse', 'nothing'],
  [
    '[S:Her spokesman] [C:said] [Q:that Ilka Morrand has long called for fair fees and an end of night work]',
    'assert',
    'no dossier: new demand “that Ilka Morrand has long called for fair fees and an end of night work” to nobody known, by nobody known',
  ],
  [
    '[S:The letter] [C:says] [Q:“Every month the wall is worse. We ask you to close the road.”]',
    'assert',
    'no dossier: new demand ““Every month the wall is worse. We ask you to close the road.”” to nobody known, by nobody known',
  ],
  ['[S:The harbour board] [C:did not respond to] [Q:requests for comment]', 'assert', 'nothing'],
  ['[S:a captain, who] [C:asked] [Q:not to be named]', 'demand', 'nothing'],
  ['[S:The harbour board] [C:did not recommend] [Q:closing the road]', 'demand', 'nothing'],
  [
    'The Tarsil Dam: [S:The Government of Talverin] [C:said] [Q:it expects the inspectors to keep their findings back]',
    'predict',
    'tarsil-dam: new demand “it expects the inspectors to keep their findings back” to nobody known, by government',
  ],
  ['[S:Ilka Morrand] [C:said] [Q:she expects the fishermen to go home]', 'predict', 'nothing'],
  [
    'The Tarsil Dam: [S:Ilka Morrand] [C:said] [Q:the inspectors were “accompanied by officials” on every stair]',
    'assert',
    'tarsil-dam: new term “the inspectors were “accompanied by officials” on every stair” of inspection restricted, by nobody known',
  ],
  [
    'The Tarsil Dam: [S:Ilka Morrand] [C:said] [Q:the inspectors were not allowed to speak with the guards]',
    'assert',
    'tarsil-dam: new term “the inspectors were not allowed to speak with the guards” of inspection refused, by nobody known',
  ],
  ['[S:Ilka Morrand] [C:said] [Q:the children were not allowed to speak with the guards]', 'assert', 'nothing'],
  [
    'The Tarsil Dam: [S:The Courier] [C:reported] [Q:that the inspectors’ visit is to take place in October]',
    'predict',
    'tarsil-dam: inspection scheduled, due 2026-10 “in October”, by nobody known',
  ],
  ['[S:Ilka Morrand] [C:said] [Q:“He will make the country what it was,”]', 'predict', 'nothing'],
]

test.each(CASES)('%s', (printed, act, expected) => {
  const [statement] = readingOf(printed).statements
  if (statement === undefined) throw new Error('a case marks one statement')
  const { text } = markedText(printed)
  const proposal = proposalOf(
    {
      statementId: 's1',
      statement: { ...statement, act, kind: printed.includes('[Q:“') ? 'direct' : 'indirect' },
      text,
      articleWords: matterWords(text),
      article: 'courier.html',
      published: '2026-06-26',
    },
    [OTHER, DAM],
  )
  expect(inWords(proposal)).toBe(expected)
  if (proposal === null) return
  expect(proposal.date?.edtf).toBe('2026-06-26')
  expect(proposal.evidence.statementId).toBe('s1')
  expect(printed).toContain(proposal.evidence.words.slice(0, 10))
})
