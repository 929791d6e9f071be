import { Hono } from 'hono'
import { sampleInputs } from '../src/gather/samples.ts'
import type { Store } from '../src/record/store.ts'
import { mountSite } from '../src/site/mount-site.ts'
import { siteNavigation } from '../src/site/navigation.ts'
import { loadAssets } from '../src/view/assets.ts'
import { en } from '../src/view/messages/en.ts'
import { formTokens } from '../src/web/form-token.ts'
import { mountGround } from '../src/web/mount-ground.ts'
import { sampleMark } from '../src/web/sample-mark.ts'
import type { Web } from '../src/web/web.ts'

/** Where the pages of tests are said to be. */
export const PUBLIC_ADDRESS = 'https://record.example'

const assets = loadAssets()

/** The public's pages over a record, as the wiring makes them. */
export function publicSite({
  publicRecord,
}: Pick<Store, 'publicRecord'>): (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response> {
  const web: Web = {
    assets,
    messages: en,
    tokens: formTokens(),
    navigation: async () => siteNavigation(en),
    port: () => 4600,
    reachedAt: null,
    report: (error) => {
      throw error
    },
  }
  const app = new Hono()
  mountGround(app, web)
  mountSite(app, { ...web, publicRecord, address: () => PUBLIC_ADDRESS, sampleMark: sampleMark(sampleInputs) })
  return async (path, headers = {}) => app.request(path, { headers: { Host: 'localhost:4600', ...headers } })
}
