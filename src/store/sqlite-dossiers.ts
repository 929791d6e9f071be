import type { IdentityDeed } from '../record/actors/identities.ts'
import type { SpeakerVerdict } from '../record/actors/speaker-proposal.ts'
import { assertClean } from '../record/clean.ts'
import type { DecidedBy } from '../record/decisions.ts'
import type { DossierEdit } from '../record/dossier-edit/dossier-edit.ts'
import type { DossierPart, DossierRemovalAsked } from '../record/dossier-removal.ts'
import type { Dossiers, StatementChoice, TakenDossier } from '../record/dossiers.ts'
import type { Id } from '../record/id.ts'
import type { ListQuery } from '../record/page.ts'
import type { Moment } from '../record/public-record.ts'
import type { Access } from './access.ts'
import { decideIdentity } from './decide-identity.ts'
import { decideStatement } from './decide-statement.ts'
import { dossierActors } from './dossier-actors.ts'
import type { DossierCache } from './dossier-cache.ts'
import { dossierFile } from './dossier-file.ts'
import { dossierView } from './dossier-view.ts'
import { editDossier } from './edit-dossier.ts'
import { FOREVER } from './forever.ts'
import { identityDecisions } from './identity-decisions.ts'
import { listDossiers } from './list-dossiers.ts'
import { lastValue, partsNow } from './parts-now.ts'
import { previewDossier } from './preview-dossier.ts'
import { publishDossier } from './publish-dossier.ts'
import { dossierRemovalExtent, removeDossierPart } from './remove-dossier-part.ts'
import { decideSpeakerProposal, openSpeakerProposals } from './speaker-proposals.ts'
import { decisionOf, rowsAbout } from './statement-decisions.ts'
import { takeDossier } from './take-dossier.ts'

/** Dossiers and decisions, in the record's own file. */
export class SqliteDossiers implements Dossiers {
  readonly #access: Access
  readonly #cache: DossierCache

  readonly #finish: () => Promise<void>

  /** @param finish called after each removal, for what is left of it in files */
  constructor(access: Access, cache: DossierCache, finish: () => Promise<void>) {
    this.#access = access
    this.#cache = cache
    this.#finish = finish
  }

  async take(taken: TakenDossier) {
    assertClean(taken)
    return this.#access.write((writer) => takeDossier(writer, taken))
  }

  async edit(edit: DossierEdit & { readonly by: DecidedBy }) {
    assertClean(edit)
    return this.#access.write((writer) => editDossier(writer, edit))
  }

  async preview(edit: DossierEdit) {
    assertClean(edit)
    const now = this.#access.now()
    return this.#access.read(async (db) => {
      await this.#cache.refresh(db)
      return previewDossier(db, edit, { cache: this.#cache, now })
    })
  }

  async parts(id: Id) {
    return this.#access.read((db) => partsNow(db, id))
  }

  async lastValue(id: Id, part: Id) {
    return this.#access.read((db) => lastValue(db, id, part))
  }

  async actors() {
    return this.#access.read(dossierActors)
  }

  async publish(id: Id, options: { readonly isPublished: boolean; readonly by: DecidedBy }) {
    return this.#access.write((writer) => publishDossier(writer, id, options))
  }

  async list() {
    return this.#access.read(listDossiers)
  }

  async dossier(id: Id, moment: Moment) {
    const asked = { moment, now: this.#access.now() }
    return this.#access.read(async (db) => {
      await this.#cache.refresh(db)
      return dossierView(db, id, { cache: this.#cache, asked, isPublic: false })
    })
  }

  async file(id: Id, at: string | null) {
    return this.#access.read((db) => dossierFile(db, id, at))
  }

  async removalExtent(part: DossierPart) {
    return this.#access.read((db) => dossierRemovalExtent(db, part))
  }

  async remove(asked: DossierRemovalAsked) {
    assertClean(asked)
    const isDone = await this.#access.write((writer) => removeDossierPart(writer, asked))
    if (isDone) await this.#finish()
    return isDone
  }

  async decide(choice: StatementChoice) {
    assertClean(choice)
    return this.#access.write((writer) => decideStatement(writer, choice))
  }

  async decisions(statementId: Id) {
    return this.#access.read(async (db) => (await rowsAbout(db, statementId, FOREVER)).map(decisionOf))
  }

  async decideIdentity(deed: IdentityDeed, by: DecidedBy) {
    assertClean(deed)
    return this.#access.write((writer) => decideIdentity(writer, deed, by))
  }

  async identityDecisions() {
    return this.#access.read(identityDecisions)
  }

  async speakerProposals(query: ListQuery) {
    return this.#access.read((db) => openSpeakerProposals(db, query))
  }

  async decideSpeakerProposal(id: Id, decision: { readonly verdict: SpeakerVerdict; readonly by: DecidedBy }) {
    return this.#access.write((writer) => decideSpeakerProposal(writer, id, decision))
  }
}
