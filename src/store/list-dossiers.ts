import { type Kysely, sql } from 'kysely'
import type { DossierLine } from '../record/dossiers.ts'
import type { Tables } from './tables.ts'

type Row = { readonly id: string; readonly title: string; readonly changed_at: string; readonly is_published: number }

/** All dossiers that are there, by title; one that was taken back or removed whole is not. */
export async function listDossiers(db: Kysely<Tables>): Promise<readonly DossierLine[]> {
  const { rows } = await sql<Row>`
    select head.dossier_id as id, json_extract(head.value, '$.title') as title,
      (select max(recorded_at) from dossier_rows where dossier_id = head.dossier_id) as changed_at,
      coalesce((select is_published from publications where dossier_id = head.dossier_id order by seq desc limit 1), 0)
        as is_published
    from dossier_rows as head
    where head.type = 'dossier' and head.how = 'value'
      and not exists (select 1 from dossier_rows where supersedes = head.id)
    order by title, id`.execute(db)
  return rows.map(({ id, title, changed_at, is_published }) => ({
    id,
    title,
    changedAt: changed_at,
    isPublished: is_published === 1,
  }))
}
