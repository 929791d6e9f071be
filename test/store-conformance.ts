import { describe } from 'vitest'
import { accountRules } from './store/accounts.ts'
import { addingRules } from './store/adding.ts'
import { captureRules } from './store/captures.ts'
import { consentRules } from './store/consents.ts'
import { dossierRules } from './store/dossiers.ts'
import { editingRules } from './store/editing.ts'
import { feedRules } from './store/feeds.ts'
import { groupRules } from './store/groups.ts'
import { ledgerRules } from './store/ledger.ts'
import { listRules } from './store/lists.ts'
import { moveRules } from './store/moves.ts'
import type { OpenEmpty } from './store/open-empty.ts'
import { pageRules } from './store/pages.ts'
import { readingRules } from './store/readings.ts'
import { reviewRules } from './store/reviews.ts'
import { searchRules } from './store/search.ts'
import { speakerProposalRules } from './store/speaker-proposals.ts'
import { speakerRules } from './store/speakers.ts'
import { versionRules } from './store/versions.ts'

/**
 * What every engine owes the port. An engine's test calls this once and needs no more.
 *
 * @param name the engine's, for the report
 */
export function storeConformance(name: string, open: OpenEmpty): void {
  describe(`${name}: accounts`, () => accountRules(open))
  describe(`${name}: adding`, () => addingRules(open))
  describe(`${name}: captures`, () => captureRules(open))
  describe(`${name}: versions`, () => versionRules(open))
  describe(`${name}: readings`, () => readingRules(open))
  describe(`${name}: ledger`, () => ledgerRules(open))
  describe(`${name}: lists`, () => listRules(open))
  describe(`${name}: speakers`, () => speakerRules(open))
  describe(`${name}: proposals of speakers`, () => speakerProposalRules(open))
  describe(`${name}: dossiers`, () => dossierRules(open))
  describe(`${name}: what moved`, () => moveRules(open))
  describe(`${name}: editing`, () => editingRules(open))
  describe(`${name}: consents`, () => consentRules(open))
  describe(`${name}: feeds`, () => feedRules(open))
  describe(`${name}: watched pages`, () => pageRules(open))
  describe(`${name}: watched feeds and dossiers`, () => groupRules(open))
  describe(`${name}: reviews`, () => reviewRules(open))
  describe(`${name}: search`, () => searchRules(open))
}
