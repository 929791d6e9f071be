import type { PublicStatement } from '../../record/public-record.ts'
import { mainName } from '../actor-names.ts'

/** What a speaker is called, as plain words; null where nobody is named. */
export function speakerName({ speaker, statement }: PublicStatement): string | null {
  return (speaker && mainName(speaker.names)?.name) ?? statement.speaker?.name ?? null
}
