import type { DossierView } from '../../record/public-record.ts'
import type { Messages } from '../messages/messages.ts'

/** A dossier on its way to a reader. */
export type Shown = { readonly view: DossierView; readonly messages: Messages }
