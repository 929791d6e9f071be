import type { Hono } from 'hono'
import { mountDossiers } from './mount-dossiers.ts'
import { mountFeeds } from './mount-feeds.ts'
import { mountFront } from './mount-front.ts'
import { mountOutlets } from './mount-outlets.ts'
import { mountSpeakers } from './mount-speakers.ts'
import { mountStatements } from './mount-statements.ts'
import type { Site } from './site.ts'

/** Everything that the public sees. */
export function mountSite(app: Hono, site: Site): void {
  mountFront(app, site)
  mountDossiers(app, site)
  mountStatements(app, site)
  mountSpeakers(app, site)
  mountOutlets(app, site)
  mountFeeds(app, site)
}
