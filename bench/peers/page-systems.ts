import { join } from 'node:path'
import packed from '../../package.json' with { type: 'json' }
import type { System } from './systems.ts'

const here = (file: string) => join(import.meta.dirname, file)

/** Onrecord and its peers in finding the article of a page, in the order in which they are printed. Onrecord is first. */
export function pageSystems(environment: NodeJS.ProcessEnv): readonly System[] {
  const python = environment['ONRECORD_PEERS_TRAFILATURA']
  return [
    {
      name: 'Onrecord',
      version: `onrecord ${packed.version}`,
      command: { program: process.execPath, args: [here('pages.ts'), 'onrecord'] },
      toGet: 'nothing: it is here',
    },
    {
      name: 'trafilatura',
      version: null,
      command: python ? { program: join(python, 'bin/python'), args: [here('trafilatura_pages.py')] } : null,
      toGet: 'set ONRECORD_PEERS_TRAFILATURA to a Python virtual environment with trafilatura and lxml_html_clean',
    },
    {
      name: 'Readability',
      version: `@mozilla/readability ${packed.dependencies['@mozilla/readability']}`,
      command: { program: process.execPath, args: [here('pages.ts'), 'readability'] },
      toGet: 'nothing: it is here',
    },
  ]
}
