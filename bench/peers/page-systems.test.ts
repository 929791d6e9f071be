import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { measuredRun } from './measured-run.ts'
import { pageSystems } from './page-systems.ts'

const FIRST = 'The minister said on Tuesday that the visit to the northern camps would take place before May.'
const SECOND = '“We will open every gate,” Ms Lee told the assembly, “and nobody will be kept from speaking.”'

test('trafilatura takes part when its variable says where it is', () => {
  const running = (environment: NodeJS.ProcessEnv) =>
    pageSystems(environment).flatMap(({ name, command }) => (command === null ? [] : [name]))
  expect(running({})).toEqual(['Onrecord', 'Readability'])
  expect(running({ ONRECORD_PEERS_TRAFILATURA: '/venv' })).toEqual(['Onrecord', 'trafilatura', 'Readability'])
})

test.each(pageSystems({}).flatMap(({ name, command }) => (command === null ? [] : [[name, command] as const])))(
  '%s gives the text of a page by paragraphs',
  async (_, command) => {
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-pages-'))
    try {
      const path = join(folder, 'page.html')
      writeFileSync(path, `<html><head><title>Visit</title></head><body><p>${FIRST}</p><p>${SECOND}</p></body></html>`)
      const line = JSON.stringify({ id: 'page', path })
      const outcome = await measuredRun(command, [line, line])
      expect(outcome.ok && JSON.parse(outcome.run.output)).toMatchObject({ id: 'page', text: `${FIRST}\n\n${SECOND}` })
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)
