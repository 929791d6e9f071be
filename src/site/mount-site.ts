import type { Hono } from 'hono'
import type { Site } from './site.ts'

/** Everything that the public sees. */
export function mountSite(app: Hono, _site: Site): void {
  app.get('/', (context) => context.redirect('/desk'))
}
