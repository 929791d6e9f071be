import type { Hono } from 'hono'
import { mountDossiers } from './mount-dossiers.ts'
import { mountFront } from './mount-front.ts'
import type { Site } from './site.ts'

/** Everything that the public sees. */
export function mountSite(app: Hono, site: Site): void {
  mountFront(app, site)
  mountDossiers(app, site)
}
