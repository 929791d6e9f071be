import { accountsEn } from './en/accounts.ts'
import { addingEn } from './en/adding.ts'
import { articlesEn } from './en/articles.ts'
import { chainEn } from './en/chain.ts'
import { datesEn } from './en/dates.ts'
import { dossierEn } from './en/dossier.ts'
import { dossierDeskEn } from './en/dossier-desk.ts'
import { editionsEn } from './en/editions.ts'
import { errorsEn } from './en/errors.ts'
import { evidenceEn } from './en/evidence.ts'
import { feedsEn } from './en/feeds.ts'
import { frameEn } from './en/frame.ts'
import { frontEn } from './en/front.ts'
import { pictureEn } from './en/picture.ts'
import { publicEn } from './en/public.ts'
import { reviewEn } from './en/review.ts'
import { speakersEn } from './en/speakers.ts'
import { statementEn } from './en/statement.ts'
import { versionsEn } from './en/versions.ts'
import { workEn } from './en/work.ts'

/** Every word that the pages say in English. Sentences that a reader of any newspaper understands. */
export const en = {
  ...frameEn,
  ...datesEn,
  ...addingEn,
  ...workEn,
  ...articlesEn,
  ...versionsEn,
  ...statementEn,
  ...chainEn,
  ...publicEn,
  ...speakersEn,
  ...errorsEn,
  ...accountsEn,
  evidence: evidenceEn,
  picture: pictureEn,
  feeds: feedsEn,
  dossier: dossierEn,
  editions: editionsEn,
  dossierDesk: dossierDeskEn,
  front: frontEn,
  review: reviewEn,
} as const
